//! Words of the review, the result and the advice on it, and of shared results.

use std::ops::RangeInclusive;

use duet_domain::Side;
use duet_domain::code;
use duet_domain::score::Score;

/// Words of the advice on a result.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Advice {
    /// The accessible name of the list of sections.
    pub parts: &'static str,
    pub monday: &'static str,
    /// Before the weakest statement.
    pub monday_talk: &'static str,
    /// Before the title of an action.
    pub monday_act: &'static str,
    pub monday_goal: &'static str,
    pub culture: &'static str,
    /// With the side of the respondent.
    pub monday_ask: fn(Side) -> &'static str,
    pub themes: &'static str,
    pub strands_note: &'static str,
    pub strongest: &'static str,
    pub weakest: &'static str,
    pub all_answers: &'static str,
    pub up: &'static str,
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
    /// With the numbers of ticked conditions for staying and for moving up.
    pub tendency: fn(usize, usize) -> &'static str,
    pub actions: &'static str,
    pub more_actions: &'static str,
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
    pub evidence: &'static str,
    /// Each reason with its source.
    pub reasons: [(&'static str, &'static str); 5],
    pub reading: &'static str,
    pub references: [&'static str; 5],
    pub limits: &'static str,
}

/// Words about shared results and codes.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Sharing {
    pub title: &'static str,
    pub from_history: &'static str,
    pub own: &'static str,
    pub bad_link: &'static str,
    pub bad_code: fn(code::CodeError) -> String,
    /// The question for a side that was not stated.
    pub ask_side: &'static str,
    pub other_wording: &'static str,
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

/// Words of the review.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Review {
    pub title: &'static str,
    pub complete: &'static str,
    /// With the number of open items.
    pub missing: fn(u8) -> String,
    /// With the range of possible sums, and the names of the possible levels.
    pub range: fn(&RangeInclusive<Score>, &[&str]) -> String,
    pub range_note: &'static str,
    pub open: &'static str,
    pub answered: &'static str,
    pub no_answer: &'static str,
    pub finish: &'static str,
    pub first_open: &'static str,
}

/// Words of the result.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct ResultPage {
    /// For the title of the window.
    pub title: &'static str,
    /// With the name of the level.
    pub level: fn(&str) -> String,
    /// With the sum. The text for the band.
    pub on_scale: fn(u8) -> String,
    /// With the name of the next level and the points to it.
    pub to_next: fn(&str, u8) -> String,
    pub highest: &'static str,
    /// With the change in points, the change in levels, and the day of the former result.
    pub since: fn(&str, i8, &str) -> String,
    pub changed: &'static str,
    pub answers: &'static str,
    pub looks: &'static str,
    pub all_levels: &'static str,
    pub here: &'static str,
    pub perspective: &'static str,
    /// The texts before and after the title of the article.
    pub source: [&'static str; 2],
    pub again: &'static str,
    pub change: &'static str,
    pub history: &'static str,
    pub none: &'static str,
    pub none_yet: &'static str,
    /// The button that opens the comparison.
    pub compare: &'static str,
    pub to_review: &'static str,
}
