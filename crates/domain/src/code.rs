//! A result in sixteen characters, for a chat, the phone or a QR code: `7QK2-M4XD-9TBN-0RWE`.
//!
//! Fifteen symbols of Crockford's base32 (five bits each, 75 in all) and a check symbol:
//!
//! | bits | what                                                                                     |
//! |------|------------------------------------------------------------------------------------------|
//! | 2    | version of the format: 1                                                                 |
//! | 10   | the first bits of the [hash](super::instrument::hash) of the wording                     |
//! | 2    | side: 0 sales, 1 marketing, 2 other, 3 unstated                                          |
//! | 14   | the respondent's day, counted from 2020-01-01; it ends with 2064-11-08                   |
//! | 47   | the answers as a number of twenty digits to the base 5, the first item first; 5²⁰ < 2⁴⁷ |
//!
//! The check symbol makes the sum of all sixteen symbols, each weighted with another power of a generator of GF(32), zero.
//! So every single wrong symbol is noticed, since no weight is zero, and every swap of two different symbols, neighbours or
//! not, since no two weights are equal. Two wrong symbols pass one time in 32.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::Side;
use super::answers::{Answer, Answers, Complete, ItemNumber};
use super::confusables::{fold, is_hyphen, is_invisible};
use super::timestamp::Day;

/// The symbols for 0 to 31: no I, L, O, which are easily misread, and no U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many symbols a code has, the check symbol included.
pub const LENGTH: usize = 16;
const VERSION: u128 = 1;
const DAY_COUNT: i64 = 1 << 14;

/// What a code holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Of the wording, the first ten bits of its hash.
    pub fingerprint: u16,
    /// Who answered.
    pub side: Side,
    /// On which day, where the respondent was.
    pub day: Day,
    /// What.
    pub answers: Complete,
}

/// The first ten bits of the hash of a wording. Zero for what is no such hash.
pub fn fingerprint(hash: &str) -> u16 {
    hash.get(..3).and_then(|start| u16::from_str_radix(start, 16).ok()).unwrap_or(0) >> 2
}

/// Why a text is no code of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeError {
    /// It has this many symbols instead of sixteen.
    Length(usize),
    /// It is the end of a link, which has only this many symbols of it.
    Truncated(usize),
    /// This character stands for no symbol.
    Symbol(char),
    /// The check symbol does not fit: there is a slip somewhere.
    CheckSymbol,
    /// It is of a version of the format that is not known.
    Version(u8),
    /// It is a code, but not one that a result can have.
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

/// A code that a result can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code of a result. A day that no code can hold becomes the nearest one that it can.
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

    /// Reads a code. Case, spaces, hyphens and what cannot be seen do not matter; O is taken for 0, I and L for 1, and look-alikes
    /// of other scripts for what they look like.
    ///
    /// # Errors
    /// What is wrong with it. Whether it belongs to a wording that is known is for the caller to see.
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

    /// The code with these symbols, each 0 to 31.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn of_symbols(symbols: [u8; LENGTH]) -> Result<Self, CodeError> {
        if weighted_sum(&symbols) != 0 {
            return Err(CodeError::CheckSymbol);
        }
        unpack(&symbols).map(|_| Self(symbols))
    }

    /// What it holds.
    ///
    /// # Panics
    /// Never: it was unpacked once when it was read.
    pub fn content(&self) -> Content {
        unpack(&self.0).expect("a code can be unpacked")
    }
}

/// What a link has in the place of a code, as it came and not read yet: small enough to be handed about like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RawCode {
    /// The text, in UTF-8, and zeros after it.
    text: [u8; Self::ROOM],
    /// How many characters it has, also those for which there is no room.
    characters: u16,
}

impl RawCode {
    /// Four times what a code with its hyphens needs.
    const ROOM: usize = 80;

    /// That text. What is much too long for a code keeps its length and nothing else.
    pub fn new(code: &str) -> Self {
        let characters = u16::try_from(code.chars().count()).unwrap_or(u16::MAX);
        let mut text = [0; Self::ROOM];
        if let Some(room) = text.get_mut(..code.len()) {
            room.copy_from_slice(code.as_bytes());
        }
        Self { text, characters }
    }

    /// The text; empty where it was much too long.
    pub fn as_str(&self) -> &str {
        let end = self.text.iter().position(|byte| *byte == 0).unwrap_or(Self::ROOM);
        str::from_utf8(&self.text[..end]).unwrap_or_default()
    }

    /// The code.
    ///
    /// # Errors
    /// What is wrong with it.
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

/// In four groups of four.
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

/// Whether a character may stand between the symbols: the hyphens and spaces that people, phones and word processors write.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || is_hyphen(character)
}

/// What a plain character stands for: 0 to 31.
pub(super) fn symbol(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?.to_ascii_uppercase();
    match byte {
        b'O' => Some(0),
        b'I' | b'L' => Some(1),
        b'0'..=b'9' => Some(byte - b'0'),
        // The others follow in order.
        _ => SYMBOLS.binary_search(&byte).ok().and_then(|index| u8::try_from(index).ok()),
    }
}

/// The answers of a number to the base 5; none when it is too large.
fn answers(mut number: u128) -> Option<Complete> {
    let mut answers = Answers::default();
    let items: Vec<ItemNumber> = ItemNumber::all().collect();
    for item in items.into_iter().rev() {
        answers.set(item, Answer::new(u8::try_from(number % 5).ok()? + 1)?);
        number /= 5;
    }
    answers.complete().filter(|_| number == 0)
}

/// The sum of the symbols in GF(32), each weighted with the power of the generator 2 that its place has.
fn weighted_sum(symbols: &[u8; LENGTH]) -> u8 {
    // Horner's rule: the last symbol has the weight 1.
    symbols.iter().fold(0, |sum, symbol| double(sum) ^ symbol)
}

/// The symbol for the last place that makes the weighted sum zero.
fn check_symbol(symbols: &[u8; LENGTH]) -> u8 {
    let mut open = *symbols;
    open[LENGTH - 1] = 0;
    weighted_sum(&open)
}

/// Twice an element of GF(32), with the primitive polynomial x⁵ + x² + 1.
fn double(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0x20 == 0 { shifted } else { (shifted ^ 0x25) & 0x1f }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encode(content: &Content) -> String {
        Code::of(content).to_string()
    }

    fn decode(text: &str) -> Result<Content, CodeError> {
        Code::read(text).map(|code| code.content())
    }

    fn content(values: [u8; 20], side: Side, day: &str, fingerprint: u16) -> Content {
        let mut answers = Answers::default();
        for (item, value) in ItemNumber::all().zip(values) {
            answers.set(item, Answer::new(value).expect("1–5"));
        }
        let day = Day::parse(day).expect("a day");
        Content { fingerprint, side, day, answers: answers.complete().expect("20 answers") }
    }

    fn example() -> Content {
        let values = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];
        content(values, Side::Sales, "2026-11-24", fingerprint("1f664fe1c2c7a7ce"))
    }

    #[test]
    fn what_is_not_read_yet_stays_as_it_came() {
        for text in ["", "junk", "8Z89-TXXZ-XCCF-NGGS", "ż", "8z89 txxz xccf ngg"] {
            assert_eq!(RawCode::new(text).as_str(), text);
            assert_eq!(RawCode::new(text).read(), Code::read(text));
        }
        let long = RawCode::new(&"ż".repeat(100));
        assert_eq!((long.as_str(), long.read()), ("", Err(CodeError::Length(100))));
    }

    #[test]
    fn the_format_does_not_change_by_accident() {
        let code = encode(&example());
        assert_eq!(code, "8Z89-TXXZ-XCCF-NGGS");
        assert_eq!(decode(&code), Ok(example()));
    }

    #[test]
    fn the_extremes_fit() {
        for (value, side, day) in [(1, Side::Sales, "2020-01-01"), (5, Side::Unstated, "2064-11-08")] {
            let content = content([value; 20], side, day, 0x3ff);
            assert_eq!(decode(&encode(&content)), Ok(content));
        }
        let late = encode(&content([5; 20], Side::Other, "2100-01-01", 0));
        assert_eq!(decode(&late).expect("a code").day.as_str(), "2064-11-08");
        let early = encode(&content([5; 20], Side::Other, "1999-01-01", 0));
        assert_eq!(decode(&early).expect("a code").day.as_str(), "2020-01-01");
    }

    #[test]
    fn reading_is_lenient_about_how_it_is_written() {
        let code = encode(&content([1; 20], Side::Sales, "2020-01-01", 0x210));
        let plain = code.replace('-', "");
        let spaced: Vec<String> = plain.chars().map(|symbol| symbol.to_string()).collect();
        for written in [
            plain.to_lowercase(),
            spaced.join(" "),
            code.replace('-', "\u{2013}"),
            code.replace('-', "\u{a0}"),
            code.replace('0', "o"),
            code.replace('0', "O"),
            code.replace('1', "l"),
            code.replace('1', "I"),
            format!("\n {code}\t"),
        ] {
            assert_eq!(decode(&written), decode(&code), "{written}");
        }
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        let code = encode(&example());
        assert_eq!(decode(""), Err(CodeError::Length(0)));
        assert_eq!(decode(&code[1..]), Err(CodeError::Length(15)));
        assert_eq!(decode(&format!("{code}0")), Err(CodeError::Length(17)));
        assert_eq!(decode(&code.replacen('-', "U", 1)), Err(CodeError::Symbol('U')));
        assert_eq!(decode(&code.replacen('-', "ż", 1)), Err(CodeError::Symbol('ż')));
    }

    /// All symbols of a code as characters, without hyphens.
    fn symbols(code: &str) -> Vec<char> {
        code.chars().filter(|character| *character != '-').collect()
    }

    /// Every single wrong symbol in every place, and every swap of neighbours.
    fn every_edit_is_refused(content: &Content) {
        let code = symbols(&encode(content));
        for place in 0..LENGTH {
            for wrong in SYMBOLS.iter().map(|symbol| char::from(*symbol)) {
                let mut slip = code.clone();
                slip[place] = wrong;
                let expected = if wrong == code[place] { Ok(content.clone()) } else { Err(CodeError::CheckSymbol) };
                assert_eq!(decode(&slip.iter().collect::<String>()), expected);
            }
        }
        for place in 1..LENGTH {
            let mut slip = code.clone();
            slip.swap(place - 1, place);
            let read = decode(&slip.iter().collect::<String>());
            if slip == code {
                assert_eq!(read.as_ref(), Ok(content));
            } else {
                assert_eq!(read, Err(CodeError::CheckSymbol));
            }
        }
    }

    #[test]
    fn every_edit_in_the_example_is_refused() {
        every_edit_is_refused(&example());
    }

    #[test]
    fn no_two_places_have_the_same_weight_and_none_has_zero() {
        // With this, the refusal of single slips and of swaps holds for every code there is, not only for those tried.
        let weights: Vec<u8> = std::iter::successors(Some(1), |weight| Some(double(*weight))).take(LENGTH).collect();
        for (index, weight) in weights.iter().enumerate() {
            assert_ne!(*weight, 0);
            assert!(!weights[..index].contains(weight));
        }
        // And doubling is linear, so that a weighted difference vanishes only when the difference does.
        for a in 0..32 {
            for b in 0..32 {
                assert_eq!(double(a ^ b), double(a) ^ double(b));
            }
        }
    }

    #[test]
    fn a_future_version_is_named() {
        let mut symbols = [0; LENGTH];
        // Version 2 in the first two bits.
        symbols[0] = 0b10_000;
        symbols[LENGTH - 1] = check_symbol(&symbols);
        let code: String = symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(*symbol)])).collect();
        assert_eq!(decode(&code), Err(CodeError::Version(2)));
    }

    #[test]
    fn a_number_that_no_answers_have_is_refused() {
        let mut symbols = [31; LENGTH];
        // Version 1, side 2.
        symbols[0] = 0b01_111;
        symbols[2] = 0b11_101;
        symbols[LENGTH - 1] = check_symbol(&symbols);
        let code: String = symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(*symbol)])).collect();
        assert_eq!(decode(&code), Err(CodeError::Content));
    }

    proptest! {
        #[test]
        fn code_and_content_are_the_same(
            values in proptest::array::uniform20(1u8..=5),
            side in 0usize..4,
            day in 0i64..DAY_COUNT,
            fingerprint in 0u16..1024,
        ) {
            let day = Day::from_number(Day::FIRST + day);
            let content = content(values, Side::ALL[side], day.as_str(), fingerprint);
            prop_assert_eq!(decode(&encode(&content)), Ok(content));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = decode(&text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn every_edit_in_any_code_is_refused(
            values in proptest::array::uniform20(1u8..=5),
            side in 0usize..4,
            day in 0i64..DAY_COUNT,
            fingerprint in 0u16..1024,
        ) {
            let day = Day::from_number(Day::FIRST + day);
            every_edit_is_refused(&content(values, Side::ALL[side], day.as_str(), fingerprint));
        }
    }
}
