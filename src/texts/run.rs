//! The words of a run: of the page around it, the start and the statements. Everything else is loaded later (docs/adr/0016), so
//! it stands apart.

/// Texts of the page as a whole.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Page {
    pub title: &'static str,
    pub description: &'static str,
    /// Goes before the first link, for those who do not see where they are.
    pub skip: &'static str,
    pub home: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    pub history: &'static str,
    pub about: &'static str,
    pub nothing_sent: &'static str,
}

/// Texts of the start.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Start {
    pub title: &'static str,
    pub lead: &'static str,
    /// A big word or number each, and what it says.
    pub facts: [(&'static str, &'static str); 3],
    pub who: &'static str,
    pub problem: &'static str,
    pub problem_yes: (&'static str, &'static str),
    pub problem_no: (&'static str, &'static str),
    pub side: &'static str,
    pub side_note: &'static str,
    pub side_other: &'static str,
    pub side_none: &'static str,
    pub begin: &'static str,
    pub loading: &'static str,
    pub paper: &'static str,
    pub stop_any_time: &'static str,
    /// With the number of answers.
    pub in_progress: fn(u8) -> String,
    pub resume: &'static str,
    pub restart: &'static str,
    /// With the score, the name of the level and the date.
    pub finished: fn(u8, &str, &str) -> String,
    pub show_result: &'static str,
}

/// Texts of a question.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Question {
    /// With the number of the item: "7 of 20".
    pub progress: fn(u8) -> String,
    /// For the title of the window.
    pub title: fn(u8) -> String,
    pub back: &'static str,
    pub next: &'static str,
    pub review: &'static str,
    pub digit_keys: &'static str,
    pub all_items: &'static str,
    /// With the number of the item and its answer.
    pub item: fn(u8, Option<u8>) -> String,
    /// With the number of answers.
    pub resumed: fn(u8) -> String,
    pub restart: &'static str,
    /// With the number of answers that were there before.
    pub restarted: fn(u8) -> String,
    pub undo: &'static str,
}

/// Texts about where the answers are.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Saved {
    pub device: &'static str,
    /// Where the engine removes it after a while.
    pub week: &'static str,
    /// In another app's browser.
    pub app: &'static str,
    pub blocked: &'static str,
    pub full: &'static str,
    pub not_moved: &'static str,
}

/// Texts about other views, tabs and versions.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Around {
    pub table: &'static str,
    pub own_tab: &'static str,
    /// Where the frame does not even let a tab be opened.
    pub no_tab: &'static str,
    /// Where the page around has asked for the result.
    pub told: &'static str,
    pub newer: &'static str,
    pub take_newer: &'static str,
    /// Where a part of the program did not come.
    pub not_loaded: &'static str,
    pub retry: &'static str,
    /// With the number of answers in the link, and that of one's own.
    pub carried: fn(u8, u8) -> String,
    pub take_carried: &'static str,
    pub keep_own: &'static str,
    pub cleared: &'static str,
}
