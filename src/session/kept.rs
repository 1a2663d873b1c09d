//! What is kept beside the answers in progress: the finished results, the plan for each, and values that could not be read.

use leptos::prelude::*;

use super::saving::{Place, Value, Why};
use super::{Notice, Session, State, Which};
use crate::browser::{clock, files, frame, storage};
use crate::domain::answers::ItemNumber;
use crate::domain::draft::Draft;
use crate::domain::history::{Added, History};
use crate::domain::instrument;
use crate::domain::plan::Plan;
use crate::domain::record::Record;
use crate::domain::settings::Settings;
use crate::domain::stored::{Quarantine, SetAside, Stored, Unreadable};
use crate::domain::team::Team;

/// A stored value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where it was stored.
    pub key: &'static str,
    /// What is wrong with it.
    pub fault: Unreadable,
    /// Whether it was moved to quarantine; else it still lies where it was.
    pub moved: bool,
}

/// The signals.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) history: RwSignal<History>,
    quarantine: RwSignal<Quarantine>,
    troubles: RwSignal<Vec<Trouble>>,
    /// What could not be read and could not be moved either.
    stuck: RwSignal<Vec<SetAside>>,
}

/// For the first part of the program.
pub static STATE: State = State {
    hold: Session::hold,
    take_up: Session::take_up,
    follow: Session::follow_kept,
    refresh: Session::reload_kept,
    receive: Session::receive_answers,
    finish: Session::finish,
    read_draft: Session::read_stored,
    read_settings: Session::read_stored,
    rejoin: Session::rejoin,
    is_at_risk: Session::is_at_risk,
};

impl Value for History {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_stored(text)
    }
}

impl Value for Quarantine {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_stored(text)
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
        // As long as the session, which lives as long as the page.
        let owner = Owner::new();
        self.kept.set_value(Some(owner.with(|| Kept {
            history: RwSignal::default(),
            quarantine: RwSignal::default(),
            troubles: RwSignal::default(),
            stuck: RwSignal::default(),
        })));
        std::mem::forget(owner);
    }

    /// # Panics
    /// When it is asked for before the part of the program that uses it is there, which would be a fault of that part.
    pub(super) fn kept(self) -> Kept {
        self.kept.get_value().expect("what is kept is there")
    }

    /// Reads everything. Answers that the storage did not take are in this tab alone, and stay.
    pub(super) fn take_up(self) {
        if !storage::is_there() {
            return;
        }
        self.reload(self.kept().quarantine);
        if self.keeps() {
            self.reload(self.draft);
            self.reload(self.settings);
        }
        self.reload(self.kept().history);
    }

    pub(super) fn reload_kept(self) {
        self.reload(self.kept().quarantine);
        self.reload(self.kept().history);
    }

    pub(super) fn follow_kept(self, key: Option<&str>) {
        if key.is_none_or(|key| key == Quarantine::KEY) {
            self.follow(self.kept().quarantine);
        }
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
        if history.finish(&mut draft, instrument::reference(), language, clock::now()) {
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

    /// The values that could not be read since the page was opened.
    pub fn troubles(self) -> Vec<Trouble> {
        self.kept().troubles.get()
    }

    /// Everything that was ever set aside and is still there.
    pub fn set_aside(self) -> Vec<SetAside> {
        let mut items = self.kept().quarantine.get().items;
        items.extend(self.kept().stuck.get());
        items
    }

    /// Everything that is stored, by key.
    pub fn stored(self) -> Vec<(&'static str, String)> {
        let keys = [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY];
        keys.into_iter().filter_map(|key| Some((key, storage::get(key)?))).collect()
    }

    /// Lets the person know no more about values that could not be read.
    pub fn close_troubles(self) {
        self.kept().troubles.set(Vec::new());
    }

    /// Gives the person everything that was set aside, as a file.
    pub fn download_set_aside(self) {
        let all = Quarantine { items: self.set_aside() };
        // A browser that cannot offer files says so itself.
        let _ = files::download("duet-quarantine.json", "application/json", &all.write());
    }

    /// Reads a stored text, and sets aside what cannot be read of it.
    pub(super) fn read_stored<T: Value>(self, text: String) -> Option<T> {
        let reading = T::read(&text);
        if let Some(fault) = reading.fault {
            self.quarantine_text(T::KEY, fault, text);
            if self.keeps() {
                match &reading.value {
                    Some(rest) => self.store_quietly(rest),
                    // A new quarantine, with the unreadable one in it, is there already.
                    None if T::KEY == Quarantine::KEY => {}
                    None => storage::remove(T::KEY),
                }
            }
        } else if let Some(value) = reading.value.as_ref().filter(|value| T::read_quickly(&value.write()).is_some()) {
            // Next time it can be read at once.
            self.store_quietly(value);
        }
        reading.value
    }

    fn store_quietly<T: Value>(self, value: &T) {
        if storage::set(T::KEY, &value.write()).is_err() {
            self.place.set(Place::Tab(Why::Full));
        }
    }

    /// Adds the answers of this tab to what another one has stored, which could not be read until now.
    fn rejoin(self) {
        let (own, settings) = (self.draft.get_untracked(), self.settings.get_untracked());
        self.change(self.draft, |draft| {
            for item in ItemNumber::all() {
                if let Some(answer) = own.answers.get(item) {
                    draft.answers.set(item, answer);
                }
            }
        });
        if settings != Settings::default() && storage::get(Settings::KEY).is_none() {
            self.store(self.settings, settings);
        }
    }

    /// Moves a text to quarantine. Where there is no room for it, it stays where it is, and this tab stores nothing any more.
    fn quarantine_text(self, key: &'static str, fault: Unreadable, text: String) {
        let item = SetAside::new(key, clock::now(), &fault, text);
        // A quarantine that cannot be read is put into a new one.
        let kept = storage::get(Quarantine::KEY).filter(|_| key != Quarantine::KEY);
        let mut quarantine = kept.and_then(|text| Quarantine::read(&text).value).unwrap_or_default();
        quarantine.items.push(item.clone());
        let moved = storage::set(Quarantine::KEY, &quarantine.write()).is_ok();
        if moved {
            self.kept().quarantine.set(quarantine);
        } else {
            storage::forget_unstored(Quarantine::KEY);
            self.kept().stuck.update(|stuck| stuck.push(item));
            self.place.set(Place::Tab(Why::Stuck));
        }
        self.kept().troubles.update(|troubles| troubles.push(Trouble { key, fault, moved }));
    }

    /// Deletes everything that is stored in this browser.
    pub fn clear(self) {
        self.forget();
        self.notice.set(Some(Notice::Cleared));
    }

    /// Removes everything that is stored, and everything that is shown.
    fn forget(self) {
        for key in [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY] {
            storage::remove(key);
        }
        self.draft.set(Draft::default());
        self.kept().history.set(History::default());
        self.settings.set(Settings::default());
        self.forget_team();
        self.kept().quarantine.set(Quarantine::default());
        self.kept().stuck.set(Vec::new());
        self.kept().troubles.set(Vec::new());
        self.place.set(if storage::is_there() { Place::Device } else { Place::Tab(Why::Blocked) });
    }
}
