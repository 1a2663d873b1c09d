//! Words of summaries, and of the seal of a gathering.

use duet_domain::summary::SummaryError;

/// Words of summaries: of a comparison for everybody, and of what a link brings.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Summary {
    pub for_everybody: &'static str,
    pub for_everybody_note: &'static str,
    /// If no side may be shown.
    pub none: &'static str,
    pub title: &'static str,
    pub print: &'static str,
    pub file: &'static str,
    /// The name of a file, without its ending.
    pub file_name: &'static str,
    /// What a link to the summary of a comparison is.
    pub comparison: &'static str,
    /// What a link to the summary of a result is, with the name of the sender, which may be empty.
    pub result: fn(&str) -> String,
    /// What a link to a whole result is, likewise.
    pub whole_result: fn(&str) -> String,
    /// With the weakest and the strongest theme.
    pub themes: fn(&str, &str) -> String,
    pub what_is_duet: &'static str,
    pub answer_too: &'static str,
    pub bad_link: &'static str,
    pub error: fn(&SummaryError) -> String,
    /// The choice of what is sent.
    pub what: &'static str,
    pub only_summary: &'static str,
    pub all_answers: &'static str,
    pub only_summary_note: &'static str,
    pub all_answers_note: &'static str,
    pub with_plan: &'static str,
    /// If the plan makes the link too long.
    pub too_long: &'static str,
    pub from: &'static str,
}

/// Words of the seal of a gathering.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Seal {
    pub title: &'static str,
    pub note: &'static str,
    pub minimum: &'static str,
    pub seal: &'static str,
    /// With the minimum.
    pub closed: fn(u32) -> String,
    /// With the minimum.
    pub opened: fn(u32) -> String,
    /// With the numbers of people of Sales, of Marketing, and of others.
    pub counts: fn(usize, usize, usize) -> String,
    pub open: &'static str,
    pub ask: &'static str,
    pub yes: &'static str,
    /// Before the opening, if a side is below the minimum; with it.
    pub few: fn(u32) -> String,
    /// With the minimum.
    pub hidden: fn(u32) -> String,
    /// With the number of results that came after the opening.
    pub refused: fn(usize) -> String,
}
