use super::*;
use crate::answers::{Answer, Answers};
use proptest::prelude::*;

fn counts(values: &[u8]) -> Counts {
    let mut counts = Counts::default();
    for value in values {
        counts.add(*value);
    }
    counts
}

pub(crate) fn complete(values: [u8; 20]) -> Complete {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    answers.complete().expect("20 answers")
}

fn close(one: Option<f64>, other: f64) -> bool {
    one.is_some_and(|one| (one - other).abs() < 1e-9)
}

#[test]
fn the_check_values() {
    for (values, variance, deviation) in [
        (&[4, 4, 5, 3][..], 2.0 / 3.0, 0.5),
        (&[1, 5], 8.0, 2.0),
        (&[3, 3, 3, 3], 0.0, 0.0),
        (&[2, 3, 4, 4, 5], 1.3, 0.88),
        (&[5, 5, 5, 4], 0.25, 0.375),
    ] {
        let counts = counts(values);
        assert!(close(counts.variance(), variance), "{values:?}: {:?}", counts.variance());
        assert!(close(counts.average_deviation(), deviation), "{values:?}: {:?}", counts.average_deviation());
    }
    assert_eq!((counts(&[]).mean(), counts(&[4]).variance(), counts(&[4]).average_deviation()), (None, None, None));
}

#[test]
fn five_sixths_is_still_agreement() {
    for (values, agree) in [
        // AD = 5/6 without a remainder.
        (&[1, 1, 1, 1, 1, 4][..], true),
        (&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 5], true),
        // 1/2, 1, and 35/36.
        (&[2, 3, 3, 4], true),
        (&[2, 2, 4, 4], false),
        (&[1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3], false),
    ] {
        assert_eq!(counts(values).is_agreement(), agree, "{values:?}");
    }
}

#[test]
fn delta_compares_the_sums_of_two_groups() {
    let group = |values: &[u8]| {
        let mut tally = Tally::default();
        for value in values {
            tally.add(&complete([*value; 20]));
        }
        tally
    };
    let (one, other) = (group(&[4, 4, 5, 3]), group(&[2, 3, 3, 2]));
    assert!(close(one.cliffs_delta(&other), 0.875));
    assert!(close(other.cliffs_delta(&one), -0.875));
    assert_eq!(one.cliffs_delta(&group(&[1, 1])), None);
    assert!(close(group(&[1, 5]).agreement(), -3.0));
    assert!(close(group(&[3, 3]).agreement(), 1.0));
    assert_eq!(group(&[3]).agreement(), None);
}

proptest! {
    #[test]
    fn means_lie_between_the_least_and_the_most(values in proptest::collection::vec(1u8..=5, 1..60)) {
        let counts = counts(&values);
        let mean = counts.mean().expect("a mean");
        let least = f64::from(*values.iter().min().expect("one"));
        let most = f64::from(*values.iter().max().expect("one"));
        prop_assert!(least <= mean && mean <= most);
        if values.len() > 1 {
            prop_assert!((0.0..=2.0).contains(&counts.average_deviation().expect("two")));
            prop_assert!((0.0..=8.0).contains(&counts.variance().expect("two")));
            prop_assert_eq!(counts.is_agreement(), counts.average_deviation().expect("two") <= 5.0 / 6.0 + 1e-12);
        }
    }

    #[test]
    fn two_groups_together_are_one(
        one in proptest::collection::vec(proptest::array::uniform20(1u8..=5), 0..12),
        other in proptest::collection::vec(proptest::array::uniform20(1u8..=5), 0..12),
    ) {
        let tally = |rows: &[[u8; 20]]| {
            let mut tally = Tally::default();
            for row in rows {
                tally.add(&complete(*row));
            }
            tally
        };
        let mut merged = tally(&one);
        merged.merge(&tally(&other));
        let both: Vec<_> = other.iter().chain(&one).copied().collect();
        prop_assert_eq!(merged, tally(&both));
    }
}
