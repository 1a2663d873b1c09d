//! A value in the browser's storage: read, written, and synchronised with other tabs.
//!
//! A change reads the stored value, changes it, stores it, and only then sets the signal. So an answer is stored before the next
//! statement is rendered, and two tabs add to each other's answers instead of overwriting them (docs/adr/0004). What cannot be read is
//! moved to quarantine (`storage.rs`).

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;

use super::storage::{NotPersisted, Storage, StorageLocation};
use crate::platform::page;
use crate::platform::storage::{self, WriteError};
use duet_domain::stored::Stored;

/// The bounds of a type that can be persisted.
pub trait PersistedValue: Stored + Default + Clone + PartialEq + Send + Sync {}

impl<T: Stored + Default + Clone + PartialEq + Send + Sync> PersistedValue for T {}

/// A value of the browser's storage, under the key of its type.
pub struct Persisted<T: 'static> {
    storage: Storage,
    /// The location shared by all values, or one of its own.
    location: RwSignal<StorageLocation>,
    value: RwSignal<T>,
    /// The text that was read or written last. An equal stored text need not be parsed again.
    text: StoredValue<Option<String>>,
    /// Applies changes that are in this tab and not stored yet to a value that was read.
    merge: StoredValue<Option<Merge<T>>>,
}

type Merge<T> = Box<dyn Fn(&mut T) + Send + Sync>;

impl<T> Clone for Persisted<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Persisted<T> {}

impl<T: PersistedValue + 'static> Persisted<T> {
    /// The default value; [`Self::open`] reads the stored one.
    pub fn new(storage: Storage) -> Self {
        Self::with_location(storage, storage.location)
    }

    /// The same with a location of its own: if this value is too large for the storage, all others are still stored.
    pub fn with_own_location(storage: Storage) -> Self {
        Self::with_location(storage, RwSignal::new(StorageLocation::Device))
    }

    fn with_location(storage: Storage, location: RwSignal<StorageLocation>) -> Self {
        Self {
            storage,
            location,
            value: RwSignal::default(),
            text: StoredValue::new(None),
            merge: StoredValue::new(None),
        }
    }

    /// Sets what is called with each value that is read, to apply the changes of this tab that are not stored yet.
    pub fn merge_with(self, merge: impl Fn(&mut T) + Send + Sync + 'static) {
        self.merge.set_value(Some(Box::new(merge)));
    }

    /// Reads the stored value, or the one that was not stored before a reload, and follows changes by other tabs.
    pub fn open(self) {
        // Also if this tab stores nothing: what can be read is shown.
        self.load();
        if let Some(value) = storage::take_carried(T::KEY).and_then(|text| self.storage.read(text)) {
            self.store(value);
        }
        window_event_listener(ev::storage, move |event| {
            // Without a key, another tab has cleared the storage.
            if event.key().is_none_or(|key| key == T::KEY) {
                self.follow_other_tab();
            }
        });
        // A page that comes back from the back/forward cache or from the background may have missed storage events.
        window_event_listener(ev::pageshow, move |_| _ = self.refresh());
        window_event_listener_untyped("visibilitychange", move |_| {
            if page::is_visible() {
                self.refresh();
            }
        });
    }

    /// A copy of the value, tracked.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// The value, tracked.
    pub fn read(self) -> impl std::ops::Deref<Target = T> {
        self.value.read()
    }

    /// The value, not tracked.
    pub fn read_untracked(self) -> impl std::ops::Deref<Target = T> {
        self.value.read_untracked()
    }

    /// Whether the storage has a text under the key of this type, readable or not.
    pub fn has_stored_text(self) -> bool {
        storage::get(T::KEY).is_some()
    }

    /// Where the current value is.
    pub fn location(self) -> StorageLocation {
        self.location.get()
    }

    /// Whether the storage has the current value. If not, it is only in memory, because the storage did not take it.
    fn is_stored(self) -> bool {
        self.location.get_untracked() == StorageLocation::Device
            && self.storage.location.get_untracked() == StorageLocation::Device
    }

    /// Reads the stored value again if another tab has changed it. Returns whether it was read. A value that was removed together with
    /// the site's data stays in this tab.
    pub fn refresh(self) -> bool {
        self.is_stored() && self.load()
    }

    fn load(self) -> bool {
        let Some(text) = storage::get(T::KEY).filter(|text| self.text.with_value(|own| own.as_ref() != Some(text)))
        else {
            return false;
        };
        let value = self.storage.read::<T>(text);
        // Reading may have stored the readable rest of a damaged value.
        self.text.set_value(storage::get(T::KEY));
        let changed = value.is_some();
        if let Some(mut value) = value {
            self.merge.with_value(|merge| merge.iter().for_each(|merge| merge(&mut value)));
            self.set_local(value);
        }
        changed
    }

    /// Takes over what another tab has stored or removed.
    fn follow_other_tab(self) {
        if self.is_stored() && storage::get(T::KEY).is_none() {
            self.reset();
        } else {
            self.refresh();
        }
    }

    /// The stored value, read again if another tab has changed it; the value of this tab if it is not stored. Not tracked.
    pub fn current(self) -> T {
        self.refresh();
        self.value.get_untracked()
    }

    /// Changes the stored value, stores it and sets the signal.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        let mut value = self.current();
        change(&mut value);
        self.store(value);
    }

    /// Stores a value and sets the signal. Returns whether it was stored.
    pub fn store(self, value: T) -> bool {
        // An unreadable value is never overwritten.
        let may_write = self.storage.location.get_untracked() != StorageLocation::Tab(NotPersisted::Unmovable);
        let stored = may_write && self.write(value.write_if_fits());
        self.set_local(value);
        stored
    }

    fn write(self, text: Option<String>) -> bool {
        let written = match &text {
            Some(text) => storage::set(T::KEY, text),
            None => Err(WriteError::Full),
        };
        self.location.set(match written {
            Ok(()) => StorageLocation::Device,
            Err(WriteError::Blocked) => StorageLocation::Tab(NotPersisted::Blocked),
            Err(WriteError::Full) => StorageLocation::Tab(NotPersisted::Full),
        });
        if written.is_ok() {
            self.text.set_value(text);
        }
        written.is_ok()
    }

    /// Sets the signal without storing the value. Nothing is re-rendered if it is equal to the current one.
    pub fn set_local(self, value: T) {
        if *self.value.read_untracked() != value {
            self.value.set(value);
        }
    }

    /// Changes the value of the signal without storing it.
    pub fn update_local(self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
    }

    /// Removes the value from the storage, and resets it in this tab.
    pub fn remove(self) {
        storage::remove(T::KEY);
        self.reset();
    }

    fn reset(self) {
        self.text.set_value(None);
        self.set_local(T::default());
    }
}
