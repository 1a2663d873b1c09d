//! Codes in one text of a text.

use std::ops::Range;

use super::decoded::{Letter, source_span, value};
use super::{FoundCode, Located};
use crate::code::{self, Code, LENGTH, symbol};
use crate::instrument;

/// The longest name or word that may be glued to a code.
const MAX_GLUED: usize = 24;
/// The longest range between two symbols of a code.
const MAX_GAP: usize = 24;

/// Finds the codes. Their places are in the text as it came.
pub(super) fn find(text: &[Letter]) -> Vec<Located<FoundCode>> {
    let links = links(text);
    let own = code::fingerprint(&instrument::reference().hash);
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
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

/// Whether a code of a wording may begin here: its first symbol says so, and nothing but letters is glued to it.
fn begins(text: &[Letter], start: usize, fingerprint: u16) -> bool {
    value(text, start).and_then(symbol) == Some(first_symbol(fingerprint)) && is_start(text, start)
}

/// The first symbol of all codes of a wording: two bits of the version, three of the fingerprint.
fn first_symbol(fingerprint: u16) -> u8 {
    u8::try_from(0b01_000 | fingerprint >> 7).unwrap_or(0)
}

/// Whether a code may begin here: after something else than a letter or digit, or right after a word or name (`kod8Z89…`).
pub(super) fn is_start(text: &[Letter], start: usize) -> bool {
    let before = text[..start].iter().rev().map(|letter| letter.value);
    let glued: Vec<char> = before.take_while(|value| value.is_alphanumeric()).take(MAX_GLUED + 1).collect();
    glued.len() <= MAX_GLUED && glued.iter().all(|value| value.is_alphabetic())
}

/// The code whose first symbol stands here, and where it ends, when sixteen symbols are written as one. In a link hyphens may stand
/// anywhere.
fn candidate(text: &[Letter], start: usize, in_link: bool) -> Option<(Code, usize)> {
    let mut symbols = [0; LENGTH];
    let mut shape = Shape { glued: value_before(text, start).is_some_and(char::is_alphanumeric), ..Shape::default() };
    let mut at = start;
    for (number, place) in symbols.iter_mut().enumerate() {
        if number > 0 {
            let next = next_symbol(text, at)?;
            shape.gap(number, &text[at..next])?;
            at = next;
        }
        let written = value(text, at)?;
        *place = symbol(written)?;
        shape.letter(written);
        at += 1;
    }
    let whole = (shape.is_one_code() || (in_link && shape.is_hyphenated())) && !shape.has_a_word_for_its_end();
    let code = (whole && is_end(text, at, &mut shape)).then(|| Code::of_symbols(symbols).ok()).flatten()?;
    shape.is_in_one_case().then_some((code, at))
}

fn value_before(text: &[Letter], place: usize) -> Option<char> {
    value(text, place.checked_sub(1)?)
}

/// Where the next letter or digit stands; it is a symbol or the end of the search.
fn next_symbol(text: &[Letter], from: usize) -> Option<usize> {
    let ahead = text.get(from..)?.iter().take(MAX_GAP);
    ahead.zip(from..).find(|(letter, _)| letter.value.is_alphanumeric()).map(|(_, place)| place)
}

/// Whether a code may end before this place: before something else than a letter or digit, or before a name that is glued to it. A
/// name is told from a slip by a letter that no code has, or by its case.
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

/// What stands between two symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Nothing,
    Hyphen,
    Blank,
    /// A line end, with what mail programs put before and after it.
    Line,
    /// Another single mark: a dot, a slash.
    Mark(char),
}

impl Gap {
    /// None where these stand in no code.
    fn of(range: &[Letter]) -> Option<Self> {
        let values = || range.iter().map(|letter| letter.value);
        if range.is_empty() {
            return Some(Self::Nothing);
        }
        let lines = values().filter(|value| *value == '\n').count();
        if lines > 0 {
            let quoting = |value: char| value.is_whitespace() || matches!(value, '-' | '>' | '|' | '=' | '*' | '\\');
            return (lines <= 2 && values().all(quoting)).then_some(Self::Line);
        }
        // Emphasis and brackets of single groups.
        let marks: Vec<char> =
            values().filter(|value| !matches!(value, ' ' | '\t' | '*' | '(' | ')' | '[' | ']' | '"' | '`')).collect();
        match marks[..] {
            [] => Some(Self::Blank),
            ['-'] | ['-', '-'] => Some(Self::Hyphen),
            [mark @ ('.' | '/' | '_' | '+' | ',' | ':' | ';' | '|' | '~' | '·' | '•')] => Some(Self::Mark(mark)),
            _ => None,
        }
    }
}

/// Which cases the letters of a range have.
#[derive(Clone, Copy, Default)]
struct Case {
    upper: bool,
    lower: bool,
}

impl Case {
    fn note(&mut self, written: char) {
        // These are written for digits, whatever the case of the letters.
        if !matches!(written, 'o' | 'O' | 'i' | 'I' | 'l' | 'L') {
            self.upper |= written.is_uppercase();
            self.lower |= written.is_lowercase();
        }
    }

    fn is_mixed(self) -> bool {
        self.upper && self.lower
    }
}

/// How the symbols of a candidate are written: in which groups, and in which case.
#[derive(Default)]
struct Shape {
    /// The number of symbols before each separation that is no line end, and what separates.
    separations: Vec<(usize, Gap)>,
    /// How many line ends are in it.
    breaks: usize,
    /// Whether only letters came after the last line end, at which there was no hyphen.
    ends_in_letters: bool,
    /// Whether a word is glued to it.
    glued: bool,
    /// Of all letters, and of the group that is being read.
    case: Case,
    group: Case,
    /// Whether a group has capital and small letters.
    has_mixed_group: bool,
}

impl Shape {
    /// Notes what stands between two symbols; none where that is in no code.
    fn gap(&mut self, before: usize, range: &[Letter]) -> Option<()> {
        let gap = Gap::of(range)?;
        if gap != Gap::Nothing {
            let hyphen = range.iter().any(|letter| letter.value == '-');
            self.ends_in_letters = gap == Gap::Line && !hyphen;
            self.group = Case::default();
        }
        match gap {
            Gap::Nothing => {}
            Gap::Line => self.breaks += 1,
            other => self.separations.push((before, other)),
        }
        Some(())
    }

    fn letter(&mut self, written: char) {
        self.case.note(written);
        self.group.note(written);
        self.has_mixed_group |= self.group.is_mixed();
        self.ends_in_letters &= !written.is_numeric();
    }

    fn is_hyphenated(&self) -> bool {
        self.separations.iter().all(|(_, gap)| *gap == Gap::Hyphen)
    }

    /// Whether what came after a line end is rather the next word than the rest of a hyphenated code: `8Z89-TXXZ-XCCF`, `ANNA`.
    fn has_a_word_for_its_end(&self) -> bool {
        self.ends_in_letters && self.is_hyphenated() && !self.separations.is_empty()
    }

    /// Whether somebody wrote this as one code: in groups of one size, with one separator. A code that was cut off and the word after
    /// it are not: `8Z89-TXXZ-XCCF Anna`.
    fn is_one_code(&self) -> bool {
        let Some((size, first)) = self.separations.first() else { return true };
        let in_fours = self.separations.iter().all(|(before, _)| before % 4 == 0);
        // Whoever joins all of it with hyphens means one thing.
        if self.is_hyphenated() && self.breaks == 0 {
            return true;
        }
        if self.separations.iter().all(|(_, gap)| gap == first) {
            // Groups of one, two or three, each of them; one separator may be a line end instead.
            let groups = LENGTH.div_ceil(*size);
            let even = self.separations.iter().all(|(before, _)| before % size == 0)
                && self.separations.len() + self.breaks + 1 >= groups;
            return in_fours || (even && !matches!(first, Gap::Mark(_)));
        }
        let last_is_blank = self.separations.last().is_some_and(|(_, gap)| *gap == Gap::Blank);
        let hyphens_and_blanks = self.separations.iter().all(|(_, gap)| matches!(gap, Gap::Hyphen | Gap::Blank));
        in_fours && hyphens_and_blanks && !last_is_blank
    }

    /// Whether its letters are all capital or all small. Both together are a code only where nothing else can have got into it: as one
    /// word, or in hyphenated groups of one case each.
    fn is_in_one_case(&self) -> bool {
        let in_groups = self.has_mixed_group && !self.separations.is_empty();
        let apart = self.breaks > 0 || self.glued || !self.is_hyphenated() || in_groups;
        !(self.case.is_mixed() && apart)
    }
}

/// A link with results, from its first code on.
#[derive(Debug)]
pub(super) struct Link {
    /// Its codes and what is between them.
    pub range: Range<usize>,
    /// Whether it is one to several.
    pub several: bool,
}

/// The links in a text: `#r=` and `#t=`, and `*r=`, which Proofpoint's URL Defense makes of it.
pub(super) fn links(text: &[Letter]) -> Vec<Link> {
    let starts = text.windows(3).zip(3..).filter_map(|(three, start)| {
        let several = match (three[0].value, three[1].value, three[2].value) {
            ('#' | '*', 'r' | 'R', '=') => false,
            ('#' | '*', 't' | 'T', '=') => true,
            _ => return None,
        };
        Some(Link { range: start..link_end(text, start, several), several })
    });
    starts.collect()
}

/// Where a link ends: after what codes and their separators consist of. A line end is within it where a code is not whole, or where
/// a comma comes before or after it.
fn link_end(text: &[Letter], start: usize, several: bool) -> usize {
    let (mut at, mut end, mut symbols) = (start, start, 0);
    while let Some(value) = value(text, at) {
        let between = matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '=' | '\t');
        let whole = symbols >= LENGTH || (several && symbols > 0 && value == ' ');
        match value {
            ',' | ';' if several => symbols = 0,
            '-' => {}
            _ if between && (!whole || (several && comma_follows(text, at))) => {}
            _ if value.is_alphanumeric() && symbols <= 2 * LENGTH => {
                symbols += 1;
                end = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    end
}

/// Whether the next thing after blanks and line ends is a comma.
fn comma_follows(text: &[Letter], from: usize) -> bool {
    let ahead = text[from..].iter().map(|letter| letter.value).take(MAX_GAP);
    let next = ahead.into_iter().find(|value| !matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '\t'));
    matches!(next, Some(',' | ';'))
}

/// The link in which a code begins here: after its `=`, or after a comma.
fn link_of(links: &[Link], text: &[Letter], start: usize) -> Option<usize> {
    let after = links.partition_point(|link| link.range.start <= start);
    let number = after.checked_sub(1)?;
    let range = &links[number].range;
    if !range.contains(&start) {
        return None;
    }
    let before = text[range.start..start].iter().rev().map(|letter| letter.value).take(MAX_GAP);
    let first = start - range.start <= MAX_GAP && before.clone().all(|value| !value.is_alphanumeric());
    let separated = before.into_iter().find(|value| !matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '\t'));
    (first || matches!(separated, Some(',' | ';'))).then_some(number)
}
