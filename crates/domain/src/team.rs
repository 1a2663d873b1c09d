//! The results of several respondents.
//!
//! `tally` counts the answers, [`compare`] computes the figures and suppresses those of small groups. Formulas and
//! sources are in docs/team.md.

mod builder;
pub mod compare;
pub(crate) mod tally;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::Side;
use super::code::Code;
use super::record::{self, Record};
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::Day;
use compare::{Comparison, Thresholds};

pub use builder::{Added, TeamBuilder};

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

    /// Compares all results of the current wording.
    pub fn comparison(&self, thresholds: Thresholds, pair_consents: bool) -> Comparison {
        compare_results(self.comparable(), thresholds, pair_consents)
    }

    /// Compares the results before a day (`2026-11-24`) and from that day on. `None` if one of the rounds is empty.
    ///
    /// A side below a threshold in one round is suppressed in both: otherwise its figures could be computed as the
    /// difference between all results and the other round.
    pub fn rounds(&self, day: &str, thresholds: Thresholds) -> Option<Rounds> {
        let round = |from_day: bool| {
            let own = self.comparable().filter(|result| (result.day.as_str() >= day) == from_day);
            compare_results(own, thresholds, false)
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

    /// Counts each repeated code as several respondents or as one.
    pub fn resolve_repeats(&mut self, several_people: bool) {
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

    /// Removes a result, if it still exists.
    pub fn remove(&mut self, result: &Record) {
        if let Some(place) = self.results.iter().position(|own| **own == *result) {
            self.results.remove(place);
        }
    }

    /// Sets the side of a respondent.
    pub fn set_side(&mut self, result: &Record, side: Side) {
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

/// Compares results and adds the days of the first and last.
fn compare_results<'a>(
    results: impl Iterator<Item = &'a Record> + Clone,
    thresholds: Thresholds,
    pair_consents: bool,
) -> Comparison {
    let each = || results.clone().map(|result| &result.day);
    let days = each().min().cloned().zip(each().max().cloned());
    let answers = results.clone().map(|result| (result.side, &result.answers));
    Comparison { days, ..Comparison::of(answers, thresholds, pair_consents) }
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

impl Stored for Team {
    const KEY: &'static str = "duet.team";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        let mut text = record::write_list(Self::VERSION, self.results.iter().map(|result| result.write_compact()));
        if !self.repeats.is_empty() {
            text.pop();
            // Serialization of strings and numbers does not fail.
            text.push_str(",\"repeats\":");
            text.push_str(&serde_json::to_string(&self.repeats).unwrap_or_default());
            text.push('}');
        }
        text
    }

    fn write_if_fits(&self) -> Option<String> {
        let small = self.results.len() * MIN_RESULT_CHARS <= MAX_STORED_CHARS;
        small.then(|| self.write()).filter(|text| text.len() <= MAX_STORED_CHARS)
    }

    /// An unreadable result is skipped and reported.
    fn read(text: &str) -> Restored<Self> {
        let results = match stored::read_results::<Self>(text) {
            Ok(results) => results,
            Err(error) => return Restored { value: None, error: Some(error) },
        };
        let mut error = None;
        let repeats = serde_json::from_str(text).map(|Repeats { repeats }| repeats);
        let mut team = Self { results: Vec::new(), repeats: repeats.unwrap_or_default() };
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
