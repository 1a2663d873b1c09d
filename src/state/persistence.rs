//! Values that are kept in the browser: read with every fault, written, and followed when another tab changes them.
//!
//! A change reads what is stored, changes that, stores it and only then shows it: so an answer is safe before the next statement shows,
//! and two tabs add to each other's answers instead of wiping them (docs/adr/0004). Nothing that cannot be read is thrown away.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;

use crate::platform::storage::{self, Refusal};
use crate::platform::{clock, page};
use duet_domain::stored::{Quarantine, Quarantined, Stored, StoredError};

/// Where values are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the browser's storage: they will be there tomorrow.
    Device,
    /// In this tab alone.
    Tab(Reason),
}

/// Why values are kept in this tab alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The browser gives no storage.
    Blocked,
    /// The storage is full.
    Full,
    /// A value that cannot be read lies where ours would go, and there is no room to move it away.
    Unmovable,
}

/// A stored value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFault {
    /// The key under which it was stored.
    pub key: &'static str,
    /// What is wrong with it.
    pub fault: StoredError,
    /// Whether it was moved to quarantine; else it still lies where it was.
    pub moved: bool,
}

/// The browser's storage, as all persisted values see it.
#[derive(Clone, Copy)]
pub struct Storage {
    place: RwSignal<Place>,
    quarantine: RwSignal<Quarantine>,
    faults: RwSignal<Vec<ReadFault>>,
    /// What could neither be read nor moved to quarantine.
    unmovable: RwSignal<Vec<Quarantined>>,
}

impl Storage {
    /// A storage that was not looked at yet.
    pub(super) fn new() -> Self {
        Self {
            place: RwSignal::new(Place::Device),
            quarantine: RwSignal::default(),
            faults: RwSignal::default(),
            unmovable: RwSignal::default(),
        }
    }

    /// Looks whether there is one, and reads what was set aside before.
    pub(super) fn open(self) {
        if !storage::is_there() {
            return self.place.set(Place::Tab(Reason::Blocked));
        }
        self.read_quarantine();
        window_event_listener(ev::storage, move |event| {
            if event.key().is_none_or(|key| key == Quarantine::KEY) {
                self.quarantine.set(Quarantine::default());
                self.read_quarantine();
            }
        });
    }

    fn read_quarantine(self) {
        if let Some(text) = storage::get(Quarantine::KEY)
            && let Some(quarantine) = self.read(text)
        {
            self.quarantine.set(quarantine);
        }
    }

    /// Where the answers, the results and the settings are kept.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The values that could not be read since the page was opened.
    pub fn faults(self) -> Vec<ReadFault> {
        self.faults.get()
    }

    /// Stops telling the person about values that could not be read.
    pub fn dismiss_faults(self) {
        self.faults.set(Vec::new());
    }

    /// Everything that was ever set aside and is still there.
    pub fn set_aside(self) -> Vec<Quarantined> {
        let mut items = self.quarantine.get().items;
        items.extend(self.unmovable.get());
        items
    }

    /// Everything that was set aside, as the text of a file.
    pub fn quarantine_file(self) -> String {
        Quarantine { items: self.set_aside() }.write()
    }

    /// Reads a stored text of any version, and sets aside what cannot be read of it. None where nothing can be read.
    fn read<T: Stored>(self, text: String) -> Option<T> {
        let reading = T::read(&text);
        if let Some(fault) = reading.error {
            self.quarantine_text(T::KEY, fault, text);
            if self.place.get_untracked() == Place::Device {
                match &reading.value {
                    Some(rest) if storage::set(T::KEY, &rest.write()).is_err() => {
                        self.place.set(Place::Tab(Reason::Full));
                    }
                    Some(_) => {}
                    // A new quarantine, with the unreadable one in it, is there already.
                    None if T::KEY == Quarantine::KEY => {}
                    None => storage::remove(T::KEY),
                }
            }
        }
        reading.value
    }

    /// Moves a text to quarantine. Where there is no room for it, it stays where it is, and this tab stores nothing any more.
    fn quarantine_text(self, key: &'static str, fault: StoredError, text: String) {
        let item = Quarantined::new(key, clock::now(), &fault, text);
        // A quarantine that cannot be read is put into a new one.
        let former = storage::get(Quarantine::KEY).filter(|_| key != Quarantine::KEY);
        let mut quarantine = former.and_then(|text| Quarantine::read(&text).value).unwrap_or_default();
        quarantine.items.push(item.clone());
        let moved = storage::set(Quarantine::KEY, &quarantine.write()).is_ok();
        if moved {
            self.quarantine.set(quarantine);
        } else {
            storage::forget_unstored(Quarantine::KEY);
            self.unmovable.update(|unmovable| unmovable.push(item));
            self.place.set(Place::Tab(Reason::Unmovable));
        }
        self.faults.update(|faults| faults.push(ReadFault { key, fault, moved }));
    }

    /// Forgets everything that was set aside, once it was removed from the browser.
    pub(super) fn forget(self) {
        storage::remove(Quarantine::KEY);
        self.quarantine.set(Quarantine::default());
        self.unmovable.set(Vec::new());
        self.faults.set(Vec::new());
        self.place.set(if storage::is_there() { Place::Device } else { Place::Tab(Reason::Blocked) });
    }
}

/// What can be persisted.
pub trait Value: Stored + Default + Clone + PartialEq + Send + Sync {}

impl<T: Stored + Default + Clone + PartialEq + Send + Sync> Value for T {}

/// A value that is kept in the browser under its key.
pub struct Persisted<T: 'static> {
    storage: Storage,
    /// Where this value is kept: that of all, or one of its own.
    place: RwSignal<Place>,
    value: RwSignal<T>,
    /// The text that was read or written last: where the storage has the same, it need not be read again.
    text: StoredValue<Option<String>>,
    /// Adds to what was read what is in this tab and not stored yet.
    merge: StoredValue<Option<Merge<T>>>,
}

type Merge<T> = Box<dyn Fn(&mut T) + Send + Sync>;

impl<T> Clone for Persisted<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Persisted<T> {}

impl<T: Value + 'static> Persisted<T> {
    /// A value that was not read yet.
    pub fn new(storage: Storage) -> Self {
        Self::with_place(storage, storage.place)
    }

    /// One that may be in this tab alone while all others are stored: it is large, and nobody's own answers.
    pub fn with_own_place(storage: Storage) -> Self {
        Self::with_place(storage, RwSignal::new(Place::Device))
    }

    fn with_place(storage: Storage, place: RwSignal<Place>) -> Self {
        Self { storage, place, value: RwSignal::default(), text: StoredValue::new(None), merge: StoredValue::new(None) }
    }

    /// Says how to add to what is read what is in this tab and not stored yet.
    pub fn merge_with(self, merge: impl Fn(&mut T) + Send + Sync + 'static) {
        self.merge.set_value(Some(Box::new(merge)));
    }

    /// Reads it, and follows what other tabs do to it.
    pub fn open(self) {
        // Even where this tab stores nothing: what can be read is shown.
        self.load();
        window_event_listener(ev::storage, move |event| {
            // Without a key, another tab has removed everything.
            if event.key().is_none_or(|key| key == T::KEY) {
                self.follow();
            }
        });
        // Back from the browser's cache of pages, or from another tab.
        window_event_listener(ev::pageshow, move |_| _ = self.refresh());
        window_event_listener_untyped("visibilitychange", move |_| {
            if page::is_visible() {
                self.refresh();
            }
        });
    }

    /// The value. Whoever asks for it is rendered again when it changes.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// The value, to be looked at. Whoever asks for it is rendered again when it changes.
    pub fn read(self) -> impl std::ops::Deref<Target = T> {
        self.value.read()
    }

    /// The value, for a single look.
    pub fn read_untracked(self) -> impl std::ops::Deref<Target = T> {
        self.value.read_untracked()
    }

    /// Whether the storage has something under its key.
    pub fn is_in_storage(self) -> bool {
        storage::get(T::KEY).is_some()
    }

    /// Where it is kept.
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// Whether the storage is the truth; else it is this tab, which holds what the storage did not take.
    fn is_stored(self) -> bool {
        self.place.get_untracked() == Place::Device && self.storage.place.get_untracked() == Place::Device
    }

    /// Shows what is stored, where another tab has changed it; says whether it was. What is gone from the storage without a word, because
    /// the person deleted the site's data, stays in the tab.
    pub fn refresh(self) -> bool {
        self.is_stored() && self.load()
    }

    fn load(self) -> bool {
        let Some(text) = storage::get(T::KEY).filter(|text| self.text.with_value(|own| own.as_ref() != Some(text)))
        else {
            return false;
        };
        let value = self.storage.read::<T>(text);
        // Reading may have set a part of it aside.
        self.text.set_value(storage::get(T::KEY));
        let changed = value.is_some();
        if let Some(mut value) = value {
            self.merge.with_value(|merge| merge.iter().for_each(|merge| merge(&mut value)));
            self.show(value);
        }
        changed
    }

    /// Takes over what another tab has stored or removed.
    fn follow(self) {
        if self.is_stored() && storage::get(T::KEY).is_none() {
            self.forget();
        } else {
            self.refresh();
        }
    }

    /// The value as it is stored, which another tab may have changed; else as it is in this tab.
    pub fn current(self) -> T {
        self.refresh();
        self.value.get_untracked()
    }

    /// Changes the stored value, stores it and shows it.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        let mut value = self.current();
        change(&mut value);
        self.store(value);
    }

    /// Stores a value and shows it. Says whether the storage has taken it.
    pub fn store(self, value: T) -> bool {
        // Nothing is written over what cannot be read.
        let may_write = self.storage.place.get_untracked() != Place::Tab(Reason::Unmovable);
        let stored = may_write && self.write(value.write_if_fits());
        self.show(value);
        stored
    }

    fn write(self, text: Option<String>) -> bool {
        let written = match &text {
            Some(text) => storage::set(T::KEY, text),
            None => Err(Refusal::Full),
        };
        self.place.set(match written {
            Ok(()) => Place::Device,
            Err(Refusal::Blocked) => Place::Tab(Reason::Blocked),
            Err(Refusal::Full) => Place::Tab(Reason::Full),
        });
        if written.is_ok() {
            self.text.set_value(text);
        }
        written.is_ok()
    }

    /// Shows a value that is not stored, or is already; nothing is rendered again when it is the same.
    pub fn show(self, value: T) {
        if *self.value.read_untracked() != value {
            self.value.set(value);
        }
    }

    /// Changes what is shown, and leaves what is stored.
    pub fn update_shown(self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
    }

    /// Removes it from the browser and from this tab.
    pub fn remove(self) {
        storage::remove(T::KEY);
        self.forget();
    }

    fn forget(self) {
        self.text.set_value(None);
        self.show(T::default());
    }
}
