//! The envelope of a stored value: JSON with a version, brought up to date step by step, and set aside when it cannot be read.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::timestamp::Timestamp;

/// Turns a value of one version into one of the next.
pub type Step = fn(&mut Map<String, Value>);

/// A value that is kept between two visits under a key of its own.
pub trait Stored: Sized {
    /// Where it is kept.
    const KEY: &'static str;
    /// From version 1 to 2, from 2 to 3, and so on: the current version is one more than there are steps.
    const STEPS: &'static [Step];

    /// The value in JSON, without the version.
    fn encode(&self) -> Value;

    /// Reads what `encode` made, as much of it as can be read.
    fn decode(value: Value) -> Reading<Self>;

    /// The text to be stored.
    fn write(&self) -> String {
        let mut value = self.encode();
        value["version"] = (Self::STEPS.len() + 1).into();
        value.to_string()
    }

    /// Reads a stored text of any version known.
    fn read(text: &str) -> Reading<Self> {
        match upgrade(text, Self::STEPS) {
            Ok(value) => Self::decode(value),
            Err(fault) => Reading { value: None, fault: Some(fault) },
        }
    }
}

/// What came of reading a stored value. Where some of it was read and some was not, there is both a value and a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What could be read.
    pub value: Option<T>,
    /// Why not all of it could.
    pub fault: Option<Unreadable>,
}

impl<T: DeserializeOwned> Reading<T> {
    /// All of it or nothing.
    pub fn whole(value: Value) -> Self {
        match serde_json::from_value(value) {
            Ok(value) => Self { value: Some(value), fault: None },
            Err(error) => Self { value: None, fault: Some(Unreadable::Damaged(error.to_string())) },
        }
    }
}

/// Why a stored value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not what Duet writes; with the reason, in the words of the JSON reader.
    Damaged(String),
    /// It is of a version that this Duet does not know, from a newer Duet probably.
    Version(String),
    /// These are answers to other statements than the ones asked now.
    OtherWording,
}

/// The JSON in a text, brought up to date.
fn upgrade(text: &str, steps: &[Step]) -> Result<Value, Unreadable> {
    let value = serde_json::from_str(text);
    let mut value: Map<String, Value> = value.map_err(|error| Unreadable::Damaged(error.to_string()))?;
    let Some(version) = value.get("version") else {
        return Err(Unreadable::Damaged("no version".to_owned()));
    };
    let known = version.as_u64().and_then(|version| usize::try_from(version).ok());
    let Some(rest) = known.and_then(|version| steps.get(version.checked_sub(1)?..)) else {
        return Err(Unreadable::Version(version.to_string()));
    };
    for step in rest {
        step(&mut value);
    }
    Ok(Value::Object(value))
}

/// Values that could not be read, kept as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// In the order in which they were found.
    pub items: Vec<SetAside>,
}

/// One value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The key under which it had been stored.
    pub key: String,
    /// When it was found.
    pub at: Timestamp,
    /// What was wrong with it, for whoever tries to repair it.
    pub reason: String,
    /// The text as it was stored.
    pub text: String,
}

impl SetAside {
    /// Sets a text aside.
    pub fn new(key: &str, at: Timestamp, fault: &Unreadable, text: String) -> Self {
        let reason = match fault {
            Unreadable::Damaged(reason) => format!("damaged: {reason}"),
            Unreadable::Version(version) => format!("unknown version: {version}"),
            Unreadable::OtherWording => "answers to another wording".to_owned(),
        };
        Self { key: key.to_owned(), at, reason, text }
    }
}

impl Stored for Quarantine {
    const KEY: &'static str = "duet.quarantine";
    const STEPS: &'static [Step] = &[];

    fn encode(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    fn decode(value: Value) -> Reading<Self> {
        Reading::whole(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const STEPS: &[Step] = &[
        |value| {
            value.insert("two".into(), true.into());
        },
        |value| {
            value.insert("three".into(), true.into());
        },
    ];

    #[test]
    fn an_old_value_takes_every_step_from_its_version_on() {
        let up = |text| upgrade(text, STEPS).expect("known");
        assert_eq!(up(r#"{"version":1}"#), json!({"version": 1, "two": true, "three": true}));
        assert_eq!(up(r#"{"version":2}"#), json!({"version": 2, "three": true}));
        assert_eq!(up(r#"{"version":3}"#), json!({"version": 3}));
    }

    #[test]
    fn a_version_that_is_not_known_is_named() {
        for version in ["0", "4", "999999999999999999999", "-1", "1.5", "\"2\"", "null"] {
            let text = format!("{{\"version\":{version}}}");
            let fault = upgrade(&text, STEPS).expect_err("unknown");
            assert!(matches!(fault, Unreadable::Version(_)), "{version}: {fault:?}");
        }
    }

    #[test]
    fn what_is_no_object_or_has_no_version_is_damaged() {
        for text in ["", "{", "[]", "7", "null", "{}", "\"version\"", "{\"version\":1"] {
            let fault = upgrade(text, STEPS).expect_err("damaged");
            assert!(matches!(fault, Unreadable::Damaged(_)), "{text}: {fault:?}");
        }
    }

    #[test]
    fn the_quarantine_keeps_a_text_to_the_letter() {
        let at = Timestamp::parse("2026-11-24T19:28:15Z").expect("a moment");
        let text = "{\"version\":1,\u{0}\"żółć\":\"\u{1f525}";
        let item = SetAside::new("duet.session", at, &Unreadable::OtherWording, text.to_owned());
        let quarantine = Quarantine { items: vec![item] };
        let reading = Quarantine::read(&quarantine.write());
        assert_eq!(reading, Reading { value: Some(quarantine), fault: None });
    }
}
