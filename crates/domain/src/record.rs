//! A finished result, and the object `duet.result` of docs/contract.md.

mod read;
#[cfg(test)]
pub(crate) mod tests;
mod write;

use std::borrow::Cow;
use std::hash::Hasher;

use fnv::FnvHasher;

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

/// A finished result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The answered instrument.
    pub instrument: InstrumentRef,
    /// Language of the run; empty if unknown.
    pub language: String,
    /// Side of the respondent.
    pub side: Side,
    /// Whether the side was set by another person because the respondent had not stated it.
    pub side_set: bool,
    /// Label, at most 80 characters; may be empty.
    pub label: String,
    /// When the run was finished.
    pub completed: Timestamp,
    /// The day of that moment in the respondent's time zone.
    pub day: Day,
    /// The answers.
    pub answers: Complete,
    /// The plan.
    pub plan: Plan,
    /// Unknown fields of a newer version: the members of a JSON object without its braces.
    pub unknown: String,
}

/// Identifies a result: moment, answers, side and wording. The code holds only a part of the wording hash. Label and
/// plan are not included.
pub type Identity = (Timestamp, Code, Cow<'static, str>);

impl Record {
    /// The score, computed from the answers.
    pub fn score(&self) -> Score {
        Score::of(&self.answers)
    }

    /// The sum of the four answers of each theme: 4 to 20. Themes are a reading aid, not a scale.
    pub fn themes(&self) -> [(Theme, u8); 5] {
        let statements = instrument::polish_statements();
        Theme::ALL.map(|theme| {
            let own = ItemNumber::all().filter(|item| statements.item(*item).theme == theme);
            (theme, own.map(|item| self.answers.get(item).value()).sum())
        })
    }

    /// The code. Label, plan and time of day are not part of it.
    pub fn code(&self) -> Code {
        Code::of(&Content {
            fingerprint: code::fingerprint(&self.instrument.hash),
            side: self.side,
            day: self.day.clone(),
            answers: self.answers,
        })
    }

    /// Decodes a code of the current wording; `None` for another wording.
    pub fn from_current_code(code: Code) -> Option<Self> {
        Some(Self::from_any_code(code)).filter(Self::is_of_this_wording)
    }

    /// Decodes a code of any wording. Of another wording's hash, only the first ten bits are known.
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

    /// See [`Identity`].
    pub fn identity(&self) -> Identity {
        (self.completed.clone(), self.code(), self.instrument.hash.clone())
    }

    /// Names the result in other programs, in 16 hexadecimal digits: a hash (64-bit FNV-1a) of moment, answers and
    /// wording. Side, label and plan can be changed later and are not part of it.
    pub fn stable_id(&self) -> String {
        let mut hasher = FnvHasher::default();
        hasher.write(self.completed.as_str().as_bytes());
        self.answers.values().for_each(|answer| hasher.write_u8(answer.value()));
        hasher.write(self.instrument.hash.as_bytes());
        format!("{:016x}", hasher.finish())
    }

    /// Whether two records are the same result; label and plan may differ.
    pub fn is_same_result(&self, other: &Self) -> bool {
        (&self.completed, self.side, &self.answers, &self.instrument)
            == (&other.completed, other.side, &other.answers, &other.instrument)
    }

    /// Whether it has a label or a plan.
    pub fn has_notes(&self) -> bool {
        !(self.label.is_empty() && self.plan.is_empty())
    }

    /// Whether label and plan are equal.
    pub fn has_same_notes(&self, other: &Self) -> bool {
        (&self.label, &self.plan) == (&other.label, &other.plan)
    }

    /// Whether the answers were given to the current wording.
    pub fn is_of_this_wording(&self) -> bool {
        self.instrument == *instrument::reference()
    }

    /// Whether it is of another instrument.
    pub fn is_foreign(&self) -> bool {
        self.instrument.id != instrument::reference().id
    }
}
