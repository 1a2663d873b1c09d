//! Decoded text whose characters know their position in the source text.

use std::ops::Range;

use crate::confusables::{fold, is_invisible};

/// A character of a decoded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// The character.
    pub value: char,
    /// Its position in the source text, in characters.
    pub offset: u32,
}

/// A decoding of a text.
pub(super) type Decoded = Vec<Letter>;

/// The text with confusables folded to ASCII and without invisible characters.
pub(super) fn plain_text(text: &str) -> Decoded {
    let visible = text.chars().zip(0..).filter(|(character, _)| !is_invisible(*character));
    visible.map(|(character, offset)| Letter { value: fold(character), offset }).collect()
}

/// The character at a position, if there is one.
pub(super) fn value(text: &[Letter], position: usize) -> Option<char> {
    text.get(position).map(|letter| letter.value)
}

/// Span in the source text of a non-empty range of a decoding.
pub(super) fn source_span(text: &[Letter], range: Range<usize>) -> Range<usize> {
    let at = |position: usize| text.get(position).map_or(0, |letter| letter.offset as usize);
    at(range.start)..at(range.end - 1) + 1
}

/// Offsets of the starts of lines, in characters.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &[char]) -> Self {
        let after = text.iter().zip(1..).filter(|(character, _)| **character == '\n').map(|(_, next)| next);
        Self(std::iter::once(0).chain(after).collect())
    }

    /// Number, from 0, of the line that contains a character.
    pub(super) fn number(&self, character: usize) -> usize {
        self.0.partition_point(|start| *start <= character).saturating_sub(1)
    }

    /// Numbers of the lines that a span touches.
    pub(super) fn touched(&self, position: &Range<usize>) -> Range<usize> {
        self.number(position.start)..self.number(position.end.saturating_sub(1)) + 1
    }
}
