//! The words people read, in each language.
//!
//! A [`Catalog`] is a struct: a text that is missing in one language does not compile. Texts with a number or a name in
//! them are functions, because word order and plural forms are the language's own business. The statements and the words
//! of scale and levels are not here but in the [instrument].

pub mod basics;
mod en;
mod pl;
pub mod place;
pub mod plural;
pub mod report;
pub mod table;

use std::ops::RangeInclusive;

use crate::domain::instrument::{self, Instrument, Statements};
use crate::domain::score::Score;
use crate::domain::settings::Theme;

pub use basics::Basics;

/// A language Duet speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// The language of the page at the root.
    Polish,
    /// The language of the page at `en/`.
    English,
}

impl Language {
    /// Both, the first being that of the root.
    pub const ALL: [Self; 2] = [Self::Polish, Self::English];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::English => "en",
        }
    }

    /// The language of a tag, whatever the region: `en`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The one to change to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Polish => Self::English,
            Self::English => Self::Polish,
        }
    }

    /// The folder of its page, relative to the root of the site.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Polish => "",
            Self::English => "en/",
        }
    }

    /// The way to this language's page from the page of the `current` one; it works under any sub-path.
    pub const fn path_from(self, current: Self) -> &'static str {
        match (self, current) {
            (Self::Polish, Self::Polish) | (Self::English, Self::English) => "./",
            (Self::English, Self::Polish) => "./en/",
            (Self::Polish, Self::English) => "../",
        }
    }

    /// A number with so many decimals, as it is written in the language.
    pub fn number(self, number: f64, decimals: usize) -> String {
        let text = format!("{number:.decimals$}");
        // A hyphen is no minus, and nothing is less than nothing.
        let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
        let text = if is_zero { text.replace('-', "") } else { text.replace('-', "\u{2212}") };
        match self {
            Self::Polish => text.replace('.', ","),
            Self::English => text,
        }
    }

    /// What is asked, in this language.
    pub fn statements(self) -> &'static Statements {
        match self {
            Self::Polish => instrument::polish_statements(),
            Self::English => instrument::english_statements(),
        }
    }

    /// The statements and everything that is said about the levels, in this language.
    pub fn instrument(self) -> &'static Instrument {
        match self {
            Self::Polish => instrument::polish(),
            Self::English => instrument::english(),
        }
    }

    /// What it says in a run.
    pub const fn basics(self) -> &'static Basics {
        match self {
            Self::Polish => &pl::basics::BASICS,
            Self::English => &en::basics::BASICS,
        }
    }

    /// All that it says.
    pub const fn catalog(self) -> &'static Catalog {
        match self {
            Self::Polish => &pl::CATALOG,
            Self::English => &en::CATALOG,
        }
    }
}

/// Every text of the page in one language, by the view it stands in.
pub struct Catalog {
    /// Those that a run needs.
    pub basics: &'static Basics,
    /// All answers.
    pub review: Review,
    /// The level.
    pub result: Outcome,
    /// What to do about a result.
    pub acting: &'static report::Acting,
    /// Keeping a result and handing it over.
    pub handing: &'static report::Handing,
    /// Several results, side by side.
    pub table: &'static table::Table,
    /// Where Duet lives.
    pub place: &'static place::Place,
    /// Finished results.
    pub history: Past,
    /// Privacy, storage, settings.
    pub about: About,
    /// Saving, and what can go wrong with it.
    pub saving: Saving,
    /// The form for a pen.
    pub paper: Paper,
    /// When the program itself has failed.
    pub failure: Failure,
    /// A number of points.
    pub points: fn(u8) -> String,
}

/// Texts of the review.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Review {
    pub title: &'static str,
    pub complete: &'static str,
    /// With the number of open items.
    pub missing: fn(u8) -> String,
    /// With the sums and the names of the levels still possible.
    pub range: fn(&RangeInclusive<Score>, &[&str]) -> String,
    pub range_note: &'static str,
    pub open: &'static str,
    pub answered: &'static str,
    pub no_answer: &'static str,
    pub finish: &'static str,
    pub first_open: &'static str,
}

/// Texts of the result.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Outcome {
    /// For the title of the window.
    pub title: &'static str,
    /// With the name of the level.
    pub level: fn(&str) -> String,
    /// With the sum: what the picture of the band says.
    pub on_scale: fn(u8) -> String,
    /// With the name of the next level and the points to it.
    pub to_next: fn(&str, u8) -> String,
    pub highest: &'static str,
    pub looks: &'static str,
    pub all_levels: &'static str,
    pub here: &'static str,
    pub perspective: &'static str,
    pub source: &'static str,
    pub again: &'static str,
    pub change: &'static str,
    pub history: &'static str,
    pub none: &'static str,
    pub none_yet: &'static str,
    pub to_review: &'static str,
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

/// Texts of the form for a pen.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Paper {
    pub title: &'static str,
    pub why: &'static str,
    pub how: &'static str,
    pub number: &'static str,
    pub statement: &'static str,
    pub sum: &'static str,
    pub from_to: &'static str,
    pub level: &'static str,
    pub looks: &'static str,
}

/// Texts for the case that the program itself has failed.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Failure {
    pub title: &'static str,
    pub text: &'static str,
    pub load_title: &'static str,
    pub load_text: &'static str,
    pub reload: &'static str,
    pub saved: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub nothing_saved: &'static str,
}
