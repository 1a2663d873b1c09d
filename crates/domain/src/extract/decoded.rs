//! A text to be searched, and where each of its characters comes from.

use std::ops::Range;

use crate::confusables::{fold, is_invisible};

/// One character of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// The character that it is or stands for.
    pub value: char,
    /// Its place in the text as it came.
    pub offset: u32,
}

/// A text as it came, or decoded in one way.
pub(super) type Decoded = Vec<Letter>;

/// The text as it came, in plain characters and without those that cannot be seen.
pub(super) fn plain_text(text: &str) -> Decoded {
    let visible = text.chars().zip(0..).filter(|(character, _)| !is_invisible(*character));
    visible.map(|(character, offset)| Letter { value: fold(character), offset }).collect()
}

/// The character at a place of a text.
pub(super) fn value(text: &[Letter], place: usize) -> Option<char> {
    text.get(place).map(|letter| letter.value)
}

/// The place in the text as it came of a range of a text, which is not empty.
pub(super) fn source_span(text: &[Letter], range: Range<usize>) -> Range<usize> {
    let at = |place: usize| text.get(place).map_or(0, |letter| letter.offset as usize);
    at(range.start)..at(range.end - 1) + 1
}

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &[char]) -> Self {
        let after = text.iter().zip(1..).filter(|(character, _)| **character == '\n').map(|(_, next)| next);
        Self(std::iter::once(0).chain(after).collect())
    }

    /// The line, from 0, in which a character stands.
    pub(super) fn number(&self, character: usize) -> usize {
        self.0.partition_point(|start| *start <= character).saturating_sub(1)
    }

    /// The lines that a range touches.
    pub(super) fn touched(&self, place: &Range<usize>) -> Range<usize> {
        self.number(place.start)..self.number(place.end.saturating_sub(1)) + 1
    }
}
