//! Result codes and result files in any text: a mail, a chat, a list, a link, an HTML page.
//!
//! The text is searched as it is and once for each encoding it may have (`decodings`). Each match keeps its span in the
//! source text, so that a code found in two decodings counts once and the fully used lines are known.
//!
//! False positives: outside of links, 1 in about 193,000 random texts of sixteen symbols is taken for a code. It needs
//! a valid check symbol (1 in 32), the version and wording of this build (1 in 4,096) and valid answers (2 in 3). In a
//! link, where `#r=` announces a code, codes of other wordings count too.

mod broken;
mod codes;
mod decoded;
mod decodings;
mod files;
mod html;
mod links;
mod shape;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::code::{Code, CodeError};
use super::timestamp::Day;
use decoded::Lines;

pub use files::{EmbeddedFile, find_files, is_result_file};

/// Codes found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The codes in the order of the text, duplicates included.
    pub codes: Vec<FoundCode>,
    /// Texts that look like a code or a part of one but cannot be read, in the order of the text.
    pub broken: Vec<BrokenCode>,
    /// Numbers, from 0, of the lines that contain a code and nothing broken.
    pub used_lines: BTreeSet<usize>,
}

/// A code found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundCode {
    /// The code.
    pub code: Code,
    /// Offset, in characters, of the first code of the enclosing link to several results (`#t=`); `None` outside of
    /// such a link. Equal codes in one link stand for different respondents, because whoever made the link decided
    /// that.
    pub link: Option<usize>,
}

/// A text that looks like a code or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BrokenCode {
    /// The text as written.
    pub written: String,
    /// Why it is not a code.
    pub error: CodeError,
    /// Line number, from 1.
    pub line: usize,
}

impl Found {
    /// The codes without their links.
    #[cfg(test)]
    fn codes(&self) -> impl Iterator<Item = Code> + '_ {
        self.codes.iter().map(|found| found.code)
    }
}

/// A code and the address that a mail program adds to it are one if fewer characters than this are between them.
const MAX_ADDRESS_DISTANCE: usize = 400;
/// A code is compared with so many codes before it to find the address that a mail program adds to it.
const MAX_CODES_BETWEEN: usize = 4;

/// A value with its span in the source text, in characters.
#[derive(Clone, Debug)]
struct Located<T> {
    value: T,
    span: Range<usize>,
}

/// Whether a span overlaps one of `taken`, which are sorted and do not overlap each other.
fn overlaps<T>(taken: &[Located<T>], span: &Range<usize>) -> bool {
    let next = taken.partition_point(|one| one.span.end <= span.start);
    taken.get(next).is_some_and(|one| one.span.start < span.end)
}

/// Decodes the fragment of an address: without a leading `#`, percent-decoded up to three times, look-alike characters
/// folded to ASCII and invisible ones removed.
pub fn decode_fragment(fragment: &str) -> String {
    let text: String = decodings::percent_decoded(fragment).iter().map(|letter| letter.value).collect();
    text.trim_start_matches(['#', '/', '!', '?', ' ']).to_owned()
}

/// Finds the codes in a text. `today` limits the days that the start of a broken code may name.
pub fn find_codes(text: &str, today: &Day) -> Found {
    let mut codes: Vec<Located<FoundCode>> = Vec::new();
    let mut broken = Vec::new();
    let anchors = decodings::each_decoding(text, |decoding| {
        let in_decoding = codes::find(decoding);
        broken.extend(broken::find(decoding, &in_decoding, today));
        let new: Vec<_> = in_decoding.into_iter().filter(|code| !overlaps(&codes, &code.span)).collect();
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

/// The longest of each group of overlapping spans, in the order of the text. Overlapping spans are one broken code
/// seen in several decodings.
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

/// Lines that contain a code and no broken code.
fn used(lines: &Lines, codes: &[Located<FoundCode>], broken: &[Located<CodeError>]) -> BTreeSet<usize> {
    let mut used: BTreeSet<usize> = codes.iter().flat_map(|code| lines.touched(&code.span)).collect();
    for line in broken.iter().flat_map(|one| lines.touched(&one.span)) {
        used.remove(&line);
    }
    used
}

/// Removes codes that repeat the one before them as the address of its link: `8Z89-… <https://…#r=8Z89-…>`.
fn without_link_addresses(
    codes: Vec<Located<FoundCode>>,
    anchors: &[Range<usize>],
    characters: &[char],
) -> Vec<Located<FoundCode>> {
    let anchor = |code: &Located<FoundCode>| {
        let after = anchors.partition_point(|anchor| anchor.start <= code.span.start);
        after.checked_sub(1).filter(|index| anchors[*index].contains(&code.span.start))
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

/// Whether the characters between two equal codes are closing punctuation, an opening bracket and the start of an
/// address, plain or percent-encoded.
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
