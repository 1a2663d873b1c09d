//! One respondent over time: the results finished in this browser.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::Side;
use super::code::Code;
use super::draft::Draft;
use super::instrument::InstrumentRef;
use super::record::{self, Identity, Record, RecordError};
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::{Day, Timestamp};

/// The results finished in this browser, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// One for each finished run.
    pub results: Vec<Record>,
}

impl History {
    /// Records the answers of a draft when all are there, and marks the draft with the moment. Answers that were corrected
    /// afterwards take the position of those recorded before, and keep their label and plan; the same answers again change
    /// nothing.
    ///
    /// Gives whether something changed. `now` is the moment and the day of the respondent.
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

    /// Where the result of a draft is in the list, if it was finished.
    pub fn position_of(&self, draft: &Draft) -> Option<usize> {
        let mark = draft.completed.as_ref()?;
        // From the end: two runs can be finished in the same second, and this is the later one. One from elsewhere can have that
        // second as well, and is told apart by its code.
        let is_own = |result: &Record| draft.code.is_none_or(|code| result.code() == code);
        self.results.iter().rposition(|result| result.completed == *mark && is_own(result))
    }

    /// Where the newest result with a code is in the list.
    pub fn position_with_code(&self, code: Code) -> Option<usize> {
        self.results.iter().rposition(|result| result.code() == code)
    }

    /// The newest result before that position which the same side has given. Days that cannot be, seen from today, do not count.
    pub fn previous_of_side(&self, position: usize, today: &Day) -> Option<&Record> {
        let side = self.results.get(position)?.side;
        self.results[..position].iter().rev().find(|result| result.side == side && result.day.is_plausible(today))
    }

    /// The places of the results in time, the oldest first; before them those of days that cannot be, seen from today. A clock that
    /// was set wrong does not lead the history.
    pub fn chronological(&self, today: &Day) -> Vec<usize> {
        let possible = |position: &usize| self.results[*position].day.is_plausible(today);
        let (possible, others): (Vec<usize>, Vec<usize>) = (0..self.results.len()).partition(possible);
        others.into_iter().chain(possible).collect()
    }

    /// The last result in time.
    pub fn latest(&self, today: &Day) -> Option<&Record> {
        self.chronological(today).last().map(|position| &self.results[*position])
    }

    /// Says on which side somebody is who had not said it when they finished; gives whether the result is there.
    pub fn set_side(&mut self, draft: &mut Draft, position: usize, side: Side) -> bool {
        let is_own = self.position_of(draft) == Some(position);
        let Some(result) = self.results.get_mut(position) else { return false };
        result.side = side;
        if is_own {
            (draft.side, draft.code) = (Some(side), Some(result.code()));
        }
        true
    }

    /// Adds results from elsewhere, each in its position in time. One that is there already is not added again; it only gets the
    /// label and the plan of the other when it has neither.
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

    /// Gives the results that are there already the label and the plan of these.
    pub fn replace_notes(&mut self, results: Vec<Record>) {
        let known = self.positions();
        for result in results {
            if let Some(position) = known.get(&result.identity()) {
                self.results[*position].merge_notes(result);
            }
        }
    }

    /// Gives the results the label and the plan of these, which are the same with what was typed since. Nothing else of them is read,
    /// so it needs no reader (docs/adr/0016).
    pub fn apply_edits(&mut self, typed: &[Record]) {
        for result in typed {
            if let Some(own) = self.results.iter_mut().rfind(|own| own.is_same_result(result)) {
                (own.label, own.plan) = (result.label.clone(), result.plan.clone());
            }
        }
    }

    /// Where each result is.
    fn positions(&self) -> BTreeMap<Identity, usize> {
        let mut positions = BTreeMap::new();
        for (position, result) in self.results.iter().enumerate() {
            positions.insert(result.identity(), position);
        }
        positions
    }

    /// Deletes a result. One that is not there any more is deleted already. Its answers go with it when they are still those of
    /// the draft: they would be recorded anew else.
    pub fn delete(&mut self, draft: &mut Draft, result: &Record) {
        let Some(position) = self.results.iter().position(|own| own == result) else { return };
        if self.position_of(draft) == Some(position) && draft.answers.complete() == Some(result.answers) {
            *draft = Draft { side: draft.side, ..Draft::default() };
        }
        self.results.remove(position);
    }

    /// Deletes all results. Answers that have not become one stay.
    pub fn clear(&mut self, draft: &mut Draft) {
        if let Some(own) = self.position_of(draft).map(|position| self.results[position].clone()) {
            self.delete(draft, &own);
        }
        self.results.clear();
    }
}

/// What came of adding results to those that were there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many were not there yet.
    pub new: usize,
    /// How many were.
    pub known: usize,
    /// Those of the latter which have another label or plan than the ones that are there; they were left as they are.
    pub differing: Vec<Record>,
}

impl Stored for History {
    const KEY: &'static str = "duet.history";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        record::write_list(Self::VERSION, self.results.iter().map(Record::write))
    }

    /// A result that cannot be read does not take the others with it.
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
mod tests {
    use super::*;
    use crate::answers::{Answer, Answers, ItemNumber};
    use crate::instrument;

    fn moment(second: u8) -> Timestamp {
        Timestamp::parse(&format!("2026-11-24T19:28:{second:02}Z")).expect("a moment")
    }

    /// The answers of the example in the contract: 64 points.
    fn draft() -> Draft {
        let mut answers = Answers::default();
        let values = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];
        for (item, value) in ItemNumber::all().zip(values) {
            answers.set(item, Answer::new(value).expect("1–5"));
        }
        Draft { answers, side: Some(Side::Sales), ..Draft::default() }
    }

    fn finish(history: &mut History, draft: &mut Draft, second: u8) -> bool {
        history.finish(draft, instrument::reference(), "pl", (moment(second), moment(second).utc_day()))
    }

    fn finished() -> (History, Draft) {
        let (mut history, mut draft) = (History::default(), draft());
        assert!(finish(&mut history, &mut draft, 1));
        (history, draft)
    }

    fn scores(history: &History) -> Vec<u8> {
        history.results.iter().map(|result| result.score().points()).collect()
    }

    #[test]
    fn a_finished_draft_becomes_a_result() {
        let (history, draft) = finished();
        assert_eq!(draft.completed, Some(moment(1)));
        assert_eq!(scores(&history), [64]);
        assert_eq!(history.position_of(&draft), Some(0));
    }

    #[test]
    fn finishing_again_changes_nothing() {
        let (mut history, mut draft) = finished();
        let before = history.clone();
        assert!(!finish(&mut history, &mut draft, 2));
        assert_eq!(history, before);
    }

    #[test]
    fn corrected_answers_take_the_place_of_the_former_ones_and_keep_the_plan() {
        let (mut history, mut draft) = finished();
        history.results[0].label = "Północ".into();
        history.results[0].plan.choose("one-funnel", true);
        draft.answers.set(ItemNumber::FIRST, Answer::MAX);
        assert!(finish(&mut history, &mut draft, 2));
        assert_eq!(scores(&history), [65]);
        assert_eq!(draft.completed, Some(moment(2)));
        let result = &history.results[history.position_of(&draft).expect("a result")];
        assert_eq!((&*result.label, result.plan.steps.len()), ("Północ", 1));
    }

    #[test]
    fn a_new_run_is_added_even_in_the_same_second() {
        let (mut history, _) = finished();
        let mut again = draft();
        again.answers.set(ItemNumber::FIRST, Answer::MIN);
        finish(&mut history, &mut again, 1);
        again.answers.set(ItemNumber::FIRST, Answer::MAX);
        finish(&mut history, &mut again, 3);
        assert_eq!(scores(&history), [64, 65]);
    }

    #[test]
    fn a_result_of_the_same_second_from_elsewhere_is_not_taken_for_ones_own() {
        let (mut history, mut draft) = finished();
        let mut other = history.results[0].clone();
        other.side = Side::Marketing;
        history.merge([other.clone()]);
        assert_eq!(history.position_of(&draft), Some(0));
        draft.answers.set(ItemNumber::FIRST, Answer::MAX);
        assert!(finish(&mut history, &mut draft, 2));
        assert_eq!((history.results[0].clone(), scores(&history)), (other, vec![64, 65]));
    }

    #[test]
    fn a_deleted_result_takes_its_answers_with_it_and_no_others() {
        let (mut history, mut draft) = finished();
        let own = history.results[0].clone();
        let mut corrected = draft.clone();
        corrected.answers.set(ItemNumber::FIRST, Answer::MAX);
        let kept = corrected.clone();
        history.clone().delete(&mut corrected, &own);
        assert_eq!(corrected, kept, "these are other answers by now");
        history.clone().clear(&mut draft.clone());
        history.delete(&mut draft, &own);
        assert_eq!((draft.side, draft.answers.is_empty()), (Some(Side::Sales), true));
        assert!(!finish(&mut history, &mut draft, 2));
        let (mut history, mut draft) = finished();
        history.clear(&mut draft);
        assert_eq!((history.results.len(), draft.answers.is_empty()), (0, true));
    }

    #[test]
    fn an_open_answer_is_no_result() {
        let (mut history, mut draft) = (History::default(), Draft::default());
        assert!(!finish(&mut history, &mut draft, 1));
        assert_eq!((history, draft), (History::default(), Draft::default()));
    }

    #[test]
    fn results_from_elsewhere_are_added_once_and_in_time() {
        let (mut history, _) = finished();
        let own = history.results[0].clone();
        let today = Day::parse("2026-11-27").expect("a day");
        let earlier = Record { completed: moment(0), ..own.clone() };
        let other_side = Record { side: Side::Marketing, ..own.clone() };
        let merged = history.merge([own.clone(), earlier.clone(), other_side.clone(), earlier.clone()]);
        assert_eq!(merged, Merged { new: 2, known: 2, differing: vec![] });
        assert_eq!(history.results, [earlier.clone(), own.clone(), other_side.clone()]);
        assert_eq!(history.position_with_code(own.code()), Some(1), "the newer of two with one code");
        assert_eq!(
            (
                history.previous_of_side(1, &today),
                history.previous_of_side(2, &today),
                history.previous_of_side(9, &today)
            ),
            (Some(&earlier), None, None)
        );
        history.delete(&mut Draft::default(), &own);
        history.delete(&mut Draft::default(), &own);
        assert_eq!(history.results, [earlier, other_side]);
    }

    #[test]
    fn a_label_or_plan_from_elsewhere_takes_no_other_ones_place_unasked() {
        let (mut history, _) = finished();
        let bare = history.results[0].clone();
        let named = |label: &str| Record { label: label.into(), ..bare.clone() };
        assert_eq!(history.merge([named("North")]).differing, []);
        assert_eq!(history.results, [named("North")], "there was none to be lost");
        assert_eq!(history.merge([bare.clone(), named("North")]).differing, [], "nothing to take");
        assert_eq!(history.merge([named("South")]).differing, [named("South")]);
        assert_eq!(history.results, [named("North")]);
        history.replace_notes(vec![named("South")]);
        assert_eq!(history.results, [named("South")]);
        let other = Record { side: Side::Marketing, ..named("West") };
        history.apply_edits(&[named("North"), other]);
        assert_eq!(history.results, [named("North")], "the other is not there");
    }

    #[test]
    fn the_history_survives_being_stored() {
        let (history, _) = finished();
        let text = history.write();
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["version"], 1);
        assert_eq!(value["results"][0]["score"], 64);
        assert_eq!(History::read(&text), Restored { value: Some(history), error: None });
    }

    #[test]
    fn one_damaged_result_does_not_take_the_others_with_it() {
        let (history, _) = finished();
        let mut value: serde_json::Value = serde_json::from_str(&history.write()).expect("JSON");
        let mut broken = value["results"][0].clone();
        broken["answers"][3] = 9.into();
        value["results"].as_array_mut().expect("results").insert(0, broken);
        let restored = History::read(&value.to_string());
        assert_eq!(restored.value, Some(history));
        let Some(StoredError::Damaged(reason)) = restored.error else { panic!("a fault") };
        assert!(reason.starts_with("result 1: ") && reason.contains("item 4 is 9"), "{reason}");
    }

    #[test]
    fn a_history_without_results_is_damaged() {
        let restored = History::read(r#"{"version":1}"#);
        assert_eq!(restored.value, None);
        assert!(restored.error.is_some());
    }
}
