//! The words of the interface, in each language.
//!
//! The words of a view are a struct, so a text that is missing in one language does not compile. Texts with a number or a name are
//! functions, because word order and plural forms depend on the language. The statements and the words of scale and levels are in the
//! [instrument].

mod day;
pub mod document;
mod en;
pub mod frame;
pub mod invitation;
pub mod meeting;
pub mod more;
mod pl;
pub mod planning;
pub mod plural;
pub mod result;
pub mod run;
pub mod summary;
pub mod team;
pub mod transfer;

use duet_domain::Side;
use duet_domain::instrument::{self, Instrument, Statements};
use duet_domain::rounding::rounded;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// The language of the page at the root.
    Polish,
    /// The language of the page at `en/`.
    English,
}

impl Language {
    /// Both languages; the first is that of the root page.
    pub const ALL: [Self; 2] = [Self::Polish, Self::English];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl",
            Self::English => "en",
        }
    }

    /// The language of a BCP 47 tag with any region: `en`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The other language.
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

    /// The relative path to the page of this language from that of `current`.
    pub const fn path_from(self, current: Self) -> &'static str {
        match (self, current) {
            (Self::Polish, Self::Polish) | (Self::English, Self::English) => "./",
            (Self::English, Self::Polish) => "./en/",
            (Self::Polish, Self::English) => "../",
        }
    }

    /// A number with `decimals` decimals, in the notation of the language.
    pub fn number(self, number: f64, decimals: u8) -> String {
        let text = format!("{:.*}", usize::from(decimals), rounded(number, decimals));
        // A minus sign in place of the hyphen, and none before zero.
        let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
        let text = if is_zero { text.replace('-', "") } else { text.replace('-', "\u{2212}") };
        match self {
            Self::Polish => text.replace('.', ","),
            Self::English => text,
        }
    }

    /// A difference, with its sign: "+2", "−1,5", "0".
    pub fn signed(self, number: f64, decimals: u8) -> String {
        let text = self.number(number, decimals);
        if rounded(number, decimals) > 0.0 { format!("+{text}") } else { text }
    }

    /// The statements and the scale, without what the instrument says about levels. The first chunk has only these.
    pub fn statements(self) -> &'static Statements {
        match self {
            Self::Polish => instrument::polish_statements(),
            Self::English => instrument::english_statements(),
        }
    }

    /// Words of the page as a whole.
    pub const fn page(self) -> &'static run::Page {
        match self {
            Self::Polish => &pl::run::PAGE,
            Self::English => &en::run::PAGE,
        }
    }

    /// Words of the start.
    pub const fn start(self) -> &'static run::Start {
        match self {
            Self::Polish => &pl::run::START,
            Self::English => &en::run::START,
        }
    }

    /// Words of a statement.
    pub const fn question(self) -> &'static run::Question {
        match self {
            Self::Polish => &pl::run::QUESTION,
            Self::English => &en::run::QUESTION,
        }
    }

    /// Words about where the answers are stored.
    pub const fn storage(self) -> &'static run::Storage {
        match self {
            Self::Polish => &pl::run::STORAGE,
            Self::English => &en::run::STORAGE,
        }
    }

    /// Words of the header, the footer and the notices.
    pub const fn shell(self) -> &'static run::Shell {
        match self {
            Self::Polish => &pl::run::SHELL,
            Self::English => &en::run::SHELL,
        }
    }

    /// Words of the review.
    pub const fn review(self) -> &'static result::Review {
        match self {
            Self::Polish => &pl::result::REVIEW,
            Self::English => &en::result::REVIEW,
        }
    }

    /// Words of the result.
    pub const fn result(self) -> &'static result::ResultPage {
        match self {
            Self::Polish => &pl::result::RESULT,
            Self::English => &en::result::RESULT,
        }
    }

    /// Words of the advice on a result: themes, next level, plan.
    pub const fn advice(self) -> &'static result::Advice {
        match self {
            Self::Polish => &pl::result::ADVICE,
            Self::English => &en::result::ADVICE,
        }
    }

    /// Words of the plan: states, own actions, what is due, the calendar.
    pub const fn planning(self) -> &'static planning::Planning {
        match self {
            Self::Polish => &pl::planning::PLANNING,
            Self::English => &en::planning::PLANNING,
        }
    }

    /// Words about shared results and codes.
    pub const fn sharing(self) -> &'static result::Sharing {
        match self {
            Self::Polish => &pl::result::SHARING,
            Self::English => &en::result::SHARING,
        }
    }

    /// Words for exporting, sharing and importing results.
    pub const fn transfer(self) -> &'static transfer::Transfer {
        match self {
            Self::Polish => &pl::transfer::TRANSFER,
            Self::English => &en::transfer::TRANSFER,
        }
    }

    /// Words of an invitation, and of the answer to one.
    pub const fn invitation(self) -> &'static invitation::Invitation {
        match self {
            Self::Polish => &pl::invitation::INVITATION,
            Self::English => &en::invitation::INVITATION,
        }
    }

    /// Words of summaries.
    pub const fn summary(self) -> &'static summary::Summary {
        match self {
            Self::Polish => &pl::summary::SUMMARY,
            Self::English => &en::summary::SUMMARY,
        }
    }

    /// Words of the seal of a gathering.
    pub const fn seal(self) -> &'static summary::Seal {
        match self {
            Self::Polish => &pl::summary::SEAL,
            Self::English => &en::summary::SEAL,
        }
    }

    /// Words of the comparison.
    pub const fn team(self) -> &'static team::Team {
        match self {
            Self::Polish => &pl::team::TEAM,
            Self::English => &en::team::TEAM,
        }
    }

    /// Words of the material for the meeting.
    pub const fn meeting(self) -> &'static meeting::Meeting {
        match self {
            Self::Polish => &pl::meeting::MEETING,
            Self::English => &en::meeting::MEETING,
        }
    }

    /// Words about stored values that cannot be read.
    pub const fn quarantine(self) -> &'static more::Quarantine {
        match self {
            Self::Polish => &pl::more::QUARANTINE,
            Self::English => &en::more::QUARANTINE,
        }
    }

    /// Words of the history.
    pub const fn history(self) -> &'static more::History {
        match self {
            Self::Polish => &pl::more::HISTORY,
            Self::English => &en::more::HISTORY,
        }
    }

    /// Words of the page about Duet.
    pub const fn about(self) -> &'static more::About {
        match self {
            Self::Polish => &pl::more::ABOUT,
            Self::English => &en::more::ABOUT,
        }
    }

    /// Words about frames, offline use and the single file.
    pub const fn frame(self) -> &'static frame::Frame {
        match self {
            Self::Polish => &pl::frame::FRAME,
            Self::English => &en::frame::FRAME,
        }
    }

    /// Words of the static page outside the start view.
    pub const fn document(self) -> &'static document::Document {
        match self {
            Self::Polish => &pl::document::DOCUMENT,
            Self::English => &en::document::DOCUMENT,
        }
    }

    /// The whole instrument: statements, scale, themes, levels, actions and measures.
    pub const fn instrument(self) -> &'static Instrument {
        match self {
            Self::Polish => instrument::POLISH,
            Self::English => instrument::ENGLISH,
        }
    }

    /// The name of a side.
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

    /// An implausible day, for example of a device with a wrong clock.
    pub fn impossible_day(self, day: &str) -> String {
        match self {
            Self::Polish => pl::run::impossible_day(day),
            Self::English => en::run::impossible_day(day),
        }
    }
}
