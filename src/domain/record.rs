//! A finished result, as it is written to files and to the history: the object `duet.result` of docs/contract.md.

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value, json};

use super::Side;
use super::answers::{Answer, Answers, Complete, ITEMS, ItemNumber};
use super::code::{self, Code, Content};
use super::instrument::{self, InstrumentRef, Theme};
use super::plan::{Plan, SHORT_TEXT, shortened};
use super::score::Score;
use super::timestamp::Timestamp;

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
    /// Who answered: `Other` also for those who did not say.
    pub side: Side,
    /// Whether the side was set by whoever has gathered the results, because the respondent had not said it.
    pub side_set: bool,
    /// What the respondent calls it: at most 80 characters, empty when there is none.
    pub label: String,
    /// When.
    pub completed: Timestamp,
    /// What.
    pub answers: Complete,
    /// What is to be done about it.
    pub plan: Plan,
    /// Fields that this version does not know, to be handed on as they came.
    pub unknown: Map<String, Value>,
}

/// What makes a result the same in two places: when it was finished, what was answered by whom, and the hash of the wording,
/// of which the code has only a part. Label and plan may change afterwards.
pub type Identity = (Timestamp, Code, String);

/// What is wrong with an object that should be a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no object.
    NotObject,
    /// Its `type` is another one, or there is none.
    Type(String),
    /// It is of a version that this Duet does not know.
    Version(String),
    /// It is of another instrument.
    Instrument(String),
    /// A field that must be there is not.
    Missing(&'static str),
    /// A field holds something else than it should; with what it holds.
    Field(&'static str, String),
    /// There are this many answers instead of twenty.
    AnswerCount(usize),
    /// An answer is not one from 1 to 5; with what it is.
    Answer(u8, String),
}

/// A figure in a file that differs from the one worked out from its answers; the latter is what counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// `score`, `level` or `themes`.
    pub field: &'static str,
    /// What the file says.
    pub written: String,
    /// What it should say.
    pub own: String,
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::NotObject => write!(f, "no object"),
            Self::Type(kind) => write!(f, "type is {kind}, not {TYPE:?}"),
            Self::Version(version) => write!(f, "unknown version {version}"),
            Self::Instrument(id) => write!(f, "another instrument, {id}"),
            Self::Missing(field) => write!(f, "{field} is missing"),
            Self::Field(field, value) => write!(f, "{field} is {value}"),
            Self::AnswerCount(count) => write!(f, "{count} answers instead of {ITEMS}"),
            Self::Answer(item, value) => write!(f, "the answer to item {item} is {value}, not 1 to 5"),
        }
    }
}

impl std::error::Error for Fault {}

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
            day: self.completed.clone(),
            answers: self.answers,
        })
    }

    /// The result that a code holds. None when it is of another wording than the one of this Duet.
    pub fn from_code(code: Code) -> Option<Self> {
        Some(Self::of_code(code)).filter(Self::is_of_this_wording)
    }

    /// The result that a code holds, of whatever wording. Of the hash of another wording a code has the first ten bits alone.
    pub fn of_code(code: Code) -> Self {
        let content = code.content();
        let mut instrument = instrument::reference().clone();
        if content.fingerprint != code::fingerprint(&instrument.hash) {
            instrument.hash = format!("{:03x}", content.fingerprint << 2);
        }
        Self {
            instrument,
            language: String::new(),
            side: content.side,
            side_set: false,
            label: String::new(),
            completed: content.day,
            answers: content.answers,
            plan: Plan::default(),
            unknown: Map::new(),
        }
    }

    /// What makes it the same result in two places.
    pub fn identity(&self) -> Identity {
        (self.completed.clone(), self.code(), self.instrument.hash.clone())
    }

    /// Whether it has a label or a plan.
    pub fn has_notes(&self) -> bool {
        !(self.label.is_empty() && self.plan.is_empty())
    }

    /// Whether its label and its plan are those of another one.
    pub fn has_same_notes(&self, other: &Self) -> bool {
        (&self.label, &self.plan) == (&other.label, &other.plan)
    }

    /// Takes over the label and the plan of another one, and what else it has that is not known here.
    pub fn take_notes(&mut self, other: Self) {
        (self.label, self.plan) = (other.label, other.plan);
        self.unknown.extend(other.unknown);
    }

    /// Whether the answers were given to the wording of this Duet.
    pub fn is_of_this_wording(&self) -> bool {
        self.instrument == *instrument::reference()
    }

    /// Whether it is of another instrument altogether.
    pub fn is_foreign(&self) -> bool {
        self.instrument.id != instrument::reference().id
    }

    /// The result as an object of the file format. Score, level and themes are for people and other programs; they are worked
    /// out again when the record is read.
    pub fn to_json(&self) -> Value {
        let score = self.score();
        let mut object = self.to_compact_json();
        object["score"] = json!(score);
        object["level"] = json!(score.level());
        let themes: Map<String, Value> =
            self.themes().into_iter().map(|(theme, sum)| (theme.key().to_owned(), sum.into())).collect();
        object["themes"] = themes.into();
        object
    }

    /// The same without what follows from the answers: for files and the storage, where there are many.
    pub fn to_compact_json(&self) -> Value {
        let mut object = self.unknown.clone();
        let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
        put("type", TYPE.into());
        put("version", VERSION.into());
        put("instrument", json!(self.instrument));
        put("side", json!(self.side));
        if self.side_set {
            put("side_set", true.into());
        }
        put("completed", self.completed.as_str().into());
        put("answers", json!(self.answers));
        for (key, text) in [("language", &self.language), ("label", &self.label)] {
            if !text.is_empty() {
                put(key, text.as_str().into());
            }
        }
        self.plan.write(&mut object);
        Value::Object(object)
    }

    /// Reads an object of the file format, and says where its own figures differ from its answers.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_json(value: Value) -> Result<(Self, Vec<Mismatch>), Fault> {
        let Value::Object(mut object) = value else { return Err(Fault::NotObject) };
        let kind = object.remove("type").unwrap_or_default();
        if kind != TYPE {
            return Err(Fault::Type(short(&kind)));
        }
        let version = object.remove("version").ok_or(Fault::Missing("version"))?;
        if version != VERSION {
            return Err(Fault::Version(short(&version)));
        }
        let answers = answers(&take(&mut object, "answers")?)?;
        let mut record = Self {
            instrument: instrument(take(&mut object, "instrument")?)?,
            language: text(&mut object, "language")?,
            side: field(&mut object, "side", Side::from_key)?,
            side_set: object.remove("side_set").is_some_and(|set| set == true),
            label: text(&mut object, "label")?,
            completed: field(&mut object, "completed", Timestamp::parse)?,
            answers,
            plan: Plan::default(),
            unknown: Map::new(),
        };
        let place = |field: &'static str| Fault::Field(field, short(object.get(field).unwrap_or(&Value::Null)));
        record.plan = match Plan::take(&mut object.clone()) {
            Ok(plan) => plan,
            Err(field) => return Err(place(field)),
        };
        for field in ["goal", "plan", "measures"] {
            object.remove(field);
        }
        let mismatches = record.mismatches(&mut object);
        record.unknown = object;
        Ok((record, mismatches))
    }

    /// Takes the figures out of an object and compares them with those worked out.
    fn mismatches(&self, object: &mut Map<String, Value>) -> Vec<Mismatch> {
        let own = self.to_json();
        let differing = ["score", "level", "themes"].into_iter().filter_map(|field| {
            let written = object.remove(field)?;
            (written != own[field]).then(|| Mismatch { field, written: short(&written), own: short(&own[field]) })
        });
        differing.collect()
    }
}

fn take(object: &mut Map<String, Value>, field: &'static str) -> Result<Value, Fault> {
    object.remove(field).ok_or(Fault::Missing(field))
}

fn field<T>(
    object: &mut Map<String, Value>,
    field: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Fault> {
    let value = take(object, field)?;
    value.as_str().and_then(read).ok_or_else(|| Fault::Field(field, short(&value)))
}

/// A text of at most 80 characters that may be absent.
fn text(object: &mut Map<String, Value>, field: &'static str) -> Result<String, Fault> {
    let Some(value) = object.remove(field) else { return Ok(String::new()) };
    let fine = value.as_str().filter(|text| text.chars().count() <= SHORT_TEXT);
    fine.map(str::to_owned).ok_or_else(|| Fault::Field(field, short(&value)))
}

fn instrument(value: Value) -> Result<InstrumentRef, Fault> {
    let shown = short(&value);
    let instrument: InstrumentRef =
        serde_json::from_value(value).map_err(|_| Fault::Field("instrument", shown.clone()))?;
    let fine = [&instrument.id, &instrument.hash].iter().all(|text| text.chars().count() <= SHORT_TEXT);
    if fine { Ok(instrument) } else { Err(Fault::Field("instrument", shown)) }
}

fn answers(value: &Value) -> Result<Complete, Fault> {
    let values = value.as_array().ok_or_else(|| Fault::Field("answers", short(value)))?;
    if values.len() != usize::from(ITEMS) {
        return Err(Fault::AnswerCount(values.len()));
    }
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        let answer = value.as_u64().and_then(|value| u8::try_from(value).ok()).and_then(Answer::new);
        answers.set(item, answer.ok_or_else(|| Fault::Answer(item.number(), short(value)))?);
    }
    answers.complete().ok_or(Fault::AnswerCount(0))
}

/// What a value is, short enough for a sentence.
fn short(value: &Value) -> String {
    const LONGEST: usize = 40;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    format!("{}…", shortened(&text, LONGEST))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The example of docs/contract.md.
    pub(crate) fn example() -> Value {
        json!({
            "type": "duet.result", "version": 1,
            "instrument": instrument::reference(),
            "language": "pl", "side": "sales", "label": "Zespół „Północ”",
            "completed": "2026-11-24T19:28:15Z",
            "answers": [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4],
            "score": 64, "level": "aligned",
            "themes": { "trust": 15, "customer": 16, "planning": 9, "process": 15, "people": 9 },
            "plan": [{ "action": "one-funnel", "owner": "Ewa", "due": "2027-01-31" }]
        })
    }

    fn read(change: impl FnOnce(&mut Value)) -> Result<(Record, Vec<Mismatch>), Fault> {
        let mut value = example();
        change(&mut value);
        Record::from_json(value)
    }

    #[test]
    fn a_record_is_read_and_written_without_loss() {
        let (record, mismatches) = Record::from_json(example()).expect("a result");
        assert_eq!(record.score().points(), 64);
        assert_eq!(mismatches, []);
        assert!(record.is_of_this_wording());
        assert_eq!(record.to_json(), example());
    }

    #[test]
    fn fields_from_the_future_are_handed_on() {
        let change = |value: &mut Value| value["mood"] = json!({"smile": [1, 2.5, null]});
        let (record, _) = read(change).expect("a result");
        let mut expected = example();
        change(&mut expected);
        assert_eq!(record.to_json(), expected);
    }

    #[test]
    fn what_may_be_absent_may_be_absent() {
        let (record, _) = read(|value| {
            let object = value.as_object_mut().expect("an object");
            for field in ["language", "label", "score", "level", "themes", "plan"] {
                object.remove(field);
            }
        })
        .expect("a result");
        assert_eq!((&*record.label, &*record.language), ("", ""));
        let again = record.to_json();
        assert_eq!((&again["score"], &again["label"]), (&json!(64), &Value::Null));
    }

    #[test]
    fn what_must_be_there_is_named_when_it_is_not() {
        for field in ["version", "instrument", "side", "completed", "answers"] {
            let fault = read(|value| drop(value.as_object_mut().expect("an object").remove(field)));
            assert_eq!(fault.err(), Some(Fault::Missing(field)));
        }
    }

    #[test]
    fn a_wrong_answer_is_named_with_its_place() {
        for (wrong, shown) in [
            (json!(0), "0"),
            (json!(6), "6"),
            (json!(3.5), "3.5"),
            (json!(4.0), "4.0"),
            (json!("4"), "\"4\""),
            (json!(null), "null"),
            (json!(-1), "-1"),
            (json!(260), "260"),
            (json!([4]), "[4]"),
        ] {
            let fault = read(|value| value["answers"][6] = wrong).expect_err("refused");
            assert_eq!(fault, Fault::Answer(7, shown.into()));
        }
        for count in [0, 19, 21] {
            let fault = read(|value| value["answers"] = json!(vec![3; count])).expect_err("refused");
            assert_eq!(fault, Fault::AnswerCount(count));
        }
    }

    #[test]
    fn what_is_no_result_is_refused() {
        type Change = fn(&mut Value);
        let cases: [(Change, Fault); 10] = [
            (|value| *value = json!([]), Fault::NotObject),
            (|value| value["type"] = json!("other"), Fault::Type("\"other\"".into())),
            (|value| value["type"] = json!(null), Fault::Type("null".into())),
            (|value| value["version"] = json!(2), Fault::Version("2".into())),
            (|value| value["version"] = json!("1"), Fault::Version("\"1\"".into())),
            (|value| value["side"] = json!("Sales"), Fault::Field("side", "\"Sales\"".into())),
            (|value| value["completed"] = json!("today"), Fault::Field("completed", "\"today\"".into())),
            (|value| value["instrument"] = json!(1), Fault::Field("instrument", "1".into())),
            (|value| value["answers"] = json!("all"), Fault::Field("answers", "\"all\"".into())),
            (|value| value["plan"] = json!("none"), Fault::Field("plan", "\"none\"".into())),
        ];
        for (change, expected) in cases {
            assert_eq!(read(change).err(), Some(expected));
        }
    }

    #[test]
    fn a_label_is_at_most_eighty_characters_whatever_its_size() {
        assert!(read(|value| value["label"] = json!("ż".repeat(80))).is_ok());
        let fault = read(|value| value["label"] = json!("x".repeat(10 << 20))).expect_err("refused");
        let Fault::Field("label", shown) = fault else { panic!("{fault}") };
        assert_eq!(shown.chars().count(), 41);
    }

    #[test]
    fn a_figure_that_does_not_match_is_told_and_worked_out_again() {
        let (record, mismatches) = read(|value| {
            value["score"] = json!(65);
            value["themes"]["people"] = json!(10);
        })
        .expect("a result");
        assert_eq!(record.to_json()["score"], 64);
        assert_eq!(mismatches[0], Mismatch { field: "score", written: "65".into(), own: "64".into() });
        assert_eq!(mismatches[1].field, "themes");
        assert_eq!(mismatches.len(), 2);
    }

    #[test]
    fn a_code_holds_the_answers_the_side_and_the_day() {
        let (record, _) = Record::from_json(example()).expect("a result");
        let again = Record::from_code(record.code()).expect("of this wording");
        assert_eq!((again.answers, again.side), (record.answers, record.side));
        assert_eq!(again.completed.date(), record.completed.date());
        assert_eq!(again.code(), record.code());
        let other = InstrumentRef { hash: "ffff".into(), ..record.instrument.clone() };
        assert_eq!(Record::from_code(Record { instrument: other, ..record }.code()), None);
    }

    #[test]
    fn another_wording_is_told_apart() {
        let (record, _) = read(|value| value["instrument"]["hash"] = json!("0")).expect("a result");
        assert!(!record.is_of_this_wording());
    }
}
