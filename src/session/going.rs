//! Where the person is: the first view, the next one, the language.

use leptos::prelude::*;

use super::{Notice, Part, Session};
use crate::browser::{address, page, storage};
use crate::i18n::Language;
use crate::screen::Screen;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::draft::Draft;
use duet_domain::stored::Stored;

impl Session {
    /// Goes to the view that the address names, or to where one stopped. Everything that is needed for it is there.
    pub fn begin(self) {
        let fragment = address::fragment();
        self.show_at(Screen::from_fragment(&fragment));
        self.refresh();
        self.receive_fragment(&fragment);
        self.follow_invitation();
        if let Some(side) = page::chosen("side").and_then(|key| Side::from_key(&key)) {
            // Chosen before the program was there.
            self.choose_side(Some(side));
        }
        if self.language.get_untracked() != page::language() {
            self.speak(self.language.get_untracked());
        }
        self.resume(fragment.is_empty());
        self.note(self.screen.get_untracked());
        self.drawn.set(self.answered());
    }

    /// Takes the side from the address, `?side=sales`, for those who have not answered anything yet. It is stored with the first
    /// answer: who just looks around leaves no trace.
    pub(super) fn follow_invitation(self) {
        let invited = address::parameter("side").and_then(|key| Side::from_key(&key));
        let invited = invited.filter(|side| Side::STATED.contains(side));
        if invited.is_some() && self.draft.read_untracked().answers.is_empty() {
            if storage::get(Draft::KEY).is_some() {
                // What is stored would be read again with the first answer.
                self.choose_side(invited);
            }
            self.draft.update(|draft| draft.side = invited);
        }
        self.invited.set(invited);
    }

    /// A link from somebody else is read in the reader's language, where that is one of ours. The page says so when it begins.
    pub fn greet(self) {
        let shared = matches!(self.screen.get_untracked(), Screen::Shared(_) | Screen::SharedTeam);
        let language = page::reader_language().filter(|language| *language != self.language.get_untracked());
        if let Some(language) = language.filter(|_| shared) {
            self.language.set(language);
        }
    }

    /// Goes on where one was, and says so.
    pub(super) fn resume(self, anywhere: bool) {
        if !self.draft.read_untracked().in_progress() {
            return;
        }
        if anywhere {
            let screen = self.stopped_at();
            address::replace(&screen.fragment());
            self.show_at(screen);
        }
        let silent = self.notice.read_untracked().is_none() && !page::has_begun();
        if silent && matches!(self.screen.get_untracked(), Screen::Question(_) | Screen::Review) {
            self.notice.set(Some(Notice::Resumed));
        }
    }

    /// Where to go on answering: the view one was on, else the first open item, else the review.
    pub fn stopped_at(self) -> Screen {
        let draft = self.draft.read_untracked();
        let at = draft.at.as_deref().map(Screen::from_fragment);
        at.filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review))
            .or_else(|| draft.answers.open().next().map(Screen::Question))
            .unwrap_or(Screen::Review)
    }

    /// Goes to a view as a link would.
    pub fn go(self, screen: Screen) {
        address::push(&screen.fragment());
        self.once_there(Part::of(screen), move |session| session.show(screen));
    }

    /// Shows the view that the address names, after a link, Back, or an address typed by hand.
    pub fn follow_address(self) {
        self.follow_fragment(address::fragment());
    }

    pub(super) fn show(self, screen: Screen) {
        if screen != self.screen.get_untracked() {
            // In this order: the view that is left is gone before it could be drawn once more for what is noted. Nothing shows before
            // both are done.
            self.enter(screen);
            self.note(screen);
        }
    }

    /// The screen before the stage: what follows the screen is there to follow it, and what is drawn with another stage is new.
    pub(super) fn show_at(self, screen: Screen) {
        self.screen.set(screen);
        let stage = stage(screen);
        if stage != self.stage.get_untracked() {
            self.stage.set(stage);
        }
    }

    pub(super) fn enter(self, screen: Screen) {
        if matches!(self.notice.get_untracked(), Some(Notice::Resumed | Notice::Cleared)) {
            self.notice.set(None);
        }
        if let Some(comparison) = self.comparison() {
            (comparison.disagree)(self);
        }
        self.show_at(screen);
    }

    /// Notes what arriving at a view means for what is stored.
    pub(super) fn note(self, screen: Screen) {
        match screen {
            // Only once there is an answer: who just looks around leaves no trace.
            Screen::Question(_) | Screen::Review if self.draft.read_untracked().in_progress() => {
                self.change(self.draft, |draft| draft.at = Some(place(screen)));
            }
            Screen::Result => {
                if let Some(state) = self.state() {
                    (state.finish)(self);
                }
            }
            _ => {}
        }
    }

    /// Goes on in a language.
    pub(super) fn speak(self, to: Language) {
        let from = page::language();
        let fragment = address::fragment();
        // Where the browser refuses, the language changes and the address does not.
        address::replace(&format!("{}{}{fragment}", address::way(from, to), address::query()));
        page::set_language(to);
        self.language.set(to);
    }
}

/// A view as a draft notes it.
pub(super) fn place(screen: Screen) -> String {
    screen.fragment().trim_start_matches('#').to_owned()
}

pub(super) const fn stage(screen: Screen) -> Screen {
    match screen {
        Screen::Question(_) => Screen::Question(ItemNumber::FIRST),
        other => other,
    }
}
