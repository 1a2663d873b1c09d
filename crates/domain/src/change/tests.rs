use proptest::prelude::*;

use super::*;
use crate::answers::Answers;
use crate::instrument::InstrumentRef;
use crate::record::tests::example;

fn record(values: &[u8]) -> Record {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(*value).expect("1–5"));
    }
    let (record, _) = Record::from_json(example()).expect("a result");
    Record { answers: answers.complete().expect("20 answers"), ..record }
}

fn values(changes: &[(u8, u8)]) -> [u8; 20] {
    let mut values = [3; 20];
    for (item, value) in changes {
        values[usize::from(*item) - 1] = *value;
    }
    values
}

#[test]
fn what_rose_and_fell_is_told() {
    // Items 1 and 2 are of trust, 3 of the customer.
    let before = record(&values(&[]));
    let now = record(&values(&[(1, 5), (2, 2), (3, 1)]));
    let change = Change::between(&before, &now).expect("one wording");
    assert_eq!((change.points, change.levels), (-1, -1));
    let themes = change.themes.map(|(theme, sum)| (theme.key(), sum));
    assert_eq!(themes, [("trust", 1), ("customer", -2), ("planning", 0), ("process", 0), ("people", 0)]);
    assert!(!change.is_none());
}

#[test]
fn the_largest_change_comes_first_and_a_fall_before_a_rise() {
    let before = record(&values(&[(9, 1), (20, 5)]));
    let now = record(&values(&[(1, 4), (2, 2), (5, 5), (7, 1), (9, 5), (12, 2), (20, 1)]));
    let change = Change::between(&before, &now).expect("one wording");
    let items: Vec<_> = change.items.iter().map(|(item, from, to)| (item.number(), from.value(), to.value())).collect();
    assert_eq!(items, [(20, 5, 1), (9, 1, 5), (7, 3, 1), (5, 3, 5), (2, 3, 2), (12, 3, 2), (1, 3, 4)]);
}

#[test]
fn the_bounds_are_the_whole_scale() {
    let (lowest, highest) = (record(&[1; 20]), record(&[5; 20]));
    let up = Change::between(&lowest, &highest).expect("one wording");
    assert_eq!((up.points, up.levels), (80, 3));
    assert!(up.themes.iter().all(|(_, sum)| *sum == 16));
    let down = Change::between(&highest, &lowest).expect("one wording");
    assert_eq!((down.points, down.levels, down.items.len()), (-80, -3, 20));
}

#[test]
fn answers_to_other_statements_are_not_compared() {
    let now = record(&[3; 20]);
    for (id, hash) in [("other", &*now.instrument.hash), (&*now.instrument.id, "0")] {
        let instrument = InstrumentRef { id: id.to_owned().into(), hash: hash.to_owned().into() };
        assert_eq!(Change::between(&Record { instrument, ..now.clone() }, &now), None);
    }
    assert!(Change::between(&now, &now).expect("one wording").is_none());
}

proptest! {
    #[test]
    fn the_parts_add_up(
        before in prop::collection::vec(1..=5u8, 20),
        now in prop::collection::vec(1..=5u8, 20),
    ) {
        let (before, now) = (record(&before), record(&now));
        let change = Change::between(&before, &now).expect("one wording");
        prop_assert_eq!(change.themes.iter().map(|(_, sum)| i16::from(*sum)).sum::<i16>(), change.points);
        let items = change.items.iter().map(|(_, from, to)| i16::from(to.value()) - i16::from(from.value()));
        prop_assert_eq!(items.sum::<i16>(), change.points);
        prop_assert!(change.items.iter().all(|(_, from, to)| from != to));
        let back = Change::between(&now, &before).expect("one wording");
        prop_assert_eq!((back.points, back.levels, back.items.len()), (-change.points, -change.levels, change.items.len()));
    }
}
