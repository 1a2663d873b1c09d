//! A finished result, as it is written to files and to the history: the object `duet.result` of docs/contract.md.

mod read;
#[cfg(test)]
pub(crate) mod tests;
mod write;

use std::borrow::Cow;

use super::Side;
use super::answers::{Complete, ItemNumber};
use super::code::{self, Code, Content};
use super::instrument::{self, InstrumentRef, Theme};
use super::plan::Plan;
use super::score::Score;
use super::timestamp::{Day, Timestamp};

pub use read::{Mismatch, RecordError};
pub use write::write_list;

/// `type` of a result.
pub const TYPE: &str = "duet.result";
/// `version` of a result.
const VERSION: u64 = 1;

/// One respondent's finished result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What was answered.
    pub instrument: InstrumentRef,
    /// The language the respondent finished in; empty when it is not known.
    pub language: String,
    /// Who answered.
    pub side: Side,
    /// Whether the side was set by whoever has gathered the results, because the respondent had not said it.
    pub side_set: bool,
    /// What the respondent calls it: at most 80 characters, empty when there is none.
    pub label: String,
    /// When.
    pub completed: Timestamp,
    /// On which day that was for the respondent, wherever it is looked at later.
    pub day: Day,
    /// What.
    pub answers: Complete,
    /// What is to be done about it.
    pub plan: Plan,
    /// Fields that this version does not know, to be handed on as they came: what is between the braces of their object in JSON.
    pub unknown: String,
}

/// What makes a result the same in two places: when it was finished, what was answered by whom, and the hash of the wording,
/// of which the code has only a part. Label and plan may change afterwards.
pub type Identity = (Timestamp, Code, Cow<'static, str>);

impl Record {
    /// The sum, worked out from the answers.
    pub fn score(&self) -> Score {
        Score::of(&self.answers)
    }

    /// The sum of the four answers under each theme: 4 to 20. The themes are a reading aid, not a scale.
    pub fn themes(&self) -> [(Theme, u8); 5] {
        let statements = instrument::polish_statements();
        Theme::ALL.map(|theme| {
            let own = ItemNumber::all().filter(|item| statements.item(*item).theme == theme);
            (theme, own.map(|item| self.answers.get(item).value()).sum())
        })
    }

    /// Its code: the answers, the side and the day, without label, plan and time of day.
    pub fn code(&self) -> Code {
        Code::of(&Content {
            fingerprint: code::fingerprint(&self.instrument.hash),
            side: self.side,
            day: self.day.clone(),
            answers: self.answers,
        })
    }

    /// The result that a code holds. None when it is of another wording than the one of this Duet.
    pub fn from_current_code(code: Code) -> Option<Self> {
        Some(Self::from_any_code(code)).filter(Self::is_of_this_wording)
    }

    /// The result that a code holds, of whatever wording. Of the hash of another wording a code has the first ten bits alone.
    pub fn from_any_code(code: Code) -> Self {
        let content = code.content();
        let mut instrument = instrument::reference().clone();
        if content.fingerprint != code::fingerprint(&instrument.hash) {
            instrument.hash = format!("{:03x}", content.fingerprint << 2).into();
        }
        Self {
            instrument,
            language: String::new(),
            side: content.side,
            side_set: false,
            label: String::new(),
            completed: content.day.noon(),
            day: content.day,
            answers: content.answers,
            plan: Plan::default(),
            unknown: String::new(),
        }
    }

    /// What makes it the same result in two places.
    pub fn identity(&self) -> Identity {
        (self.completed.clone(), self.code(), self.instrument.hash.clone())
    }

    /// Whether it is the same result as another one, whatever its label and its plan.
    pub fn is_same_result(&self, other: &Self) -> bool {
        (&self.completed, self.side, &self.answers, &self.instrument)
            == (&other.completed, other.side, &other.answers, &other.instrument)
    }

    /// Whether it has a label or a plan.
    pub fn has_notes(&self) -> bool {
        !(self.label.is_empty() && self.plan.is_empty())
    }

    /// Whether its label and its plan are those of another one.
    pub fn has_same_notes(&self, other: &Self) -> bool {
        (&self.label, &self.plan) == (&other.label, &other.plan)
    }

    /// Whether the answers were given to the wording of this Duet.
    pub fn is_of_this_wording(&self) -> bool {
        self.instrument == *instrument::reference()
    }

    /// Whether it is of another instrument altogether.
    pub fn is_foreign(&self) -> bool {
        self.instrument.id != instrument::reference().id
    }
}
