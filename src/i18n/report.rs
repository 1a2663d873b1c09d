//! The kinds of texts of a result: what to do about it, how to keep it and hand it over, and what can be wrong with a file.

use crate::domain::Side;
use crate::domain::code;
use crate::domain::import;
use crate::domain::record::Mismatch;

/// Texts of what to do about a result.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Acting {
    /// The name of the list of the page's parts.
    pub parts: &'static str,
    pub monday: &'static str,
    /// Before the weakest statement.
    pub monday_talk: &'static str,
    /// Before the title of an action.
    pub monday_act: &'static str,
    /// With the side that has answered.
    pub monday_ask: fn(Side) -> &'static str,
    pub themes: &'static str,
    pub themes_note: &'static str,
    pub strongest: &'static str,
    pub weakest: &'static str,
    pub all_answers: &'static str,
    /// In the list of the parts.
    pub to_up: &'static str,
    pub up: &'static str,
    /// With the name of the next level and the points to it.
    pub route: fn(&str, u8) -> String,
    pub route_note: &'static str,
    pub what_if: &'static str,
    pub what_if_note: &'static str,
    pub less: &'static str,
    pub more: &'static str,
    pub reset: &'static str,
    /// With the sum and the name of the level.
    pub would_be: fn(u8, &str) -> String,
    pub stay_or_move: &'static str,
    pub stay_or_move_note: &'static str,
    pub stay: &'static str,
    pub move_up: &'static str,
    /// With how many conditions were ticked for staying and for moving.
    pub tendency: fn(usize, usize) -> &'static str,
    pub actions: &'static str,
    pub actions_keep: &'static str,
    pub actions_note: &'static str,
    pub owner: &'static str,
    pub due: &'static str,
    pub measures: &'static str,
    pub today: &'static str,
    pub target: &'static str,
    pub unit: &'static str,
    pub goal: &'static str,
    pub goal_note: &'static str,
    pub plan: &'static str,
    pub why: &'static str,
    /// What pays, and who says so.
    pub reasons: [(&'static str, &'static str); 5],
    pub reading: &'static str,
    pub references: [&'static str; 5],
    pub limits: &'static str,
}

/// Texts of keeping and handing over.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Handing {
    pub title: &'static str,
    pub label: &'static str,
    pub label_note: &'static str,
    pub send: &'static str,
    pub keep: &'static str,
    pub file: &'static str,
    pub csv: &'static str,
    pub print: &'static str,
    pub share: &'static str,
    pub copy_link: &'static str,
    pub copy_code: &'static str,
    pub copy_text: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub not_offered: &'static str,
    pub svg: &'static str,
    pub png: &'static str,
    pub code: &'static str,
    pub code_note: &'static str,
    pub qr: &'static str,
    pub shared: &'static str,
    pub kept: &'static str,
    pub own: &'static str,
    pub bad_link: &'static str,
    pub bad_code: fn(code::Fault) -> String,
    pub other_wording: &'static str,
    pub import: &'static str,
    pub import_note: &'static str,
    pub choose: &'static str,
    pub enter_code: &'static str,
    /// With the name of the file and the number of results in it.
    pub read: fn(&str, usize) -> String,
    /// With the name of the file and the fault.
    pub refused: fn(&str, &import::Fault) -> String,
    pub mismatch: fn(&str, import::Place, &Mismatch) -> String,
    /// With the name of the file and how many more notes there are.
    pub more_notes: fn(&str, usize) -> String,
    pub add: &'static str,
    /// With how many were added, and how many were there already.
    pub added: fn(usize, usize) -> String,
    /// With how many have another label or plan.
    pub differing: fn(usize) -> String,
    pub take_notes: &'static str,
    pub keep_notes: &'static str,
    pub cancel: &'static str,
    pub trend: &'static str,
    pub changed: &'static str,
    pub unchanged: &'static str,
    pub wording_differs: &'static str,
    pub open: &'static str,
    pub delete: &'static str,
    pub delete_all: &'static str,
    pub delete_ask: &'static str,
    /// The heads of columns in a file.
    pub sum: &'static str,
    pub level: &'static str,
    pub csv_columns: [&'static str; 4],
    pub mean: &'static str,
    pub stored: &'static str,
    pub stored_note: &'static str,
    pub nothing_stored: &'static str,
    /// The name of a file, without its ending.
    pub file_name: &'static str,
}

/// Further reading, the same in every language.
pub const REFERENCES: [&str; 5] = [
    "Biemans, Malshe, Johnson 2022, Industrial Marketing Management 102, 324–337",
    "Cespedes, Wallace 2017, HBR online",
    "Ritz, Steward, Morgan, Hair 2018, HBR online",
    "BCG 2018, Building an Integrated Marketing and Sales Engine for B2B",
    "Gartner 2023, Integrating Sales and Marketing to Drive Demand",
];
