//! Words of the first chunk: the page as a whole, the start, the statements, notices.

/// Words of the page as a whole.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Page {
    pub title: &'static str,
    pub description: &'static str,
    /// The link past the header, for screen readers and keyboards.
    pub skip: &'static str,
    pub home: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    pub history: &'static str,
    pub about: &'static str,
    pub nothing_sent: &'static str,
}

/// Words of the start.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Start {
    pub title: &'static str,
    pub lead: &'static str,
    /// A number or word, and its meaning.
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
    pub for_team: &'static str,
    pub for_team_text: &'static str,
    pub for_team_open: &'static str,
    pub stop_any_time: &'static str,
    /// With the number of answers.
    pub in_progress: fn(u8) -> String,
    pub resume: &'static str,
    pub restart: &'static str,
    /// With the sum, the name of the level and the date.
    pub finished: fn(u8, &str, &str) -> String,
    pub show_result: &'static str,
}

/// Words of a statement.
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
    /// With the number of replaced answers.
    pub restarted: fn(u8) -> String,
    pub undo: &'static str,
}

/// Words about where the answers are stored.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Storage {
    pub device: &'static str,
    /// If the browser removes them after a week.
    pub week: &'static str,
    /// In an in-app browser.
    pub app: &'static str,
    pub blocked: &'static str,
    pub full: &'static str,
    pub not_moved: &'static str,
}

/// Words of the footer and the notices.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Shell {
    pub open_team: &'static str,
    pub open_in_tab: &'static str,
    /// If the frame may not open a tab.
    pub tab_blocked: &'static str,
    /// If the host page has asked for the result.
    pub host_learns_result: &'static str,
    pub update_available: &'static str,
    pub apply_update: &'static str,
    /// If a chunk could not be loaded for lack of a network.
    pub no_network: &'static str,
    /// If the host gave something else, such as an error.
    pub host_failed: &'static str,
    /// If the host has a newer version.
    pub outdated: &'static str,
    pub reload: &'static str,
    pub retry: &'static str,
    /// With the number of answers in the link, and of those in progress.
    pub incoming_answers: fn(u8, u8) -> String,
    pub accept_incoming: &'static str,
    pub keep_own: &'static str,
    pub cleared: &'static str,
}
