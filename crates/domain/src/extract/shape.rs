//! Whether sixteen symbols are written as one code: separators, groups, line breaks and case.

use super::decoded::Letter;
use crate::code::LENGTH;

/// Characters between two symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Nothing,
    Hyphen,
    Blank,
    /// One or two line breaks, with quote marks and indentation.
    Line,
    /// Any other single punctuation character.
    Mark(char),
}

impl Gap {
    /// Classifies a gap; `None` if no code is written with it.
    pub(super) fn of(range: &[Letter]) -> Option<Self> {
        let values = || range.iter().map(|letter| letter.value);
        if range.is_empty() {
            return Some(Self::Nothing);
        }
        let lines = values().filter(|value| *value == '\n').count();
        if lines > 0 {
            let quoting = |value: char| value.is_whitespace() || matches!(value, '-' | '>' | '|' | '=' | '*' | '\\');
            return (lines <= 2 && values().all(quoting)).then_some(Self::Line);
        }
        // Emphasis and brackets around single groups are ignored.
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

/// Letter cases that occur.
#[derive(Clone, Copy, Default)]
pub(super) struct Case {
    pub(super) upper: bool,
    pub(super) lower: bool,
}

impl Case {
    pub(super) fn note(&mut self, written: char) {
        // These replace digits in either case.
        if !matches!(written, 'o' | 'O' | 'i' | 'I' | 'l' | 'L') {
            self.upper |= written.is_uppercase();
            self.lower |= written.is_lowercase();
        }
    }

    pub(super) fn is_mixed(self) -> bool {
        self.upper && self.lower
    }
}

/// How the symbols of a candidate are grouped and cased.
#[derive(Default)]
pub(super) struct Shape {
    /// Number of symbols before each separator other than a line break, and the separator.
    separations: Vec<(usize, Gap)>,
    /// Number of line breaks.
    breaks: usize,
    /// Whether only letters follow the last line break, and that break has no hyphen.
    ends_in_letters: bool,
    /// Whether a word is attached to it.
    pub(super) glued: bool,
    /// Cases of all letters, and of the letters of the current group.
    pub(super) case: Case,
    group: Case,
    /// Whether a group mixes upper and lower case.
    has_mixed_group: bool,
}

impl Shape {
    pub(super) fn new(glued: bool) -> Self {
        Self { glued, ..Self::default() }
    }

    /// Records a gap; `None` if no code is written with it.
    pub(super) fn gap(&mut self, before: usize, range: &[Letter]) -> Option<()> {
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

    pub(super) fn letter(&mut self, written: char) {
        self.case.note(written);
        self.group.note(written);
        self.has_mixed_group |= self.group.is_mixed();
        self.ends_in_letters &= !written.is_numeric();
    }

    pub(super) fn is_hyphenated(&self) -> bool {
        self.separations.iter().all(|(_, gap)| *gap == Gap::Hyphen)
    }

    /// Whether the part after a line break is probably the next word: `8Z89-TXXZ-XCCF`, `ANNA`.
    pub(super) fn has_a_word_for_its_end(&self) -> bool {
        self.ends_in_letters && self.is_hyphenated() && !self.separations.is_empty()
    }

    /// Whether the groups have one size and one separator. The start of a code followed by a word is refused:
    /// `8Z89-TXXZ-XCCF Anna`.
    pub(super) fn is_one_code(&self) -> bool {
        let Some((size, first)) = self.separations.first() else { return true };
        let in_fours = self.separations.iter().all(|(before, _)| before % 4 == 0);
        // Hyphens throughout are accepted whatever the group sizes.
        if self.is_hyphenated() && self.breaks == 0 {
            return true;
        }
        if self.separations.iter().all(|(_, gap)| gap == first) {
            // Groups of one, two or three symbols; a line break may replace one separator.
            let groups = LENGTH.div_ceil(*size);
            let even = self.separations.iter().all(|(before, _)| before % size == 0)
                && self.separations.len() + self.breaks + 1 >= groups;
            return in_fours || (even && !matches!(first, Gap::Mark(_)));
        }
        let last_is_blank = self.separations.last().is_some_and(|(_, gap)| *gap == Gap::Blank);
        let hyphens_and_blanks = self.separations.iter().all(|(_, gap)| matches!(gap, Gap::Hyphen | Gap::Blank));
        in_fours && hyphens_and_blanks && !last_is_blank
    }

    /// Whether all letters have one case. Mixed case is accepted only for sixteen symbols in one word, or in
    /// hyphenated groups of one case each.
    pub(super) fn is_in_one_case(&self) -> bool {
        let in_groups = self.has_mixed_group && !self.separations.is_empty();
        let apart = self.breaks > 0 || self.glued || !self.is_hyphenated() || in_groups;
        !(self.case.is_mixed() && apart)
    }
}
