//! The envelope of a stored value: JSON with a version. A value that cannot be read is set aside.
//!
//! A version that is known is read by the same code as the current one, which takes the older form of a field too.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::timestamp::Timestamp;

/// A value that is kept between two visits under a key of its own.
pub trait Stored: Sized {
    /// Where it is kept.
    const KEY: &'static str;
    /// The version that is written. All from 1 on are read.
    const VERSION: u64;

    /// The text to be stored.
    fn write(&self) -> String;

    /// Reads a stored text of any version known, as much of it as can be read.
    fn read(text: &str) -> Restored<Self>;

    /// The text to be stored, or none where the value is too large to be kept beside a person's own answers.
    fn write_if_fits(&self) -> Option<String> {
        Some(self.write())
    }
}

/// The JSON of a value in its envelope.
pub fn write<T: Stored + Serialize>(value: &T) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    // An object, so the version becomes its first field.
    let fields = text.strip_prefix('{').unwrap_or("}");
    let comma = if fields == "}" { "" } else { "," };
    format!("{{\"version\":{}{comma}{fields}", T::VERSION)
}

/// All of a value or nothing.
pub fn read<T: Stored + DeserializeOwned>(text: &str) -> Restored<T> {
    match check_version(text, T::VERSION).and_then(|()| serde_json::from_str(text).map_err(damaged)) {
        Ok(value) => Restored { value: Some(value), error: None },
        Err(error) => Restored { value: None, error: Some(error) },
    }
}

/// The list of results in a stored value, to be read one by one.
///
/// # Errors
/// Why it cannot be used.
pub fn read_results<T: Stored>(text: &str) -> Result<Vec<Value>, StoredError> {
    #[derive(Deserialize)]
    struct Results {
        results: Vec<Value>,
    }

    check_version(text, T::VERSION)?;
    let list: Results = serde_json::from_str(text).map_err(damaged)?;
    Ok(list.results)
}

fn check_version(text: &str, known: u64) -> Result<(), StoredError> {
    #[derive(Deserialize)]
    struct Head {
        version: u64,
    }

    let head: Head = serde_json::from_str(text).map_err(damaged)?;
    let is_known = (1..=known).contains(&head.version);
    if is_known { Ok(()) } else { Err(StoredError::Version(head.version.to_string())) }
}

fn damaged(error: serde_json::Error) -> StoredError {
    StoredError::Damaged(error.to_string())
}

/// What came of restored a stored value. Where some of it was read and some was not, there is both a value and a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored<T> {
    /// What could be read.
    pub value: Option<T>,
    /// Why not all of it could.
    pub error: Option<StoredError>,
}

/// Why a stored value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredError {
    /// It is not what Duet writes; with the reason, in the words of the JSON reader.
    Damaged(String),
    /// It is of a version that this Duet does not know, from a newer Duet probably.
    Version(String),
    /// These are answers to other statements than the ones asked now.
    OtherWording,
}

/// Values that could not be read, kept as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// In the order in which they were found.
    pub items: Vec<Quarantined>,
}

/// One value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// The key under which it had been stored.
    pub key: String,
    /// When it was found.
    pub at: Timestamp,
    /// What was wrong with it, for whoever tries to repair it.
    pub reason: String,
    /// The text as it was stored.
    pub text: String,
}

impl Quarantined {
    /// Sets a text aside.
    pub fn new(key: &str, at: Timestamp, error: &StoredError, text: String) -> Self {
        let reason = match error {
            StoredError::Damaged(reason) => format!("damaged: {reason}"),
            StoredError::Version(version) => format!("unknown version: {version}"),
            StoredError::OtherWording => "answers to another wording".to_owned(),
        };
        Self { key: key.to_owned(), at, reason, text }
    }
}

impl Stored for Quarantine {
    const KEY: &'static str = "duet.quarantine";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        write(self)
    }

    fn read(text: &str) -> Restored<Self> {
        read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_is_not_known_is_named() {
        for version in ["0", "4", "18446744073709551615"] {
            let text = format!("{{\"version\":{version},\"items\":[]}}");
            let error = Quarantine::read(&text).error;
            assert_eq!(error, Some(StoredError::Version(version.to_owned())));
        }
    }

    #[test]
    fn what_has_no_version_or_is_no_object_is_damaged() {
        let versions = ["-1", "1.5", "\"2\"", "null", "999999999999999999999"];
        let versions = versions.map(|version| format!("{{\"version\":{version},\"items\":[]}}"));
        let others = ["", "{", "[]", "7", "null", "{}", "\"version\"", "{\"version\":1"].map(str::to_owned);
        for text in versions.into_iter().chain(others) {
            let error = Quarantine::read(&text).error.expect("a fault");
            assert!(matches!(error, StoredError::Damaged(_)), "{text}: {error:?}");
        }
    }

    #[test]
    fn the_quarantine_keeps_a_text_to_the_letter() {
        let at = Timestamp::parse("2026-11-24T19:28:15Z").expect("a moment");
        let text = "{\"version\":1,\u{0}\"żółć\":\"\u{1f525}";
        let item = Quarantined::new("duet.session", at, &StoredError::OtherWording, text.to_owned());
        let quarantine = Quarantine { items: vec![item] };
        let restored = Quarantine::read(&quarantine.write());
        assert_eq!(restored, Restored { value: Some(quarantine), error: None });
    }
}
