//! The domain of Duet: instrument, answers, scores, results, codes and teams.
//!
//! The crate has no dependency on Leptos, a browser, a clock or input and output: every function is deterministic.
//! `cargo test -p duet-domain` builds and tests it alone.
//!
//! | module          | contents                                                              |
//! |-----------------|-----------------------------------------------------------------------|
//! | [`instrument`]  | items, scale, themes, levels and their texts; instrument files         |
//! | [`answers`]     | an answer (1–5), the twenty slots for answers                          |
//! | [`score`]       | sum, level, range of an incomplete run, distance to the next level     |
//! | [`draft`]       | answers in progress, as they are stored                                |
//! | [`draft_link`]  | answers in progress in the fragment of a link                          |
//! | [`record`]      | a finished result and its file format                                  |
//! | [`plan`]        | goal, steps and measures of a result                                   |
//! | [`change`]      | what has changed between two results                                  |
//! | [`advice`]      | which actions are recommended, and in which order                     |
//! | [`code`]        | a result in sixteen characters                                         |
//! | [`history`]     | the results of one respondent over time                                |
//! | [`team`]        | the results of several respondents, their figures and suppression      |
//! | [`summary`]     | what everybody may get of a comparison or a result                     |
//! | [`extract`]     | codes and result files in any text                                     |
//! | [`invitation`]  | who has invited a respondent                                          |
//! | [`import`]      | results from files and texts                                           |
//! | [`mail`]        | the text of a mail in source form                                      |
//! | [`encoding`]    | detection of the encoding of a text file                               |
//! | [`confusables`] | characters that look like ASCII letters, digits, hyphens and spaces    |
//! | [`stored`]      | versioned envelope of stored values, quarantine                        |
//! | [`settings`]    | preferences of the user                                                |
//! | [`timestamp`]   | moments in UTC and calendar days                                       |
//! | [`rounding`]    | rounding of displayed figures                                          |

pub mod advice;
pub mod answers;
pub mod change;
pub mod code;
pub mod confusables;
pub mod draft;
pub mod draft_link;
pub mod encoding;
pub mod extract;
pub mod history;
pub mod import;
pub mod instrument;
pub mod invitation;
pub mod mail;
pub mod plan;
pub mod record;
pub mod rounding;
pub mod score;
pub mod settings;
pub mod stored;
pub mod summary;
pub mod team;
pub mod timestamp;

use serde::{Deserialize, Serialize};

/// The function a respondent works in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Sales.
    Sales,
    /// Marketing.
    Marketing,
    /// Neither: general management, operations, an adviser.
    Other,
    /// Not stated. Compared as [`Side::Other`].
    #[serde(rename = "none")]
    Unstated,
}

impl Side {
    /// All sides in display order. The index is part of the code format.
    pub const ALL: [Self; 4] = [Self::Sales, Self::Marketing, Self::Other, Self::Unstated];
    /// The sides a respondent can choose.
    pub const STATED: [Self; 3] = [Self::Sales, Self::Marketing, Self::Other];

    /// Name in files and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Marketing => "marketing",
            Self::Other => "other",
            Self::Unstated => "none",
        }
    }

    /// The side with the given key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.key() == key)
    }
}
