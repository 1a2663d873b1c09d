//! The kinds of texts of the rest: of the comparison, the history, and the page about Duet.

use duet_domain::settings::ColorScheme;

/// Texts of the history.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Past {
    pub title: &'static str,
    pub empty: &'static str,
    pub note: &'static str,
    /// With how many there are.
    pub older: fn(usize) -> String,
}

/// Texts of the page about Duet.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct About {
    pub title: &'static str,
    pub what: &'static str,
    /// What stands before and after the title of the article.
    pub source: [&'static str; 2],
    pub wording: &'static str,
    pub limits: &'static str,
    pub privacy: &'static str,
    pub privacy_text: [&'static str; 2],
    pub settings: &'static str,
    pub theme: &'static str,
    pub themes: fn(ColorScheme) -> &'static str,
    pub clear: &'static str,
    pub clear_text: &'static str,
    pub clear_ask: &'static str,
    pub clear_yes: &'static str,
    pub set_aside: &'static str,
    pub set_aside_text: &'static str,
}

/// Texts about saving.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Saving {
    /// What could not be read, and why: the names of the key and of the fault.
    pub unreadable: fn(&str, &str) -> String,
    pub kept: &'static str,
    pub download: &'static str,
    pub close: &'static str,
    pub session: &'static str,
    pub history: &'static str,
    pub settings: &'static str,
    pub team: &'static str,
    pub quarantine: &'static str,
    pub damaged: &'static str,
    pub version: &'static str,
    pub other_wording: &'static str,
}
