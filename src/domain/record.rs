//! A finished result, as it is written to files and to the history.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Side;
use super::answers::Complete;
use super::draft::Draft;
use super::instrument::InstrumentRef;
use super::score::Score;
use super::stored::{Reading, Step, Stored, Unreadable};
use super::timestamp::Timestamp;

/// `type` of a result.
const TYPE: &str = "duet.result";
/// `version` of a result.
const VERSION: u64 = 1;

/// One respondent's finished result.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// What was answered.
    pub instrument: InstrumentRef,
    /// The language the respondent finished in.
    #[serde(default)]
    pub language: Option<String>,
    /// Who answered: `Other` also for those who did not say.
    pub side: Side,
    /// When.
    pub completed: Timestamp,
    /// What.
    pub answers: Complete,
}

impl Record {
    /// The sum, worked out from the answers.
    pub fn score(&self) -> Score {
        Score::of(&self.answers)
    }

    /// The result as an object of the file format. Score and level are for people and other programs; they are worked out
    /// again when the record is read.
    fn to_json(&self) -> Value {
        let score = self.score();
        let mut value = json!({
            "type": TYPE,
            "version": VERSION,
            "instrument": self.instrument,
            "side": self.side,
            "completed": self.completed.as_str(),
            "answers": self.answers,
            "score": score,
            "level": score.level(),
        });
        if let Some(language) = &self.language {
            value["language"] = language.as_str().into();
        }
        value
    }

    fn from_json(value: Value) -> Result<Self, Unreadable> {
        let wrong = |reason: String| Err(Unreadable::Damaged(reason));
        if value["type"] != TYPE {
            return wrong(format!("type is {}, not {TYPE:?}", value["type"]));
        }
        if value["version"] != VERSION {
            return Err(Unreadable::Version(value["version"].to_string()));
        }
        serde_json::from_value(value).or_else(|error| wrong(error.to_string()))
    }
}

/// The results finished in this browser, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// One for each finished run.
    pub results: Vec<Record>,
}

impl History {
    /// Records the answers of a draft when all are there, and marks the draft with the moment. Answers that were corrected
    /// afterwards take the place of those recorded before; the same answers again change nothing.
    ///
    /// Gives whether something changed.
    pub fn finish(&mut self, draft: &mut Draft, instrument: &InstrumentRef, language: &str, now: Timestamp) -> bool {
        let Some(answers) = draft.answers.complete() else { return false };
        let side = draft.side.unwrap_or(Side::Other);
        // From the end: two runs can be finished in the same second, and this is the later one.
        let mark = draft.completed.as_ref();
        let before = self.results.iter().rposition(|result| Some(&result.completed) == mark);
        let same = |result: &Record| result.answers == answers && result.side == side;
        if before.is_some_and(|index| same(&self.results[index])) {
            return false;
        }
        if let Some(index) = before {
            self.results.remove(index);
        }
        draft.completed = Some(now.clone());
        self.results.push(Record {
            instrument: instrument.clone(),
            language: Some(language.to_owned()),
            side,
            completed: now,
            answers,
        });
        true
    }
}

impl Stored for History {
    const KEY: &'static str = "duet.history";
    const STEPS: &'static [Step] = &[];

    fn encode(&self) -> Value {
        let results: Vec<Value> = self.results.iter().map(Record::to_json).collect();
        let mut value = Map::new();
        value.insert("results".to_owned(), results.into());
        Value::Object(value)
    }

    /// A result that cannot be read does not take the others with it.
    fn decode(mut value: Value) -> Reading<Self> {
        let Value::Array(results) = value["results"].take() else {
            let fault = Unreadable::Damaged("no list of results".to_owned());
            return Reading { value: None, fault: Some(fault) };
        };
        let mut history = Self::default();
        let mut fault = None;
        for (result, number) in results.into_iter().zip(1..) {
            match Record::from_json(result) {
                Ok(record) => history.results.push(record),
                Err(Unreadable::Damaged(reason)) => {
                    fault.get_or_insert(Unreadable::Damaged(format!("result {number}: {reason}")));
                }
                Err(other) => {
                    fault.get_or_insert(other);
                }
            }
        }
        Reading { value: Some(history), fault }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::{Answer, Answers, ItemNumber};

    fn moment(second: u8) -> Timestamp {
        Timestamp::parse(&format!("2026-11-24T19:28:{second:02}Z")).expect("a moment")
    }

    fn instrument() -> InstrumentRef {
        InstrumentRef { id: "kotler-rackham-krishnaswamy-2006".into(), hash: "0123".into() }
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

    fn finished() -> (History, Draft) {
        let (mut history, mut draft) = (History::default(), draft());
        assert!(history.finish(&mut draft, &instrument(), "pl", moment(1)));
        (history, draft)
    }

    #[test]
    fn a_finished_draft_becomes_a_result() {
        let (history, draft) = finished();
        assert_eq!(draft.completed, Some(moment(1)));
        let [result] = &history.results[..] else { panic!("one result") };
        assert_eq!(result.score().points(), 64);
    }

    #[test]
    fn finishing_again_changes_nothing() {
        let (mut history, mut draft) = finished();
        let before = history.clone();
        assert!(!history.finish(&mut draft, &instrument(), "pl", moment(2)));
        assert_eq!(history, before);
    }

    #[test]
    fn corrected_answers_take_the_place_of_the_former_ones() {
        let (mut history, mut draft) = finished();
        draft.answers.set(ItemNumber::FIRST, Answer::MAX);
        assert!(history.finish(&mut draft, &instrument(), "pl", moment(2)));
        let scores: Vec<u8> = history.results.iter().map(|result| result.score().points()).collect();
        assert_eq!(scores, [65]);
        assert_eq!(draft.completed, Some(moment(2)));
    }

    #[test]
    fn a_new_run_is_added_even_in_the_same_second() {
        let (mut history, _) = finished();
        let mut again = draft();
        again.answers.set(ItemNumber::FIRST, Answer::MIN);
        history.finish(&mut again, &instrument(), "pl", moment(1));
        again.answers.set(ItemNumber::FIRST, Answer::MAX);
        history.finish(&mut again, &instrument(), "pl", moment(3));
        let scores: Vec<u8> = history.results.iter().map(|result| result.score().points()).collect();
        assert_eq!(scores, [64, 65]);
    }

    #[test]
    fn an_open_answer_is_no_result() {
        let (mut history, mut draft) = (History::default(), Draft::default());
        assert!(!history.finish(&mut draft, &instrument(), "pl", moment(1)));
        assert_eq!((history, draft), (History::default(), Draft::default()));
    }

    #[test]
    fn the_history_survives_being_stored() {
        let (history, _) = finished();
        let text = history.write();
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["version"], 1);
        assert_eq!(value["results"][0]["score"], 64);
        assert_eq!(value["results"][0]["level"], "aligned");
        assert_eq!(value["results"][0]["type"], "duet.result");
        assert_eq!(History::read(&text), Reading { value: Some(history), fault: None });
    }

    #[test]
    fn one_damaged_result_does_not_take_the_others_with_it() {
        let (history, _) = finished();
        let mut value: Value = serde_json::from_str(&history.write()).expect("JSON");
        let mut broken = value["results"][0].clone();
        broken["answers"][3] = 9.into();
        value["results"].as_array_mut().expect("results").insert(0, broken);
        let reading = History::read(&value.to_string());
        assert_eq!(reading.value, Some(history));
        let Some(Unreadable::Damaged(reason)) = reading.fault else { panic!("a fault") };
        assert!(reason.starts_with("result 1: ") && reason.contains("not 9"), "{reason}");
    }

    #[test]
    fn a_history_without_results_is_damaged() {
        let reading = History::read(r#"{"version":1}"#);
        assert_eq!(reading.value, None);
        assert!(reading.fault.is_some());
    }
}
