//! The answers in progress.

use leptos::prelude::*;

use super::{Persisted, Storage};
use crate::platform::{address, clock};
use crate::route::Screen;
use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::instrument;
use duet_domain::stored::Stored;

/// A word to the person about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// They came back to answers in progress.
    Resumed,
    /// They began again; these are the answers from before.
    Restarted(Box<Draft>),
    /// Everything was deleted.
    Cleared,
    /// A link brings these answers, and they have others.
    Carried(Box<Draft>),
}

/// The answers in progress, and what is to be said about them.
#[derive(Clone, Copy)]
pub struct Run {
    /// The answers as they are stored.
    pub draft: Persisted<Draft>,
    /// The word to the person, if there is one.
    pub notice: RwSignal<Option<Notice>>,
    /// The side that the link to the check has named.
    invited: RwSignal<Option<Side>>,
}

impl Run {
    /// A run that was not read yet.
    pub(super) fn new(storage: Storage) -> Self {
        Self { draft: Persisted::new(storage), notice: RwSignal::new(None), invited: RwSignal::new(None) }
    }

    /// The answers alone.
    pub fn answers(self) -> Answers {
        self.draft.read().answers
    }

    /// The answer to an item.
    pub fn answer_to(self, item: ItemNumber) -> Option<Answer> {
        self.draft.read().answers.get(item)
    }

    /// Who answers next: after a finished run that is whom the link has named.
    pub fn side(self) -> Option<Side> {
        let draft = self.draft.read();
        self.invited.get().filter(|_| draft.completed.is_some()).or(draft.side)
    }

    /// Answers an item.
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        if self.draft.read_untracked().answers.get(item) != Some(answer) {
            self.draft.change(|draft| {
                draft.instrument = Some(instrument::reference().clone());
                draft.answer(item, answer, clock::now());
            });
            self.notice.set(None);
        }
    }

    /// Says who answers, or takes it back.
    pub fn choose_side(self, side: Option<Side>) {
        // Who chooses knows better than the link.
        self.invited.set(None);
        self.draft.change(|draft| draft.side = side);
    }

    /// Begins again. The finished results stay in the history; answers that were not finished can be fetched back until the first new one.
    pub(super) fn restart(self) {
        let former = self.draft.current();
        let side = self.invited.get_untracked().or(former.side);
        self.draft.store(Draft { side, ..Draft::default() });
        self.notice.set(former.in_progress().then(|| Notice::Restarted(Box::new(former))));
    }

    /// Takes other answers in the place of those in progress, which can be fetched back.
    pub(super) fn replace(self, draft: Draft) {
        let former = self.draft.current();
        self.draft.store(draft);
        self.notice.set((!former.answers.is_empty()).then(|| Notice::Restarted(Box::new(former))));
    }

    /// Where to go on answering: the view one was on, else the first open item, else the review.
    pub fn stopped_at(self) -> Screen {
        let draft = self.draft.read_untracked();
        let at = draft.view.as_deref().map(Screen::from_fragment);
        at.filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review))
            .or_else(|| draft.answers.open().next().map(Screen::Question))
            .unwrap_or(Screen::Review)
    }

    /// Notes where the person is, once there is an answer: who just looks around leaves no trace.
    pub(super) fn note_place(self, screen: Screen) {
        let place = place(screen);
        let draft = self.draft.read_untracked();
        let moved = draft.in_progress() && draft.view.as_ref() != Some(&place);
        drop(draft);
        if moved && matches!(screen, Screen::Question(_) | Screen::Review) {
            self.draft.change(|draft| draft.view = Some(place));
        }
    }

    /// Takes the side from the address, `?side=sales`, for those who have not answered anything yet. It is stored with the first answer.
    pub(super) fn follow_invitation(self) {
        let invited = address::parameter("side").and_then(|key| Side::from_key(&key));
        let invited = invited.filter(|side| Side::STATED.contains(side));
        if invited.is_some() && self.draft.read_untracked().answers.is_empty() {
            if crate::platform::storage::get(Draft::KEY).is_some() {
                // What is stored would be read again with the first answer.
                self.choose_side(invited);
            }
            self.draft.update_shown(|draft| draft.side = invited);
        }
        self.invited.set(invited);
    }
}

/// A view as a draft notes it.
pub(super) fn place(screen: Screen) -> String {
    screen.fragment().trim_start_matches('#').to_owned()
}
