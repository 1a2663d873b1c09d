//! The words people read, in each language.
//!
//! Each set of texts is a struct: a text that is missing in one language does not compile. Texts with a number or a name in
//! them are functions, because word order and plural forms are the language's own business. The statements and the words
//! of scale and levels are not here but in the [instrument].
//!
//! There are several sets, since not all of them are loaded at once (docs/adr/0016): [`Basics`] with the first part of the program, the
//! [`Catalog`] of a language when it is needed, [`Further`] with the rest, [`Document`] never: it stands in the page.

pub mod basics;
mod day;
pub mod document;
mod en;
pub mod further;
pub mod handing;
mod lower;
mod pl;
pub mod place;
pub mod plural;
pub mod report;
pub mod table;

use std::ops::RangeInclusive;

use duet_domain::instrument::{self, Instrument, Statements};
use duet_domain::rounding::rounded;
use duet_domain::score::Score;

pub use basics::Basics;
pub use document::Document;
pub use en::CATALOG as ENGLISH;
pub use further::Further;
pub use lower::lower;
pub use pl::CATALOG as POLISH;

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
    pub fn number(self, number: f64, decimals: u8) -> String {
        let text = format!("{:.*}", usize::from(decimals), rounded(number, decimals));
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

    /// What it says in a run.
    pub const fn basics(self) -> &'static Basics {
        match self {
            Self::Polish => &pl::basics::BASICS,
            Self::English => &en::basics::BASICS,
        }
    }

    /// What it says in the comparison, in the history, and about Duet.
    pub const fn further(self) -> &'static Further {
        match self {
            Self::Polish => &pl::further::FURTHER,
            Self::English => &en::further::FURTHER,
        }
    }

    /// What it says of handing a result over.
    pub const fn handing(self) -> &'static handing::Handing {
        match self {
            Self::Polish => &pl::handing::HANDING,
            Self::English => &en::handing::HANDING,
        }
    }

    /// What it says of where Duet lives.
    pub const fn place(self) -> &'static place::Place {
        match self {
            Self::Polish => &pl::place::PLACE,
            Self::English => &en::place::PLACE,
        }
    }

    /// What it says where there is no program.
    pub const fn document(self) -> &'static Document {
        match self {
            Self::Polish => &pl::document::DOCUMENT,
            Self::English => &en::document::DOCUMENT,
        }
    }

    /// What it says of a result. In the browser each language is a part of the program of its own, and only the session knows which
    /// of them is there.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn catalog(self) -> &'static Catalog {
        match self {
            Self::Polish => &POLISH,
            Self::English => &ENGLISH,
        }
    }
}

/// The texts of a result in one language, by the view they stand in, and those that other views share with it.
pub struct Catalog {
    /// Which one.
    pub language: Language,
    /// Those that a run needs.
    pub basics: &'static Basics,
    /// The statements and everything that is said about the levels.
    pub instrument: &'static Instrument,
    /// All answers.
    pub review: Review,
    /// The level.
    pub result: Outcome,
    /// What to do about a result.
    pub acting: &'static report::Acting,
    /// What comes with a link.
    pub sharing: &'static report::Sharing,
    /// A number of points.
    pub points: fn(u8) -> String,
}

impl Catalog {
    /// The words of handing a result over that go with these; they are in a part of their own.
    pub const fn handing(&self) -> &'static handing::Handing {
        self.language.handing()
    }

    /// The words of the comparison that go with these; they are in the rest of the program.
    pub const fn table(&self) -> &'static table::Table {
        self.language.further().table
    }
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
    /// What stands before and after the title of the article.
    pub source: [&'static str; 2],
    pub again: &'static str,
    pub change: &'static str,
    pub history: &'static str,
    pub none: &'static str,
    pub none_yet: &'static str,
    /// Leads to the results of others.
    pub compare: &'static str,
    pub to_review: &'static str,
}
