//! Codes in one decoding of a text.

use super::decoded::{Letter, source_span, value};
use super::links::{link_of, links};
use super::shape::{Case, Shape};
use super::{FoundCode, Located};
use crate::code::{self, Code, LENGTH, symbol};
use crate::instrument;

/// Maximum length of a word attached to a code without a separator.
const MAX_GLUED: usize = 24;
/// Maximum number of characters between two symbols of a code.
pub(super) const MAX_GAP: usize = 24;

/// Finds the codes, with their spans in the source text.
pub(super) fn find(text: &[Letter]) -> Vec<Located<FoundCode>> {
    let links = links(text);
    let own = code::fingerprint(&instrument::reference().hash);
    let mut found = Vec::new();
    let mut start = 0;
    while text.get(start).is_some() {
        let link = link_of(&links, text, start);
        let may_begin = link.is_some() || begins(text, start, own);
        let candidate = may_begin.then(|| candidate(text, start, link.is_some())).flatten();
        let code = candidate.and_then(|(code, end)| {
            let counts = link.is_some() || code.content().fingerprint == own;
            counts.then_some((code, end))
        });
        if let Some((code, end)) = code {
            let several = link.map(|link| &links[link]).filter(|link| link.several);
            let link = several.and_then(|link| text.get(link.range.start)).map(|first| first.offset as usize);
            found.push(Located { value: FoundCode { code, link }, span: source_span(text, start..end) });
            start = end;
        } else {
            start += 1;
        }
    }
    found
}

/// Whether a code of the given wording may start here.
fn begins(text: &[Letter], start: usize, fingerprint: u16) -> bool {
    value(text, start).and_then(symbol) == Some(first_symbol(fingerprint)) && is_start(text, start)
}

/// The first symbol of every code of a wording: two bits of version, three of fingerprint.
pub(super) fn first_symbol(fingerprint: u16) -> u8 {
    u8::try_from(0b01_000 + (fingerprint >> 7)).unwrap_or(0)
}

/// Whether the character before is no letter or digit, or belongs to an attached word without digits (`kod8Z89…`).
pub(super) fn is_start(text: &[Letter], start: usize) -> bool {
    let before = text[..start].iter().rev().map(|letter| letter.value);
    let glued: Vec<char> = before.take_while(|value| value.is_alphanumeric()).take(MAX_GLUED + 1).collect();
    glued.len() <= MAX_GLUED && glued.iter().all(|value| value.is_alphabetic())
}

/// Reads sixteen symbols from `start` on. Returns the code and its end if they are written as one code; in a link,
/// hyphens may be anywhere.
fn candidate(text: &[Letter], start: usize, in_link: bool) -> Option<(Code, usize)> {
    let mut symbols = [0; LENGTH];
    let mut shape = Shape::new(value_before(text, start).is_some_and(char::is_alphanumeric));
    let mut at = start;
    for (number, slot) in symbols.iter_mut().enumerate() {
        if number > 0 {
            let next = next_symbol(text, at)?;
            shape.gap(number, &text[at..next])?;
            at = next;
        }
        let written = value(text, at)?;
        *slot = symbol(written)?;
        shape.letter(written);
        at += 1;
    }
    let whole = (shape.is_one_code() || (in_link && shape.is_hyphenated())) && !shape.has_a_word_for_its_end();
    let code = (whole && is_end(text, at, &mut shape)).then(|| Code::of_symbols(symbols).ok()).flatten()?;
    shape.is_in_one_case().then_some((code, at))
}

fn value_before(text: &[Letter], position: usize) -> Option<char> {
    value(text, position.checked_sub(1)?)
}

/// Position of the next letter or digit within `MAX_GAP` characters.
fn next_symbol(text: &[Letter], from: usize) -> Option<usize> {
    let ahead = text.get(from..)?.iter().take(MAX_GAP);
    ahead.zip(from..).find(|(letter, _)| letter.value.is_alphanumeric()).map(|(_, position)| position)
}

/// Whether a code may end here: before something other than a letter or digit, or before an attached name. A name has
/// a letter that no code uses, or the other case; otherwise it may be a typing error.
fn is_end(text: &[Letter], end: usize, shape: &mut Shape) -> bool {
    let after = text[end..].iter().map(|letter| letter.value);
    let glued: Vec<char> = after.take_while(|value| value.is_alphanumeric()).take(MAX_GLUED + 1).collect();
    shape.glued |= !glued.is_empty();
    let is_name = || {
        let foreign = |value: &char| symbol(*value).is_none();
        let Case { upper, lower } = shape.case;
        let other_case = |value: &char| (upper && value.is_lowercase()) || (lower && value.is_uppercase());
        (2..=MAX_GLUED).contains(&glued.len())
            && glued.iter().all(|value| value.is_alphabetic())
            && glued.iter().any(|value| foreign(value) || other_case(value))
    };
    glued.is_empty() || is_name()
}
