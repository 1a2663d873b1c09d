//! Results in any text: a mail, a chat, a list, a link, the source of a page.
//!
//! A code is found however it was written and whatever a mail program made of it: the text is read as it is, and once more for each
//! way in which it may be encoded (`layers`). What is found keeps its place in the text as it came, so that a code seen in two ways
//! counts once, and the lines that were of no use are known.
//!
//! Random text is rarely taken for a code: outside links, a code counts only with the check symbol (1 text in 32 has it), the version
//! and the wording of this Duet (1 in 4,096) and answers that exist (2 in 3). So one in some 193,000 random texts of sixteen symbols
//! passes. In a link, where `#r=` says what follows, codes of other wordings count as well.

mod codes;
mod layers;
mod objects;
mod reading;
mod slips;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::code::{Code, Fault};
use super::timestamp::Day;
use reading::Lines;

pub use objects::{Object, is_ours, objects};

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The codes, as they came; one that comes twice is here twice.
    pub codes: Vec<FoundCode>,
    /// What looks like a code or a part of one, but is none.
    pub slips: Vec<Slip>,
    /// The lines, from 0, that were used up: something was found in them, and nothing wrong.
    pub used: BTreeSet<usize>,
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
pub struct Slip {
    /// As it was written.
    pub written: String,
    /// What is wrong with it.
    pub fault: Fault,
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
const NEAR: usize = 400;
const NEXT: usize = 4;

/// Something in a text, with its place there, counted in characters.
#[derive(Clone, Debug)]
struct Placed<T> {
    what: T,
    place: Range<usize>,
}

/// Whether a place overlaps one of these, which stand in order and apart.
fn is_taken<T>(taken: &[Placed<T>], place: &Range<usize>) -> bool {
    let next = taken.partition_point(|one| one.place.end <= place.start);
    taken.get(next).is_some_and(|one| one.place.start < place.end)
}

/// The fragment of an address as it was meant, without its `#`: decoded however often it was encoded, in plain characters, and without
/// what cannot be seen.
pub fn plain_fragment(fragment: &str) -> String {
    let text: String = layers::plainest(fragment).iter().map(|letter| letter.value).collect();
    text.trim_start_matches(['#', '/', '!', '?', ' ']).to_owned()
}

/// Finds the codes in a text. `today` tells the beginning of a code, which holds a day, from other words.
pub fn find(text: &str, today: &Day) -> Found {
    let mut codes: Vec<Placed<FoundCode>> = Vec::new();
    let mut slips = Vec::new();
    let anchors = layers::each_reading(text, |reading| {
        let of_reading = codes::find(reading);
        slips.extend(slips::find(reading, &of_reading, today));
        let new: Vec<_> = of_reading.into_iter().filter(|code| !is_taken(&codes, &code.place)).collect();
        codes.extend(new);
        codes.sort_by_key(|code| code.place.start);
    });
    slips.retain(|slip: &Placed<Fault>| !is_taken(&codes, &slip.place));
    let slips = longest(slips);

    let characters: Vec<char> = text.chars().collect();
    let lines = Lines::of(&characters);
    let used = used(&lines, &codes, &slips);
    let codes = without_addresses(codes, &anchors, &characters);
    Found {
        codes: codes.into_iter().map(|code| code.what).collect(),
        slips: slips.into_iter().map(|slip| named(&slip, &lines, &characters)).collect(),
        used,
    }
}

fn named(slip: &Placed<Fault>, lines: &Lines, characters: &[char]) -> Slip {
    Slip {
        written: characters[slip.place.clone()].iter().collect(),
        fault: slip.what,
        line: lines.number(slip.place.start) + 1,
    }
}

/// Of those that overlap, which are the same seen in several ways, the longest; in the order of the text.
fn longest(mut slips: Vec<Placed<Fault>>) -> Vec<Placed<Fault>> {
    slips.sort_by_key(|slip| (slip.place.start, std::cmp::Reverse(slip.place.len())));
    let mut kept: Vec<Placed<Fault>> = Vec::new();
    for slip in slips {
        match kept.last_mut() {
            Some(last) if slip.place.start < last.place.end => {
                if slip.place.len() > last.place.len() {
                    *last = slip;
                }
            }
            _ => kept.push(slip),
        }
    }
    kept
}

/// The lines of codes without those of slips.
fn used(lines: &Lines, codes: &[Placed<FoundCode>], slips: &[Placed<Fault>]) -> BTreeSet<usize> {
    let mut used: BTreeSet<usize> = codes.iter().flat_map(|code| lines.touched(&code.place)).collect();
    for line in slips.iter().flat_map(|slip| lines.touched(&slip.place)) {
        used.remove(&line);
    }
    used
}

/// Mail programs write the address of a link beside its text: `8Z89-… <https://…#r=8Z89-…>`. The two are one code.
fn without_addresses(
    codes: Vec<Placed<FoundCode>>,
    anchors: &[Range<usize>],
    characters: &[char],
) -> Vec<Placed<FoundCode>> {
    let anchor = |code: &Placed<FoundCode>| {
        let after = anchors.partition_point(|anchor| anchor.start <= code.place.start);
        after.checked_sub(1).filter(|place| anchors[*place].contains(&code.place.start))
    };
    let mut kept: Vec<Placed<FoundCode>> = Vec::new();
    let mut in_anchors = BTreeMap::new();
    for code in codes {
        let told_apart = |link: Option<usize>| link.is_some() && link == code.what.link;
        let same_anchor = anchor(&code).and_then(|anchor| in_anchors.insert((anchor, code.what.code), code.what.link));
        let beside = kept.iter().rev().take(NEXT).any(|other| {
            let between = other.place.end..code.place.start;
            other.what.code == code.what.code
                && !told_apart(other.what.link)
                && between.len() < NEAR
                && is_address_beside(&characters[between])
        });
        if !beside && same_anchor.is_none_or(told_apart) {
            kept.push(code);
        }
    }
    kept
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
