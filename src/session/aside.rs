//! Reading what is stored in whatever form it is, and setting aside what cannot be read of it.

use leptos::prelude::*;

use super::saving::{Place, Value, Why};
use super::tables::Reader;
use super::{Notice, Session};
use crate::browser::{clock, storage};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::stored::{Quarantine, SetAside, Stored, Unreadable};
use duet_domain::team::Team;

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
pub(super) struct Aside {
    quarantine: RwSignal<Quarantine>,
    troubles: RwSignal<Vec<Trouble>>,
    /// What could not be read and could not be moved either.
    stuck: RwSignal<Vec<SetAside>>,
}

/// For the other parts of the program.
pub static READER: Reader = Reader {
    hold: Session::hold_aside,
    refresh: |session| session.reload(session.aside().quarantine),
    follow: |session, key| {
        if key.is_none_or(|key| key == Quarantine::KEY) {
            session.follow(session.aside().quarantine);
        }
    },
    read_draft: Session::read_stored,
    read_settings: Session::read_stored,
    read_history: Session::read_stored,
    rejoin: Session::rejoin,
};

impl Value for Quarantine {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_stored(text)
    }
}

impl Session {
    /// Makes room for it.
    pub(super) fn hold_aside(self) {
        self.aside.get_or_init(|| Aside {
            quarantine: RwSignal::default(),
            troubles: RwSignal::default(),
            stuck: RwSignal::default(),
        });
    }

    /// # Panics
    /// When it is asked for before the rest of the program is there, which would be a fault of the rest.
    fn aside(self) -> Aside {
        *self.aside.get().expect("what was set aside is there")
    }

    /// The values that could not be read since the page was opened.
    pub fn troubles(self) -> Vec<Trouble> {
        self.aside().troubles.get()
    }

    /// Lets the person know no more about values that could not be read.
    pub fn close_troubles(self) {
        self.aside().troubles.set(Vec::new());
    }

    /// Everything that was ever set aside and is still there.
    pub fn set_aside(self) -> Vec<SetAside> {
        let mut items = self.aside().quarantine.get().items;
        items.extend(self.aside().stuck.get());
        items
    }

    /// The same, as the text of a file.
    pub fn all_set_aside(self) -> String {
        Quarantine { items: self.set_aside() }.write()
    }

    /// Everything that is stored, by key.
    pub fn stored(self) -> Vec<(&'static str, String)> {
        let keys = [Draft::KEY, History::KEY, Team::KEY, Settings::KEY, Quarantine::KEY];
        keys.into_iter().filter_map(|key| Some((key, storage::get(key)?))).collect()
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

    /// Moves a text to quarantine. Where there is no room for it, it stays where it is, and this tab stores nothing any more.
    fn quarantine_text(self, key: &'static str, fault: Unreadable, text: String) {
        let item = SetAside::new(key, clock::now(), &fault, text);
        // A quarantine that cannot be read is put into a new one.
        let kept = storage::get(Quarantine::KEY).filter(|_| key != Quarantine::KEY);
        let mut quarantine = kept.and_then(|text| Quarantine::read(&text).value).unwrap_or_default();
        quarantine.items.push(item.clone());
        let moved = storage::set(Quarantine::KEY, &quarantine.write()).is_ok();
        if moved {
            self.aside().quarantine.set(quarantine);
        } else {
            storage::forget_unstored(Quarantine::KEY);
            self.aside().stuck.update(|stuck| stuck.push(item));
            self.place.set(Place::Tab(Why::Stuck));
        }
        self.aside().troubles.update(|troubles| troubles.push(Trouble { key, fault, moved }));
    }

    /// Adds what was finished and answered in this tab while it waited to what another one has stored, which can be read by now. The
    /// results first, as when a run is finished.
    fn rejoin(self) {
        let (own, settings) = (self.draft.get_untracked(), self.settings.get_untracked());
        let finished = self.kept.get().map_or_else(Vec::new, |kept| kept.finished_meanwhile());
        if !finished.is_empty() {
            let added = self.add_results(finished);
            // What was written last counts, as elsewhere.
            self.take_notes(added.differing);
        }
        let before = self.waited.get_untracked();
        if own != before {
            self.change(self.draft, |draft| draft.join(own, &before));
        }
        if settings != Settings::default() && storage::get(Settings::KEY).is_none() {
            self.store(self.settings, settings);
        }
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
        self.forget_kept();
        self.settings.set(Settings::default());
        self.forget_team();
        self.aside().quarantine.set(Quarantine::default());
        self.aside().stuck.set(Vec::new());
        self.aside().troubles.set(Vec::new());
        self.place.set(if storage::is_there() { Place::Device } else { Place::Tab(Why::Blocked) });
    }
}
