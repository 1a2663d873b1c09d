//! Text that looks like a code or a part of one, in one decoding of a text.
//!
//! A broken code is recognised by its first four symbols, which hold version, wording, side and a day from 2020 to
//! tomorrow: 1 in about 25,000 random words of four or more symbols starts like that. An error in the first four
//! symbols is found if one substitution or swap makes the whole a valid code: 1 in about 12,000 random texts of sixteen
//! symbols.

use std::ops::Range;

use super::codes::is_start;
use super::decoded::{Letter, source_span, value};
use super::links::{Link, links};
use super::{FoundCode, Located, overlaps};
use crate::code::{self, Code, CodeError, LENGTH, symbol};
use crate::instrument;
use crate::timestamp::Day;

/// Number of symbols that identify the start of a code.
const PREFIX: usize = 4;
/// Maximum number of symbols reported as a code with surplus symbols.
const MAX_LENGTH: usize = 40;
const GROUP: usize = 4;

/// Finds broken codes outside of `codes`, the valid ones in the same decoding.
pub(super) fn find(text: &[Letter], codes: &[Located<FoundCode>], today: &Day) -> Vec<Located<CodeError>> {
    let links = links(text);
    let own = Prefix::of(code::fingerprint(&instrument::reference().hash), today);
    let mut found: Vec<Located<CodeError>> = links.iter().flat_map(|link| in_link(text, link, codes, &own)).collect();
    let mut start = 0;
    while text.get(start).is_some() {
        let end = (!is_linked(&links, start)).then(|| intended_end(text, start, &own, today)).flatten();
        let broken = end.and_then(|end| {
            // The words may be a valid code when joined, but are not written as one: then only the first word is
            // reported.
            let whole = start..end;
            let range = if error(text, whole.clone()).is_some() { whole } else { first_word(text, start, end) };
            Some(Located { value: error(text, range.clone())?, span: source_span(text, range) })
        });
        start = end.unwrap_or(start + 1);
        found.extend(broken);
    }
    found
}

fn is_linked(links: &[Link], at: usize) -> bool {
    let next = links.partition_point(|link| link.range.end <= at);
    links.get(next).is_some_and(|link| link.range.start <= at)
}

/// The broken codes of a link.
fn in_link(text: &[Letter], link: &Link, codes: &[Located<FoundCode>], own: &Prefix) -> Vec<Located<CodeError>> {
    let tokens: Vec<Range<usize>> =
        tokens(text, link).into_iter().filter(|token| is_intended(text, token, own)).collect();
    let is_code = |token: &Range<usize>| overlaps(codes, &source_span(text, token.clone()));
    let last = tokens.len().saturating_sub(1);
    let broken = tokens.iter().zip(0..).filter(|(token, _)| !is_code(token)).filter_map(|(token, number)| {
        let error = match error(text, token.clone())? {
            CodeError::Length(length @ ..LENGTH) if link.several && number == last => CodeError::Truncated(length),
            other => other,
        };
        Some(Located { value: error, span: source_span(text, token.clone()) })
    });
    broken.collect()
}

/// Whether a token of a link was meant as a code: it starts like a code of this wording, or has about the length of a
/// code, digits, letters and one case. Excludes words after the link and times such as `#t=1m30s`.
fn is_intended(text: &[Letter], token: &Range<usize>, own: &Prefix) -> bool {
    let symbols: Vec<u8> = letters(text, token.clone()).map_while(symbol).collect();
    let length = letters(text, token.clone()).count();
    let case = |test: fn(char) -> bool| letters(text, token.clone()).any(test);
    let as_long = length.abs_diff(LENGTH) <= 2
        && letters(text, token.clone()).all(|letter| letter.is_ascii())
        && case(char::is_numeric)
        && case(char::is_alphabetic)
        && !(case(char::is_uppercase) && case(char::is_lowercase));
    as_long || (symbols.len() < PREFIX && length == symbols.len() && own.starts(&symbols)) || own.fits(&symbols)
}

/// Splits a link at commas and line breaks.
fn tokens(text: &[Letter], link: &Link) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for at in link.range.clone() {
        match value(text, at) {
            Some(',' | ';' | '\n') => tokens.extend(open.take()),
            Some(value) if value.is_alphanumeric() => open = Some(open.map_or(at, |token| token.start)..at + 1),
            _ => {}
        }
    }
    tokens.extend(open);
    tokens
}

/// Why the range is not a code; `None` if it is one.
fn error(text: &[Letter], range: Range<usize>) -> Option<CodeError> {
    let text: String = text[range].iter().map(|letter| letter.value).collect();
    Code::read(&text).err()
}

/// End of the text that starts here and was meant as a code.
fn intended_end(text: &[Letter], start: usize, own: &Prefix, today: &Day) -> Option<usize> {
    let first = value(text, start).and_then(symbol)?;
    let second = text[start + 1..].iter().map(|letter| letter.value).find(|value| value.is_alphanumeric());
    if !own.may_start(first, second.and_then(symbol)) || !is_start(text, start) || !follows_a_word(text, start) {
        return None;
    }
    let end = end(text, start);
    let symbols: Vec<u8> = letters(text, start..end).map_while(symbol).collect();
    let length = letters(text, start..end).count();
    // Identifiers of other programs mix cases in one word.
    let word: Vec<char> =
        text[start..end].iter().map(|letter| letter.value).take_while(|value| value.is_alphanumeric()).collect();
    if word.iter().any(|value| value.is_uppercase()) && word.iter().any(|value| value.is_lowercase()) {
        return None;
    }
    let begins = symbols.len() >= PREFIX && length <= MAX_LENGTH && own.fits(&symbols);
    (begins || (length == LENGTH && is_one_edit_away(&symbols, own, today))).then_some(end)
}

/// The range up to its first space.
fn first_word(text: &[Letter], start: usize, end: usize) -> Range<usize> {
    let blank = text[start..end].iter().position(|letter| letter.value == ' ');
    start..blank.map_or(end, |blank| start + blank)
}

/// Whether only words, no numbers, are joined to this position by hyphens: `Ola-8Z89…`.
fn follows_a_word(text: &[Letter], start: usize) -> bool {
    let before = text[..start].iter().rev().map(|letter| letter.value);
    let mut joined = before.take(MAX_LENGTH).take_while(|value| value.is_alphanumeric() || *value == '-');
    joined.all(|value| !value.is_numeric())
}

fn letters(text: &[Letter], range: Range<usize>) -> impl Iterator<Item = char> + '_ {
    text[range].iter().map(|letter| letter.value).filter(|value| value.is_alphanumeric())
}

/// End of the hyphenated word that starts here and of the groups of four after it, up to sixteen symbols.
fn end(text: &[Letter], start: usize) -> usize {
    let word_end = |from: usize| {
        let within = |letter: &Letter| letter.value.is_alphanumeric() || letter.value == '-';
        let end = from + text[from..].iter().take(2 * MAX_LENGTH).take_while(|letter| within(letter)).count();
        let hyphens = text[from..end].iter().rev().take_while(|letter| letter.value == '-').count();
        end - hyphens
    };
    let mut end = word_end(start);
    while letters(text, start..end).count() < LENGTH && value(text, end) == Some(' ') {
        let from = end + 1;
        let next = word_end(from);
        let group = next - from == GROUP && letters(text, from..next).all(|letter| symbol(letter).is_some());
        if !group {
            break;
        }
        end = next;
    }
    end
}

/// Whether substituting one of the first four symbols, or swapping two neighbours among them, gives a valid code of
/// this wording.
fn is_one_edit_away(symbols: &[u8], own: &Prefix, today: &Day) -> bool {
    let Ok(symbols) = <[u8; LENGTH]>::try_from(symbols) else { return false };
    let is_own = |symbols: [u8; LENGTH]| {
        own.fits(&symbols) && Code::of_symbols(symbols).is_ok_and(|code| code.content().day.is_plausible(today))
    };
    let changed = |index: usize| {
        (0..32).any(|other| {
            let mut symbols = symbols;
            symbols[index] = other;
            is_own(symbols)
        })
    };
    let swapped = |index: usize| {
        let mut symbols = symbols;
        symbols.swap(index, index + 1);
        is_own(symbols)
    };
    (0..PREFIX).any(changed) || (0..PREFIX).any(swapped)
}

/// The first twenty bits of codes of this wording with a day up to tomorrow.
struct Prefix {
    /// The first twelve bits: version and fingerprint.
    head: u32,
    /// The six high bits of the latest possible day.
    last: u32,
}

impl Prefix {
    fn of(fingerprint: u16, today: &Day) -> Self {
        let last = u32::try_from((today.number() + 1 - Day::FIRST).max(0) >> 8).unwrap_or(0);
        Self { head: (1 << 10) + u32::from(fingerprint), last }
    }

    /// Whether two symbols match the first two with at most one substitution or swap.
    fn may_start(&self, first: u8, second: Option<u8>) -> bool {
        let [own_first, own_second] = [self.head >> 7, self.head >> 2 & 31].map(|symbol| u8::try_from(symbol).ok());
        Some(first) == own_first || second == own_second || (Some(first) == own_second && second == own_first)
    }

    /// Whether one to three symbols match the start.
    fn starts(&self, symbols: &[u8]) -> bool {
        let own = [self.head >> 7, self.head >> 2 & 31];
        !symbols.is_empty() && symbols.iter().zip(own).all(|(symbol, own)| u32::from(*symbol) == own)
    }

    /// Whether the first four symbols match: twelve bits of `head`, two of side, six of day.
    fn fits(&self, symbols: &[u8]) -> bool {
        let bits = symbols.iter().take(PREFIX).fold(0, |bits, symbol| bits * 32 + u32::from(*symbol));
        symbols.len() >= PREFIX && bits >> 8 == self.head && bits & 0x3f <= self.last
    }
}
