//! Answers that a link brings, from a frame to a tab of its own; and the link that takes them there.

use leptos::prelude::*;

use super::{Notice, Session, Source};
use crate::browser::{address, clock};
use crate::domain::carry;
use crate::domain::draft::Draft;
use crate::screen::Screen;

impl Session {
    /// The address of this view in a tab of its own, with the answers. None where nobody else could open it.
    pub fn own_tab(self) -> Option<String> {
        let screen = self.screen.get();
        let draft = self.draft.get();
        let fragment = match screen {
            Screen::SharedTeam => address::fragment(),
            Screen::Team => Screen::of_codes(&self.team(Source::Own).codes()),
            Screen::Shared(_) => screen.fragment(),
            _ if draft.answers.is_empty() => screen.fragment(),
            _ => carry::write(&draft, screen.fragment().trim_start_matches('#')),
        };
        address::link(&fragment)
    }

    /// Takes the answers of a fragment that carries some, and shows the view they were left at. Says whether there were any. Who
    /// has other answers in progress here is asked first; finished ones are in the history.
    pub(super) fn receive(self, fragment: &str) -> bool {
        let Some(carried) = carry::read(fragment) else { return false };
        let own = self.current(self.draft);
        let same = own.answers == carried.answers;
        let ask = own.in_progress() && !same;
        let screen = if ask { self.stopped_at() } else { left_at(&carried) };
        if !ask && !same {
            self.store(self.draft, Draft { started: Some(clock::now()), ..carried.clone() });
        }
        address::replace(&screen.fragment());
        self.arrive(screen);
        if ask {
            self.notice.set(Some(Notice::Carried(Box::new(carried))));
        }
        true
    }

    /// Takes the answers of the link in the place of one's own, which can be fetched back.
    pub fn take_carried(self) {
        let Some(Notice::Carried(carried)) = self.notice.get_untracked() else { return };
        let own = self.current(self.draft);
        let screen = left_at(&carried);
        self.store(self.draft, Draft { started: Some(clock::now()), ..*carried });
        self.go(screen);
        self.notice.set(Some(Notice::Restarted(Box::new(own))));
    }

    /// Leaves the answers of the link.
    pub fn keep_own(self) {
        self.notice.set(None);
    }
}

/// The view at which a draft was left, wherever that was.
fn left_at(draft: &Draft) -> Screen {
    draft.at.as_deref().map_or(Screen::Start, Screen::from_fragment)
}
