//! The results of one respondent over time.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::Side;
use super::code::Code;
use super::draft::Draft;
use super::instrument::InstrumentRef;
use super::record::{self, Identity, Record, RecordError};
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::{Day, Timestamp};

/// The results finished or imported in this browser, sorted by completion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// One record per run.
    pub results: Vec<Record>,
}

impl History {
    /// Adds the result of a complete draft and marks the draft as completed. If the draft has a result already, changed
    /// answers or a changed side replace it and its label and plan are retained; otherwise nothing changes.
    ///
    /// `now` is the current moment in UTC and the respondent's day. Returns whether the history changed.
    pub fn finish(
        &mut self,
        draft: &mut Draft,
        instrument: &InstrumentRef,
        language: &str,
        now: (Timestamp, Day),
    ) -> bool {
        let Some(answers) = draft.answers.complete() else { return false };
        let side = draft.side.unwrap_or(Side::Unstated);
        let before = self.position_of(draft);
        if before
            .is_some_and(|position| self.results[position].answers == answers && self.results[position].side == side)
        {
            return false;
        }
        let former = before.map(|position| self.results.remove(position));
        let (label, plan, unknown) =
            former.map(|former| (former.label, former.plan, former.unknown)).unwrap_or_default();
        let (completed, day) = now;
        let record = Record {
            instrument: instrument.clone(),
            language: language.to_owned(),
            side,
            side_set: false,
            label,
            completed,
            day,
            answers,
            plan,
            unknown,
        };
        (draft.completed, draft.code) = (Some(record.completed.clone()), Some(record.code()));
        self.results.push(record);
        true
    }

    /// Index of the result of a draft.
    pub fn position_of(&self, draft: &Draft) -> Option<usize> {
        let mark = draft.completed.as_ref()?;
        // The last one, because two runs can be completed in one second; an imported result of that second has another
        // code.
        let is_own = |result: &Record| draft.code.is_none_or(|code| result.code() == code);
        self.results.iter().rposition(|result| result.completed == *mark && is_own(result))
    }

    /// Index of the newest result with a code.
    pub fn position_with_code(&self, code: Code) -> Option<usize> {
        self.results.iter().rposition(|result| result.code() == code)
    }

    /// The newest earlier result of the same side, without implausible days.
    pub fn previous_of_side(&self, position: usize, today: &Day) -> Option<&Record> {
        let side = self.results.get(position)?.side;
        self.results[..position].iter().rev().find(|result| result.side == side && result.day.is_plausible(today))
    }

    /// Indexes of the results in chronological order. Results with an implausible day come first, so that a wrong
    /// clock does not produce the latest result.
    pub fn chronological(&self, today: &Day) -> Vec<usize> {
        let possible = |position: &usize| self.results[*position].day.is_plausible(today);
        let (possible, others): (Vec<usize>, Vec<usize>) = (0..self.results.len()).partition(possible);
        others.into_iter().chain(possible).collect()
    }

    /// The latest result by [`chronological`](Self::chronological) order.
    pub fn latest(&self, today: &Day) -> Option<&Record> {
        self.chronological(today).last().map(|position| &self.results[*position])
    }

    /// Sets the side of a result, and of the draft if it is the draft's result. Returns whether the result exists.
    pub fn set_side(&mut self, draft: &mut Draft, position: usize, side: Side) -> bool {
        let is_own = self.position_of(draft) == Some(position);
        let Some(result) = self.results.get_mut(position) else { return false };
        result.side = side;
        if is_own {
            (draft.side, draft.code) = (Some(side), Some(result.code()));
        }
        true
    }

    /// Adds results and sorts by completion. A duplicate is not added; its label and plan are copied if the existing
    /// result has neither.
    pub fn merge(&mut self, results: impl IntoIterator<Item = Record>) -> Merged {
        let mut merged = Merged::default();
        let mut known = self.positions();
        for result in results {
            match known.entry(result.identity()) {
                Entry::Vacant(entry) => {
                    entry.insert(self.results.len());
                    self.results.push(result);
                    merged.new += 1;
                }
                Entry::Occupied(entry) => {
                    merged.known += 1;
                    let own = &mut self.results[*entry.get()];
                    if !own.has_notes() {
                        own.merge_notes(result);
                    } else if result.has_notes() && !own.has_same_notes(&result) {
                        merged.differing.push(result);
                    }
                }
            }
        }
        self.results.sort_by(|one, other| one.completed.cmp(&other.completed));
        merged
    }

    /// Replaces label and plan of existing results with those of `results`.
    pub fn replace_notes(&mut self, results: Vec<Record>) {
        let known = self.positions();
        for result in results {
            if let Some(position) = known.get(&result.identity()) {
                self.results[*position].merge_notes(result);
            }
        }
    }

    /// Copies label and plan of `edited` into the same results. Other fields are not compared or parsed.
    pub fn apply_edits(&mut self, typed: &[Record]) {
        for result in typed {
            if let Some(own) = self.results.iter_mut().rfind(|own| own.is_same_result(result)) {
                (own.label, own.plan) = (result.label.clone(), result.plan.clone());
            }
        }
    }

    /// Index of each result.
    fn positions(&self) -> BTreeMap<Identity, usize> {
        let mut positions = BTreeMap::new();
        for (position, result) in self.results.iter().enumerate() {
            positions.insert(result.identity(), position);
        }
        positions
    }

    /// Deletes a result, if it still exists. The answers of the draft are deleted too if they are those of the result;
    /// otherwise the result would be added again.
    pub fn delete(&mut self, draft: &mut Draft, result: &Record) {
        let Some(position) = self.results.iter().position(|own| own == result) else { return };
        if self.position_of(draft) == Some(position) && draft.answers.complete() == Some(result.answers) {
            *draft = Draft { side: draft.side, ..Draft::default() };
        }
        self.results.remove(position);
    }

    /// Deletes all results. Answers of the draft that are not a result are retained.
    pub fn clear(&mut self, draft: &mut Draft) {
        if let Some(own) = self.position_of(draft).map(|position| self.results[position].clone()) {
            self.delete(draft, &own);
        }
        self.results.clear();
    }
}

/// Counts of a [merge](History::merge).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Number of results added.
    pub new: usize,
    /// Number of duplicates.
    pub known: usize,
    /// Duplicates with another label or plan than the existing result, which was left unchanged.
    pub differing: Vec<Record>,
}

impl Stored for History {
    const KEY: &'static str = "duet.history";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        record::write_list(Self::VERSION, self.results.iter().map(Record::write))
    }

    /// An unreadable result is skipped and reported.
    fn read(text: &str) -> Restored<Self> {
        let results = match stored::read_results::<Self>(text) {
            Ok(results) => results,
            Err(error) => return Restored { value: None, error: Some(error) },
        };
        let mut history = Self::default();
        let mut error = None;
        for (result, number) in results.into_iter().zip(1..) {
            match Record::from_json(result) {
                Ok((record, _)) => history.results.push(record),
                Err(RecordError::Version(version)) => {
                    error.get_or_insert(StoredError::Version(version));
                }
                Err(reason) => {
                    error.get_or_insert(StoredError::Damaged(format!("result {number}: {reason}")));
                }
            }
        }
        Restored { value: Some(history), error }
    }
}

#[cfg(test)]
mod tests;
