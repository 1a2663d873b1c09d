//! Whether values are persisted, and the quarantine for stored values that cannot be read.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::clock;
use crate::platform::storage;
use duet_domain::stored::{Quarantine, Quarantined, Stored, StoredError};

/// Where the current values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageLocation {
    /// In the browser's storage.
    Device,
    /// In the memory of this tab only, and lost when it is closed.
    Tab(NotPersisted),
}

/// Why values are in the memory of this tab only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPersisted {
    /// The browser gives this page no storage.
    Blocked,
    /// The storage is full.
    Full,
    /// An unreadable value is stored under our key, and there is no room to move it to quarantine.
    Unmovable,
}

/// A stored value that could not be read, in whole or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableValue {
    /// The key under which it was stored.
    pub key: &'static str,
    /// What is wrong with it.
    pub error: StoredError,
    /// Whether it was moved to quarantine. Otherwise it is unchanged under its key.
    pub quarantined: bool,
}

/// The browser's storage, shared by all persisted values.
#[derive(Clone, Copy)]
pub struct Storage {
    pub(super) location: RwSignal<StorageLocation>,
    quarantine: RwSignal<Quarantine>,
    unreadable: RwSignal<Vec<UnreadableValue>>,
    /// Values that could neither be read nor moved to quarantine.
    unmovable: RwSignal<Vec<Quarantined>>,
}

impl Storage {
    /// A storage that has not been opened yet.
    pub(super) fn new() -> Self {
        Self {
            location: RwSignal::new(StorageLocation::Device),
            quarantine: RwSignal::default(),
            unreadable: RwSignal::default(),
            unmovable: RwSignal::default(),
        }
    }

    /// Checks whether the browser gives a storage, reads the quarantine, and follows changes of it by other tabs.
    pub(super) fn open(self) {
        if !storage::is_available() {
            return self.location.set(StorageLocation::Tab(NotPersisted::Blocked));
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

    /// Where the answers, the results and the settings are.
    pub fn location(self) -> StorageLocation {
        self.location.get()
    }

    /// The values that could not be read since the page was opened and that the person has not dismissed.
    pub fn unreadable(self) -> Vec<UnreadableValue> {
        self.unreadable.get()
    }

    /// Empties the list of [`Self::unreadable`] values. The quarantine stays.
    pub fn dismiss_unreadable(self) {
        self.unreadable.set(Vec::new());
    }

    /// Everything in quarantine, and what could not be moved there.
    pub fn quarantined(self) -> Vec<Quarantined> {
        let mut items = self.quarantine.get().items;
        items.extend(self.unmovable.get());
        items
    }

    /// [`Self::quarantined`] as the text of a file.
    pub fn quarantine_file(self) -> String {
        Quarantine { items: self.quarantined() }.write()
    }

    /// Reads a stored text of any version. What cannot be read of it is moved to quarantine, and the rest is stored in its place. None
    /// if nothing can be read.
    pub(super) fn read<T: Stored>(self, text: String) -> Option<T> {
        let reading = T::read(&text);
        if let Some(error) = reading.error {
            self.quarantine_text(T::KEY, error, text);
            if self.location.get_untracked() == StorageLocation::Device {
                match &reading.value {
                    Some(rest) if storage::set(T::KEY, &rest.write()).is_err() => {
                        self.location.set(StorageLocation::Tab(NotPersisted::Full));
                    }
                    Some(_) => {}
                    // `quarantine_text` has already stored a new quarantine under this key.
                    None if T::KEY == Quarantine::KEY => {}
                    None => storage::remove(T::KEY),
                }
            }
        }
        reading.value
    }

    /// Moves a text to quarantine. If there is no room for it, it stays where it is, and this tab stops storing values.
    fn quarantine_text(self, key: &'static str, error: StoredError, text: String) {
        let item = Quarantined::new(key, clock::now(), &error, text);
        // An unreadable quarantine becomes an item of a new one.
        let former = storage::get(Quarantine::KEY).filter(|_| key != Quarantine::KEY);
        let mut quarantine = former.and_then(|text| Quarantine::read(&text).value).unwrap_or_default();
        quarantine.items.push(item.clone());
        let quarantined = storage::set(Quarantine::KEY, &quarantine.write()).is_ok();
        if quarantined {
            self.quarantine.set(quarantine);
        } else {
            storage::forget_unstored(Quarantine::KEY);
            self.unmovable.update(|unmovable| unmovable.push(item));
            self.location.set(StorageLocation::Tab(NotPersisted::Unmovable));
        }
        self.unreadable.update(|unreadable| unreadable.push(UnreadableValue { key, error, quarantined }));
    }

    /// Deletes the quarantine. The caller has removed all other values from the storage.
    pub(super) fn clear(self) {
        storage::remove(Quarantine::KEY);
        self.quarantine.set(Quarantine::default());
        self.unmovable.set(Vec::new());
        self.unreadable.set(Vec::new());
        self.location.set(if storage::is_available() {
            StorageLocation::Device
        } else {
            StorageLocation::Tab(NotPersisted::Blocked)
        });
    }
}
