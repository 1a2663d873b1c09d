//! Both sides at one table: the results gathered for a comparison, and how they come in.
//!
//! They are kept apart from a person's own answers. A team that the storage does not take lives in this tab alone, and
//! everything else is stored as before.

mod gathering;

use leptos::prelude::*;

use super::saving::Value;
use super::tables::Comparison;
use super::{Place, Session, Which};
use crate::browser::{clock, storage};
use crate::screen::Screen;
use duet_domain::gather::Slip;
use duet_domain::import::Import;
use duet_domain::record::Record;
use duet_domain::stored::Stored;
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

/// The state of the table.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) team: RwSignal<Team>,
    /// The text that the team was read from or written to last, to know a change by another tab.
    text: RwSignal<Option<String>>,
    /// Whether the team is in this tab alone.
    in_tab: RwSignal<bool>,
    /// The team before the last change.
    former: RwSignal<Option<Team>>,
    /// The team of the link, and what in the link is no code.
    linked: RwSignal<(Team, Vec<Slip>)>,
    /// How much of the files was read.
    progress: RwSignal<Option<f64>>,
    /// Which reading of files is the last one: those that were stopped end by themselves.
    reading: RwSignal<u32>,
    gathered: RwSignal<Option<Gathered>>,
    /// The text that is being pasted.
    text_to_add: RwSignal<String>,
    /// Whether two people, one a side, both agree to be shown.
    agreed: RwSignal<bool>,
}

/// For the other parts of the program.
pub static COMPARISON: Comparison = Comparison {
    hold: Session::hold_comparison,
    refresh: Session::reload_team,
    follow: Session::follow_team,
    receive: Session::follow_link,
    add: |session, result| session.gather([result]),
    is_at_risk: Session::team_in_tab,
    disagree: |session| session.agree(false),
    link: Session::team_link,
};

impl Value for Team {
    fn read_thoroughly(session: Session, text: String) -> Option<Self> {
        session.read_stored(text)
    }

    /// Its text is known and was compared already: it may be a large one.
    fn is_written(&self, _text: &str) -> bool {
        false
    }
}

impl Table {
    fn new() -> Self {
        Self {
            team: RwSignal::default(),
            text: RwSignal::new(None),
            in_tab: RwSignal::new(false),
            former: RwSignal::new(None),
            linked: RwSignal::default(),
            progress: RwSignal::new(None),
            reading: RwSignal::new(0),
            gathered: RwSignal::new(None),
            text_to_add: RwSignal::default(),
            agreed: RwSignal::new(false),
        }
    }
}

/// Looking.
impl Session {
    /// Makes room for it.
    pub(super) fn hold_comparison(self) {
        self.table.get_or_init(Table::new);
    }

    /// Its state.
    ///
    /// # Panics
    /// When it is asked for before the rest of the program is there, which would be a fault of the rest.
    pub(super) fn table(self) -> Table {
        *self.table.get().expect("the comparison is there")
    }

    /// The results of that source. A copy costs little.
    pub fn team(self, source: Source) -> Team {
        match source {
            Source::Own => self.table().team.get(),
            Source::Link => self.table().linked.read().0.clone(),
        }
    }

    /// What in the link is no code.
    pub fn slips_of_link(self) -> Vec<Slip> {
        self.table().linked.read().1.clone()
    }

    /// Whether the results gathered are in this tab alone, being too many. Where nothing can be stored, the foot of the page
    /// says so.
    pub fn team_in_tab(self) -> bool {
        self.table().in_tab.get() && self.place() == Place::Device
    }

    /// How much of the files was read, 0 to 1; none when none are being read.
    pub fn progress(self) -> Option<f64> {
        self.table().progress.get()
    }

    /// What came of the last text or files.
    pub fn gathered(self) -> Option<Gathered> {
        self.table().gathered.get()
    }

    /// The text that is being pasted. What is of no use stays.
    pub fn text_to_add(self) -> RwSignal<String> {
        self.table().text_to_add
    }

    /// Whether the last change can be undone.
    pub fn can_undo_team(self) -> bool {
        self.table().former.read().is_some()
    }

    /// Whether two people, one a side, both agree to be shown.
    pub fn agreed(self) -> bool {
        self.table().agreed.get()
    }

    /// The result to add as one's own: of the answers in this browser, else the newest.
    pub fn own_result(self) -> Option<Record> {
        self.result(Which::Current).or_else(|| self.kept().history.read().latest(&clock::today()).cloned())
    }
}

/// Storing.
impl Session {
    /// The fragment of a link to the results, if there are any.
    fn team_link(self) -> Option<String> {
        let codes = self.team(Source::Own).codes();
        (!codes.is_empty()).then(|| Screen::of_codes(&codes))
    }

    /// The team as it is stored, which another tab may have changed.
    fn current_team(self) -> Team {
        self.reload_team();
        self.table().team.get_untracked()
    }

    fn change_team(self, change: impl FnOnce(&mut Team)) {
        let former = self.current_team();
        let mut team = former.clone();
        change(&mut team);
        if team != former {
            self.table().former.set(Some(former));
            self.table().agreed.set(false);
            self.store_team(team);
        }
    }

    fn store_team(self, team: Team) {
        let text = team.text().filter(|_| self.may_store());
        let stored = text.as_ref().is_some_and(|text| storage::set(Team::KEY, text).is_ok());
        if stored {
            self.table().text.set(text);
        }
        self.table().in_tab.set(!stored && !team.results.is_empty());
        self.table().team.set(team);
    }

    /// Reads the team anew where it has changed. One that is in this tab alone stays as it is.
    fn reload_team(self) {
        if self.table().in_tab.get_untracked() || !storage::is_there() {
            return;
        }
        let text = storage::get(Team::KEY);
        if self.table().text.with_untracked(|known| *known == text) {
            return;
        }
        if text.is_some() {
            self.reload(self.table().team);
            // Undoing would undo what another tab has done, and those who agreed may be others.
            self.table().former.set(None);
            self.table().agreed.set(false);
        }
        self.table().text.set(storage::get(Team::KEY));
    }

    /// Follows another tab, which may have removed it.
    fn follow_team(self, key: Option<&str>) {
        if key.is_some_and(|key| key != Team::KEY) {
            return;
        }
        if storage::get(Team::KEY).is_none() && !self.table().in_tab.get_untracked() {
            self.forget_team();
        }
        self.reload_team();
    }

    pub(super) fn forget_team(self) {
        self.table().team.set(Team::default());
        self.table().text.set(None);
        self.table().in_tab.set(false);
        self.table().former.set(None);
        self.table().gathered.set(None);
        self.table().agreed.set(false);
        self.stop_gathering();
    }
}
