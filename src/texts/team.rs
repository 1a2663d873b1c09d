//! Words of the comparison: collecting results, both sides, the meeting.

use duet_domain::Side;
use duet_domain::team::Added;
use duet_domain::team::compare::Order;

/// Words of the comparison.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Team {
    pub title: &'static str,
    pub lead: &'static str,
    pub linked: &'static str,
    pub bad_link: &'static str,
    pub add_linked: &'static str,

    /// The accessible name of the list of sections.
    pub parts: &'static str,
    pub example_open: &'static str,
    pub example: &'static str,
    pub example_close: &'static str,
    pub gathering: &'static str,
    /// With the numbers of results of Sales, of Marketing, and of others.
    pub gathered: fn(usize, usize, usize) -> String,
    pub themes: &'static str,
    pub themes_note: &'static str,
    pub figures: &'static str,
    /// What the bars are.
    pub spread_note: &'static str,
    /// Before how many gave each answer.
    pub counts: &'static str,
    pub paste: &'static str,
    pub paste_note: &'static str,
    pub add: &'static str,
    pub add_own: &'static str,
    /// The name of a pasted text in messages.
    pub pasted: &'static str,
    pub reading: &'static str,
    pub stop: &'static str,
    pub nothing_found: &'static str,
    pub added: fn(&Added) -> String,
    /// With the line, the text of the code, and its error.
    pub broken_code: fn(usize, &str, &str) -> String,
    /// If lines of the pasted text stay in the field.
    pub rest_stays: &'static str,
    pub clear_text: &'static str,
    /// With the number of repeated codes, and of the people as which they are counted.
    pub repeated: fn(usize, usize) -> String,
    pub one_person: &'static str,
    /// With the number of people.
    pub several_people: fn(usize) -> String,
    /// With the number of results without a stated side.
    pub unstated: fn(usize) -> String,
    pub undo: &'static str,
    pub in_tab: &'static str,

    pub invite: &'static str,
    pub invite_note: &'static str,
    pub invitation_language: &'static str,

    /// With the number of results.
    pub list: fn(usize) -> String,
    /// With the number of further results.
    pub more: fn(usize) -> String,
    pub side: &'static str,
    pub no_label: &'static str,
    pub remove: &'static str,
    /// With a description of the result.
    pub remove_this: fn(&str) -> String,
    pub remove_all: &'static str,
    pub apart: &'static str,
    /// With the name of the instrument and the hash of the wording.
    pub apart_of: fn(&str, &str) -> String,
    pub save: &'static str,
    pub save_note: &'static str,
    pub too_many_for_link: &'static str,

    pub compare: &'static str,
    pub none_yet: &'static str,
    pub all: &'static str,
    /// The group of respondents of neither side.
    pub others: &'static str,
    pub people: fn(u32) -> String,
    /// With the mean sum and the name of the level.
    pub mean_sum: fn(&str, &str) -> String,
    /// With the difference without its sign, and whether the sum of Sales is higher.
    pub sums_differ: fn(&str, bool) -> String,
    /// For a small difference, with it.
    pub sums_close: fn(&str) -> String,
    pub sums_equal: &'static str,
    pub nobody: fn(Side) -> &'static str,
    pub pair: &'static str,
    pub pair_offer: &'static str,
    pub pair_agree: &'static str,
    /// With the mean gap.
    pub pair_gap: fn(&str) -> String,
    pub pair_far: &'static str,
    pub pair_none_far: &'static str,
    /// With the threshold.
    pub hidden: fn(u32) -> String,
    /// With the threshold. If only the respondents of neither side are too few.
    pub hidden_others: fn(u32) -> String,
    pub threshold: &'static str,
    pub spread_threshold: &'static str,
    pub threshold_note: &'static str,

    pub statements: &'static str,
    pub statements_note: &'static str,
    pub order: &'static str,
    pub orders: fn(Order) -> &'static str,
    pub gap: &'static str,
    pub table: &'static str,
    pub statement: &'static str,
    pub mean: &'static str,
    pub spread: &'static str,

    pub discussion: &'static str,
    pub gaps: &'static str,
    pub weaknesses: &'static str,
    pub strengths: &'static str,
    pub divided: &'static str,
    pub list_notes: [&'static str; 4],
    pub list_empty: &'static str,

    pub agreement: &'static str,
    /// With the name of a group and its r*wg.
    pub agree: fn(&str, f64) -> String,
    /// With Cliff's delta.
    pub delta: fn(f64) -> String,
    pub formulae: &'static str,
    pub formula: [&'static str; 4],

    pub rounds: &'static str,
    pub rounds_note: &'static str,
    pub round_from: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub shown_round: &'static str,
    pub change: &'static str,
    pub one_round: &'static str,
    pub moved: &'static str,

    pub meeting: &'static str,
    pub agenda: &'static str,
    pub agenda_language: &'static str,
    pub both_languages: &'static str,
    pub print_agenda: &'static str,
    pub print_report: &'static str,
    pub present: &'static str,
    pub close: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// With the number of the picture and the number of pictures.
    pub picture: fn(usize, usize) -> String,
    pub keys: &'static str,

    pub agenda_title: &'static str,
    pub questions: &'static str,
    /// The open question about a gap, with its index in the list and whether Sales answers higher.
    pub question: fn(usize, bool) -> &'static str,
    pub no_questions: &'static str,
    pub start_here: &'static str,
    pub no_weaknesses: &'static str,
    pub next_step: &'static str,
    pub keep_it: &'static str,
    pub measures: &'static str,
    pub decisions: &'static str,
    pub decision: [&'static str; 3],
    pub report_title: &'static str,
    pub source: &'static str,
    /// The name of a file, without its ending.
    pub file_name: &'static str,
}
