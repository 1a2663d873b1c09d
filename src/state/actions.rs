//! Actions that concern more than one store.

use leptos::prelude::*;

use super::{Notice, Session, StorageLocation};
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
    /// Stores an answer and goes to the next item, the next open item, or the review (`Answers::next_item`).
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        let was_open = self.run.draft.read_untracked().answers.get(item).is_none();
        self.run.answer(item, answer);
        let answers = self.run.draft.read_untracked().answers;
        self.go(answers.next_item(item, was_open).map_or(Screen::Review, Screen::Question));
    }

    /// Starts a new run at the first statement.
    pub fn restart(self) {
        self.run.restart();
        self.go(Screen::Question(ItemNumber::FIRST));
    }

    /// Restores the answers that [`Self::restart`] has replaced. Answers that another tab has given meanwhile can be restored in turn.
    pub fn undo_restart(self) {
        if let Some(Notice::Restarted(former)) = self.run.notice.get_untracked() {
            self.run.replace(*former);
            self.go(self.run.resume_screen());
        }
    }
}

/// Navigation and language.
impl Session {
    /// Goes to a view and adds an entry to the browser's history, as a link does.
    pub fn go(self, screen: Screen) {
        address::push(&screen.fragment());
        self.navigation.requested.set(screen);
    }

    /// Goes to a view and replaces the current entry of the browser's history.
    fn go_replacing(self, screen: Screen) {
        address::replace(&screen.fragment());
        self.navigation.requested.set(screen);
    }

    /// The first view: the one that the address names, or the one where answering stopped. Also takes the side from the address, and the
    /// one chosen in the static page.
    pub fn initial_screen(self) -> Screen {
        self.run.read_invitation();
        if let Some(side) = page::checked_radio("side").and_then(|key| Side::from_key(&key)) {
            self.run.choose_side(Some(side));
        }
        let fragment = address::fragment();
        let named = Screen::from_fragment(&fragment);
        if !self.run.draft.read_untracked().in_progress() {
            return named;
        }
        let screen = if fragment.is_empty() { self.run.resume_screen() } else { named };
        if screen != named {
            address::replace(&screen.fragment());
        }
        screen
    }

    /// Sets [`Notice::Resumed`] if there are answers in progress from an earlier visit and there is no other notice.
    pub fn notify_resumed(self, screen: Screen) {
        let resumes = self.run.draft.read_untracked().in_progress() && !page::has_early_answers();
        let no_notice = self.run.notice.read_untracked().is_none();
        if resumes && no_notice && matches!(screen, Screen::Question(_) | Screen::Review) {
            self.run.notice.set(Some(Notice::Resumed));
        }
    }

    /// Dismisses notices that belong to the previous view, and stores the new view in the draft.
    pub fn on_view_change(self, screen: Screen) {
        if screen != self.navigation.screen_untracked()
            && matches!(self.run.notice.get_untracked(), Some(Notice::Resumed | Notice::Cleared))
        {
            self.run.notice.set(None);
        }
        self.run.record_view(screen);
    }

    /// Shows a link with results in the reader's language, if Duet has it. To be called once, when the page is opened.
    pub fn adopt_reader_language(self) {
        let shared = matches!(
            self.navigation.requested.get_untracked(),
            Screen::Shared(_) | Screen::SharedTeam | Screen::Summary
        );
        let language = page::preferred_language().filter(|_| shared);
        if let Some(language) = language.filter(|language| *language != self.navigation.language.get_untracked()) {
            self.set_language(language);
        }
    }

    /// Switches to the other language.
    pub fn change_language(self) {
        self.set_language(self.navigation.language.get_untracked().other());
    }

    fn set_language(self, to: Language) {
        let from = page::language();
        let fragment = address::fragment();
        // If the browser refuses, only the address stays the same.
        address::replace(&format!("{}{}{fragment}", address::relative_path(from, to), address::query()));
        page::set_language(to);
        self.navigation.language.set(to);
    }
}

/// Links that carry the answers in progress to another tab or browser.
impl Session {
    /// The address of this view with the answers in progress, to open it outside a frame. None if the page has no address that can be
    /// opened elsewhere ([`address::link`]).
    pub fn tab_link(self) -> Option<String> {
        let screen = self.screen();
        let draft = self.run.draft.get();
        let team = (screen == Screen::Team).then(|| self.team.link()).flatten();
        let fragment = match screen {
            Screen::SharedTeam | Screen::Summary => address::fragment(),
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

    /// A link with the answers in progress, for another browser. None if there are none, or if the page has no address that can be opened
    /// elsewhere.
    pub fn draft_link(self) -> Option<String> {
        let draft = self.run.draft.get();
        let shown = Some(self.screen()).filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review));
        let at = shown.map(super::run::view_name).or_else(|| draft.view.clone());
        let fragment = draft_link::write(&draft, &at.unwrap_or_else(|| "review".to_owned()));
        address::link(&fragment).filter(|_| draft.in_progress())
    }

    /// Whether to offer [`Self::draft_link`]: only for an incomplete run, and not in a frame, which offers [`Self::tab_link`].
    pub fn offers_draft_link(self) -> bool {
        let framed = frame::is_framed() || frame::has_opaque_origin();
        let draft = self.run.draft.read();
        !framed && draft.in_progress() && draft.answers.complete().is_none() && address::link("").is_some()
    }

    /// Takes the answers from a fragment and goes to the view that it names. If there are other answers that are in no result, asks first
    /// ([`Notice::IncomingAnswers`]). A malformed fragment leads to the view that it names otherwise.
    pub fn receive_answers(self, fragment: &str) {
        let Some(incoming) = draft_link::read(&extract::decode_fragment(fragment)) else {
            return self.go_replacing(Screen::from_fragment(fragment));
        };
        self.results.open();
        let own = self.run.draft.current();
        let same = own.answers == incoming.answers;
        let ask = !same && self.results.is_unrecorded(&own);
        let screen = if ask { self.run.resume_screen() } else { screen_of_draft(&incoming) };
        if !ask && !same {
            self.run.draft.store(Draft { started: Some(clock::now()), ..incoming.clone() });
        }
        if ask {
            self.run.notice.set(Some(Notice::IncomingAnswers(Box::new(incoming))));
        }
        self.go_replacing(screen);
    }

    /// Replaces the answers in progress by those of the link. They can be restored.
    pub fn accept_incoming(self) {
        let Some(Notice::IncomingAnswers(incoming)) = self.run.notice.get_untracked() else { return };
        let screen = screen_of_draft(&incoming);
        self.run.replace(Draft { started: Some(clock::now()), ..*incoming });
        self.go(screen);
    }
}

/// The view that a draft names. In a frame the review in place of the result, because the host page, which chooses the address, must not
/// finish a run.
fn screen_of_draft(draft: &Draft) -> Screen {
    match draft.view.as_deref().map_or(Screen::Start, Screen::from_fragment) {
        Screen::Result if frame::is_framed() => Screen::Review,
        screen => screen,
    }
}

/// All stored values, and updates of the program.
impl Session {
    /// The text of every stored value, with its key.
    pub fn stored_values(self) -> Vec<(&'static str, String)> {
        let keys = [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY];
        keys.into_iter().filter_map(|key| Some((key, storage::get(key)?))).collect()
    }

    /// Deletes all stored values from this browser.
    pub fn clear(self) {
        self.run.draft.remove();
        self.settings.remove();
        self.results.remove();
        self.team.remove();
        self.storage.clear();
        self.run.notice.set(Some(Notice::Cleared));
    }

    /// To be called when a newer version of Duet is ready.
    pub fn set_update_available(self) {
        self.update_available.set(true);
    }

    /// Whether a newer version is ready.
    pub fn has_update(self) -> bool {
        self.update_available.get()
    }

    /// Whether to offer the newer version: not during a run, and not if reloading the page would lose something.
    pub fn offers_update(self) -> bool {
        let answering = matches!(self.screen(), Screen::Question(_) | Screen::Review);
        self.update_available.get() && !answering && self.survives_reload()
    }

    /// Whether reloading the page would lose nothing.
    pub fn survives_reload(self) -> bool {
        let is_stored = self.storage.location() == StorageLocation::Device
            || (self.run.answers().is_empty() && self.results.history.read().results.is_empty());
        // The draft in a notice is not stored.
        let has_former = matches!(&*self.run.notice.read(), Some(Notice::Restarted(_) | Notice::IncomingAnswers(_)));
        is_stored && !has_former && !self.team.is_in_tab_only()
    }
}
