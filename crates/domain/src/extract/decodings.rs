//! The ways in which a text may be encoded.
//!
//! None of them is certain: `=8A` may be quoted-printable or a part of a link. So each is one more text beside the text as it is,
//! and a code counts in whichever text it is whole.

use std::ops::Range;

use super::decoded::{Decoded, Letter, plain_text, value};
use crate::confusables::{fold, is_invisible};

/// The longest name of an HTML tag, an attribute or an entity that is looked at.
const MAX_NAME: usize = 12;
/// The longest tag: a link of a hundred results, wrapped twice.
const MAX_TAG: usize = 6_000;
/// Links that went through several filters are encoded several times.
const MAX_PERCENT_ROUNDS: usize = 3;

/// A text as it came and decoded.
pub(super) struct Sources {
    /// The text as it came first.
    pub texts: Vec<Decoded>,
    /// From `<a` to `</a>`, in the text as it came.
    pub anchors: Vec<Range<usize>>,
}

/// Looks at each text of a text, one after the other: together they may be too large for a phone. Gives the places of links.
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

/// The same in plain characters: what was encoded may be something that cannot be seen, or look like another character.
fn folded(text: Decoded) -> Decoded {
    let visible = text.into_iter().filter(|letter| !is_invisible(letter.value));
    visible.map(|letter| Letter { value: fold(letter.value), ..letter }).collect()
}

/// A text in plain characters with all its percent-encoding decoded.
pub(super) fn percent_decoded(text: &str) -> Decoded {
    let first = plain_text(text);
    let decoded = std::iter::successors(percent(&first), |text| percent(text)).take(MAX_PERCENT_ROUNDS).last();
    decoded.map_or(first, folded)
}

/// A text as it is, and as the source of a mail, of a page, of both.
pub(super) fn sources(text: Decoded) -> Sources {
    let mut texts = vec![text];
    texts.extend(quoted_printable(&texts[0]));
    let mut anchors = Vec::new();
    for place in 0..texts.len() {
        if let Some((text, links)) = markup(&texts[place]) {
            texts.push(text);
            anchors.extend(links);
        }
    }
    Sources { texts, anchors }
}

/// Two hexadecimal digits at a place.
fn hexadecimal(text: &[Letter], place: usize) -> Option<u8> {
    let digit = |place: usize| value(text, place)?.to_digit(16);
    u8::try_from(digit(place)? * 16 + digit(place + 1)?).ok()
}

/// With the escapes that `mark` begins decoded, whose bytes are UTF-8. None where there is none.
fn decoded(text: &[Letter], mark: char, soft_breaks: bool) -> Option<Decoded> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut place, mut changed) = (0, false);
    while let Some(letter) = text.get(place) {
        let escapes = escapes(text, place, mark);
        let soft = (soft_breaks && letter.value == mark).then(|| line_end(text, place + 1)).flatten();
        if let Some(next) = soft {
            place = next;
            changed = true;
        } else if escapes.is_empty() {
            result.push(*letter);
            place += 1;
        } else {
            let mut at = place;
            for value in String::from_utf8_lossy(&escapes).chars() {
                result.extend(text.get(at).map(|letter| Letter { value, ..*letter }));
                at += 3 * value.len_utf8().min(escapes.len());
            }
            place += 3 * escapes.len();
            changed = true;
        }
    }
    changed.then_some(result)
}

/// The bytes of the escapes from a place on.
fn escapes(text: &[Letter], start: usize, mark: char) -> Vec<u8> {
    let starts = (start..).step_by(3).take_while(|place| value(text, *place) == Some(mark));
    starts.map_while(|place| hexadecimal(text, place + 1)).collect()
}

/// The place after a line end, which may have blanks before it.
fn line_end(text: &[Letter], mut place: usize) -> Option<usize> {
    while value(text, place).is_some_and(|value| matches!(value, ' ' | '\t' | '\r')) {
        place += 1;
    }
    (value(text, place) == Some('\n')).then_some(place + 1)
}

/// The source of a mail (RFC 2045): `=3D` is `=`, and `=` at the end of a line joins it to the next.
fn quoted_printable(text: &[Letter]) -> Option<Decoded> {
    decoded(text, '=', true)
}

/// A link in a link: `%23r%3D` is `#r=`.
fn percent(text: &[Letter]) -> Option<Decoded> {
    decoded(text, '%', false)
}

/// Links that Proofpoint's URL Defense has rewritten, version 2: `-23r-3D8Z89-2DTXXZ` is `#r=8Z89-TXXZ`.
fn url_defense(text: &[Letter]) -> Option<Decoded> {
    let has_mark = text.windows(3).any(|three| three.iter().map(|letter| letter.value).eq("-3A".chars()))
        || text.windows(3).any(|three| three.iter().map(|letter| letter.value).eq("-3D".chars()));
    has_mark.then(|| decoded(text, '-', false)).flatten()
}

/// HTML: without tags and comments, entities decoded, the values of attributes on lines of their own. With the places of links.
fn markup(text: &[Letter]) -> Option<(Decoded, Vec<Range<usize>>)> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut anchors, mut open): (Vec<Range<usize>>, Option<usize>) = (Vec::new(), None);
    let (mut place, mut changed) = (0, false);
    while let Some(letter) = text.get(place) {
        if let Some(tag) = (letter.value == '<').then(|| Tag::read(text, place)).flatten() {
            let at = letter.offset as usize;
            match (tag.name.as_str(), open) {
                ("a", None) => open = Some(at),
                ("/a", Some(start)) => {
                    anchors.push(start..at);
                    open = None;
                }
                _ => {}
            }
            tag.write(text, &mut result);
            place = tag.end;
            changed = true;
        } else if let Some((value, next)) = (letter.value == '&').then(|| entity(text, place)).flatten() {
            result.extend(value.map(|value| Letter { value, ..*letter }));
            place = next;
            changed = true;
        } else {
            result.push(*letter);
            place += 1;
        }
    }
    changed.then_some((result, anchors))
}

/// A tag or a comment.
struct Tag {
    /// In lower case, with its slash when it is an end tag; `!` for a comment.
    name: String,
    /// Where its attributes begin.
    attributes: usize,
    /// Where it ends.
    end: usize,
}

impl Tag {
    /// What begins with this `<`, when it is a tag: `<8Z89-…>` is none.
    fn read(text: &[Letter], start: usize) -> Option<Self> {
        let slash = usize::from(value(text, start + 1) == Some('/'));
        let first = start + 1 + slash;
        if value(text, first) == Some('!') {
            let end = find(text, first, '>')?;
            return Some(Self { name: "!".to_owned(), attributes: end, end: end + 1 });
        }
        let is_name = |value: char| value.is_ascii_alphanumeric() || value == ':';
        let name: String = text[first.min(text.len())..]
            .iter()
            .map(|letter| letter.value)
            .take_while(|value| is_name(*value))
            .take(MAX_NAME + 1)
            .collect();
        let attributes = first + name.len();
        let ends = value(text, attributes).is_some_and(|value| value.is_whitespace() || matches!(value, '>' | '/'));
        let fine = name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.len() <= MAX_NAME && ends;
        let end = fine.then(|| tag_end(text, attributes)).flatten()?;
        let name = format!("{}{}", &"/"[..slash], name.to_ascii_lowercase());
        Some(Self { name, attributes, end: end + 1 })
    }

    /// What is left of it: the values of its attributes, or a line end where it makes one.
    fn write(&self, text: &[Letter], result: &mut Decoded) {
        const INLINE: [&str; 15] =
            ["b", "i", "u", "s", "em", "strong", "span", "font", "code", "mark", "wbr", "sup", "sub", "small", "tt"];
        let stretch = &text[self.attributes..self.end - 1];
        let has_values = stretch.iter().any(|letter| letter.value == '=');
        let inline = INLINE.contains(&self.name.trim_start_matches('/'));
        let Some(first) = text.get(self.attributes).filter(|_| !inline) else { return };
        let line_end = Letter { value: '\n', ..*first };
        result.push(line_end);
        if has_values {
            let quotes = |value: char| matches!(value, '"' | '\'');
            result.extend(
                stretch
                    .iter()
                    .map(|letter| if quotes(letter.value) { Letter { value: '\n', ..*letter } } else { *letter }),
            );
            result.push(line_end);
        }
    }
}

/// Where a character comes next, not too far away.
fn find(text: &[Letter], from: usize, wanted: char) -> Option<usize> {
    text.get(from..)?.iter().take(MAX_TAG).position(|letter| letter.value == wanted).map(|place| from + place)
}

/// Where a tag ends: at the first `>` that is in no quotation marks. One longer than any link is none.
fn tag_end(text: &[Letter], from: usize) -> Option<usize> {
    let mut quote = None;
    for (letter, place) in text.get(from..)?.iter().zip(from..).take(MAX_TAG) {
        match (letter.value, quote) {
            ('>', None) => return Some(place),
            ('"' | '\'', None) => quote = Some(letter.value),
            (value, Some(open)) if value == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The character of an entity, and where that ends. None instead of a character where it cannot be seen.
fn entity(text: &[Letter], start: usize) -> Option<(Option<char>, usize)> {
    let name: String =
        text[start + 1..].iter().map(|letter| letter.value).take_while(|value| *value != ';').take(MAX_NAME).collect();
    let end = start + 1 + name.chars().count();
    if value(text, end) != Some(';') {
        return None;
    }
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    let character = match (number.and_then(char::from_u32), name.as_str()) {
        (Some(character), _) => character,
        (None, "amp") => '&',
        (None, "lt") => '<',
        (None, "gt") => '>',
        (None, "quot") => '"',
        (None, "apos") => '\'',
        (None, "nbsp" | "ensp" | "emsp" | "thinsp") => ' ',
        (None, "ndash" | "mdash" | "minus" | "hyphen" | "dash") => '-',
        (None, "num") => '#',
        (None, "equals") => '=',
        (None, "NewLine") => '\n',
        (None, "shy" | "zwj" | "zwnj" | "lrm" | "rlm") => '\u{ad}',
        _ => return None,
    };
    Some((Some(character).filter(|character| !is_invisible(*character)), end + 1))
}

/// A numbered list: without `1.`, `2)`, `3:`, `#4` or a dot at the beginning of each line.
fn without_numbering(text: &[Letter]) -> Option<Decoded> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut place, mut changed, mut begins) = (0, false, true);
    while let Some(letter) = text.get(place) {
        if let Some(next) = begins.then(|| after_number(text, place)).flatten() {
            place = next;
            begins = false;
            changed = true;
            continue;
        }
        begins = letter.value == '\n' || (begins && matches!(letter.value, ' ' | '\t' | '>' | '|'));
        result.push(*letter);
        place += 1;
    }
    changed.then_some(result)
}

/// The place after a number of a list.
fn after_number(text: &[Letter], start: usize) -> Option<usize> {
    let mut place = start + usize::from(matches!(value(text, start), Some('#' | '(')));
    let digits = place;
    while value(text, place).is_some_and(|value| value.is_ascii_digit()) {
        place += 1;
    }
    let bullet = place == digits && matches!(value(text, place), Some('•' | '*' | '·' | '-' | '–'));
    let numbered =
        (1..=2).contains(&(place - digits)) && matches!(value(text, place), Some('.' | ')' | ':' | '/' | ']'));
    let blank = matches!(value(text, place + 1), Some(' ' | '\t'));
    ((numbered || bullet) && blank).then_some(place + 2)
}
