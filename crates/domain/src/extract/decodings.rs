//! The encodings that a text may have.
//!
//! None is certain: `=8A` may be quoted-printable or a part of a link. So the text is searched as it is and in each
//! decoding, and a code counts if it is complete in one of them.

use std::ops::Range;

use super::decoded::{Decoded, Letter, plain_text, value};
use super::html::markup;
use crate::confusables::{fold, is_invisible};

/// Links that pass several mail filters are percent-encoded several times.
const MAX_PERCENT_ROUNDS: usize = 3;

/// The decodings of a document: as it is, as the source of a mail, as HTML, as both.
pub(super) struct Sources {
    /// The source text first.
    pub texts: Vec<Decoded>,
    /// Spans of `<a` to `</a>` in the source text.
    pub anchors: Vec<Range<usize>>,
}

/// Calls `look` with each decoding in turn and returns the spans of HTML links. The decodings are not collected,
/// because together they may not fit into the memory of a phone.
pub(super) fn each_decoding(text: &str, mut look: impl FnMut(&[Letter])) -> Vec<Range<usize>> {
    let Sources { texts, mut anchors } = sources(plain_text(text));
    let texts: Vec<Decoded> = texts.into_iter().map(folded).collect();
    for text in &texts {
        look(text);
        let decoded = std::iter::successors(percent(text), |text| percent(text));
        decoded.take(MAX_PERCENT_ROUNDS).chain(url_defense(text)).for_each(|text| look(&folded(text)));
    }
    if let Some(text) = without_numbering(&texts[0]) {
        look(&text);
    }
    anchors.sort_by_key(|anchor| anchor.start);
    anchors
}

/// Folds confusables and removes invisible characters that decoding has revealed.
fn folded(text: Decoded) -> Decoded {
    let visible = text.into_iter().filter(|letter| !is_invisible(letter.value));
    visible.map(|letter| Letter { value: fold(letter.value), ..letter }).collect()
}

/// The text with all percent-encoding decoded, folded to ASCII.
pub(super) fn percent_decoded(text: &str) -> Decoded {
    let first = plain_text(text);
    let decoded = std::iter::successors(percent(&first), |text| percent(text)).take(MAX_PERCENT_ROUNDS).last();
    decoded.map_or(first, folded)
}

/// Decodes the formats of whole documents.
pub(super) fn sources(text: Decoded) -> Sources {
    let mut texts = vec![text];
    texts.extend(quoted_printable(&texts[0]));
    let mut anchors = Vec::new();
    for position in 0..texts.len() {
        if let Some((text, links)) = markup(&texts[position]) {
            texts.push(text);
            anchors.extend(links);
        }
    }
    Sources { texts, anchors }
}

/// The byte that two hexadecimal digits stand for.
fn hexadecimal(text: &[Letter], position: usize) -> Option<u8> {
    let digit = |position: usize| value(text, position)?.to_digit(16);
    u8::try_from(digit(position)? * 16 + digit(position + 1)?).ok()
}

/// Decodes escapes of `mark` and two hexadecimal digits as UTF-8; `soft_breaks` also removes `mark` at the end of a
/// line. `None` if nothing was decoded.
fn decoded(text: &[Letter], mark: char, soft_breaks: bool) -> Option<Decoded> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut position, mut changed) = (0, false);
    while let Some(letter) = text.get(position) {
        let escapes = escapes(text, position, mark);
        let soft = (soft_breaks && letter.value == mark).then(|| line_end(text, position + 1)).flatten();
        if let Some(next) = soft {
            position = next;
            changed = true;
        } else if escapes.is_empty() {
            result.push(*letter);
            position += 1;
        } else {
            let mut at = position;
            for value in String::from_utf8_lossy(&escapes).chars() {
                result.extend(text.get(at).map(|letter| Letter { value, ..*letter }));
                at += 3 * value.len_utf8().min(escapes.len());
            }
            position += 3 * escapes.len();
            changed = true;
        }
    }
    changed.then_some(result)
}

/// The bytes of consecutive escapes.
fn escapes(text: &[Letter], start: usize, mark: char) -> Vec<u8> {
    let starts = (start..).step_by(3).take_while(|position| value(text, *position) == Some(mark));
    starts.map_while(|position| hexadecimal(text, position + 1)).collect()
}

/// Position after the next line break if only blanks are before it.
fn line_end(text: &[Letter], mut position: usize) -> Option<usize> {
    while value(text, position).is_some_and(|value| matches!(value, ' ' | '\t' | '\r')) {
        position += 1;
    }
    (value(text, position) == Some('\n')).then_some(position + 1)
}

/// Quoted-printable (RFC 2045): `=3D` is `=`, and `=` at the end of a line joins it to the next.
fn quoted_printable(text: &[Letter]) -> Option<Decoded> {
    decoded(text, '=', true)
}

/// Percent-encoding: `%23r%3D` is `#r=`.
fn percent(text: &[Letter]) -> Option<Decoded> {
    decoded(text, '%', false)
}

/// URL Defense by Proofpoint, version 2: `-23r-3D8Z89-2DTXXZ` is `#r=8Z89-TXXZ`.
fn url_defense(text: &[Letter]) -> Option<Decoded> {
    let has_mark = text.windows(3).any(|three| three.iter().map(|letter| letter.value).eq("-3A".chars()))
        || text.windows(3).any(|three| three.iter().map(|letter| letter.value).eq("-3D".chars()));
    has_mark.then(|| decoded(text, '-', false)).flatten()
}

/// The text without list markers (`1.`, `2)`, `3:`, bullets) at the start of lines. `None` if it has none.
fn without_numbering(text: &[Letter]) -> Option<Decoded> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut position, mut changed, mut begins) = (0, false, true);
    while let Some(letter) = text.get(position) {
        if let Some(next) = begins.then(|| after_number(text, position)).flatten() {
            position = next;
            begins = false;
            changed = true;
            continue;
        }
        begins = letter.value == '\n' || (begins && matches!(letter.value, ' ' | '\t' | '>' | '|'));
        result.push(*letter);
        position += 1;
    }
    changed.then_some(result)
}

/// Position after the list marker that starts here.
fn after_number(text: &[Letter], start: usize) -> Option<usize> {
    let mut position = start + usize::from(matches!(value(text, start), Some('#' | '(')));
    let digits = position;
    while value(text, position).is_some_and(|value| value.is_ascii_digit()) {
        position += 1;
    }
    let bullet = position == digits && matches!(value(text, position), Some('•' | '*' | '·' | '-' | '–'));
    let numbered =
        (1..=2).contains(&(position - digits)) && matches!(value(text, position), Some('.' | ')' | ':' | '/' | ']'));
    let blank = matches!(value(text, position + 1), Some(' ' | '\t'));
    ((numbered || bullet) && blank).then_some(position + 2)
}
