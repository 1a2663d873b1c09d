//! The answers in progress.

use leptos::prelude::*;

use super::{Persisted, Storage};
use crate::platform::{address, clock};
use crate::route::Screen;
use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::instrument;
use duet_domain::invitation::Inviter;
use duet_domain::stored::Stored;

/// A message about something that has just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The person has come back to answers in progress.
    Resumed,
    /// A new run has replaced this draft, which can be restored.
    Restarted(Box<Draft>),
    /// Everything was deleted.
    Cleared,
    /// A link brings this draft, and there are other answers already. The person chooses.
    IncomingAnswers(Box<Draft>),
}

/// The answers in progress, and the message about them.
#[derive(Clone, Copy)]
pub struct Run {
    /// The answers as they are stored.
    pub draft: Persisted<Draft>,
    /// The current message.
    pub notice: RwSignal<Option<Notice>>,
    /// The side named by the link that led here, `?side=`.
    invited_side: RwSignal<Option<Side>>,
    /// Who has sent that link.
    inviter: StoredValue<Option<Inviter>>,
}

impl Run {
    /// No answers; opening `draft` reads the stored ones.
    pub(super) fn new(storage: Storage) -> Self {
        Self {
            draft: Persisted::new(storage),
            notice: RwSignal::new(None),
            invited_side: RwSignal::new(None),
            inviter: StoredValue::new(None),
        }
    }

    /// The answers.
    pub fn answers(self) -> Answers {
        self.draft.read().answers
    }

    /// The answer to an item.
    pub fn answer_to(self, item: ItemNumber) -> Option<Answer> {
        self.draft.read().answers.get(item)
    }

    /// The side of the next respondent: after a finished run the one named by the link, otherwise that of the draft.
    pub fn side(self) -> Option<Side> {
        let draft = self.draft.read();
        self.invited_side.get().filter(|_| draft.completed.is_some()).or(draft.side)
    }

    /// Stores the answer to an item.
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        if self.draft.read_untracked().answers.get(item) != Some(answer) {
            self.draft.change(|draft| {
                draft.instrument = Some(instrument::reference().clone());
                draft.answer(item, answer, clock::now());
            });
            self.notice.set(None);
        }
    }

    /// Sets the side of the respondent; it has priority over the side named by the link.
    pub fn choose_side(self, side: Option<Side>) {
        self.invited_side.set(None);
        self.draft.change(|draft| draft.side = side);
    }

    /// Starts a new run. Finished results stay in the history; unfinished answers can be restored until the first new answer.
    pub(super) fn restart(self) {
        let former = self.draft.current();
        let side = self.invited_side.get_untracked().or(former.side);
        let inviter = self.inviter.get_value().or_else(|| former.inviter.clone());
        self.draft.store(Draft { side, inviter, ..Draft::default() });
        self.notice.set(former.in_progress().then(|| Notice::Restarted(Box::new(former))));
    }

    /// Replaces the answers in progress, which can be restored.
    pub(super) fn replace(self, draft: Draft) {
        let former = self.draft.current();
        self.draft.store(draft);
        self.notice.set((!former.answers.is_empty()).then(|| Notice::Restarted(Box::new(former))));
    }

    /// Where answering continues: the last view, otherwise the first open item, otherwise the review.
    pub fn resume_screen(self) -> Screen {
        let draft = self.draft.read_untracked();
        let at = draft.view.as_deref().map(Screen::from_fragment);
        at.filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review))
            .or_else(|| draft.answers.open().next().map(Screen::Question))
            .unwrap_or(Screen::Review)
    }

    /// Stores the current view in the draft once there is an answer. Before the first answer nothing is stored.
    pub(super) fn record_view(self, screen: Screen) {
        let name = view_name(screen);
        let draft = self.draft.read_untracked();
        let moved = draft.in_progress() && draft.view.as_ref() != Some(&name);
        drop(draft);
        if moved && matches!(screen, Screen::Question(_) | Screen::Review) {
            self.draft.change(|draft| draft.view = Some(name));
        }
    }

    /// Takes the side, `?side=sales`, and the inviter from the address, if there are no answers yet. They are stored with the first answer.
    pub(super) fn read_invitation(self) {
        let inviter = Inviter::from_fragment(&address::fragment());
        self.inviter.set_value(inviter.clone());
        if inviter.is_some() && self.draft.read_untracked().answers.is_empty() {
            self.set_in_draft(|draft| draft.inviter.clone_from(&inviter));
        }
        let side = address::parameter("side").and_then(|key| Side::from_key(&key));
        let side = side.filter(|side| Side::STATED.contains(side));
        if side.is_some() && self.draft.read_untracked().answers.is_empty() {
            self.set_in_draft(|draft| draft.side = side);
        }
        self.invited_side.set(side);
    }

    /// Changes an empty draft. It is not stored before the first answer, unless there is a stored one: the first answer reads that again.
    fn set_in_draft(self, change: impl Fn(&mut Draft)) {
        if crate::platform::storage::get(Draft::KEY).is_some() {
            self.draft.change(&change);
        }
        self.draft.update_local(change);
    }
}

/// A view as a draft names it: its fragment without `#`.
pub(super) fn view_name(screen: Screen) -> String {
    screen.fragment().trim_start_matches('#').to_owned()
}
