//! Answering: an item, who answers, beginning anew.

use leptos::prelude::*;

use super::{Notice, Part, Place, Session, Why, going, saving};
use crate::browser::{address, clock, page};
use crate::screen::Screen;
use duet_domain::Side;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::instrument;

impl Session {
    /// Answers an item and stays.
    pub fn choose(self, item: ItemNumber, answer: Answer) {
        if let Some(draft) = self.with_answer(item, answer) {
            self.store(self.draft, draft);
            self.after_answer();
        }
    }

    /// Answers an item and goes on: to the next one, the next gap, or the review.
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        let was_open = self.answer_to_untracked(item).is_none();
        let changed = self.with_answer(item, answer);
        let answers = changed.as_ref().map_or_else(|| self.draft.read_untracked().answers, |draft| draft.answers);
        let next = answers.after(item, was_open).map_or(Screen::Review, Screen::Question);
        let Some(mut draft) = changed else { return self.go(next) };
        let part = Part::of(next);
        if self.has(part, self.language.get_untracked()) {
            if draft.in_progress() {
                draft.at = Some(going::place(next));
            }
            // Stored before the next statement shows, but shown after it: what is being left need not be drawn once more.
            self.keep(&draft);
            address::push(&next.fragment());
            self.once_there(part, move |session| session.enter(next));
            saving::show(self.draft, draft);
        } else {
            self.store(self.draft, draft);
            self.go(next);
        }
        self.after_answer();
    }

    /// The answers with one more. None where it is there already.
    fn with_answer(self, item: ItemNumber, answer: Answer) -> Option<Draft> {
        if self.answer_to_untracked(item) == Some(answer) {
            return None;
        }
        let mut draft = self.current(self.draft);
        draft.instrument = Some(instrument::reference().clone());
        draft.answer(item, answer, clock::now());
        Some(draft)
    }

    fn after_answer(self) {
        self.notice.set(None);
        // Who has begun will want to know what comes of it, but first the next statement.
        if !self.has(Part::Results, self.language.get_untracked()) {
            page::after_a_paint(move || self.fetch(Part::Results));
        }
        // What it waits for may not have come the first time.
        if self.place.get_untracked() == Place::Tab(Why::Waiting) {
            self.fetch(Part::Rest);
        }
    }

    fn answer_to_untracked(self, item: ItemNumber) -> Option<Answer> {
        self.draft.read_untracked().answers.get(item)
    }

    /// Says who answers, or takes it back.
    pub fn choose_side(self, side: Option<Side>) {
        // Who chooses knows better than the link.
        self.invited.set(None);
        self.change(self.draft, |draft| draft.side = side);
    }

    /// Begins anew with the first statement. The finished results stay in the history; answers that were not finished can be
    /// fetched back until the first new one.
    pub fn begin_anew(self) {
        let former = self.current(self.draft);
        let side = self.invited.get_untracked().or(former.side);
        self.store(self.draft, Draft { side, ..Draft::default() });
        let lost = former.in_progress();
        self.go(Screen::Question(ItemNumber::FIRST));
        self.notice.set(lost.then(|| Notice::Restarted(Box::new(former))));
    }

    /// Fetches back the answers from before beginning anew. Answers that another tab has given meanwhile can be fetched back in
    /// their turn.
    pub fn undo(self) {
        if let Some(Notice::Restarted(former)) = self.notice.get_untracked() {
            let newer = self.current(self.draft);
            self.store(self.draft, *former);
            self.go(self.stopped_at());
            self.notice.set(newer.in_progress().then(|| Notice::Restarted(Box::new(newer))));
        }
    }
}
