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
