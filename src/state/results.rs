//! The finished results, and the plan for each.

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

/// How long a person who types has to rest before it is stored.
const REST: Duration = Duration::from_millis(400);

/// Which of the finished results is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// That of the answers in this browser.
    Current,
    /// The newest one in the history that has this code.
    Kept(Code),
}

impl Which {
    fn place(self, history: &History, draft: &Draft) -> Option<usize> {
        match self {
            Self::Current => history.position_of(draft),
            Self::Kept(code) => history.position_with_code(code),
        }
    }
}

/// The finished results.
#[derive(Clone, Copy)]
pub struct Results {
    run: Run,
    /// The results as they are stored.
    pub history: Persisted<History>,
    /// Results whose label or plan was changed and is not stored yet, as they are now.
    unsaved: StoredValue<Vec<Record>>,
    /// Counts what was typed.
    typed: StoredValue<u32>,
    is_open: StoredValue<bool>,
}

impl Results {
    /// Results that were not read yet.
    pub(super) fn new(storage: Storage, run: Run) -> Self {
        Self {
            run,
            history: Persisted::new(storage),
            unsaved: StoredValue::default(),
            typed: StoredValue::default(),
            is_open: StoredValue::new(false),
        }
    }

    /// Reads them, once, and follows what other tabs do to them. What is typed is stored when the person leaves the field or the page.
    pub fn open(self) {
        if !IS_BROWSER || self.is_open.get_value() {
            return;
        }
        self.is_open.set_value(true);
        self.history.merge_with(move |history| self.unsaved.with_value(|unsaved| history.apply_edits(unsaved)));
        self.history.open();
        for event in ["focusout", "pagehide", "visibilitychange"] {
            window_event_listener_untyped(event, move |_| self.save_typed());
        }
    }

    /// Whether there are any, here or in the storage.
    pub fn any(self) -> bool {
        !self.history.read().results.is_empty() || self.history.is_in_storage()
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

    /// Puts the answers into the history when all are there. Gives the result that is new.
    pub fn finish(self, language: Language) -> Option<Record> {
        self.run.draft.read_untracked().answers.complete()?;
        let mut draft = self.run.draft.current();
        let mut history = self.history.current();
        if !history.finish(&mut draft, instrument::reference(), language.tag(), (clock::now(), clock::today())) {
            return None;
        }
        // The history first: should the program end between the two, the result is there twice, and not lost.
        self.store(history);
        self.run.draft.store(draft);
        untrack(|| self.result(Which::Current))
    }

    /// A finished result, if it is there.
    pub fn result(self, which: Which) -> Option<Record> {
        let history = self.history.read();
        let place = which.place(&history, &self.run.draft.read())?;
        history.results.get(place).cloned()
    }

    /// The result that a person would add to a comparison: that of the answers in this browser, else the newest.
    pub fn own(self) -> Option<Record> {
        self.result(Which::Current).or_else(|| self.history.read().latest(&clock::today()).cloned())
    }

    /// Changes the label and the plan of a finished result. It is shown at once, and stored when the person rests: the whole history is
    /// written for it, which is too much for each letter.
    pub fn change_result(self, which: Which, change: impl FnOnce(&mut String, &mut Plan)) {
        let place = which.place(&self.history.read_untracked(), &self.run.draft.read_untracked());
        let Some(place) = place else { return };
        let mut changed = None;
        self.history.update_shown(|history| {
            let result = &mut history.results[place];
            change(&mut result.label, &mut result.plan);
            changed = Some(result.clone());
        });
        self.unsaved.update_value(|unsaved| {
            if let Some(changed) = changed {
                unsaved.retain(|other| !other.is_same_result(&changed));
                unsaved.push(changed);
            }
        });
        self.typed.update_value(|typed| *typed += 1);
        let typed = self.typed.get_value();
        page::later(REST, move || {
            if self.typed.get_value() == typed {
                self.save_typed();
            }
        });
    }

    fn save_typed(self) {
        if self.unsaved.with_value(Vec::is_empty) {
            return;
        }
        let history = self.history.current();
        if history.results.is_empty() {
            // Another tab has deleted them.
            self.unsaved.set_value(Vec::new());
        } else {
            self.store(history);
        }
    }

    /// Says on which side the respondent is, of a finished result that does not say it.
    pub fn set_side(self, which: Which, side: Side) {
        let (mut history, mut draft) = (self.history.current(), self.run.draft.current());
        let Some(place) = which.place(&history, &draft) else { return };
        if history.set_side(&mut draft, place, side) {
            self.store(history);
            self.run.draft.store(draft);
        }
    }

    /// Adds results from elsewhere.
    pub fn add_results(self, results: Vec<Record>) -> Merged {
        let mut added = Merged::default();
        self.change(|history| added = history.merge(results));
        added
    }

    /// Gives results that are here the label and the plan of these.
    pub fn take_notes(self, results: Vec<Record>) {
        self.change(|history| history.replace_notes(results));
    }

    /// Deletes one finished result.
    pub fn delete(self, result: &Record) {
        self.delete_some(|history, draft| history.delete(draft, result));
    }

    /// Deletes all finished results. Answers in progress stay.
    pub fn delete_all(self) {
        self.delete_some(History::clear);
    }

    fn delete_some(self, delete: impl FnOnce(&mut History, &mut Draft)) {
        let (mut history, mut draft) = (self.history.current(), self.run.draft.current());
        delete(&mut history, &mut draft);
        self.store(history);
        self.run.draft.store(draft);
    }

    /// Whether a draft has answers that are not, just so, in a result.
    pub(super) fn has_not(self, draft: &Draft) -> bool {
        let history = self.history.current();
        let recorded = history.position_of(draft).map(|place| history.results[place].answers);
        !draft.answers.is_empty() && (recorded.is_none() || recorded != draft.answers.complete())
    }

    /// Removes everything from the browser and from this tab.
    pub(super) fn remove(self) {
        self.unsaved.set_value(Vec::new());
        self.history.remove();
    }
}
