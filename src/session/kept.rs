//! What is kept beside the answers in progress: the finished results, and the plan for each.

use leptos::prelude::untrack;

use super::saving::{Place, Value};
use super::{Session, State, Watched, Which};
use crate::browser::{clock, frame, storage};
use crate::domain::Side;
use crate::domain::draft::Draft;
use crate::domain::history::{Added, History};
use crate::domain::instrument;
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::stored::Stored;

/// The signals.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) history: Watched<History>,
    /// The history before this tab had to wait for the rest of the program.
    before: Watched<History>,
}

impl Kept {
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
        self.kept.get_or_init(|| Kept { history: Watched::default(), before: Watched::default() });
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
        self.reload(self.kept().history);
    }

    pub(super) fn reload_kept(self) {
        self.reload(self.kept().history);
    }

    pub(super) fn follow_kept(self, key: Option<&str>) {
        if key.is_none_or(|key| key == History::KEY) {
            self.follow(self.kept().history);
        }
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
        let mut history = self.current(self.kept().history);
        if history.finish(&mut draft, instrument::reference(), language, (clock::now(), clock::today())) {
            // The history first: should the program end between the two, the result is there twice, and not lost.
            self.store(self.kept().history, history);
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

    /// Changes the label and the plan of a finished result.
    pub fn change_result(self, which: Which, change: impl FnOnce(&mut String, &mut Plan)) {
        let draft = self.draft.get_untracked();
        self.change(self.kept().history, |history| {
            if let Some(place) = which.place(history, &draft) {
                let result = &mut history.results[place];
                change(&mut result.label, &mut result.plan);
            }
        });
    }

    /// Says on which side one is, of a finished result that does not say it.
    pub fn set_side(self, which: Which, side: Side) {
        let (mut history, mut draft) = (self.current(self.kept().history), self.current(self.draft));
        let Some(place) = which.place(&history, &draft) else { return };
        if history.set_side(&mut draft, place, side) {
            self.store(self.kept().history, history);
            self.store(self.draft, draft);
        }
    }

    /// Adds results from elsewhere to the history.
    pub fn add_results(self, results: Vec<Record>) -> Added {
        let mut added = Added::default();
        self.change(self.kept().history, |history| added = history.add(results));
        added
    }

    /// Gives results that are in the history the label and the plan of these.
    pub fn take_notes(self, results: Vec<Record>) {
        self.change(self.kept().history, |history| history.take_notes(results));
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
        let (mut history, mut draft) = (self.current(self.kept().history), self.current(self.draft));
        delete(&mut history, &mut draft);
        self.store(self.kept().history, history);
        self.store(self.draft, draft);
    }
}
