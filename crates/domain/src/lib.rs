//! What Duet knows: what is asked, what was answered, what it means.
//!
//! No Leptos, no browser, no clock and no input or output: every function here gives the same answer to the same question,
//! on any machine. `cargo test -p duet-domain` compiles and tests this crate alone.
//!
//! | module         | what it knows                                                        |
//! |----------------|----------------------------------------------------------------------|
//! | [`instrument`] | the twenty items, the scale, the words of the levels; instrument files |
//! | [`answers`]    | one answer (1–5), twenty slots for them, what is still open            |
//! | [`rounding`]   | what is shown of a figure                                            |
//! | [`score`]      | sum, range while incomplete, level, distance to the next level         |
//! | [`draft_link`]      | answers in progress, taken along by a link                           |
//! | [`code`]       | a result in sixteen characters                                        |
//! | [`draft`]      | the answers in progress, as they are stored                            |
//! | [`confusables`] | characters that stand for a plain letter or digit                     |
//! | [`mail`]       | the source of a mail                                                 |
//! | [`encoding`]   | how the bytes of a text file are to be read                            |
//! | [`plan`]       | what a company means to do about its result                          |
//! | [`import`]     | results from files, with every fault named                           |
//! | [`record`]     | one finished result                                                  |
//! | [`extract`]     | codes in any text                                                    |
//! | [`history`]    | one respondent's results over time                                   |
//! | [`settings`]   | how this browser's user wants Duet to behave                           |
//! | [`stored`]     | the versioned envelope of a stored value, its migration, quarantine    |
//! | [`team`]       | several respondents: gathered, counted, compared                     |
//! | [`timestamp`]  | a moment in UTC, as it is written to files                             |

pub mod answers;
pub mod code;
pub mod confusables;
pub mod draft;
pub mod draft_link;
pub mod encoding;
pub mod extract;
pub mod history;
pub mod import;
pub mod instrument;
pub mod mail;
pub mod plan;
pub mod record;
pub mod rounding;
pub mod score;
pub mod settings;
pub mod stored;
pub mod team;
pub mod timestamp;

use serde::{Deserialize, Serialize};

/// Where a respondent sits: in one of the two functions the instrument compares, elsewhere, or unstated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Sells to customers.
    Sales,
    /// Brings the company and its customers together before and around a sale.
    Marketing,
    /// General management, operations, an adviser.
    Other,
    /// The respondent did not say. Counted among all respondents, and on neither side of a comparison.
    #[serde(rename = "none")]
    Unstated,
}

impl Side {
    /// In the order in which they are offered; a code holds the place in this list.
    pub const ALL: [Self; 4] = [Self::Sales, Self::Marketing, Self::Other, Self::Unstated];
    /// Those that a respondent can belong to.
    pub const STATED: [Self; 3] = [Self::Sales, Self::Marketing, Self::Other];

    /// Its name in files and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Marketing => "marketing",
            Self::Other => "other",
            Self::Unstated => "none",
        }
    }

    /// The side of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.key() == key)
    }
}
