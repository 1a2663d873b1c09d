//! The results that are compared. They are stored apart from a person's own answers: a team that is too large for the storage stays in
//! this tab, and everything else is still stored.

mod import;

use leptos::ev;
use leptos::prelude::*;

use super::{Persisted, Storage, StorageLocation};
use crate::platform::{IS_BROWSER, address, clock};
use crate::route::Screen;
use duet_domain::Side;
use duet_domain::extract::{self, BrokenCode};
use duet_domain::import::Import;
use duet_domain::record::Record;
use duet_domain::summary::{Summary, SummaryError};
use duet_domain::team::{Added, Team};

/// What the last import has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// How many results were added, and how many were not.
    pub added: Added,
    /// What else was found in each file or pasted text, with its name.
    pub files: Vec<(String, Import)>,
    /// Whether the pasted text had lines without a result, which stay in the field.
    pub has_unused_lines: bool,
}

/// Whose results are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Those of the stored team.
    Own,
    /// Those of the link in the address.
    Link,
    /// None: the comparison is that of a summary.
    Summary,
}

/// The last change of the team. It can be undone while the team is still equal to `after`.
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
    /// The team of the link, and the codes in it that cannot be read.
    linked: RwSignal<(Team, Vec<BrokenCode>)>,
    /// Whether the team of the link is the example.
    pub shows_example: RwSignal<bool>,
    /// The summary in the address, or its error.
    pub summary: RwSignal<Option<Result<Summary, SummaryError>>>,
    /// Progress of an import, 0 to 1; none if none is running.
    pub progress: RwSignal<Option<f64>>,
    /// Number of the last import, by which an import that was cancelled differs from one started after it.
    import_number: StoredValue<u32>,
    /// What the last import has found.
    pub report: RwSignal<Option<ImportReport>>,
    /// The text in the field for pasting. Lines without a result stay there after an import.
    pub pasted: RwSignal<String>,
    is_open: StoredValue<bool>,
}

impl TeamStore {
    /// An empty team; [`Self::open`] reads the stored one.
    pub(super) fn new(storage: Storage) -> Self {
        Self {
            storage,
            team: Persisted::with_own_location(storage),
            change: RwSignal::default(),
            linked: RwSignal::default(),
            shows_example: RwSignal::new(false),
            summary: RwSignal::default(),
            progress: RwSignal::new(None),
            import_number: StoredValue::default(),
            report: RwSignal::default(),
            pasted: RwSignal::default(),
            is_open: StoredValue::new(false),
        }
    }

    /// Reads the stored team, and follows other tabs and the link in the address. Only the first call has an effect.
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
        let fragment = address::view_fragment();
        let screen = Screen::from_fragment(&fragment);
        if screen == Screen::Summary {
            self.summary.set(Some(Summary::decode(&fragment)));
        }
        if screen == Screen::SharedTeam {
            self.shows_example.set(Screen::is_example(&fragment));
            if Screen::is_example(&fragment) {
                return self.linked.set((Team::example(), Vec::new()));
            }
            let found = extract::find_codes(&format!("#{}", extract::decode_fragment(&fragment)), &clock::today());
            let codes: Vec<_> = found.codes.iter().map(|found| found.code).collect();
            self.linked.set((Team::of_codes(&codes), found.broken));
        }
    }

    /// The results of a source. The records are shared, so a copy is cheap.
    pub fn team_of(self, source: Source) -> Team {
        match source {
            Source::Own => self.team.get(),
            Source::Link => self.linked.read().0.clone(),
            Source::Summary => Team::default(),
        }
    }

    fn linked_team(self) -> Team {
        self.linked.read_untracked().0.clone()
    }

    /// The codes in the link that cannot be read.
    pub fn broken_codes_of_link(self) -> Vec<BrokenCode> {
        self.linked.read().1.clone()
    }

    /// Whether the results are in this tab only because they are too many. If nothing can be stored, the footer says so instead.
    pub fn is_in_tab_only(self) -> bool {
        self.team.location() != StorageLocation::Device
            && self.storage.location() == StorageLocation::Device
            && !self.team.read().results.is_empty()
    }

    /// Whether the last change can be undone.
    pub fn can_undo(self) -> bool {
        // An opening that is undone would let a result be added and be told by the difference.
        let has_seal = |change: &Change| change.before.seal.is_some() || change.after.seal.is_some();
        self.change.read().as_ref().is_some_and(|change| change.after == *self.team.read() && !has_seal(change))
    }

    /// The fragment of a link to the results, if there are any. None for a sealed gathering, because the codes hold all answers.
    pub fn link(self) -> Option<String> {
        let team = self.team.read();
        let codes = team.codes();
        (!codes.is_empty() && team.seal.is_none()).then(|| Screen::team_fragment(&codes))
    }

    fn change(self, change: impl FnOnce(&mut Team)) {
        let before = self.team.current();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.change.set(Some(Change { before, after: after.clone() }));
            self.team.store(after);
        }
    }

    /// Seals an empty gathering: nothing but counts is shown until [`Self::open_seal`].
    pub fn seal(self, minimum: u32) {
        self.change(|team| _ = team.seal(minimum));
        self.report.set(None);
    }

    /// Opens a sealed gathering, for good.
    pub fn open_seal(self) {
        self.change(Team::open);
        self.report.set(None);
    }

    /// Removes one result.
    pub fn remove_result(self, result: &Record) {
        self.change(|team| team.remove(result));
        self.report.set(None);
    }

    /// Removes all results. Can be undone.
    pub fn clear(self) {
        self.change(|team| *team = Team::default());
        self.report.set(None);
    }

    /// Sets the side of a result whose respondent has not stated one.
    pub fn set_side(self, result: &Record, side: Side) {
        self.change(|team| team.set_side(result, side));
    }

    /// Counts each code that came more than once as that many people, or as one.
    pub fn resolve_repeats(self, as_several: bool) {
        self.change(|team| team.resolve_repeats(as_several));
    }

    /// Restores the team before the last change. A second call restores the change.
    pub fn undo(self) {
        if let Some(Change { before, .. }) = self.change.get_untracked() {
            self.change(|team| *team = before);
            self.report.set(None);
        }
    }

    /// Empties the field for pasted text.
    pub fn clear_pasted(self) {
        self.pasted.set(String::new());
        self.report.set(None);
    }

    /// Removes the team from the storage and from this tab.
    pub(super) fn remove(self) {
        self.team.remove();
        self.change.set(None);
        self.report.set(None);
        self.cancel_import();
    }
}
