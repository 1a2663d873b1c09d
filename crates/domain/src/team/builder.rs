//! Adding results to a team without duplicates.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Team, is_code_only};
use crate::Side;
use crate::code::{Code, Content};
use crate::extract::FoundCode;
use crate::record::Record;
use crate::timestamp::Timestamp;

/// Adds results to a team without duplicates.
#[derive(Debug, Default)]
pub struct TeamBuilder {
    team: Team,
    /// Results by code and instrument.
    known: BTreeMap<(Code, Cow<'static, str>), SameCode>,
    added: Added,
}

/// Indexes of the results with one code.
#[derive(Debug, Default)]
struct SameCode {
    /// By moment of completion.
    places: BTreeMap<Timestamp, usize>,
    /// The one that was added as a code.
    code_only: Option<usize>,
}

/// Counts of an addition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Number of results added.
    pub new: usize,
    /// Number of duplicates.
    pub known: usize,
    /// Number of results added that are of another wording or instrument.
    pub incomparable: usize,
    /// Number of results refused because the seal of the team was opened.
    pub refused: usize,
}

impl TeamBuilder {
    /// Adds to an existing team.
    pub fn new(team: Team) -> Self {
        let mut builder = Self::default();
        for (place, result) in team.results.iter().enumerate() {
            builder.index(place, result);
        }
        Self { team, ..builder }
    }

    /// Indexes a result by its code and, if its side was set, by the code it was added with.
    fn index(&mut self, place: usize, result: &Record) {
        for code in original_codes(result) {
            let same = self.known.entry((code, result.instrument.id.clone())).or_default();
            if is_code_only(result) {
                same.code_only = Some(place);
            }
            same.places.insert(result.completed.clone(), place);
        }
    }

    /// Adds a result, unless the seal of the team was opened. A duplicate has the same moment, answers and side. A result from a code has no time: it is a
    /// duplicate of any result with that code, and is replaced by one with a time.
    pub fn add(&mut self, result: Record) {
        let keys = original_codes(&result).into_iter().map(|code| (code, result.instrument.id.clone()));
        let known = keys.into_iter().find_map(|key| {
            let same = self.known.get(&key)?;
            let any = || same.places.values().next().copied().filter(|_| is_code_only(&result));
            Some((key, same.places.get(&result.completed).copied().or(same.code_only).or_else(any)?))
        });
        let accepts = self.team.accepts_results();
        let Some((key, place)) = known else {
            if !accepts {
                self.added.refused += 1;
                return;
            }
            self.added.new += 1;
            self.added.incomparable += usize::from(!result.is_of_this_wording());
            self.index(self.team.results.len(), &result);
            self.team.results.push(Arc::new(result));
            return;
        };
        self.added.known += 1;
        let own = Arc::clone(&self.team.results[place]);
        if accepts && is_code_only(&own) && !is_code_only(&result) {
            let (side, side_set) = (own.side, own.side_set);
            let result = if side_set { Record { side, side_set, ..result } } else { result };
            if let Some(same) = self.known.get_mut(&key) {
                (same.code_only, same.places) = (None, BTreeMap::new());
            }
            self.index(place, &result);
            self.team.results[place] = Arc::new(result);
        }
    }

    /// Adds codes. Equal codes of one link are different respondents; other repeated codes are added once and recorded
    /// in [`Team::repeats`].
    pub fn add_codes(&mut self, found: &[FoundCode]) {
        let mut times: BTreeMap<Code, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
        for one in found {
            *times.entry(one.code).or_default().entry(one.link).or_default() += 1;
        }
        for one in found {
            // Each code at its first occurrence.
            let Some(times) = times.remove(&one.code) else { continue };
            self.add(Record::from_any_code(one.code));
            if !self.team.accepts_results() {
                continue;
            }
            let in_one_link = times.iter().filter(|(link, _)| link.is_some()).map(|(_, times)| *times).max();
            for _ in self.team.count(one.code)..in_one_link.unwrap_or(0) {
                self.team.results.push(Arc::new(Record::from_any_code(one.code)));
                self.added.new += 1;
            }
            let loose = times.get(&None).copied().unwrap_or(0);
            let noted = self.team.repeats.get(&one.code).copied().unwrap_or(1);
            if loose > noted.max(self.team.count(one.code)) {
                self.team.repeats.insert(one.code, loose);
            }
        }
    }

    /// The team and the counts.
    pub fn finish(self) -> (Team, Added) {
        (self.team, self.added)
    }
}

/// The codes that a result may have been added with: its own and, if its side was set, those without a side.
fn original_codes(result: &Record) -> Vec<Code> {
    let own = result.code();
    let before = [Side::Unstated, Side::Other].map(|side| Code::of(&Content { side, ..own.content() }));
    std::iter::once(own).chain(before.into_iter().filter(|_| result.side_set)).collect()
}
