//! One answer, and the twenty slots for them.

use serde::{Deserialize, Serialize};

/// How many items the instrument has. None of them is optional.
pub const ITEMS: u8 = 20;

/// An answer to one item: 1 (strongly disagree) to 5 (strongly agree). No item is reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Answer(u8);

impl Answer {
    /// The least agreement.
    pub const MIN: Self = Self(1);
    /// The most agreement.
    pub const MAX: Self = Self(5);

    /// The answer of that value, if it is one from 1 to 5.
    pub const fn new(value: u8) -> Option<Self> {
        if value >= 1 && value <= 5 { Some(Self(value)) } else { None }
    }

    /// The five of them, from 1 to 5.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::MIN.0..=Self::MAX.0).map(Self)
    }

    /// From 1 to 5.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// Its value, as it is written.
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

/// The number of an item: 1 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNumber(u8);

impl ItemNumber {
    /// The first item.
    pub const FIRST: Self = Self(1);
    /// The last item.
    pub const LAST: Self = Self(ITEMS);

    /// The item of that number, if it is one from 1 to 20.
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= ITEMS { Some(Self(number)) } else { None }
    }

    /// All twenty, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=ITEMS).map(Self)
    }

    /// From 1 to 20.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its place in a list that starts with the first item at 0.
    pub const fn index(self) -> usize {
        self.0 as usize - 1
    }

    /// The one after it, unless it is the last.
    pub const fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// The one before it, unless it is the first.
    pub const fn previous(self) -> Option<Self> {
        Self::new(self.0 - 1)
    }
}

/// Twenty slots, each with an answer or still open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers([Option<Answer>; ITEMS as usize]);

impl Answers {
    /// The answer to an item, if there is one.
    pub fn get(&self, item: ItemNumber) -> Option<Answer> {
        self.0[item.index()]
    }

    /// Answers an item, or answers it anew.
    pub fn set(&mut self, item: ItemNumber, answer: Answer) {
        self.0[item.index()] = Some(answer);
    }

    /// The answers that are there, in the order of the items.
    pub fn given(&self) -> impl Iterator<Item = Answer> {
        self.0.iter().copied().flatten()
    }

    /// The items without an answer, in order.
    pub fn open(&self) -> impl Iterator<Item = ItemNumber> {
        ItemNumber::all().filter(|item| self.get(*item).is_none())
    }

    /// How many items have an answer: 0 to 20.
    pub fn answered(&self) -> u8 {
        ITEMS - self.missing()
    }

    /// How many items have none: 0 to 20.
    pub fn missing(&self) -> u8 {
        self.0.iter().map(|slot| u8::from(slot.is_none())).sum()
    }

    /// Whether no item has an answer.
    pub fn is_empty(&self) -> bool {
        self.missing() == ITEMS
    }

    /// All twenty answers, if none is missing.
    pub fn complete(&self) -> Option<Complete> {
        let mut all = [Answer::MIN; ITEMS as usize];
        for (slot, answer) in all.iter_mut().zip(self.0) {
            *slot = answer?;
        }
        Some(Complete(all))
    }

    /// Where to go after an item was answered: on to the next one, or, when that has been answered already, to the next
    /// that is open. None leads to the review: everything is answered, or the last item was reached.
    ///
    /// `was_open` tells whether the item had no answer before: who fills a gap wants the next gap; who corrects an answer
    /// wants to go on from there.
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

/// Twenty answers, none missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Complete([Answer; ITEMS as usize]);

impl Complete {
    /// The answer to an item.
    pub fn get(&self, item: ItemNumber) -> Answer {
        self.0[item.index()]
    }

    /// All answers, in the order of the items.
    pub fn values(&self) -> impl Iterator<Item = Answer> {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(number: u8) -> ItemNumber {
        ItemNumber::new(number).expect("1–20")
    }

    fn answers(open: &[u8]) -> Answers {
        let mut answers = Answers::default();
        for item in ItemNumber::all().filter(|item| !open.contains(&item.number())) {
            answers.set(item, Answer::MAX);
        }
        answers
    }

    #[test]
    fn only_one_to_five_is_an_answer() {
        let valid: Vec<u8> = (0..=255).filter(|value| Answer::new(*value).is_some()).collect();
        assert_eq!(valid, [1, 2, 3, 4, 5]);
        assert_eq!(Answer::all().map(Answer::value).collect::<Vec<_>>(), valid);
    }

    #[test]
    fn only_one_to_twenty_is_an_item() {
        let valid: Vec<u8> = (0..=255).filter(|number| ItemNumber::new(*number).is_some()).collect();
        assert_eq!(valid, (1..=20).collect::<Vec<u8>>());
        assert_eq!(ItemNumber::FIRST.previous(), None);
        assert_eq!(ItemNumber::LAST.next(), None);
        assert_eq!(item(7).next(), Some(item(8)));
        assert_eq!(item(7).previous(), Some(item(6)));
    }

    #[test]
    fn stored_answers_out_of_range_are_refused() {
        let twenty = |value: &str| format!("[{}{value}]", "3,".repeat(19));
        assert!(serde_json::from_str::<Answers>(&twenty("5")).is_ok());
        assert!(serde_json::from_str::<Answers>(&twenty("null")).is_ok());
        for wrong in ["0", "6", "300", "-1", "2.5", "\"4\"", "true", "3,3"] {
            assert!(serde_json::from_str::<Answers>(&twenty(wrong)).is_err(), "{wrong}");
        }
        assert!(serde_json::from_str::<Complete>(&twenty("null")).is_err());
        assert!(serde_json::from_str::<Answers>("[3]").is_err());
    }

    #[test]
    fn after_an_answer_one_goes_to_the_next_item() {
        assert_eq!(answers(&[8, 9]).next_item(item(7), true), Some(item(8)));
    }

    #[test]
    fn after_filling_a_gap_one_goes_to_the_next_gap() {
        assert_eq!(answers(&[12, 15]).next_item(item(7), true), Some(item(12)));
    }

    #[test]
    fn after_filling_a_late_gap_the_review_shows_the_earlier_ones() {
        assert_eq!(answers(&[3]).next_item(item(15), true), None);
        assert_eq!(answers(&[3]).next_item(item(20), true), None);
    }

    #[test]
    fn the_last_answer_leads_to_the_review() {
        assert_eq!(answers(&[]).next_item(item(7), true), None);
        assert_eq!(answers(&[]).next_item(item(20), false), None);
    }

    #[test]
    fn after_a_correction_one_goes_on_from_there() {
        assert_eq!(answers(&[]).next_item(item(7), false), Some(item(8)));
        assert_eq!(answers(&[12]).next_item(item(7), false), Some(item(8)));
    }

    fn any() -> impl Strategy<Value = Answers> {
        proptest::array::uniform20(proptest::option::of(1u8..=5)).prop_map(|slots| {
            let mut answers = Answers::default();
            for (item, slot) in ItemNumber::all().zip(slots) {
                if let Some(answer) = slot.and_then(Answer::new) {
                    answers.set(item, answer);
                }
            }
            answers
        })
    }

    proptest! {
        #[test]
        fn every_item_is_either_answered_or_open(answers in any()) {
            prop_assert_eq!(answers.answered() + answers.missing(), ITEMS);
            prop_assert_eq!(answers.open().count(), usize::from(answers.missing()));
            prop_assert_eq!(answers.given().count(), usize::from(answers.answered()));
            prop_assert_eq!(answers.complete().is_some(), answers.missing() == 0);
            prop_assert_eq!(answers.is_empty(), answers.answered() == 0);
        }

        #[test]
        fn answers_survive_being_stored(answers in any()) {
            let text = serde_json::to_string(&answers).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<Answers>(&text).expect("answers"), answers);
        }

        #[test]
        fn answering_one_item_leaves_the_others(before in any(), number in 1u8..=20, value in 1u8..=5) {
            let mut after = before;
            after.set(item(number), Answer::new(value).expect("1–5"));
            for other in ItemNumber::all().filter(|other| other.number() != number) {
                prop_assert_eq!(after.get(other), before.get(other));
            }
            prop_assert_eq!(after.get(item(number)).map(Answer::value), Some(value));
        }

        #[test]
        fn going_on_never_goes_back(answers in any(), number in 1u8..=20, was_open: bool) {
            if let Some(next) = answers.next_item(item(number), was_open) {
                prop_assert!(next.number() > number);
            }
        }
    }
}
