//! Loading and storing, and what is done when that fails. Nothing a person has answered is thrown away.

use leptos::prelude::*;

use super::Session;
use crate::browser::storage::{self, Refusal};
use crate::browser::{clock, files};
use crate::domain::draft::Draft;
use crate::domain::history::History;
use crate::domain::settings::Settings;
use crate::domain::stored::{Quarantine, SetAside, Stored, Unreadable};
use crate::domain::team::Team;

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
}

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

impl Session {
    /// Where the answers live.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The values that could not be read since the page was opened.
    pub fn troubles(self) -> Vec<Trouble> {
        self.troubles.get()
    }

    /// Everything that was ever set aside and is still there.
    pub fn set_aside(self) -> Vec<SetAside> {
        let mut items = self.quarantine.get().items;
        items.extend(self.stuck.get());
        items
    }

    /// Everything that is stored, by key.
    pub fn stored(self) -> Vec<(&'static str, String)> {
        let keys = [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY];
        keys.into_iter().filter_map(|key| Some((key, storage::get(key)?))).collect()
    }

    /// Lets the person know no more about values that could not be read.
    pub fn close_troubles(self) {
        self.troubles.set(Vec::new());
    }

    /// Gives the person everything that was set aside, as a file.
    pub fn download_set_aside(self) {
        let all = Quarantine { items: self.set_aside() };
        // A browser that cannot offer files says so itself.
        let _ = files::download("duet-quarantine.json", "application/json", &all.write());
    }

    /// Reads everything that is stored.
    pub(super) fn load_all(self) {
        if !storage::is_there() {
            self.place.set(Place::Tab(Why::Blocked));
            return;
        }
        self.reload_all();
    }

    fn reload_all(self) {
        self.reload(self.quarantine);
        self.reload(self.draft);
        self.reload(self.history);
        self.reload(self.settings);
        self.reload_team();
    }

    /// Takes over what another tab has stored under a key, or removed; without a key it has removed everything.
    pub fn follow_storage(self, key: Option<&str>) {
        match key {
            None => {
                for key in [Quarantine::KEY, Draft::KEY, History::KEY, Team::KEY, Settings::KEY] {
                    self.follow_storage(Some(key));
                }
            }
            Some(Quarantine::KEY) => self.follow(self.quarantine),
            Some(Draft::KEY) => self.follow(self.draft),
            Some(History::KEY) => self.follow(self.history),
            Some(Settings::KEY) => self.follow(self.settings),
            Some(Team::KEY) => self.follow_team(),
            Some(_) => {}
        }
    }

    fn follow<T: Value>(self, signal: RwSignal<T>) {
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
            self.reload_all();
        }
    }

    /// Whether the storage is the truth; else it is this tab, which holds what the storage did not take.
    fn keeps(self) -> bool {
        self.place.get_untracked() == Place::Device
    }

    pub(super) fn reload<T: Value>(self, signal: RwSignal<T>) {
        if let Some(value) = self.load() {
            show(signal, value);
        }
    }

    /// The value as it is stored, which another tab may have changed; else as it is in this tab.
    pub(super) fn current<T: Value>(self, signal: RwSignal<T>) -> T {
        let stored = if self.keeps() { self.load() } else { None };
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
        if self.place.get_untracked() != Place::Tab(Why::Stuck) {
            self.place.set(match storage::set(T::KEY, &value.write()) {
                Ok(()) => Place::Device,
                Err(Refusal::Blocked) => Place::Tab(Why::Blocked),
                Err(Refusal::Full) => Place::Tab(Why::Full),
            });
        }
        show(signal, value);
    }

    /// Reads a value, and sets aside what cannot be read of it. None where nothing is stored, or nothing could be read.
    fn load<T: Value>(self) -> Option<T> {
        let text = storage::get(T::KEY)?;
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
        }
        reading.value
    }

    fn store_quietly<T: Value>(self, value: &T) {
        if storage::set(T::KEY, &value.write()).is_err() {
            self.place.set(Place::Tab(Why::Full));
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
            self.quarantine.set(quarantine);
        } else {
            storage::forget_unstored(Quarantine::KEY);
            self.stuck.update(|stuck| stuck.push(item));
            self.place.set(Place::Tab(Why::Stuck));
        }
        self.troubles.update(|troubles| troubles.push(Trouble { key, fault, moved }));
    }

    /// Removes everything that is stored, and everything that is shown.
    pub(super) fn forget(self) {
        for key in [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY] {
            storage::remove(key);
        }
        self.draft.set(Draft::default());
        self.history.set(History::default());
        self.settings.set(Settings::default());
        self.forget_team();
        self.quarantine.set(Quarantine::default());
        self.stuck.set(Vec::new());
        self.troubles.set(Vec::new());
        self.place.set(if storage::is_there() { Place::Device } else { Place::Tab(Why::Blocked) });
    }
}

/// What can be kept in a signal and under a key.
pub(super) trait Value: Stored + Default + Clone + PartialEq + Send + Sync + 'static {}
impl<T: Stored + Default + Clone + PartialEq + Send + Sync + 'static> Value for T {}

/// Shows a value; nothing is drawn again when it is the same.
fn show<T: Value>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
