//! Texts of instruments. They are `'static`: an instrument is used until the program ends, so those of a file are
//! leaked.

use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

use serde::{Deserialize, Deserializer};

/// A text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text(pub(super) &'static str);

impl Text {
    /// The text as a string slice.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl Display for Text {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(text.leak()))
    }
}

/// A list.
#[derive(Debug, PartialEq, Eq)]
pub struct List<T: 'static>(pub(super) &'static [T]);

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(&[])
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0
    }
}

impl<T> List<T> {
    /// An iterator over the elements.
    pub fn iter(self) -> std::slice::Iter<'static, T> {
        self.0.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|list| Self(list.leak()))
    }
}
