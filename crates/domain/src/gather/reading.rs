//! A text to be searched, and where each of its characters comes from.

use std::ops::Range;

use crate::look_alike::{is_invisible, plain};

/// One character of a reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// The character that it is or stands for.
    pub value: char,
    /// Its place in the text as it came.
    pub at: u32,
}

/// A text as it came, or decoded in one way.
pub(super) type Reading = Vec<Letter>;

/// The text as it came, in plain characters and without those that cannot be seen.
pub(super) fn plain_reading(text: &str) -> Reading {
    let visible = text.chars().zip(0..).filter(|(character, _)| !is_invisible(*character));
    visible.map(|(character, at)| Letter { value: plain(character), at }).collect()
}

/// The character at a place of a reading.
pub(super) fn value(reading: &[Letter], place: usize) -> Option<char> {
    reading.get(place).map(|letter| letter.value)
}

/// The place in the text as it came of a stretch of a reading, which is not empty.
pub(super) fn place(reading: &[Letter], stretch: Range<usize>) -> Range<usize> {
    let at = |place: usize| reading.get(place).map_or(0, |letter| letter.at as usize);
    at(stretch.start)..at(stretch.end - 1) + 1
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

    /// The lines that a stretch touches.
    pub(super) fn touched(&self, place: &Range<usize>) -> Range<usize> {
        self.number(place.start)..self.number(place.end.saturating_sub(1)) + 1
    }
}
