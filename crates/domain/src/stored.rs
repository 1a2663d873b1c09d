//! Envelope of stored values: a JSON object with a `version`. Unreadable values are quarantined.
//!
//! All known versions are read by the same code, which accepts former types of fields.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::timestamp::Timestamp;

/// A value that is persisted under a key.
pub trait Stored: Sized {
    /// Storage key.
    const KEY: &'static str;
    /// Version that is written. All versions from 1 on are read.
    const VERSION: u64;

    /// Serializes the value.
    fn write(&self) -> String;

    /// Reads a stored text of any known version, as much of it as possible.
    fn read(text: &str) -> Restored<Self>;

    /// Serializes the value; `None` if it is too large to leave room for other values.
    fn write_if_fits(&self) -> Option<String> {
        Some(self.write())
    }
}

/// Serializes a value in the envelope.
pub fn write<T: Stored + Serialize>(value: &T) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    // The version becomes the first field.
    let fields = text.strip_prefix('{').unwrap_or("}");
    let comma = if fields == "}" { "" } else { "," };
    format!("{{\"version\":{}{comma}{fields}", T::VERSION)
}

/// Reads a value completely or not at all.
pub fn read<T: Stored + DeserializeOwned>(text: &str) -> Restored<T> {
    match check_version(text, T::VERSION).and_then(|()| serde_json::from_str(text).map_err(damaged)) {
        Ok(value) => Restored { value: Some(value), error: None },
        Err(error) => Restored { value: None, error: Some(error) },
    }
}

/// Reads the envelope of a list of results.
///
/// # Errors
/// The text is damaged or of an unknown version.
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

/// A stored value after reading. Both fields are set if only a part could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored<T> {
    /// What could be read.
    pub value: Option<T>,
    /// Why the value, or a part of it, could not be read.
    pub error: Option<StoredError>,
}

/// Why a stored value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredError {
    /// Invalid JSON or fields; with the message of the parser.
    Damaged(String),
    /// An unknown version, probably of a newer release.
    Version(String),
    /// Answers to another wording.
    OtherWording,
}

/// Unreadable values, unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// The values in the order in which they were found.
    pub items: Vec<Quarantined>,
}

/// An unreadable value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// The key it was stored under.
    pub key: String,
    /// When it was found.
    pub at: Timestamp,
    /// Why it could not be read.
    pub reason: String,
    /// The stored text.
    pub text: String,
}

impl Quarantined {
    /// Describes an unreadable value.
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
