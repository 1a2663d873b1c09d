//! What is kept beside the answers in progress: the finished results, and the plan for each.

use std::time::Duration;

use leptos::prelude::*;

use super::saving::{Place, Value, show};
use super::{Session, State, Which};
use crate::browser::{clock, frame, page, storage};
use duet_domain::Side;
use duet_domain::draft::Draft;
use duet_domain::history::{Added, History};
use duet_domain::instrument;
use duet_domain::plan::Plan;
use duet_domain::record::Record;
use duet_domain::stored::Stored;

/// How long a person who types has to rest for it to be stored.
const REST: Duration = Duration::from_millis(400);

/// The signals.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) history: RwSignal<History>,
    /// The text that the history was read from or written to last: it is long, and is not written again to be compared.
    text: RwSignal<Option<String>>,
    /// Results whose label or plan was changed and is not stored yet, as they are now.
    unsaved: RwSignal<Vec<Record>>,
    /// Counts what was typed.
    typed: RwSignal<u32>,
    /// The history before this tab had to wait for the rest of the program.
    before: RwSignal<History>,
}

impl Kept {
    /// Whether the history is that of a stored text.
    fn is_of(self, text: &str) -> bool {
        self.text.with_untracked(|own| own.as_deref() == Some(text))
    }

    /// What was finished since.
    pub(super) fn finished_meanwhile(self) -> Vec<Record> {
        let before = self.before.get_untracked().results;
        let all = self.history.get_untracked().results;
        all.into_iter().filter(|result| !before.contains(result)).collect()
    }
}

/// For the first part of the program.
pub static STATE: State = State {
    hold: Session::hold,
    take_up: Session::take_up,
    follow: Session::follow_kept,
    refresh: Session::reload_kept,
    receive: Session::receive_answers,
    wait: |session| session.kept().before.set(session.kept().history.get_untracked()),
    save_notes: Session::save_typed,
    finish: Session::finish,
    is_at_risk: Session::is_at_risk,
};

impl Value for History {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_with(|reader| reader.read_history, text)
    }
}

impl Which {
    fn place(self, history: &History, draft: &Draft) -> Option<usize> {
        match self {
            Self::Current => history.place_of(draft),
            Self::Kept(code) => history.place_with(code),
        }
    }
}

impl Session {
    /// Makes room for it.
    pub(super) fn hold(self) {
        self.kept.get_or_init(|| Kept {
            history: RwSignal::default(),
            text: RwSignal::default(),
            unsaved: RwSignal::default(),
            typed: RwSignal::default(),
            before: RwSignal::default(),
        });
    }

    /// # Panics
    /// When it is asked for before the part of the program that uses it is there, which would be a fault of that part.
    pub(super) fn kept(self) -> Kept {
        *self.kept.get().expect("what is kept is there")
    }

    /// Reads everything. Answers that the storage did not take are in this tab alone, and stay.
    pub(super) fn take_up(self) {
        if !storage::is_there() {
            return;
        }
        if self.keeps() {
            self.reload(self.draft);
            self.reload(self.settings);
        }
        self.reload_kept();
    }

    pub(super) fn reload_kept(self) {
        let kept = self.kept();
        let Some(text) = storage::get(History::KEY).filter(|text| !kept.is_of(text)) else { return };
        if let Some(history) = self.read_kept(text.clone()) {
            show(kept.history, history);
            kept.text.set(Some(text));
        }
    }

    pub(super) fn follow_kept(self, key: Option<&str>) {
        if key.is_some_and(|key| key != History::KEY) || !self.keeps() {
            return;
        }
        if storage::get(History::KEY).is_some() {
            self.reload_kept();
        } else {
            self.forget_kept();
        }
    }

    /// Forgets everything of it, here and not in the storage.
    pub(super) fn forget_kept(self) {
        let kept = self.kept();
        kept.unsaved.set(Vec::new());
        kept.text.set(None);
        show(kept.history, History::default());
    }

    /// The history of a stored text, with what was typed here since.
    fn read_kept(self, text: String) -> Option<History> {
        let mut history = History::read_thoroughly(self, text)?;
        history.take_typed(&self.kept().unsaved.read_untracked());
        Some(history)
    }

    /// The history as it is stored, which another tab may have changed; else as it is in this tab.
    pub(super) fn current_history(self) -> History {
        let kept = self.kept();
        let stored = storage::get(History::KEY).filter(|text| self.keeps() && !kept.is_of(text));
        stored.and_then(|text| self.read_kept(text)).unwrap_or_else(|| kept.history.get_untracked())
    }

    fn change_history(self, change: impl FnOnce(&mut History)) {
        let mut history = self.current_history();
        change(&mut history);
        self.store_history(history);
    }

    fn store_history(self, history: History) {
        let kept = self.kept();
        if self.may_store() {
            let text = history.write();
            if self.keep_text(History::KEY, &text) {
                kept.text.set(Some(text));
                kept.unsaved.set(Vec::new());
            }
        }
        show(kept.history, history);
    }

    /// Whether something would be lost if the page were loaded again.
    pub(super) fn is_at_risk(self) -> bool {
        self.place() != Place::Device && !self.kept().history.read().results.is_empty()
    }

    /// The finished results.
    pub fn history(self) -> History {
        self.kept().history.get()
    }

    /// Puts the answers into the history when all are there.
    pub(super) fn finish(self) {
        if self.draft.read_untracked().answers.complete().is_none() {
            return;
        }
        let language = self.language.get_untracked().tag();
        let mut draft = self.current(self.draft);
        let mut history = self.current_history();
        if history.finish(&mut draft, instrument::reference(), language, (clock::now(), clock::today())) {
            // The history first: should the program end between the two, the result is there twice, and not lost.
            self.store_history(history);
            self.store(self.draft, draft);
            if let Some(result) = untrack(|| self.result(Which::Current)) {
                frame::say_result(result.score(), result.side);
            }
        }
    }

    /// A finished result, if it is there.
    pub fn result(self, which: Which) -> Option<Record> {
        let history = self.kept().history.read();
        let place = which.place(&history, &self.draft.read())?;
        history.results.get(place).cloned()
    }

    /// Changes the label and the plan of a finished result. It is shown at once, and stored when the person rests: the whole history is
    /// written for it, which is too much for each letter.
    pub fn change_result(self, which: Which, change: impl FnOnce(&mut String, &mut Plan)) {
        let (kept, draft) = (self.kept(), self.draft.get_untracked());
        let Some(place) = kept.history.with_untracked(|history| which.place(history, &draft)) else { return };
        let mut changed = None;
        kept.history.update(|history| {
            let result = &mut history.results[place];
            change(&mut result.label, &mut result.plan);
            changed = Some(result.clone());
        });
        kept.unsaved.update(|unsaved| {
            if let Some(changed) = changed {
                unsaved.retain(|other| !other.is_same(&changed));
                unsaved.push(changed);
            }
        });
        kept.typed.update(|typed| *typed += 1);
        let typed = kept.typed.get_untracked();
        page::later(REST, move || {
            if kept.typed.get_untracked() == typed {
                self.save_typed();
            }
        });
    }

    fn save_typed(self) {
        if !self.kept().unsaved.read_untracked().is_empty() {
            self.store_history(self.current_history());
        }
    }

    /// Says on which side one is, of a finished result that does not say it.
    pub fn set_side(self, which: Which, side: Side) {
        let (mut history, mut draft) = (self.current_history(), self.current(self.draft));
        let Some(place) = which.place(&history, &draft) else { return };
        if history.set_side(&mut draft, place, side) {
            self.store_history(history);
            self.store(self.draft, draft);
        }
    }

    /// Adds results from elsewhere to the history.
    pub fn add_results(self, results: Vec<Record>) -> Added {
        let mut added = Added::default();
        self.change_history(|history| added = history.add(results));
        added
    }

    /// Gives results that are in the history the label and the plan of these.
    pub fn take_notes(self, results: Vec<Record>) {
        self.change_history(|history| history.take_notes(results));
    }

    /// Deletes one finished result.
    pub fn delete_result(self, result: &Record) {
        self.delete(|history, draft| history.delete(draft, result));
    }

    /// Deletes all finished results. Answers in progress stay.
    pub fn delete_results(self) {
        self.delete(History::clear);
    }

    fn delete(self, delete: impl FnOnce(&mut History, &mut Draft)) {
        let (mut history, mut draft) = (self.current_history(), self.current(self.draft));
        delete(&mut history, &mut draft);
        self.store_history(history);
        self.store(self.draft, draft);
    }
}
