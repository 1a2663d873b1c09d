//! The results of several respondents.
//!
//! `tally` counts the answers, [`compare`] computes the figures and suppresses those of small groups, [`Seal`] hides
//! all figures until everybody has answered. Formulas and sources are in docs/team.md.

mod builder;
pub mod compare;
mod example;
mod seal;
pub(crate) mod tally;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Side;
use super::code::Code;
use super::record::{self, Record};
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::Day;
use compare::{Comparison, Thresholds};

pub use builder::{Added, TeamBuilder};
pub use seal::Seal;

/// Maximum size of a stored team, in characters. Browsers allow 5 million for all values.
const MAX_STORED_CHARS: usize = 2_000_000;
/// Minimum size of a stored result, in characters.
const MIN_RESULT_CHARS: usize = 200;
/// Minimum number of days between two rounds.
const ROUND_PAUSE_DAYS: i64 = 30;

/// Results in the order in which they were added. Cloning is cheap, because they are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// One per respondent.
    pub results: Vec<Arc<Record>>,
    /// How often a repeated code occurred. The user decides whether it is one respondent or several.
    pub repeats: BTreeMap<Code, usize>,
    /// The seal of a sealed gathering.
    pub seal: Option<Seal>,
}

/// A code that occurred more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatedCode {
    /// The code.
    pub code: Code,
    /// How often it occurred.
    pub times: usize,
    /// The number of respondents it counts for.
    pub people: usize,
}

impl fmt::Display for RepeatedCode {
    /// The code and how often it occurred.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} ×\u{a0}{}", self.code, self.times)
    }
}

/// The comparisons before and after a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Rounds {
    /// Results before the day.
    pub before: Comparison,
    /// Results from the day on.
    pub after: Comparison,
}

impl Team {
    /// The results of the current wording.
    pub fn comparable(&self) -> impl Iterator<Item = &Record> + Clone {
        self.results.iter().map(Arc::as_ref).filter(|result| result.is_of_this_wording())
    }

    /// The number of results of another wording or instrument.
    pub fn incomparable(&self) -> usize {
        self.results.len() - self.comparable().count()
    }

    /// Seals an empty team. `minimum` is clamped to 2 to 10. A team with results, whose figures may be known already,
    /// and a sealed one stay as they are. Whether the team was sealed.
    pub fn seal(&mut self, minimum: u32) -> bool {
        let possible = self.seal.is_none() && self.results.is_empty();
        if possible {
            self.seal = Some(Seal::new(minimum));
        }
        possible
    }

    /// Opens the seal, for good. Without one nothing changes.
    pub fn open(&mut self) {
        if let Some(seal) = &mut self.seal {
            seal.opened = true;
        }
    }

    /// Whether a seal hides all figures: also the sum of each respondent.
    pub fn is_closed(&self) -> bool {
        self.seal.is_some_and(|seal| !seal.opened)
    }

    /// Whether results can be added, removed and changed: not after a seal was opened, because the difference of two
    /// comparisons would be the result of one respondent. Removing all results also removes the seal.
    pub fn accepts_results(&self) -> bool {
        self.seal.is_none_or(|seal| !seal.opened)
    }

    /// Compares all results of the current wording. Consent of a pair does not lift a seal.
    pub fn comparison(&self, thresholds: Thresholds, pair_consents: bool) -> Comparison {
        let answers = self.comparable().map(|result| (result.side, &result.answers));
        match self.seal {
            None => Comparison { days: days(self.comparable()), ..Comparison::of(answers, thresholds, pair_consents) },
            Some(seal) => {
                let days = days(self.comparable()).filter(|_| seal.opened);
                Comparison { days, ..Comparison::sealed(answers, thresholds, seal) }
            }
        }
    }

    /// Compares the results before a day (`2026-11-24`) and from that day on. `None` if one of the rounds is empty, and
    /// for a sealed team: moving the day by one would reveal the results of that day.
    ///
    /// A side below a threshold in one round is suppressed in both: otherwise its figures could be computed as the
    /// difference between all results and the other round.
    pub fn rounds(&self, day: &str, thresholds: Thresholds) -> Option<Rounds> {
        if self.seal.is_some() {
            return None;
        }
        let round = |from_day: bool| {
            let own = self.comparable().filter(|result| (result.day.as_str() >= day) == from_day);
            let answers = own.clone().map(|result| (result.side, &result.answers));
            Comparison { days: days(own), ..Comparison::of(answers, thresholds, false) }
        };
        let (mut before, mut after) = (round(false), round(true));
        if before.all.respondents == 0 || after.all.respondents == 0 {
            return None;
        }
        before.suppress_hidden_in(&after);
        after.suppress_hidden_in(&before);
        Some(Rounds { before, after })
    }

    /// The day on which a second round probably starts: after the longest pause, if that is 30 days or longer. Implausible
    /// days are ignored.
    pub fn suggest_round_start(&self, today: &Day) -> Option<Day> {
        let possible = self.comparable().map(|result| &result.day).filter(|day| day.is_plausible(today));
        let mut days: Vec<i64> = possible.map(Day::number).collect();
        days.sort_unstable();
        let pause = days.windows(2).max_by_key(|pair| pair[1] - pair[0])?;
        (pause[1] - pause[0] >= ROUND_PAUSE_DAYS).then(|| Day::from_number(pause[1]))
    }

    /// The latest plausible day.
    pub fn last_day(&self, today: &Day) -> Option<Day> {
        self.comparable().map(|result| &result.day).filter(|day| day.is_plausible(today)).max().cloned()
    }

    /// The number of results with a code.
    pub fn count(&self, code: Code) -> usize {
        self.results.iter().filter(|result| result.code() == code).count()
    }

    /// Counts each repeated code as several respondents or as one, while [results can be changed](Self::accepts_results).
    pub fn resolve_repeats(&mut self, several_people: bool) {
        if !self.accepts_results() {
            return;
        }
        for RepeatedCode { code, times, .. } in self.repeated_codes() {
            let missing = times.saturating_sub(self.count(code));
            if several_people {
                self.results.extend(std::iter::repeat_n(Arc::new(Record::from_any_code(code)), missing));
            } else {
                // Results with more data than a code, such as a file or a set side, are respondents of their own.
                let mut code_only = 0;
                self.results.retain(|result| {
                    let same = result.code() == code && is_code_only(result);
                    code_only += usize::from(same);
                    !same || code_only == 1
                });
            }
        }
    }

    /// The repeated codes.
    pub fn repeated_codes(&self) -> Vec<RepeatedCode> {
        let each = self.repeats.iter().map(|(code, times)| RepeatedCode {
            code: *code,
            times: *times,
            people: self.count(*code),
        });
        each.filter(|repeat| repeat.people > 0).collect()
    }

    /// Removes a result, if it still exists and [results can be removed](Self::accepts_results).
    pub fn remove(&mut self, result: &Record) {
        if !self.accepts_results() {
            return;
        }
        if let Some(place) = self.results.iter().position(|own| **own == *result) {
            self.results.remove(place);
        }
    }

    /// Sets the side of a respondent, while [results can be changed](Self::accepts_results).
    pub fn set_side(&mut self, result: &Record, side: Side) {
        if !self.accepts_results() {
            return;
        }
        if let Some(own) = self.results.iter_mut().find(|own| ***own == *result) {
            let own = Arc::make_mut(own);
            (own.side, own.side_set) = (side, side != Side::Unstated);
        }
    }

    /// The codes of all results.
    pub fn codes(&self) -> Vec<Code> {
        self.results.iter().map(|result| result.code()).collect()
    }

    /// The team of a link. Equal codes are different respondents.
    pub fn of_codes(codes: &[Code]) -> Self {
        Self { results: codes.iter().map(|code| Arc::new(Record::from_any_code(*code))).collect(), ..Self::default() }
    }
}

/// The days of the first and the last result.
fn days<'a>(results: impl Iterator<Item = &'a Record> + Clone) -> Option<(Day, Day)> {
    let each = || results.clone().map(|result| &result.day);
    each().min().cloned().zip(each().max().cloned())
}

/// Whether a result has no more data than its code.
fn is_code_only(result: &Record) -> bool {
    result.language.is_empty() && result.label.is_empty() && result.completed == result.day.noon()
}

/// The repeated codes in a stored team.
#[derive(Deserialize)]
struct Repeats {
    #[serde(default)]
    repeats: BTreeMap<Code, usize>,
}

/// The seal in a stored team.
#[derive(Deserialize)]
struct Sealed {
    #[serde(default)]
    seal: Option<Seal>,
}

/// Adds a field to the text of an object that is not empty.
fn add_field(object: &mut String, name: &str, value: &impl Serialize) {
    object.pop();
    // Serialization of strings, numbers and booleans does not fail.
    let value = serde_json::to_string(value).unwrap_or_default();
    object.extend([",\"", name, "\":", &value, "}"]);
}

impl Stored for Team {
    const KEY: &'static str = "duet.team";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        let mut text = record::write_list(Self::VERSION, self.results.iter().map(|result| result.write_compact()));
        if !self.repeats.is_empty() {
            add_field(&mut text, "repeats", &self.repeats);
        }
        if let Some(seal) = &self.seal {
            add_field(&mut text, "seal", seal);
        }
        text
    }

    fn write_if_fits(&self) -> Option<String> {
        let small = self.results.len() * MIN_RESULT_CHARS <= MAX_STORED_CHARS;
        small.then(|| self.write()).filter(|text| text.len() <= MAX_STORED_CHARS)
    }

    /// An unreadable result is skipped and reported. With an unreadable seal nothing is read, because the results would
    /// be shown without it.
    fn read(text: &str) -> Restored<Self> {
        let results = match stored::read_results::<Self>(text) {
            Ok(results) => results,
            Err(error) => return Restored { value: None, error: Some(error) },
        };
        let seal = match serde_json::from_str(text) {
            Ok(Sealed { seal }) => seal.map(Seal::clamped),
            Err(reason) => {
                return Restored { value: None, error: Some(StoredError::Damaged(format!("seal: {reason}"))) };
            }
        };
        let mut error = None;
        let repeats = serde_json::from_str(text).map(|Repeats { repeats }| repeats);
        let mut team = Self { results: Vec::new(), repeats: repeats.unwrap_or_default(), seal };
        for (result, number) in results.into_iter().zip(1..) {
            match Record::from_json(result) {
                Ok((record, _)) => team.results.push(Arc::new(record)),
                Err(reason) => {
                    error.get_or_insert(StoredError::Damaged(format!("result {number}: {reason}")));
                }
            }
        }
        Restored { value: Some(team), error }
    }
}

#[cfg(test)]
mod tests;
