//! Answers and item numbers.

use serde::{Deserialize, Serialize};

/// Number of items. All of them must be answered.
pub const ITEMS: u8 = 20;

/// An answer: 1 (strongly disagree) to 5 (strongly agree). No item is reverse-scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Answer(u8);

impl Answer {
    /// Strongly disagree.
    pub const MIN: Self = Self(1);
    /// Strongly agree.
    pub const MAX: Self = Self(5);

    /// An answer if `value` is 1 to 5.
    pub const fn new(value: u8) -> Option<Self> {
        if value >= 1 && value <= 5 { Some(Self(value)) } else { None }
    }

    /// All answers, from 1 to 5.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::MIN.0..=Self::MAX.0).map(Self)
    }

    /// 1 to 5.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The value as text.
    pub fn digit(self) -> &'static str {
        let from = usize::from(self.0 - Self::MIN.0);
        &"12345"[from..=from]
    }
}

impl TryFrom<u8> for Answer {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        Self::new(value).ok_or_else(|| format!("an answer is 1 to 5, not {value}"))
    }
}

impl From<Answer> for u8 {
    fn from(answer: Answer) -> Self {
        answer.0
    }
}

/// Number of an item: 1 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNumber(u8);

impl ItemNumber {
    /// Item 1.
    pub const FIRST: Self = Self(1);
    /// Item 20.
    pub const LAST: Self = Self(ITEMS);

    /// An item number if `number` is 1 to 20.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= ITEMS { Some(Self(number)) } else { None }
    }

    /// All item numbers in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=ITEMS).map(Self)
    }

    /// 1 to 20.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// 0 to 19.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }

    /// The next item; `None` after the last.
    pub const fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// The previous item; `None` before the first.
    pub const fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }
}

/// Twenty answers, some of which may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers([Option<Answer>; ITEMS as usize]);

impl Answers {
    /// The answer to an item.
    pub fn get(&self, item: ItemNumber) -> Option<Answer> {
        self.0[item.index()]
    }

    /// Sets or replaces the answer to an item.
    pub fn set(&mut self, item: ItemNumber, answer: Answer) {
        self.0[item.index()] = Some(answer);
    }

    /// The given answers in the order of the items.
    pub fn given(&self) -> impl Iterator<Item = Answer> {
        self.0.iter().copied().flatten()
    }

    /// The items without an answer, in order.
    pub fn open(&self) -> impl Iterator<Item = ItemNumber> {
        ItemNumber::all().filter(|item| self.get(*item).is_none())
    }

    /// Number of items with an answer: 0 to 20.
    pub fn answered(&self) -> u8 {
        ITEMS - self.missing()
    }

    /// Number of items without an answer: 0 to 20.
    pub fn missing(&self) -> u8 {
        self.0.iter().map(|slot| u8::from(slot.is_none())).sum()
    }

    /// Whether no item has an answer.
    pub fn is_empty(&self) -> bool {
        self.missing() == ITEMS
    }

    /// All answers, or `None` if one is missing.
    pub fn complete(&self) -> Option<Complete> {
        let mut all = [Answer::MIN; ITEMS as usize];
        for (slot, answer) in all.iter_mut().zip(self.0) {
            *slot = answer?;
        }
        Some(Complete(all))
    }

    /// The item to show after `item` was answered; `None` for the review.
    ///
    /// `was_open` tells whether the item had no answer before. If so, the next item without an answer follows; after a
    /// correction, the next item.
    pub fn next_item(&self, item: ItemNumber, was_open: bool) -> Option<ItemNumber> {
        let next = item.next();
        if self.missing() == 0 && was_open {
            return None;
        }
        match next {
            Some(next) if was_open && self.get(next).is_some() => self.open().find(|open| *open > item),
            next => next,
        }
    }
}

impl From<Complete> for Answers {
    fn from(complete: Complete) -> Self {
        Self(complete.0.map(Some))
    }
}

/// Twenty answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Complete([Answer; ITEMS as usize]);

impl Complete {
    /// The answer to an item.
    pub fn get(&self, item: ItemNumber) -> Answer {
        self.0[item.index()]
    }

    /// All answers in the order of the items.
    pub fn values(&self) -> impl Iterator<Item = Answer> {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests;
