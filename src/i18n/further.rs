//! The kinds of texts of the rest: of the comparison, the history, and the page about Duet.

use super::table;
use crate::domain::settings::Theme;

/// Every text of the rest.
pub struct Further {
    /// Several results, side by side.
    pub table: &'static table::Table,
    /// Finished results.
    pub history: Past,
    /// Privacy, storage, settings.
    pub about: About,
}

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
    pub source: &'static str,
    pub wording: &'static str,
    pub limits: &'static str,
    pub privacy: &'static str,
    pub privacy_text: [&'static str; 2],
    pub settings: &'static str,
    pub theme: &'static str,
    pub themes: fn(Theme) -> &'static str,
    pub clear: &'static str,
    pub clear_text: &'static str,
    pub clear_ask: &'static str,
    pub clear_yes: &'static str,
    pub cleared: &'static str,
    pub set_aside: &'static str,
    pub set_aside_text: &'static str,
}
