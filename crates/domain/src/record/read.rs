//! Reading of result objects.

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Value, json};

use super::{Record, TYPE, VERSION};
use crate::Side;
use crate::answers::{Answer, Answers, Complete, ITEMS, ItemNumber};
use crate::code::Code;
use crate::instrument::{self, InstrumentRef};
use crate::plan::{MAX_SHORT_TEXT, Plan, truncated};
use crate::timestamp::{Day, Timestamp};

/// Why a value is not a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It is not an object.
    NotObject,
    /// The actual `type`.
    Type(String),
    /// The actual `version`.
    Version(String),
    /// Identifier of another instrument.
    Instrument(String),
    /// A code of another wording.
    Wording(Code),
    /// Name of a missing field.
    Missing(&'static str),
    /// Name and value of an invalid field.
    Field(&'static str, String),
    /// Number of answers, if it is not twenty.
    AnswerCount(usize),
    /// Item number and value of an invalid answer.
    Answer(u8, String),
}

/// A figure in a file that differs from the one computed from the answers. The computed one is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// `score`, `level` or `themes`.
    pub field: &'static str,
    /// Value in the file.
    pub written: String,
    /// Value computed from the answers.
    pub computed: String,
}

impl Display for RecordError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::NotObject => write!(f, "no object"),
            Self::Type(kind) => write!(f, "type is {kind}, not {TYPE:?}"),
            Self::Version(version) => write!(f, "unknown version {version}"),
            Self::Instrument(id) => write!(f, "another instrument, {id}"),
            Self::Wording(code) => write!(f, "{code} is of another wording"),
            Self::Missing(field) => write!(f, "{field} is missing"),
            Self::Field(field, value) => write!(f, "{field} is {value}"),
            Self::AnswerCount(count) => write!(f, "{count} answers instead of {ITEMS}"),
            Self::Answer(item, value) => write!(f, "the answer to item {item} is {value}, not 1 to 5"),
        }
    }
}

impl std::error::Error for RecordError {}

impl Record {
    /// Copies label and plan from `other`, and merges its unknown fields.
    pub fn merge_notes(&mut self, other: Self) {
        (self.label, self.plan) = (other.label, other.plan);
        let mut unknown = object_of(&self.unknown);
        unknown.extend(object_of(&other.unknown));
        self.unknown = members_of(&unknown);
    }

    /// Reads an object and compares its figures with those computed from the answers.
    ///
    /// # Errors
    /// The first error.
    pub fn from_json(value: Value) -> Result<(Self, Vec<Mismatch>), RecordError> {
        let Value::Object(mut object) = value else { return Err(RecordError::NotObject) };
        let kind = object.remove("type").unwrap_or_default();
        if kind != TYPE {
            return Err(RecordError::Type(short(&kind)));
        }
        let version = object.remove("version").ok_or(RecordError::Missing("version"))?;
        if version != VERSION {
            return Err(RecordError::Version(short(&version)));
        }
        let answers = answers(&take(&mut object, "answers")?)?;
        let completed = field(&mut object, "completed", Timestamp::parse)?;
        let has_day = object.contains_key("day");
        let day = if has_day { field(&mut object, "day", Day::parse)? } else { completed.utc_day() };
        let mut record = Self {
            instrument: instrument(take(&mut object, "instrument")?)?,
            language: text(&mut object, "language")?,
            side: field(&mut object, "side", Side::from_key)?,
            side_set: object.remove("side_set").is_some_and(|set| set == true),
            label: text(&mut object, "label")?,
            completed,
            day,
            answers,
            plan: Plan::default(),
            unknown: String::new(),
        };
        let place = |field: &'static str| RecordError::Field(field, short(object.get(field).unwrap_or(&Value::Null)));
        record.plan = match Plan::remove_from(&mut object.clone()) {
            Ok(plan) => plan,
            Err(field) => return Err(place(field)),
        };
        for field in ["goal", "plan", "measures"] {
            object.remove(field);
        }
        let mismatches = record.mismatches(&mut object);
        record.unknown = members_of(&object);
        Ok((record, mismatches))
    }

    /// Removes the figures from an object and compares them with those computed from the answers.
    fn mismatches(&self, object: &mut Map<String, Value>) -> Vec<Mismatch> {
        let (score, themes) = (self.score(), self.themes());
        let themes: Map<String, Value> =
            themes.map(|(theme, sum)| (theme.key().to_owned(), sum.into())).into_iter().collect();
        let own = json!({ "score": score, "level": score.level(), "themes": themes });
        let differing = ["score", "level", "themes"].into_iter().filter_map(|field| {
            let written = object.remove(field)?;
            (written != own[field]).then(|| Mismatch { field, written: short(&written), computed: short(&own[field]) })
        });
        differing.collect()
    }
}

/// Parses unknown fields.
fn object_of(members: &str) -> Map<String, Value> {
    serde_json::from_str(&format!("{{{members}}}")).unwrap_or_default()
}

/// Writes unknown fields without the braces.
fn members_of(object: &Map<String, Value>) -> String {
    let text = serde_json::to_string(object).unwrap_or_default();
    text.trim_start_matches('{').strip_suffix('}').unwrap_or_default().to_owned()
}

fn take(object: &mut Map<String, Value>, field: &'static str) -> Result<Value, RecordError> {
    object.remove(field).ok_or(RecordError::Missing(field))
}

fn field<T>(
    object: &mut Map<String, Value>,
    field: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, RecordError> {
    let value = take(object, field)?;
    value.as_str().and_then(read).ok_or_else(|| RecordError::Field(field, short(&value)))
}

/// An optional text of at most 80 characters.
fn text(object: &mut Map<String, Value>, field: &'static str) -> Result<String, RecordError> {
    let Some(value) = object.remove(field) else { return Ok(String::new()) };
    let fine = value.as_str().filter(|text| text.chars().count() <= MAX_SHORT_TEXT);
    fine.map(str::to_owned).ok_or_else(|| RecordError::Field(field, short(&value)))
}

fn instrument(value: Value) -> Result<InstrumentRef, RecordError> {
    let shown = short(&value);
    let instrument: InstrumentRef =
        serde_json::from_value(value).map_err(|_| RecordError::Field("instrument", shown.clone()))?;
    let fine = [&instrument.id, &instrument.hash].iter().all(|text| text.chars().count() <= MAX_SHORT_TEXT);
    if !fine {
        return Err(RecordError::Field("instrument", shown));
    }
    // Shares the texts of the built-in instrument between results.
    let own = instrument::reference();
    Ok(if instrument == *own { own.clone() } else { instrument })
}

fn answers(value: &Value) -> Result<Complete, RecordError> {
    let values = value.as_array().ok_or_else(|| RecordError::Field("answers", short(value)))?;
    if values.len() != usize::from(ITEMS) {
        return Err(RecordError::AnswerCount(values.len()));
    }
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        let answer = value.as_u64().and_then(|value| u8::try_from(value).ok()).and_then(Answer::new);
        answers.set(item, answer.ok_or_else(|| RecordError::Answer(item.number(), short(value)))?);
    }
    answers.complete().ok_or(RecordError::AnswerCount(0))
}

/// A value for a message, truncated.
fn short(value: &Value) -> String {
    const LONGEST: usize = 40;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    format!("{}…", truncated(&text, LONGEST))
}
