//! The finished results, each with its label and plan.

use std::time::Duration;

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;

use super::{Persisted, Run, Storage};
use crate::platform::{IS_BROWSER, clock, page};
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::code::Code;
use duet_domain::draft::Draft;
use duet_domain::history::{History, Merged};
use duet_domain::instrument;
use duet_domain::plan::Plan;
use duet_domain::record::Record;

/// How long typing must have stopped before an edit is stored.
const TYPING_PAUSE: Duration = Duration::from_millis(400);

/// Identifies one of the finished results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultId {
    /// The result of the answers in this browser.
    Current,
    /// The newest result of the history with this code.
    Code(Code),
}

impl ResultId {
    fn position(self, history: &History, draft: &Draft) -> Option<usize> {
        match self {
            Self::Current => history.position_of(draft),
            Self::Code(code) => history.position_with_code(code),
        }
    }
}

/// The finished results.
#[derive(Clone, Copy)]
pub struct Results {
    run: Run,
    /// The results as they are stored.
    pub history: Persisted<History>,
    /// Results with an edited label or plan that is not stored yet.
    unsaved: StoredValue<Vec<Record>>,
    /// Number of edits, by which a timer knows whether it belongs to the last one.
    edits: StoredValue<u32>,
    is_open: StoredValue<bool>,
}

impl Results {
    /// No results; [`Self::open`] reads the stored ones.
    pub(super) fn new(storage: Storage, run: Run) -> Self {
        Self {
            run,
            history: Persisted::new(storage),
            unsaved: StoredValue::default(),
            edits: StoredValue::default(),
            is_open: StoredValue::new(false),
        }
    }

    /// Reads the history and follows other tabs. Edits are stored when the typing rests, when a field loses the focus, and when the
    /// page is hidden or left. Only the first call has an effect.
    pub fn open(self) {
        if !IS_BROWSER || self.is_open.get_value() {
            return;
        }
        self.is_open.set_value(true);
        self.history.merge_with(move |history| self.unsaved.with_value(|unsaved| history.apply_edits(unsaved)));
        self.history.open();
        for event in ["focusout", "pagehide", "visibilitychange"] {
            window_event_listener_untyped(event, move |_| self.save_edits());
        }
    }

    /// Whether there are results, or a stored history that was not read yet.
    pub fn has_any(self) -> bool {
        !self.history.read().results.is_empty() || self.history.has_stored_text()
    }

    fn store(self, history: History) {
        if self.history.store(history) {
            self.unsaved.set_value(Vec::new());
        }
    }

    fn change(self, change: impl FnOnce(&mut History)) {
        let mut history = self.history.current();
        change(&mut history);
        self.store(history);
    }

    /// Adds the answers to the history if all are given. Returns the result if it is new.
    pub fn finish(self, language: Language) -> Option<Record> {
        self.run.draft.read_untracked().answers.complete()?;
        let mut draft = self.run.draft.current();
        let mut history = self.history.current();
        if !history.finish(&mut draft, instrument::reference(), language.tag(), (clock::now(), clock::today())) {
            return None;
        }
        // The history first: if the page is closed between the two writes, the result is there twice and not lost.
        self.store(history);
        self.run.draft.store(draft);
        untrack(|| self.result(ResultId::Current))
    }

    /// A finished result. None if there is no such result.
    pub fn result(self, id: ResultId) -> Option<Record> {
        let history = self.history.read();
        let position = id.position(&history, &self.run.draft.read())?;
        history.results.get(position).cloned()
    }

    /// The result before a finished one, of the same side. None for the first.
    pub fn previous(self, id: ResultId) -> Option<Record> {
        let history = self.history.read();
        let position = id.position(&history, &self.run.draft.read())?;
        history.previous_of_side(position, &clock::today()).cloned()
    }

    /// The respondent's own result for a comparison: that of the answers in this browser, otherwise the newest of the history.
    pub fn own_result(self) -> Option<Record> {
        self.result(ResultId::Current).or_else(|| self.history.read().latest(&clock::today()).cloned())
    }

    /// Changes the label and the plan of a finished result. The change is shown at once and stored after a pause in typing, because
    /// storing it writes the whole history.
    pub fn change_result(self, id: ResultId, change: impl FnOnce(&mut String, &mut Plan)) {
        let position = id.position(&self.history.read_untracked(), &self.run.draft.read_untracked());
        let Some(position) = position else { return };
        let mut changed = None;
        self.history.update_local(|history| {
            let result = &mut history.results[position];
            change(&mut result.label, &mut result.plan);
            changed = Some(result.clone());
        });
        self.unsaved.update_value(|unsaved| {
            if let Some(changed) = changed {
                unsaved.retain(|other| !other.is_same_result(&changed));
                unsaved.push(changed);
            }
        });
        self.edits.update_value(|edits| *edits += 1);
        let edit = self.edits.get_value();
        page::after_delay(TYPING_PAUSE, move || {
            if self.edits.get_value() == edit {
                self.save_edits();
            }
        });
    }

    fn save_edits(self) {
        if self.unsaved.with_value(Vec::is_empty) {
            return;
        }
        let history = self.history.current();
        if history.results.is_empty() {
            // Another tab has deleted the results.
            self.unsaved.set_value(Vec::new());
        } else {
            self.store(history);
        }
    }

    /// Sets the side of a finished result whose respondent has not stated one.
    pub fn set_side(self, id: ResultId, side: Side) {
        let (mut history, mut draft) = (self.history.current(), self.run.draft.current());
        let Some(position) = id.position(&history, &draft) else { return };
        if history.set_side(&mut draft, position, side) {
            self.store(history);
            self.run.draft.store(draft);
        }
    }

    /// Adds imported results.
    pub fn add_results(self, results: Vec<Record>) -> Merged {
        let mut added = Merged::default();
        self.change(|history| added = history.merge(results));
        added
    }

    /// Replaces the label and the plan of results in the history by those of the same imported results.
    pub fn replace_notes(self, results: Vec<Record>) {
        self.change(|history| history.replace_notes(results));
    }

    /// Deletes one finished result.
    pub fn delete(self, result: &Record) {
        self.delete_with(|history, draft| history.delete(draft, result));
    }

    /// Deletes all finished results. Answers in progress stay.
    pub fn delete_all(self) {
        self.delete_with(History::clear);
    }

    fn delete_with(self, delete: impl FnOnce(&mut History, &mut Draft)) {
        let (mut history, mut draft) = (self.history.current(), self.run.draft.current());
        delete(&mut history, &mut draft);
        self.store(history);
        self.run.draft.store(draft);
    }

    /// Whether a draft has answers that no result in the history contains.
    pub(super) fn is_unrecorded(self, draft: &Draft) -> bool {
        let history = self.history.current();
        let recorded = history.position_of(draft).map(|position| history.results[position].answers);
        !draft.answers.is_empty() && (recorded.is_none() || recorded != draft.answers.complete())
    }

    /// Removes all results from the storage and from this tab.
    pub(super) fn remove(self) {
        self.unsaved.set_value(Vec::new());
        self.history.remove();
    }
}
