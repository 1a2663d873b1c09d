//! Why a text is not a summary.

use std::fmt::{self, Display, Formatter};

/// Why a text is not a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SummaryError {
    /// There is no summary in it.
    Missing,
    /// It is longer than any summary.
    TooLong,
    /// The end is missing.
    Truncated,
    /// A field is missing or invalid, or the data cannot be decoded; with the field or the message of the parser.
    Damaged(String),
    /// A version of a newer release.
    Newer(u64),
    /// It is of another wording or instrument.
    OtherWording,
}

impl SummaryError {
    pub(super) fn damaged(reason: impl Display) -> Self {
        Self::Damaged(reason.to_string())
    }

    pub(super) fn of_json(error: &serde_json::Error) -> Self {
        if error.is_eof() { Self::Truncated } else { Self::damaged(error) }
    }
}

impl Display for SummaryError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Missing => write!(f, "no summary"),
            Self::TooLong => write!(f, "too long for a summary"),
            Self::Truncated => write!(f, "the end is missing"),
            Self::Damaged(reason) => write!(f, "damaged: {reason}"),
            Self::Newer(version) => write!(f, "version {version} of a newer release"),
            Self::OtherWording => write!(f, "of another wording"),
        }
    }
}

impl std::error::Error for SummaryError {}
