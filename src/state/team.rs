//! The results that are compared. They are kept apart from a person's own answers; a team that the storage does not take lives in this
//! tab alone, and everything else is stored as before.

use leptos::ev;
use leptos::prelude::*;

use super::{Persisted, Place, Storage};
use crate::platform::{IS_BROWSER, address, clock};
use crate::route::Screen;
use duet_domain::Side;
use duet_domain::extract::{self, BrokenCode};
use duet_domain::import::Import;
use duet_domain::record::Record;
use duet_domain::team::{Added, Team};

/// What came of the last text or files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The results.
    pub added: Added,
    /// By the names of the files, or that of a pasted text, everything else that was found in them; the results are in the team.
    pub files: Vec<(String, Import)>,
    /// Whether some of a pasted text was of no use, and has stayed in the field.
    pub rest: bool,
}

/// Whose results are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Those gathered here.
    Own,
    /// Those of a link.
    Link,
}

/// A change of the team, which can be undone as long as nothing else has changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    before: Team,
    after: Team,
}

/// The results that are compared.
#[derive(Clone, Copy)]
pub struct TeamStore {
    storage: Storage,
    /// The results as they are stored.
    pub team: Persisted<Team>,
    change: RwSignal<Option<Change>>,
    /// The team of the link, and what in the link is no code.
    linked: RwSignal<(Team, Vec<BrokenCode>)>,
    /// How much of the files was read, 0 to 1; none when none are being read.
    pub progress: RwSignal<Option<f64>>,
    /// Which reading of files is the last one: those that were stopped end by themselves.
    pub(super) reading: StoredValue<u32>,
    /// What came of the last text or files.
    pub gathered: RwSignal<Option<Gathered>>,
    /// The text that is being pasted. What is of no use stays.
    pub pasted: RwSignal<String>,
    is_open: StoredValue<bool>,
}

impl TeamStore {
    /// A team that was not read yet.
    pub(super) fn new(storage: Storage) -> Self {
        Self {
            storage,
            team: Persisted::with_own_place(storage),
            change: RwSignal::default(),
            linked: RwSignal::default(),
            progress: RwSignal::new(None),
            reading: StoredValue::default(),
            gathered: RwSignal::default(),
            pasted: RwSignal::default(),
            is_open: StoredValue::new(false),
        }
    }

    /// Reads it, once, and follows other tabs and the link in the address.
    pub fn open(self) {
        if !IS_BROWSER || self.is_open.get_value() {
            return;
        }
        self.is_open.set_value(true);
        self.team.open();
        self.read_link();
        window_event_listener(ev::hashchange, move |_| self.read_link());
        window_event_listener(ev::popstate, move |_| self.read_link());
    }

    fn read_link(self) {
        let fragment = address::fragment();
        if Screen::from_fragment(&fragment) == Screen::SharedTeam {
            let found = extract::find_codes(&format!("#{}", extract::decode_fragment(&fragment)), &clock::today());
            let codes: Vec<_> = found.codes.iter().map(|found| found.code).collect();
            self.linked.set((Team::of_codes(&codes), found.broken));
        }
    }

    /// The results of that source. A copy costs little.
    pub fn of(self, source: Source) -> Team {
        match source {
            Source::Own => self.team.get(),
            Source::Link => self.linked.read().0.clone(),
        }
    }

    pub(super) fn of_link(self) -> Team {
        self.linked.read_untracked().0.clone()
    }

    /// What in the link is no code.
    pub fn slips_of_link(self) -> Vec<BrokenCode> {
        self.linked.read().1.clone()
    }

    /// Whether the results are in this tab alone, being too many. Where nothing can be stored, the foot of the page says so.
    pub fn is_in_tab(self) -> bool {
        self.team.place() != Place::Device
            && self.storage.place() == Place::Device
            && !self.team.read().results.is_empty()
    }

    /// Whether the last change can be undone.
    pub fn can_undo(self) -> bool {
        self.change.read().as_ref().is_some_and(|change| change.after == *self.team.read())
    }

    /// The fragment of a link to the results, if there are any.
    pub fn link(self) -> Option<String> {
        let codes = self.team.read().codes();
        (!codes.is_empty()).then(|| Screen::of_codes(&codes))
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Team)) {
        let before = self.team.current();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.change.set(Some(Change { before, after: after.clone() }));
            self.team.store(after);
        }
    }

    /// Takes one result out.
    pub fn remove_result(self, result: &Record) {
        self.change(|team| team.remove(result));
        self.gathered.set(None);
    }

    /// Takes all out.
    pub fn clear(self) {
        self.change(|team| *team = Team::default());
        self.gathered.set(None);
    }

    /// Says on which side somebody is who has not said it.
    pub fn set_side(self, result: &Record, side: Side) {
        self.change(|team| team.set_side(result, side));
    }

    /// Takes each code that came more than once for as many people, or for one.
    pub fn tell_apart(self, apart: bool) {
        self.change(|team| team.resolve_repeats(apart));
    }

    /// Goes back to the team before the last change; once more leads forth again.
    pub fn undo(self) {
        if let Some(Change { before, .. }) = self.change.get_untracked() {
            self.change(|team| *team = before);
            self.gathered.set(None);
        }
    }

    /// Empties the field for pasted text.
    pub fn clear_pasted(self) {
        self.pasted.set(String::new());
        self.gathered.set(None);
    }

    /// Removes everything from the browser and from this tab.
    pub(super) fn remove(self) {
        self.team.remove();
        self.change.set(None);
        self.gathered.set(None);
        self.stop_reading();
    }
}
