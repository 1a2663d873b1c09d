//! Results in any text: a mail, a chat, a list, a link, the source of a page.
//!
//! A code is found however it was written and whatever a mail program made of it: the text is read as it is, and once more for each
//! way in which it may be encoded (`decodings`). What is found keeps its place in the text as it came, so that a code seen in two ways
//! counts once, and the lines that were of no use are known.
//!
//! Random text is rarely taken for a code: outside links, a code counts only with the check symbol (1 text in 32 has it), the version
//! and the wording of this Duet (1 in 4,096) and answers that exist (2 in 3). So one in some 193,000 random texts of sixteen symbols
//! passes. In a link, where `#r=` says what follows, codes of other wordings count as well.

mod broken;
mod codes;
mod decoded;
mod decodings;
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::code::{Code, CodeError};
use super::timestamp::Day;
use decoded::Lines;

pub use files::{EmbeddedFile, find_files, is_result_file};

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The codes, as they came; one that comes twice is here twice.
    pub codes: Vec<FoundCode>,
    /// What looks like a code or a part of one, but is none.
    pub broken: Vec<BrokenCode>,
    /// The lines, from 0, that were used up: something was found in them, and nothing wrong.
    pub used_lines: BTreeSet<usize>,
}

/// A code in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundCode {
    /// The code.
    pub code: Code,
    /// Where the link to several results begins in which it stands; none outside of such links. Equal codes of one link are different
    /// people: whoever made the link has told them apart.
    pub link: Option<usize>,
}

/// What looks like a code or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BrokenCode {
    /// As it was written.
    pub written: String,
    /// What is wrong with it.
    pub error: CodeError,
    /// In which line, counted from 1.
    pub line: usize,
}

impl Found {
    /// The codes alone.
    #[cfg(test)]
    fn codes(&self) -> impl Iterator<Item = Code> + '_ {
        self.codes.iter().map(|found| found.code)
    }
}

/// The most characters between a text and the code in its address, and how many codes may stand between.
const MAX_ADDRESS_DISTANCE: usize = 400;
const MAX_CODES_BETWEEN: usize = 4;

/// Something in a text, with its place there, counted in characters.
#[derive(Clone, Debug)]
struct Located<T> {
    value: T,
    span: Range<usize>,
}

/// Whether a place overlaps one of these, which stand in order and apart.
fn overlaps<T>(taken: &[Located<T>], place: &Range<usize>) -> bool {
    let next = taken.partition_point(|one| one.span.end <= place.start);
    taken.get(next).is_some_and(|one| one.span.start < place.end)
}

/// The fragment of an address as it was meant, without its `#`: decoded however often it was encoded, in plain characters, and without
/// what cannot be seen.
pub fn decode_fragment(fragment: &str) -> String {
    let text: String = decodings::percent_decoded(fragment).iter().map(|letter| letter.value).collect();
    text.trim_start_matches(['#', '/', '!', '?', ' ']).to_owned()
}

/// Finds the codes in a text. `today` tells the beginning of a code, which holds a day, from other words.
pub fn find_codes(text: &str, today: &Day) -> Found {
    let mut codes: Vec<Located<FoundCode>> = Vec::new();
    let mut broken = Vec::new();
    let anchors = decodings::each_decoding(text, |text| {
        let in_text = codes::find(text);
        broken.extend(broken::find(text, &in_text, today));
        let new: Vec<_> = in_text.into_iter().filter(|code| !overlaps(&codes, &code.span)).collect();
        codes.extend(new);
        codes.sort_by_key(|code| code.span.start);
    });
    broken.retain(|one: &Located<CodeError>| !overlaps(&codes, &one.span));
    let broken = longest(broken);

    let characters: Vec<char> = text.chars().collect();
    let lines = Lines::of(&characters);
    let used = used(&lines, &codes, &broken);
    let codes = without_link_addresses(codes, &anchors, &characters);
    Found {
        codes: codes.into_iter().map(|code| code.value).collect(),
        broken: broken.into_iter().map(|one| broken_code(&one, &lines, &characters)).collect(),
        used_lines: used,
    }
}

fn broken_code(one: &Located<CodeError>, lines: &Lines, characters: &[char]) -> BrokenCode {
    BrokenCode {
        written: characters[one.span.clone()].iter().collect(),
        error: one.value,
        line: lines.number(one.span.start) + 1,
    }
}

/// Of those that overlap, which are the same seen in several ways, the longest; in the order of the text.
fn longest(mut broken: Vec<Located<CodeError>>) -> Vec<Located<CodeError>> {
    broken.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.len())));
    let mut result: Vec<Located<CodeError>> = Vec::new();
    for one in broken {
        match result.last_mut() {
            Some(last) if one.span.start < last.span.end => {
                if one.span.len() > last.span.len() {
                    *last = one;
                }
            }
            _ => result.push(one),
        }
    }
    result
}

/// The lines of codes without those of broken.
fn used(lines: &Lines, codes: &[Located<FoundCode>], broken: &[Located<CodeError>]) -> BTreeSet<usize> {
    let mut used: BTreeSet<usize> = codes.iter().flat_map(|code| lines.touched(&code.span)).collect();
    for line in broken.iter().flat_map(|one| lines.touched(&one.span)) {
        used.remove(&line);
    }
    used
}

/// Mail programs write the address of a link beside its text: `8Z89-… <https://…#r=8Z89-…>`. The two are one code.
fn without_link_addresses(
    codes: Vec<Located<FoundCode>>,
    anchors: &[Range<usize>],
    characters: &[char],
) -> Vec<Located<FoundCode>> {
    let anchor = |code: &Located<FoundCode>| {
        let after = anchors.partition_point(|anchor| anchor.start <= code.span.start);
        after.checked_sub(1).filter(|place| anchors[*place].contains(&code.span.start))
    };
    let mut result: Vec<Located<FoundCode>> = Vec::new();
    let mut in_anchors = BTreeMap::new();
    for code in codes {
        let distinct = |link: Option<usize>| link.is_some() && link == code.value.link;
        let same_anchor =
            anchor(&code).and_then(|anchor| in_anchors.insert((anchor, code.value.code), code.value.link));
        let beside = result.iter().rev().take(MAX_CODES_BETWEEN).any(|other| {
            let between = other.span.end..code.span.start;
            other.value.code == code.value.code
                && !distinct(other.value.link)
                && between.len() < MAX_ADDRESS_DISTANCE
                && is_address_beside(&characters[between])
        });
        if !beside && same_anchor.is_none_or(distinct) {
            result.push(code);
        }
    }
    result
}

/// Whether this stands between a text and its address: closing marks, then a bracket, and nothing in it but the beginning of the
/// address, which may be encoded.
fn is_address_beside(between: &[char]) -> bool {
    let closes = |value: &&char| value.is_whitespace() || ">|*_`\"'”’)]".contains(**value);
    let (closing, address) = between.split_at(between.iter().take_while(closes).count());
    let opened = address.first().is_some_and(|value| matches!(value, '<' | '(' | '['));
    let is_link = matches!(address, [.., '='] | [.., '3', 'D' | 'd']);
    (opened || closing.iter().any(|value| matches!(value, '|' | ']')))
        && is_link
        && !address.iter().any(|value| value.is_whitespace())
}

#[cfg(test)]
mod tests;
