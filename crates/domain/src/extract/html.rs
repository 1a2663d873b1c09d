//! HTML in a text, also where it is incomplete.

use std::ops::Range;

use super::decoded::{Decoded, Letter, value};
use crate::confusables::is_invisible;

/// Maximum length of the name of an HTML tag or entity.
const MAX_NAME: usize = 12;
/// Maximum length of a tag: a link to a hundred results, wrapped twice.
const MAX_TAG: usize = 6_000;

/// Decodes HTML: removes tags and comments, decodes entities and puts attribute values on lines of their own. Also
/// returns the spans of links. `None` if there is no markup.
pub(super) fn markup(text: &[Letter]) -> Option<(Decoded, Vec<Range<usize>>)> {
    let mut result = Decoded::with_capacity(text.len());
    let (mut anchors, mut open): (Vec<Range<usize>>, Option<usize>) = (Vec::new(), None);
    let (mut position, mut changed) = (0, false);
    while let Some(letter) = text.get(position) {
        if let Some(tag) = (letter.value == '<').then(|| Tag::read(text, position)).flatten() {
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
            position = tag.end;
            changed = true;
        } else if let Some((value, next)) = (letter.value == '&').then(|| entity(text, position)).flatten() {
            result.extend(value.map(|value| Letter { value, ..*letter }));
            position = next;
            changed = true;
        } else {
            result.push(*letter);
            position += 1;
        }
    }
    changed.then_some((result, anchors))
}

/// A tag or comment.
struct Tag {
    /// Lower case, with the slash of an end tag; `!` for a comment.
    name: String,
    /// Start of the attributes.
    attributes: usize,
    /// Position after the closing `>`.
    end: usize,
}

impl Tag {
    /// Reads the tag that starts with the `<` at `start`. `<8Z89-…>` is not a tag.
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
            .take(MAX_NAME)
            .collect();
        let attributes = first + name.len();
        let ends = value(text, attributes).is_some_and(|value| value.is_whitespace() || matches!(value, '>' | '/'));
        let fine = name.starts_with(|first: char| first.is_ascii_alphabetic()) && ends;
        let end = fine.then(|| tag_end(text, attributes)).flatten()?;
        let name = format!("{}{}", &"/"[..slash], name.to_ascii_lowercase());
        Some(Self { name, attributes, end: end + 1 })
    }

    /// Writes what replaces the tag: a line break unless the element is inline, and the attribute values.
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

/// Position of a character within `MAX_TAG` characters.
fn find(text: &[Letter], from: usize, wanted: char) -> Option<usize> {
    text.get(from..)?.iter().take(MAX_TAG).position(|letter| letter.value == wanted).map(|position| from + position)
}

/// Position of the `>` that ends a tag, outside of quotation marks and within `MAX_TAG` characters.
fn tag_end(text: &[Letter], from: usize) -> Option<usize> {
    let mut quote = None;
    for (letter, position) in text.get(from..)?.iter().zip(from..).take(MAX_TAG) {
        match (letter.value, quote) {
            ('>', None) => return Some(position),
            ('"' | '\'', None) => quote = Some(letter.value),
            (value, Some(open)) if value == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The character of an entity and the position after it. The character is `None` if it is invisible.
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
