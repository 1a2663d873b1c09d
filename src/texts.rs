//! The words people read, in each language.
//!
//! Each set of texts is a struct: a text that is missing in one language does not compile. Texts with a number or a name in
//! them are functions, because word order and plural forms are the language's own business. The statements and the words
//! of scale and levels are not here but in the [instrument].

mod day;
pub mod document;
mod en;
pub mod frame;
pub mod handing;
pub mod more;
mod pl;
pub mod plural;
pub mod result;
pub mod run;
pub mod team;

use duet_domain::Side;
use duet_domain::instrument::{self, Instrument, Statements};
use duet_domain::rounding::rounded;

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

    /// Of the page as a whole.
    pub const fn page(self) -> &'static run::Page {
        match self {
            Self::Polish => &pl::run::PAGE,
            Self::English => &en::run::PAGE,
        }
    }

    /// Of the start.
    pub const fn start(self) -> &'static run::Start {
        match self {
            Self::Polish => &pl::run::START,
            Self::English => &en::run::START,
        }
    }

    /// Of a statement.
    pub const fn question(self) -> &'static run::Question {
        match self {
            Self::Polish => &pl::run::QUESTION,
            Self::English => &en::run::QUESTION,
        }
    }

    /// About where the answers are kept.
    pub const fn saved(self) -> &'static run::Saved {
        match self {
            Self::Polish => &pl::run::SAVED,
            Self::English => &en::run::SAVED,
        }
    }

    /// About other views, tabs and versions.
    pub const fn around(self) -> &'static run::Around {
        match self {
            Self::Polish => &pl::run::AROUND,
            Self::English => &en::run::AROUND,
        }
    }

    /// Of the review.
    pub const fn review(self) -> &'static result::Review {
        match self {
            Self::Polish => &pl::result::REVIEW,
            Self::English => &en::result::REVIEW,
        }
    }

    /// Of the result.
    pub const fn result(self) -> &'static result::Outcome {
        match self {
            Self::Polish => &pl::result::RESULT,
            Self::English => &en::result::RESULT,
        }
    }

    /// Of what to do about a result.
    pub const fn acting(self) -> &'static result::Acting {
        match self {
            Self::Polish => &pl::result::ACTING,
            Self::English => &en::result::ACTING,
        }
    }

    /// Of results that come from elsewhere or go there.
    pub const fn sharing(self) -> &'static result::Sharing {
        match self {
            Self::Polish => &pl::result::SHARING,
            Self::English => &en::result::SHARING,
        }
    }

    /// Of handing a result over.
    pub const fn handing(self) -> &'static handing::Handing {
        match self {
            Self::Polish => &pl::handing::HANDING,
            Self::English => &en::handing::HANDING,
        }
    }

    /// Of the comparison.
    pub const fn team(self) -> &'static team::Team {
        match self {
            Self::Polish => &pl::team::TEAM,
            Self::English => &en::team::TEAM,
        }
    }

    /// About stored values that cannot be read.
    pub const fn saving(self) -> &'static more::Saving {
        match self {
            Self::Polish => &pl::more::SAVING,
            Self::English => &en::more::SAVING,
        }
    }

    /// Of the history.
    pub const fn history(self) -> &'static more::Past {
        match self {
            Self::Polish => &pl::more::HISTORY,
            Self::English => &en::more::HISTORY,
        }
    }

    /// Of the page about Duet.
    pub const fn about(self) -> &'static more::About {
        match self {
            Self::Polish => &pl::more::ABOUT,
            Self::English => &en::more::ABOUT,
        }
    }

    /// About frames.
    pub const fn frame(self) -> &'static frame::Frame {
        match self {
            Self::Polish => &pl::frame::FRAME,
            Self::English => &en::frame::FRAME,
        }
    }

    /// Of what stands in the page without the program.
    pub const fn document(self) -> &'static document::Document {
        match self {
            Self::Polish => &pl::document::DOCUMENT,
            Self::English => &en::document::DOCUMENT,
        }
    }

    /// The statements and everything that is said about the levels.
    pub const fn instrument(self) -> &'static Instrument {
        match self {
            Self::Polish => instrument::POLISH,
            Self::English => instrument::ENGLISH,
        }
    }

    /// A side, as a respondent would say it.
    pub fn side(self, side: Side) -> &'static str {
        match self {
            Self::Polish => pl::run::side(side),
            Self::English => en::run::side(side),
        }
    }

    /// A number of points.
    pub fn points(self, count: u8) -> String {
        match self {
            Self::Polish => pl::result::points(count),
            Self::English => en::result::points(count),
        }
    }

    /// A day that cannot be, as of a device whose clock was wrong.
    pub fn impossible_day(self, day: &str) -> String {
        match self {
            Self::Polish => pl::run::impossible_day(day),
            Self::English => en::run::impossible_day(day),
        }
    }
}
