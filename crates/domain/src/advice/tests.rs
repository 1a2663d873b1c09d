use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::instrument::{ENGLISH, POLISH};
use crate::record::tests::example;

/// A result in which all items of a theme have one answer. Themes are in display order.
fn record(of_theme: [u8; 5]) -> Record {
    answered(|item| of_theme[ENGLISH.item(item).theme as usize])
}

fn answered(value: impl Fn(ItemNumber) -> u8) -> Record {
    let mut answers = Answers::default();
    for item in ItemNumber::all() {
        answers.set(item, Answer::new(value(item)).expect("1–5"));
    }
    let (record, _) = Record::from_json(example()).expect("a result");
    Record { answers: answers.complete().expect("20 answers"), ..record }
}

fn ids(instrument: &Instrument, record: &Record) -> Vec<String> {
    instrument.recommended(record).iter().map(|action| action.id.to_string()).collect()
}

#[test]
fn the_weakest_theme_comes_first_with_the_actions_of_its_own_level() {
    // Planning is undefined (20), people defined (40), the others aligned (60); so is the sum, 48, defined.
    let found = ids(ENGLISH, &record([3, 3, 1, 3, 2]));
    let expected = [
        // Planning on the first level, people on the second.
        "meeting",
        "liaison",
        "seat-together",
        // Trust, customer and process on the third, in display order.
        "shared-targets",
        "joint-value",
        "one-funnel",
        "shared-data",
        // What is left of the second.
        "joint-meetings",
        "rotation",
        "easy-feedback",
        "plan-together",
    ];
    assert_eq!(found, expected);
    assert_eq!(ids(POLISH, &record([3, 3, 1, 3, 2])), expected);
}

#[test]
fn a_theme_without_actions_on_its_level_takes_those_of_the_result() {
    // The customer alone is integrated, a level with no action about it; the sum is 60, aligned.
    let found = ids(ENGLISH, &record([2, 5, 3, 3, 2]));
    let expected = [
        "joint-meetings",
        "liaison",
        "seat-together",
        "up-down",
        "one-funnel",
        "shared-data",
        "joint-value",
        "one-executive",
        "shared-targets",
    ];
    assert_eq!(found, expected);
}

#[test]
fn on_one_level_all_of_its_actions_come_in_the_order_of_the_themes() {
    assert_eq!(ids(ENGLISH, &record([1; 5])), ["rules", "one-crm", "meeting", "sla", "shared-terms"]);
    assert_eq!(ids(ENGLISH, &record([5; 5])), ["guard", "retake", "watch", "rotate"]);
}

#[test]
fn without_themes_the_actions_of_the_level_come_in_the_order_of_the_file() {
    let mut file: Value = serde_json::from_str(include_str!("../../../../public/instruments/en.json")).expect("JSON");
    for action in file["levels"]["defined"]["actions"].as_array_mut().expect("actions") {
        action.as_object_mut().expect("an action").remove("theme");
    }
    let instrument = Instrument::parse(&file.to_string()).expect("an instrument");
    let found = ids(&instrument, &record([2; 5]));
    assert_eq!(found, ["joint-meetings", "rotation", "liaison", "seat-together", "easy-feedback", "plan-together"]);
}

#[test]
fn a_theme_reaches_a_level_at_its_bounds() {
    for (sum, level) in [
        (4, Level::Undefined),
        (7, Level::Undefined),
        (8, Level::Defined),
        (11, Level::Defined),
        (12, Level::Aligned),
        (15, Level::Aligned),
        (16, Level::Integrated),
        (20, Level::Integrated),
    ] {
        assert_eq!(level_of_theme(sum), level, "{sum}");
    }
}

proptest! {
    #[test]
    fn all_actions_of_the_level_are_there_and_none_twice(values in prop::collection::vec(1..=5u8, 20)) {
        let record = answered(|item| values[item.index()]);
        let found = ids(ENGLISH, &record);
        let unique: std::collections::BTreeSet<&String> = found.iter().collect();
        prop_assert_eq!(unique.len(), found.len());
        let level = ENGLISH.level(record.score().level());
        prop_assert!(level.actions.iter().all(|action| found.iter().any(|id| **id == *action.id)));
        let weakest = weakest_first(record.themes()).next().expect("five themes").0;
        let about = ENGLISH.action(&found[0]).and_then(|action| action.theme);
        // Only the highest level lacks actions about a theme, the customer.
        prop_assert!(about == Some(weakest) || weakest == Theme::Customer, "{:?} {:?}", about, weakest);
    }
}
