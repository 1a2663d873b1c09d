//! Words of the chunk `more`: the history, the page about Duet, unreadable values.

use duet_domain::settings::ColorScheme;

/// Words of the history.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct History {
    pub title: &'static str,
    pub empty: &'static str,
    pub note: &'static str,
    /// With the number of older results.
    pub older: fn(usize) -> String,
}

/// Words of the page about Duet.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct About {
    pub title: &'static str,
    pub what: &'static str,
    /// The texts before and after the title of the article.
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
    pub quarantine: &'static str,
    pub quarantine_text: &'static str,
}

/// Words about stored values that cannot be read.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Quarantine {
    /// With the name of the value and the reason.
    pub unreadable: fn(&str, &str) -> String,
    pub quarantined: &'static str,
    pub download: &'static str,
    pub close: &'static str,
    pub session: &'static str,
    pub history: &'static str,
    pub settings: &'static str,
    pub team: &'static str,
    pub quarantine_value: &'static str,
    pub damaged: &'static str,
    pub version: &'static str,
    pub other_wording: &'static str,
}
