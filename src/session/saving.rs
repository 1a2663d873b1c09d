//! Loading and storing, and what is done when that fails. Nothing a person has answered is thrown away.

use leptos::prelude::*;

use super::tables::Reader;
use super::{Part, Session};
use crate::browser::storage::{self, Refusal};
use duet_domain::draft::Draft;
use duet_domain::settings::Settings;
use duet_domain::stored::Stored;

/// Where the answers live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the browser's storage: they will be there tomorrow.
    Device,
    /// In this tab alone.
    Tab(Why),
}

/// Why the answers live in this tab alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser gives no storage.
    Blocked,
    /// The storage is full.
    Full,
    /// A value that cannot be read lies where ours would go, and could not be moved away.
    Stuck,
    /// Another tab has stored what only the rest of the program can read, and that has not come yet.
    Waiting,
}

impl Session {
    /// Where the answers live.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// Reads what a run needs, as far as it can be read.
    pub(super) fn load_run(self) {
        if !storage::is_there() {
            self.place.set(Place::Tab(Why::Blocked));
            return;
        }
        if let Some(draft) = storage::get(Draft::KEY).and_then(|text| Draft::read_quickly(&text)) {
            self.draft.set(draft);
        }
        if let Some(settings) = storage::get(Settings::KEY).and_then(|text| Settings::read_quickly(&text)) {
            self.settings.set(settings);
        }
    }

    /// Takes over what another tab has stored under a key, or removed; without a key it has removed everything.
    pub fn follow_storage(self, key: Option<&str>) {
        if key.is_none_or(|key| key == Draft::KEY) {
            self.follow(self.draft);
        }
        if key.is_none_or(|key| key == Settings::KEY) {
            self.follow(self.settings);
        }
        if let Some(state) = self.state() {
            (state.follow)(self, key);
        }
        if let Some(rest) = self.rest_untracked() {
            (rest.reader.follow)(self, key);
            (rest.comparison.follow)(self, key);
        }
    }

    pub(super) fn follow<T: Value>(self, signal: RwSignal<T>) {
        if !self.keeps() {
            return;
        }
        if storage::get(T::KEY).is_some() {
            self.reload(signal);
        } else {
            show(signal, T::default());
        }
    }

    /// Shows what is stored, for a person who comes back to this tab. What is gone from the storage without a word, because
    /// they deleted the site's data, stays in the tab.
    pub fn refresh(self) {
        if self.keeps() {
            self.reload(self.draft);
            self.reload(self.settings);
            if let Some(state) = self.state() {
                (state.refresh)(self);
            }
            if let Some(rest) = self.rest_untracked() {
                (rest.reader.refresh)(self);
                (rest.comparison.refresh)(self);
            }
        }
    }

    /// Whether the storage is the truth; else it is this tab, which holds what the storage did not take.
    pub(super) fn keeps(self) -> bool {
        self.place.get_untracked() == Place::Device
    }

    pub(super) fn reload<T: Value>(self, signal: RwSignal<T>) {
        if let Some(value) = self.load_value(signal) {
            show(signal, value);
        }
    }

    /// The value as it is stored, which another tab may have changed; else as it is in this tab.
    pub(super) fn current<T: Value>(self, signal: RwSignal<T>) -> T {
        let stored = if self.keeps() { self.load_value(signal) } else { None };
        stored.unwrap_or_else(|| signal.get_untracked())
    }

    /// Changes a value: the stored one first, then the one that is shown.
    pub(super) fn change<T: Value>(self, signal: RwSignal<T>, change: impl FnOnce(&mut T)) {
        let mut value = self.current(signal);
        change(&mut value);
        self.store(signal, value);
    }

    /// Stores a value and shows it.
    pub(super) fn store<T: Value>(self, signal: RwSignal<T>, value: T) {
        self.keep(&value);
        show(signal, value);
    }

    /// Whether this tab may store anything: not where it would write over what cannot be read, or not yet.
    pub(super) fn may_store(self) -> bool {
        !matches!(self.place.get_untracked(), Place::Tab(Why::Stuck | Why::Waiting))
    }

    /// Stores a value.
    pub(super) fn keep<T: Value>(self, value: &T) {
        if self.may_store() {
            self.keep_text(T::KEY, &value.write());
        }
    }

    /// Stores a value as it is written. Says whether the storage has taken it.
    pub(super) fn keep_text(self, key: &'static str, text: &str) -> bool {
        let stored = storage::set(key, text);
        self.place.set(match stored {
            Ok(()) => Place::Device,
            Err(Refusal::Blocked) => Place::Tab(Why::Blocked),
            Err(Refusal::Full) => Place::Tab(Why::Full),
        });
        stored.is_ok()
    }

    /// Stores what was typed and is not stored yet: the person rests, or leaves.
    pub fn save_notes(self) {
        if let Some(state) = self.state() {
            (state.save_notes)(self);
        }
    }

    /// Reads a value. None where nothing is stored, or nothing could be read.
    fn load_value<T: Value>(self, signal: RwSignal<T>) -> Option<T> {
        let text = storage::get(T::KEY)?;
        T::read_quickly(&text)
            .or_else(|| signal.with_untracked(|value| value.is_written(&text).then(|| value.clone())))
            .or_else(|| T::read_thoroughly(self, text))
    }

    /// Something is stored that only the rest of the program can read. Until that is there it stays where it is, and the answers
    /// stay in this tab. It happens when another tab has finished its run, or has another version of Duet.
    fn wait_for_reader(self) {
        self.place.set(Place::Tab(Why::Waiting));
        self.waited.set(self.draft.get_untracked());
        if let Some(state) = self.state() {
            (state.wait)(self);
        }
        self.fetch(Part::Rest);
    }

    /// Reads a text as only the rest of the program can.
    pub(super) fn read_with<T>(
        self,
        read: impl FnOnce(&'static Reader) -> fn(Self, String) -> Option<T>,
        text: String,
    ) -> Option<T> {
        let Some(rest) = self.rest_untracked() else {
            self.wait_for_reader();
            return None;
        };
        read(rest.reader)(self, text)
    }
}

/// What can be kept in a signal and under a key.
pub(super) trait Value: Stored + Default + Clone + PartialEq + Send + Sync + 'static {
    /// Reads a text that is not in the form in which this program writes it, and sets aside what cannot be read of it.
    fn read_thoroughly(session: Session, text: String) -> Option<Self>;

    /// Whether a text is this value as it is written, and need not be read.
    fn is_written(&self, text: &str) -> bool {
        self.write() == text
    }
}

impl Value for Draft {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_with(|reader| reader.read_draft, text)
    }
}

impl Value for Settings {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_with(|reader| reader.read_settings, text)
    }
}

/// Shows a value; nothing is drawn again when it is the same.
pub(super) fn show<T: Value>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
