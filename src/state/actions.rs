//! What a person can do that concerns more than one store.

use leptos::prelude::*;

use super::{Notice, Place, Session};
use crate::platform::{address, clock, frame, page, storage};
use crate::route::Screen;
use crate::texts::Language;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::stored::{Quarantine, Stored};
use duet_domain::team::Team;
use duet_domain::{Side, draft_link, extract};

/// Answering.
impl Session {
    /// Answers an item and goes on: to the next one, the next gap, or the review.
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        let was_open = self.run.draft.read_untracked().answers.get(item).is_none();
        self.run.answer(item, answer);
        let answers = self.run.draft.read_untracked().answers;
        self.go(answers.next_item(item, was_open).map_or(Screen::Review, Screen::Question));
    }

    /// Begins again with the first statement.
    pub fn restart(self) {
        self.run.restart();
        self.go(Screen::Question(ItemNumber::FIRST));
    }

    /// Fetches back the answers from before beginning again. Answers that another tab has given meanwhile can be fetched back in their
    /// turn.
    pub fn undo_restart(self) {
        if let Some(Notice::Restarted(former)) = self.run.notice.get_untracked() {
            self.run.replace(*former);
            self.go(self.run.stopped_at());
        }
    }
}

/// Going from view to view.
impl Session {
    /// Goes to a view as a link would.
    pub fn go(self, screen: Screen) {
        address::push(&screen.fragment());
        self.navigation.wanted.set(screen);
    }

    /// Goes to a view in the place of the one that the address names.
    fn go_instead(self, screen: Screen) {
        address::replace(&screen.fragment());
        self.navigation.wanted.set(screen);
    }

    /// The view that the address names, or the one where the person stopped. What a link says of the side is noted.
    pub fn first_screen(self) -> Screen {
        self.run.follow_invitation();
        if let Some(side) = page::chosen("side").and_then(|key| Side::from_key(&key)) {
            // Chosen before the program was there.
            self.run.choose_side(Some(side));
        }
        let fragment = address::fragment();
        let named = Screen::from_fragment(&fragment);
        if !self.run.draft.read_untracked().in_progress() {
            return named;
        }
        let screen = if fragment.is_empty() { self.run.stopped_at() } else { named };
        if screen != named {
            address::replace(&screen.fragment());
        }
        screen
    }

    /// Welcomes back who has answers in progress, unless there is something else to be said.
    pub fn welcome_back(self, screen: Screen) {
        let resumes = self.run.draft.read_untracked().in_progress() && !page::has_begun();
        let silent = self.run.notice.read_untracked().is_none();
        if resumes && silent && matches!(screen, Screen::Question(_) | Screen::Review) {
            self.run.notice.set(Some(Notice::Resumed));
        }
    }

    /// Notes that a view is shown now.
    pub fn arrive(self, screen: Screen) {
        if screen != self.navigation.screen_untracked()
            && matches!(self.run.notice.get_untracked(), Some(Notice::Resumed | Notice::Cleared))
        {
            self.run.notice.set(None);
        }
        self.run.note_place(screen);
    }

    /// A link from somebody else is read in the reader's language, where that is one of ours. The page says so when it begins.
    pub fn greet(self) {
        let shared = matches!(self.navigation.wanted.get_untracked(), Screen::Shared(_) | Screen::SharedTeam);
        let language = page::reader_language().filter(|_| shared);
        if let Some(language) = language.filter(|language| *language != self.navigation.language.get_untracked()) {
            self.speak(language);
        }
    }

    /// Changes the language; everything else stays as it is.
    pub fn change_language(self) {
        self.speak(self.navigation.language.get_untracked().other());
    }

    fn speak(self, to: Language) {
        let from = page::language();
        let fragment = address::fragment();
        // Where the browser refuses, the language changes and the address does not.
        address::replace(&format!("{}{}{fragment}", address::way(from, to), address::query()));
        page::set_language(to);
        self.navigation.language.set(to);
    }
}

/// Answers that a link brings, from a frame to a tab of its own; and the links that take them there.
impl Session {
    /// The address of this view in a tab of its own, with the answers. None where nobody else could open it.
    pub fn own_tab(self) -> Option<String> {
        let screen = self.screen();
        let draft = self.run.draft.get();
        let team = (screen == Screen::Team).then(|| self.team.link()).flatten();
        let fragment = match screen {
            Screen::SharedTeam => address::fragment(),
            Screen::Shared(_) => screen.fragment(),
            Screen::Team if team.is_some() => team.unwrap_or_default(),
            _ if draft.answers.is_empty() => {
                let side = self.run.side().map_or_else(String::new, |side| format!("?side={}", side.key()));
                side + &screen.fragment()
            }
            _ => draft_link::write(&draft, screen.fragment().trim_start_matches('#')),
        };
        address::link(&fragment)
    }

    /// The address of this page with the answers in progress, for another browser. None where there are none, and where nobody else could
    /// open it.
    pub fn take_along(self) -> Option<String> {
        let draft = self.run.draft.get();
        let shown = Some(self.screen()).filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review));
        let at = shown.map(super::run::place).or_else(|| draft.view.clone());
        let fragment = draft_link::write(&draft, &at.unwrap_or_else(|| "review".to_owned()));
        address::link(&fragment).filter(|_| draft.in_progress())
    }

    /// Whether to offer that: not where no answers are missing or all are, nor in a frame, which has a way out of its own.
    pub fn offers_to_take_along(self) -> bool {
        let framed = frame::is_framed() || frame::is_without_origin();
        let draft = self.run.draft.read();
        !framed && draft.in_progress() && draft.answers.complete().is_none() && address::link("").is_some()
    }

    /// Takes the answers of a fragment that carries some, and goes to the view they were left at. Who has other answers here that are in no
    /// result is asked first.
    pub fn receive_answers(self, fragment: &str) {
        let Some(carried) = draft_link::read(&extract::decode_fragment(fragment)) else {
            return self.go_instead(Screen::from_fragment(fragment));
        };
        self.results.open();
        let own = self.run.draft.current();
        let same = own.answers == carried.answers;
        let ask = !same && self.results.has_not(&own);
        let screen = if ask { self.run.stopped_at() } else { left_at(&carried) };
        if !ask && !same {
            self.run.draft.store(Draft { started: Some(clock::now()), ..carried.clone() });
        }
        if ask {
            self.run.notice.set(Some(Notice::Carried(Box::new(carried))));
        }
        self.go_instead(screen);
    }

    /// Takes the answers of the link in the place of one's own, which can be fetched back.
    pub fn take_carried(self) {
        let Some(Notice::Carried(carried)) = self.run.notice.get_untracked() else { return };
        let screen = left_at(&carried);
        self.run.replace(Draft { started: Some(clock::now()), ..*carried });
        self.go(screen);
    }
}

/// The view at which a draft was left, wherever that was. Not the result: a link alone makes none, the person does.
fn left_at(draft: &Draft) -> Screen {
    match draft.view.as_deref().map_or(Screen::Start, Screen::from_fragment) {
        Screen::Result => Screen::Review,
        screen => screen,
    }
}

/// Everything that is stored.
impl Session {
    /// Everything that is stored, by key.
    pub fn stored(self) -> Vec<(&'static str, String)> {
        let keys = [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY];
        keys.into_iter().filter_map(|key| Some((key, storage::get(key)?))).collect()
    }

    /// Deletes everything that is stored in this browser.
    pub fn clear(self) {
        self.run.draft.remove();
        self.settings.remove();
        self.results.remove();
        self.team.remove();
        self.storage.forget();
        self.run.notice.set(Some(Notice::Cleared));
    }

    /// Notes that a newer version of Duet waits.
    pub fn note_newer(self) {
        self.newer.set(true);
    }

    /// Whether a newer version waits.
    pub fn has_newer(self) -> bool {
        self.newer.get()
    }

    /// Whether to offer the newer version: not in the middle of a run, and not where something would be lost by loading the page again.
    pub fn offers_newer(self) -> bool {
        let answering = matches!(self.screen(), Screen::Question(_) | Screen::Review);
        self.newer.get() && !answering && self.would_survive()
    }

    /// Whether everything would still be there if the page were loaded again.
    pub fn would_survive(self) -> bool {
        let is_stored = self.storage.place() == Place::Device
            || (self.run.answers().is_empty() && self.results.history.read().results.is_empty());
        // These are nowhere else.
        let has_former = matches!(&*self.run.notice.read(), Some(Notice::Restarted(_) | Notice::Carried(_)));
        is_stored && !has_former && !self.team.is_in_tab()
    }
}
