use super::*;
use crate::answers::ItemNumber;
use proptest::prelude::*;

fn answers(values: &[u8]) -> Answers {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(*value).expect("1–5"));
    }
    answers
}

/// Twenty answers with a given sum; the first ones are as high as possible.
fn summing_to(sum: u8) -> Complete {
    let mut rest = sum - 20;
    let values: Vec<u8> = (0..20)
        .map(|_| {
            let more = rest.min(4);
            rest -= more;
            1 + more
        })
        .collect();
    answers(&values).complete().expect("twenty answers")
}

#[test]
fn every_bound_of_every_level() {
    for (sum, level) in [
        (20, Level::Undefined),
        (39, Level::Undefined),
        (40, Level::Defined),
        (59, Level::Defined),
        (60, Level::Aligned),
        (79, Level::Aligned),
        (80, Level::Integrated),
        (100, Level::Integrated),
    ] {
        let score = Score::of(&summing_to(sum));
        assert_eq!(score.points(), sum);
        assert_eq!(score.level(), level, "{sum}");
    }
}

#[test]
fn the_levels_cover_all_sums_without_a_gap() {
    let sums: Vec<u8> = Level::ALL.into_iter().flat_map(|level| level.min_points()..=level.max_points()).collect();
    assert_eq!(sums, (20..=100).collect::<Vec<u8>>());
}

#[test]
fn the_distance_to_the_next_level() {
    let to_next = |sum| Score::of(&summing_to(sum)).to_next();
    assert_eq!(to_next(20), Some((Level::Defined, 20)));
    assert_eq!(to_next(39), Some((Level::Defined, 1)));
    assert_eq!(to_next(64), Some((Level::Integrated, 16)));
    assert_eq!(to_next(80), None);
    assert_eq!(to_next(100), None);
}

#[test]
fn an_incomplete_check_has_a_range_and_no_level() {
    let none = Answers::default();
    assert_eq!(possible_range(&none), Score::MIN..=Score::MAX);
    assert_eq!(levels_in(&possible_range(&none)).count(), 4);
    // Seventeen threes are 51; three open ones add 3 to 15.
    let some = answers(&[3; 17]);
    assert_eq!(some.complete(), None);
    assert_eq!(possible_range(&some), Score(54)..=Score(66));
    assert_eq!(levels_in(&possible_range(&some)).collect::<Vec<_>>(), [Level::Defined, Level::Aligned]);
}

#[test]
fn levels_have_the_keys_of_the_contract() {
    assert_eq!(Level::ALL.map(Level::key), ["undefined", "defined", "aligned", "integrated"]);
    for level in Level::ALL {
        assert_eq!(serde_json::to_value(level).expect("JSON"), level.key());
    }
}

#[test]
fn a_mean_score_is_on_a_level_once_it_reaches_the_lowest_score_of_it() {
    for (mean, level) in [
        (20.0, Level::Undefined),
        (39.99, Level::Undefined),
        (40.0, Level::Defined),
        (59.9, Level::Defined),
        (60.0, Level::Aligned),
        (79.99, Level::Aligned),
        (80.0, Level::Integrated),
        (100.0, Level::Integrated),
    ] {
        assert_eq!(Level::of_mean(mean), level, "{mean}");
    }
}

proptest! {
    #[test]
    fn a_score_is_the_sum_and_within_its_level(values in proptest::array::uniform20(1u8..=5)) {
        let complete = answers(&values).complete().expect("twenty answers");
        let score = Score::of(&complete);
        prop_assert_eq!(score.points(), values.iter().sum::<u8>());
        prop_assert!((score.level().min_points()..=score.level().max_points()).contains(&score.points()));
        prop_assert_eq!(possible_range(&complete.into()), score..=score);
    }

    #[test]
    fn no_answer_can_lead_out_of_the_range(
        values in proptest::array::uniform20(1u8..=5),
        open in proptest::collection::hash_set(1u8..=20, 0..=20),
    ) {
        let complete = answers(&values).complete().expect("twenty answers");
        let mut partial = Answers::default();
        for item in ItemNumber::all().filter(|item| !open.contains(&item.number())) {
            partial.set(item, complete.get(item));
        }
        let range = possible_range(&partial);
        let score = Score::of(&complete);
        prop_assert!(range.contains(&score));
        prop_assert!(levels_in(&range).any(|level| level == score.level()));
        let width = range.end().points() - range.start().points();
        prop_assert_eq!(usize::from(width), 4 * open.len());
    }

    #[test]
    fn a_better_answer_never_lowers_the_level(
        values in proptest::array::uniform20(1u8..=4),
        number in 0usize..20,
    ) {
        let mut better = values;
        better[number] += 1;
        let level = |values: &[u8]| Score::of(&answers(values).complete().expect("20")).level();
        prop_assert!(level(&better) >= level(&values));
    }
}

#[test]
fn a_score_is_from_20_to_100() {
    let points = |points| Score::new(points).map(Score::points);
    assert_eq!([0, 19, 20, 64, 100, 101, 255].map(points), [None, None, Some(20), Some(64), Some(100), None, None]);
}
