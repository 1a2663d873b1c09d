//! What everybody may get of a comparison or of one result: figures without any single answer.
//!
//! A summary is a JSON object `duet.summary` (docs/contract.md), either in the fragment of a link, `#s=DATA`, where
//! DATA is the compact object in base64url without padding (RFC 4648, section 5), or as a file. docs/team.md says what
//! is in a summary of a comparison and why.

mod comparison;
mod error;
mod result;

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::Serialize;
use serde_json::{Map, Value};

use super::extract;
use super::instrument::{self, InstrumentRef};
use super::plan::{MAX_SHORT_TEXT, truncated};

pub use comparison::{ComparisonSummary, MIN_RESPONDENTS};
pub use error::SummaryError;
pub use result::ResultSummary;

/// `type` of a summary.
pub const TYPE: &str = "duet.summary";
/// `version` of a summary.
const VERSION: u64 = 1;
/// Start of the fragment of a link.
const PREFIX: &str = "s=";
/// Maximum length of the data of a link, in characters.
pub const MAX_LINK_DATA: usize = 16 * 1024;
/// Maximum length of a link as it arrives, percent-encoded or wrapped, in bytes.
const MAX_LINK: usize = 4 * MAX_LINK_DATA;
/// Maximum length of a file, in bytes. The longest plan has some 100,000.
const MAX_FILE: usize = 256 * 1024;

/// base64url. Bits that are left over are ignored: a character that a mail program adds to the end does no harm.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// A summary.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Summary {
    /// Of one result.
    Result(ResultSummary),
    /// Of a comparison.
    Comparison(ComparisonSummary),
}

/// A summary as it is written.
#[derive(Serialize)]
struct Written<'a, T> {
    r#type: &'static str,
    version: u64,
    kind: &'static str,
    instrument: &'a InstrumentRef,
    #[serde(flatten)]
    content: T,
}

impl Summary {
    /// The fragment of a link, `#s=DATA`. That of a comparison is shorter than 1,300 characters; that of a result with a
    /// very long plan [may not fit](Self::fits_link).
    pub fn encode(&self) -> String {
        format!("#{PREFIX}{}", BASE64.encode(self.json(false)))
    }

    /// Whether the data of the link are not longer than [`decode`](Self::decode) accepts.
    pub fn fits_link(&self) -> bool {
        self.encode().len() <= MAX_LINK_DATA
    }

    /// Reads the fragment of a link, or a link with such a fragment. Percent-encoding, look-alike characters, line
    /// breaks, and punctuation or parameters after the data are accepted.
    ///
    /// # Errors
    /// The first error.
    pub fn decode(text: &str) -> Result<Self, SummaryError> {
        if text.len() > MAX_LINK {
            return Err(SummaryError::TooLong);
        }
        let text = extract::decode_fragment(text);
        let symbols = symbols(data(&text).ok_or(SummaryError::Missing)?);
        if symbols.len() > MAX_LINK_DATA {
            return Err(SummaryError::TooLong);
        }
        // One symbol alone has less than a byte.
        let whole = symbols.len() - usize::from(symbols.len() % 4 == 1);
        let bytes = BASE64.decode(&symbols[..whole]).map_err(SummaryError::damaged)?;
        // What was added to the data follows the object.
        let object = serde_json::Deserializer::from_slice(&bytes).into_iter().next();
        Self::from_json(object.ok_or(SummaryError::Truncated)?.map_err(|error| SummaryError::of_json(&error))?)
    }

    /// The text of a file.
    pub fn write(&self) -> String {
        self.json(true)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// The first error.
    pub fn read(text: &str) -> Result<Self, SummaryError> {
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.starts_with('{') {
            return Err(SummaryError::Missing);
        }
        if text.len() > MAX_FILE {
            return Err(SummaryError::TooLong);
        }
        Self::from_json(serde_json::from_str(text).map_err(|error| SummaryError::of_json(&error))?)
    }

    fn json(&self, pretty: bool) -> String {
        match self {
            Self::Result(result) => written("result", result.fields(), pretty),
            Self::Comparison(comparison) => written("comparison", comparison.fields(), pretty),
        }
    }

    fn from_json(value: Value) -> Result<Self, SummaryError> {
        let Value::Object(mut object) = value else { return Err(SummaryError::Missing) };
        if object.remove("type") != Some(TYPE.into()) {
            return Err(SummaryError::Missing);
        }
        check_version(&object.remove("version").unwrap_or_default())?;
        check_wording(object.remove("instrument").unwrap_or_default())?;
        match object.remove("kind").as_ref().and_then(Value::as_str) {
            Some("result") => ResultSummary::from_fields(object).map(Self::Result),
            Some("comparison") => ComparisonSummary::from_fields(object).map(Self::Comparison),
            _ => Err(SummaryError::damaged("kind")),
        }
    }
}

fn written(kind: &'static str, content: impl Serialize, pretty: bool) -> String {
    let written = Written { r#type: TYPE, version: VERSION, kind, instrument: instrument::reference(), content };
    let text = if pretty { serde_json::to_string_pretty(&written) } else { serde_json::to_string(&written) };
    // Serialization of strings and finite numbers does not fail.
    text.unwrap_or_default()
}

fn check_version(version: &Value) -> Result<(), SummaryError> {
    match version.as_u64() {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => Err(SummaryError::Newer(newer)),
        _ => Err(SummaryError::damaged("version")),
    }
}

fn check_wording(instrument: Value) -> Result<(), SummaryError> {
    let instrument: InstrumentRef = serde_json::from_value(instrument).map_err(SummaryError::damaged)?;
    if instrument == *instrument::reference() { Ok(()) } else { Err(SummaryError::OtherWording) }
}

/// Reads the fields of a type.
fn fields<T: serde::de::DeserializeOwned>(object: Map<String, Value>) -> Result<T, SummaryError> {
    serde_json::from_value(Value::Object(object)).map_err(SummaryError::damaged)
}

/// What follows `s=` at the start of a decoded fragment, or `#s=` in a link.
fn data(text: &str) -> Option<&str> {
    let start = |text: &str| text.get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX));
    if start(text) {
        return Some(&text[PREFIX.len()..]);
    }
    let fragments = text.match_indices('#').map(|(place, _)| &text[place + 1..]);
    fragments.into_iter().find(|fragment| start(fragment)).map(|fragment| &fragment[PREFIX.len()..])
}

/// The symbols of base64url at the start of a text. Line breaks, and marks of a quote after them, may be in between.
fn symbols(text: &str) -> String {
    let is_symbol = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let is_between = |character: &char| character.is_whitespace() || *character == '>';
    text.chars().take_while(|one| is_symbol(one) || is_between(one)).filter(is_symbol).collect()
}

/// A text of a person for a summary: one line of at most 80 characters, without characters that turn the direction of
/// the text around it.
fn clean(text: &str) -> String {
    let turns = |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(|character| !character.is_control() && !turns(*character)).collect();
    truncated(text.trim(), MAX_SHORT_TEXT).trim_end().to_owned()
}

/// A text that was read: it is refused if it is too long.
fn checked(text: &str, field: &'static str) -> Result<String, SummaryError> {
    if text.chars().count() > MAX_SHORT_TEXT { Err(SummaryError::damaged(field)) } else { Ok(clean(text)) }
}

#[cfg(test)]
mod tests;
