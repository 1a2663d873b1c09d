//! Both sides at one table: the results gathered for a comparison, and how they come in.
//!
//! They are kept apart from a person's own answers. A team that the storage does not take lives in this tab alone, and
//! everything else is stored as before.

use leptos::prelude::*;
use leptos::web_sys::File;
use serde::de::IgnoredAny;

use super::later::Comparison;
use super::saving::Value;
use super::{Place, Session, Which, Why};
use crate::browser::{clock, files, spawn, storage};
use crate::domain::Side;
use crate::domain::code;
use crate::domain::gather::{self, Found};
use crate::domain::import::{Fault, Import, Reader};
use crate::domain::record::Record;
use crate::domain::stored::Stored;
use crate::domain::team::compare::THRESHOLDS;
use crate::domain::team::{Added, Adding, Team};
use crate::screen::Screen;

/// How long the program works before it lets the page do something else, in milliseconds.
const SLICE: f64 = 12.0;
/// How many results are added between two such pauses.
const STEP: usize = 1000;

/// What came of the last text or files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The results.
    pub added: Added,
    /// What looks like a code but is none.
    pub slips: Vec<(String, code::Fault)>,
    /// By the names of the files, everything else that was found in them; the results are in the team.
    pub files: Vec<(String, Import)>,
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
    text: StoredValue<Option<String>>,
    /// Whether the team is in this tab alone.
    in_tab: RwSignal<bool>,
    /// The team before the last change.
    former: RwSignal<Option<Team>>,
    /// The team of the link, and what in the link is no code.
    linked: RwSignal<(Team, Vec<(String, code::Fault)>)>,
    /// How much of the files was read.
    progress: RwSignal<Option<f64>>,
    /// Which reading of files is the last one: those that were stopped end by themselves.
    reading: StoredValue<u32>,
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
}

impl Table {
    fn new() -> Self {
        Self {
            team: RwSignal::default(),
            text: StoredValue::new(None),
            in_tab: RwSignal::new(false),
            former: RwSignal::new(None),
            linked: RwSignal::default(),
            progress: RwSignal::new(None),
            reading: StoredValue::new(0),
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
        // As long as the session, which lives as long as the page.
        let owner = Owner::new();
        self.table.set_value(Some(owner.with(Table::new)));
        std::mem::forget(owner);
    }

    /// Its state.
    ///
    /// # Panics
    /// When it is asked for before the rest of the program is there, which would be a fault of the rest.
    pub(super) fn table(self) -> Table {
        self.table.get_value().expect("the comparison is there")
    }

    /// The results of that source. A copy costs little.
    pub fn team(self, source: Source) -> Team {
        match source {
            Source::Own => self.table().team.get(),
            Source::Link => self.table().linked.read().0.clone(),
        }
    }

    /// What in the link is no code.
    pub fn slips_of_link(self) -> Vec<(String, code::Fault)> {
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

    /// The text that is being pasted. It stays until something of it was of use.
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
        self.result(Which::Current).or_else(|| self.kept().history.read().results.last().cloned())
    }
}

/// Gathering.
impl Session {
    /// Takes the codes and links out of a text, or the results when the text is that of a file.
    pub fn gather_text(self, text: &str, name: &str) {
        let is_file = text.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(text).is_ok();
        if is_file {
            let text = text.to_owned();
            let name = name.to_owned();
            return self.gather_later(async move { vec![(name, Ok(text))] });
        }
        let Found { codes, faults } = gather::find(text);
        self.add_all(codes.into_iter().map(Record::of_code), Gathered { slips: faults, ..Gathered::default() });
    }

    /// Adds results.
    pub fn gather(self, results: impl IntoIterator<Item = Record>) {
        self.add_all(results, Gathered::default());
    }

    fn add_all(self, results: impl IntoIterator<Item = Record>, gathered: Gathered) {
        let mut adding = Adding::to(self.current_team());
        results.into_iter().for_each(|result| adding.add(result));
        self.add_gathered(adding, gathered);
    }

    /// Adds the results of the link.
    pub fn gather_linked(self) {
        let team = self.table().linked.get_untracked().0;
        self.gather(team.results.iter().map(|result| (**result).clone()));
    }

    /// Reads files. The page answers meanwhile.
    pub fn gather_files(self, files: Vec<File>) {
        self.gather_later(async move {
            let mut texts = Vec::new();
            for file in files {
                texts.push((file.name(), files::text(&file).await));
            }
            texts
        });
    }

    fn gather_later(self, texts: impl Future<Output = Vec<(String, Result<String, Fault>)>> + 'static) {
        if self.table().progress.get_untracked().is_some() {
            return;
        }
        self.table().gathered.set(None);
        self.table().progress.set(Some(0.0));
        self.table().reading.update_value(|reading| *reading += 1);
        let reading = self.table().reading.get_value();
        spawn(async move {
            let texts = texts.await;
            if self.read_and_add(reading, texts).await.is_some() {
                self.table().progress.set(None);
            }
        });
    }

    /// Reads files and adds what is in them. None when the person has stopped it.
    async fn read_and_add(self, reading: u32, texts: Vec<(String, Result<String, Fault>)>) -> Option<()> {
        let (results, gathered) = self.read_all(reading, texts).await?;
        let before = self.current_team();
        let mut adding = Adding::to(before.clone());
        for some in results.chunks(STEP) {
            for result in some {
                adding.add(result.clone());
            }
            clock::pause().await;
            self.still_reads(reading)?;
        }
        if self.current_team() == before {
            self.add_gathered(adding, gathered);
        } else {
            // Somebody has changed it meanwhile; once more, without a pause.
            self.add_all(results, gathered);
        }
        Some(())
    }

    /// Whether a reading goes on, and was not stopped.
    fn still_reads(self, reading: u32) -> Option<()> {
        let goes_on = self.table().progress.get_untracked().is_some() && self.table().reading.get_value() == reading;
        goes_on.then_some(())
    }

    /// The results of all files. None when the person has stopped it.
    async fn read_all(
        self,
        reading: u32,
        texts: Vec<(String, Result<String, Fault>)>,
    ) -> Option<(Vec<Record>, Gathered)> {
        let count = f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        let (mut results, mut gathered) = (Vec::new(), Gathered::default());
        for ((name, text), before) in texts.into_iter().zip(0u32..) {
            let mut import = match text {
                Ok(text) => {
                    let mut reader = Reader::new(&text);
                    let mut started = clock::milliseconds();
                    while reader.read_some() {
                        if clock::milliseconds() - started < SLICE {
                            continue;
                        }
                        self.still_reads(reading)?;
                        self.table().progress.set(Some((f64::from(before) + reader.progress()) / count));
                        clock::pause().await;
                        started = clock::milliseconds();
                    }
                    reader.done()
                }
                Err(fault) => Import::refused(fault),
            };
            results.append(&mut import.results);
            results.extend(import.foreign.drain(..).map(|(_, record)| record));
            gathered.files.push((name, import));
        }
        self.still_reads(reading)?;
        Some((results, gathered))
    }

    /// Stops reading files; nothing of them is added.
    pub fn stop_gathering(self) {
        self.table().progress.set(None);
    }

    fn add_gathered(self, adding: Adding, gathered: Gathered) {
        let (team, added) = adding.done();
        // Also when none is new: one that says more may have taken the place of its code.
        self.change_team(|own| *own = team);
        if added.new + added.known > 0 && gathered.slips.is_empty() {
            self.table().text_to_add.set(String::new());
        }
        self.table().gathered.set(Some(Gathered { added, ..gathered }));
    }

    /// Takes one result out.
    pub fn remove_from_team(self, result: &Record) {
        self.change_team(|team| team.remove(result));
        self.table().gathered.set(None);
    }

    /// Takes all out.
    pub fn clear_team(self) {
        self.change_team(|team| *team = Team::default());
        self.table().gathered.set(None);
    }

    /// Says on which side somebody is who has not said it.
    pub fn set_side_in_team(self, result: &Record, side: Side) {
        self.change_team(|team| team.set_side(result, side));
    }

    /// Goes back to the team before the last change; once more leads forth again.
    pub fn undo_team(self) {
        if let Some(former) = self.table().former.get_untracked() {
            self.change_team(|team| *team = former);
            self.table().gathered.set(None);
        }
    }

    /// Sets how many respondents a side needs before its statements are shown: 1 to 10.
    pub fn set_threshold(self, threshold: u32) {
        let (least, most) = THRESHOLDS;
        self.change(self.settings, |settings| settings.threshold = threshold.clamp(least, most));
    }

    /// Says whether two people, one a side, both agree to be shown.
    pub fn agree(self, agreed: bool) {
        self.table().agreed.set(agreed);
    }

    /// Takes over what the fragment of a link says.
    fn follow_link(self, fragment: &str) {
        if fragment.trim_start_matches('#').starts_with("t=") {
            let Found { codes, faults } = gather::find(fragment);
            self.table().linked.set((Team::of_codes(&codes), faults));
            self.table().agreed.set(false);
        }
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
        let may = self.place.get_untracked() != Place::Tab(Why::Stuck);
        let text = team.text().filter(|_| may);
        let stored = text.as_ref().is_some_and(|text| storage::set(Team::KEY, text).is_ok());
        if stored {
            self.table().text.set_value(text);
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
        if self.table().text.with_value(|known| *known == text) {
            return;
        }
        if text.is_some() {
            self.reload(self.table().team);
            // Undoing would undo what another tab has done, and those who agreed may be others.
            self.table().former.set(None);
            self.table().agreed.set(false);
        }
        self.table().text.set_value(storage::get(Team::KEY));
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
        self.table().text.set_value(None);
        self.table().in_tab.set(false);
        self.table().former.set(None);
        self.table().gathered.set(None);
        self.table().agreed.set(false);
        self.stop_gathering();
    }
}
