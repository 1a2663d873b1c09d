//! Answers that a link brings, from a frame to a tab of its own; and the link that takes them there.

use super::{Notice, Part, Session};
use crate::browser::{address, clock, frame, page};
use crate::screen::Screen;
use duet_domain::draft::Draft;
use duet_domain::{carry, gather};
use leptos::prelude::*;

impl Session {
    /// The address of this view in a tab of its own, with the answers. None where nobody else could open it.
    pub fn own_tab(self) -> Option<String> {
        let screen = self.screen.get();
        let draft = self.draft.get();
        let team = self.rest().filter(|_| screen == Screen::Team).and_then(|rest| (rest.comparison.link)(self));
        let fragment = match screen {
            Screen::SharedTeam => address::fragment(),
            Screen::Shared(_) => screen.fragment(),
            Screen::Team if team.is_some() => team.unwrap_or_default(),
            _ if draft.answers.is_empty() => {
                let side = self.side().map_or_else(String::new, |side| format!("?side={}", side.key()));
                side + &screen.fragment()
            }
            _ => carry::write(&draft, screen.fragment().trim_start_matches('#')),
        };
        address::link(&fragment)
    }

    /// The address of this page with the answers in progress, for another browser. None where there are none, and where nobody else
    /// could open it.
    pub fn take_along(self) -> Option<String> {
        let draft = self.draft.get();
        let shown = Some(self.screen.get()).filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review));
        let at = shown.map(|screen| screen.fragment().trim_start_matches('#').to_owned()).or_else(|| draft.at.clone());
        let fragment = carry::write(&draft, &at.unwrap_or_else(|| "review".to_owned()));
        address::link(&fragment).filter(|_| draft.in_progress())
    }

    /// The button for it, once its part of the program is there. Nothing where no answers are missing or all are, and in a frame, which
    /// has a way out of its own.
    pub fn along(self, lasts: bool) -> Option<AnyView> {
        let framed = frame::is_framed() || frame::is_without_origin();
        let unfinished = self.draft.read().in_progress() && self.answers().complete().is_none();
        if framed || !unfinished || address::link("").is_none() {
            return None;
        }
        if self.handing().is_none() {
            // First what the person is waiting for.
            page::after_a_paint(move || self.bring_handing());
        }
        self.handing().map(|part| (part.take_along)(self, lasts))
    }

    /// Takes the answers of a fragment that carries some, and shows the view they were left at. Says whether there were any. Who
    /// has other answers here that are in no result is asked first.
    pub(super) fn receive_answers(self, fragment: &str) -> bool {
        let Some(carried) = carry::read(&gather::plain_fragment(fragment)) else { return false };
        let own = self.current(self.draft);
        let same = own.answers == carried.answers;
        let ask = !same && self.has_unrecorded(&own);
        let screen = if ask { self.stopped_at() } else { left_at(&carried) };
        if !ask && !same {
            self.store(self.draft, Draft { started: Some(clock::now()), ..carried.clone() });
        }
        address::replace(&screen.fragment());
        // It may be one of the rest.
        self.once_there(Part::of(screen), move |session| {
            session.show(screen);
            if ask {
                session.notice.set(Some(Notice::Carried(Box::new(carried))));
            }
        });
        true
    }

    /// Whether there are answers that are not, just so, in a result.
    fn has_unrecorded(self, own: &Draft) -> bool {
        let history = self.current_history();
        let recorded = history.place_of(own).map(|place| history.results[place].answers);
        !own.answers.is_empty() && (recorded.is_none() || recorded != own.answers.complete())
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

/// The view at which a draft was left, wherever that was. Not the result: a link alone makes none, the person does.
fn left_at(draft: &Draft) -> Screen {
    match draft.at.as_deref().map_or(Screen::Start, Screen::from_fragment) {
        Screen::Result => Screen::Review,
        screen => screen,
    }
}
