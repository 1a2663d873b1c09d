//! A result in sixteen characters, for a chat, a phone call or a QR code: `7QK2-M4XD-9TBN-0RWE`.
//!
//! Fifteen symbols of Crockford's base32 (five bits each, 75 in all) and a check symbol:
//!
//! | bits | field                                                                                    |
//! |------|------------------------------------------------------------------------------------------|
//! | 2    | format version: 1                                                                        |
//! | 10   | fingerprint: the first bits of the [hash](super::instrument::hash) of the wording        |
//! | 2    | side: 0 sales, 1 marketing, 2 other, 3 unstated                                          |
//! | 14   | day of the respondent, from 2020-01-01 (0) to 2064-11-08                                 |
//! | 47   | answers as a number of twenty base-5 digits, the first item first; 5²⁰ < 2⁴⁷             |
//!
//! The check symbol makes the weighted sum of the sixteen symbols over GF(32) zero. The weights are distinct powers of
//! a generator. No weight is zero, so every single wrong symbol is detected; no two are equal, so every swap of two
//! different symbols is detected. Two wrong symbols pass with a probability of 1 in 32.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::Side;
use super::answers::{Answer, Answers, Complete, ItemNumber};
use super::confusables::{fold, is_hyphen, is_invisible};
use super::timestamp::Day;

/// The symbols for 0 to 31. I, L, O and U are not used.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Number of symbols, including the check symbol.
pub const LENGTH: usize = 16;
const VERSION: u128 = 1;
const DAY_COUNT: i64 = 1 << 14;

/// The fields of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// First ten bits of the hash of the wording.
    pub fingerprint: u16,
    /// Side of the respondent.
    pub side: Side,
    /// Day of the result in the respondent's time zone.
    pub day: Day,
    /// The answers.
    pub answers: Complete,
}

/// The first ten bits of a wording hash; 0 if `hash` does not start with three hexadecimal digits.
pub fn fingerprint(hash: &str) -> u16 {
    hash.get(..3).and_then(|start| u16::from_str_radix(start, 16).ok()).unwrap_or(0) >> 2
}

/// Why a text is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeError {
    /// Number of symbols, if it is not sixteen.
    Length(usize),
    /// Number of symbols of a code at the end of a truncated link.
    Truncated(usize),
    /// A character that is not a symbol.
    Symbol(char),
    /// The check symbol does not match.
    CheckSymbol,
    /// An unknown format version.
    Version(u8),
    /// The fields are out of range.
    Content,
}

impl Display for CodeError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Length(length) => write!(f, "{length} characters instead of {LENGTH}"),
            Self::Truncated(length) => write!(f, "cut off after {length} of {LENGTH} characters"),
            Self::Symbol(symbol) => write!(f, "{symbol:?} is not used in codes"),
            Self::CheckSymbol => write!(f, "the check character does not fit"),
            Self::Version(version) => write!(f, "version {version} of the code is not known"),
            Self::Content => write!(f, "no result has this code"),
        }
    }
}

impl std::error::Error for CodeError {}

/// A valid code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; LENGTH]);

impl Code {
    /// Encodes a result. A day outside of the range of the format becomes the nearest one in it.
    pub fn of(content: &Content) -> Self {
        let day = (content.day.number() - Day::FIRST).clamp(0, DAY_COUNT - 1);
        let side = Side::ALL.iter().position(|side| *side == content.side).unwrap_or(3);
        let answers = content.answers.values().fold(0, |sum, answer| sum * 5 + u128::from(answer.value() - 1));
        let mut bits = VERSION;
        bits = bits << 10 | u128::from(content.fingerprint & 0x3ff);
        bits = bits << 2 | side as u128;
        bits = bits << 14 | u128::try_from(day).unwrap_or(0);
        bits = bits << 47 | answers;
        let mut symbols = [0; LENGTH];
        for (index, symbol) in symbols.iter_mut().take(LENGTH - 1).enumerate() {
            *symbol = u8::try_from(bits >> (5 * (LENGTH - 2 - index)) & 31).unwrap_or(0);
        }
        symbols[LENGTH - 1] = check_symbol(&symbols);
        Self(symbols)
    }

    /// Parses a code. Case, spaces, hyphens and invisible characters are ignored; O is read as 0, I and L as 1, and
    /// confusables of other scripts as the ASCII character they look like.
    ///
    /// # Errors
    /// The first error. The fingerprint is not checked.
    pub fn read(text: &str) -> Result<Self, CodeError> {
        let mut symbols = [0; LENGTH];
        let mut length = 0;
        for character in text.chars().filter(|character| !is_separator(*character) && !is_invisible(*character)) {
            let symbol = symbol(fold(character)).ok_or(CodeError::Symbol(character))?;
            if let Some(place) = symbols.get_mut(length) {
                *place = symbol;
            }
            length += 1;
        }
        if length != LENGTH {
            return Err(CodeError::Length(length));
        }
        Self::of_symbols(symbols)
    }

    /// Builds a code from symbols, each 0 to 31.
    ///
    /// # Errors
    /// [`CodeError::CheckSymbol`], [`CodeError::Version`] or [`CodeError::Content`].
    pub(super) fn of_symbols(symbols: [u8; LENGTH]) -> Result<Self, CodeError> {
        if weighted_sum(&symbols) != 0 {
            return Err(CodeError::CheckSymbol);
        }
        unpack(&symbols).map(|_| Self(symbols))
    }

    /// Decodes the fields.
    ///
    /// # Panics
    /// Never: the symbols are validated on construction.
    pub fn content(&self) -> Content {
        unpack(&self.0).expect("a code can be unpacked")
    }
}

/// The part of a link that should be a code, not parsed yet. It is `Copy`, so that a view can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RawCode {
    /// UTF-8, padded with zeros; all zeros if the text does not fit.
    text: [u8; Self::ROOM],
    /// Number of characters of the text, saturating.
    characters: u16,
}

impl RawCode {
    /// Bytes: four times the length of a code with hyphens.
    const ROOM: usize = 80;

    /// Stores a text. Of a text of more than 80 bytes, only the length is stored.
    pub fn new(code: &str) -> Self {
        let characters = u16::try_from(code.chars().count()).unwrap_or(u16::MAX);
        let mut text = [0; Self::ROOM];
        if let Some(room) = text.get_mut(..code.len()) {
            room.copy_from_slice(code.as_bytes());
        }
        Self { text, characters }
    }

    /// The text; empty if it did not fit.
    pub fn as_str(&self) -> &str {
        let end = self.text.iter().position(|byte| *byte == 0).unwrap_or(Self::ROOM);
        str::from_utf8(&self.text[..end]).unwrap_or_default()
    }

    /// Parses the code.
    ///
    /// # Errors
    /// Those of [`Code::read`].
    pub fn read(&self) -> Result<Code, CodeError> {
        match self.as_str() {
            "" => Err(CodeError::Length(self.characters.into())),
            text => Code::read(text),
        }
    }
}

impl From<Code> for RawCode {
    fn from(code: Code) -> Self {
        Self::new(&code.to_string())
    }
}

/// Four groups of four, joined by hyphens.
impl Display for Code {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        for (index, symbol) in self.0.iter().enumerate() {
            if index > 0 && index % 4 == 0 {
                write!(f, "-")?;
            }
            write!(f, "{}", char::from(SYMBOLS[usize::from(*symbol)]))?;
        }
        Ok(())
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        Self::read(&text)
    }
}

fn unpack(symbols: &[u8; LENGTH]) -> Result<Content, CodeError> {
    let bits = symbols[..LENGTH - 1].iter().fold(0, |bits, symbol| bits << 5 | u128::from(*symbol));
    let part = |from: u32, length: u32| bits >> from & ((1 << length) - 1);
    let version = part(73, 2);
    if version != VERSION {
        return Err(CodeError::Version(u8::try_from(version).unwrap_or(0)));
    }
    let side = usize::try_from(part(61, 2)).ok().and_then(|side| Side::ALL.get(side));
    let day = i64::try_from(part(47, 14)).ok().map(|day| Day::from_number(Day::FIRST + day));
    let (Some(side), Some(day), Some(answers)) = (side, day, answers(part(0, 47))) else {
        return Err(CodeError::Content);
    };
    let fingerprint = u16::try_from(part(63, 10)).unwrap_or(0);
    Ok(Content { fingerprint, side: *side, day, answers })
}

/// Whether a character may separate symbols.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || is_hyphen(character)
}

/// The value of a symbol, 0 to 31. O is 0; I and L are 1.
pub(super) fn symbol(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?.to_ascii_uppercase();
    match byte {
        b'O' => Some(0),
        b'I' | b'L' => Some(1),
        b'0'..=b'9' => Some(byte - b'0'),
        _ => SYMBOLS.binary_search(&byte).ok().and_then(|index| u8::try_from(index).ok()),
    }
}

/// Decodes base-5 digits; `None` if the number is 5²⁰ or more.
fn answers(mut number: u128) -> Option<Complete> {
    let mut answers = Answers::default();
    let items: Vec<ItemNumber> = ItemNumber::all().collect();
    for item in items.into_iter().rev() {
        answers.set(item, Answer::new(u8::try_from(number % 5).ok()? + 1)?);
        number /= 5;
    }
    answers.complete().filter(|_| number == 0)
}

/// Weighted sum of the symbols in GF(32); the weights are powers of the generator 2.
fn weighted_sum(symbols: &[u8; LENGTH]) -> u8 {
    // Horner's rule: the last symbol has the weight 1.
    symbols.iter().fold(0, |sum, symbol| double(sum) ^ symbol)
}

/// The last symbol that makes the weighted sum zero.
fn check_symbol(symbols: &[u8; LENGTH]) -> u8 {
    let mut open = *symbols;
    open[LENGTH - 1] = 0;
    weighted_sum(&open)
}

/// Doubles an element of GF(32), with the primitive polynomial x⁵ + x² + 1.
fn double(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0x20 == 0 { shifted } else { (shifted ^ 0x25) & 0x1f }
}

#[cfg(test)]
mod tests;
