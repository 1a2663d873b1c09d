//! Spreads and distributions need more respondents than means.

use super::*;

const FIVE: Thresholds = Thresholds { means: 3, spreads: 5 };

fn sides(sales: usize, marketing: usize, other: usize) -> Vec<Row> {
    let answers = [(Side::Sales, 4, sales), (Side::Marketing, 3, marketing), (Side::Other, 2, other)];
    answers.into_iter().flat_map(|(side, answer, count)| same(side, [answer; 20], count)).collect()
}

/// Whether Sales, Marketing, the others and all have a distribution.
fn distributions(comparison: &Comparison) -> [bool; 4] {
    [&comparison.sales, &comparison.marketing, &comparison.other, &comparison.all].map(Group::has_distribution)
}

#[test]
fn the_distribution_counts_each_answer() {
    let rows: Vec<Row> = [1, 1, 1, 5, 5, 5, 5].map(|answer| (Side::Sales, starting_with(&[answer]))).to_vec();
    let sales = compare_from(&rows, FIVE, false).sales;
    let detail = sales.detail.as_ref().expect("shown");
    let distribution = detail.distribution.expect("seven respondents");
    assert_eq!((distribution[0], distribution[1]), ([3, 0, 0, 0, 4], [0, 0, 7, 0, 0]));
    assert_eq!(sales.display_mean(item(1)), Some(3.3));
}

#[test]
fn spreads_start_at_their_own_threshold_and_the_rest_at_that_of_the_means() {
    let mut rows = sides(5, 4, 0);
    for number in 0..2 {
        rows[number].1[0] = 1;
        rows[5 + number].1[0] = 5;
    }
    let comparison = compare_from(&rows, FIVE, false);
    let [sales, marketing] =
        [&comparison.sales, &comparison.marketing].map(|group| group.detail.as_ref().expect("shown"));
    assert!(sales.spreads.is_some() && sales.distribution.is_some());
    assert!(marketing.spreads.is_none() && marketing.distribution.is_none());
    assert!(marketing.agreement.is_some() && comparison.delta.is_some() && comparison.all.detail.is_some());
    assert_eq!(comparison.findings().divided, [(Side::Sales, item(1))]);
    assert!(comparison.has_suppressed_spreads() && !comparison.has_suppressed_group());
}

#[test]
fn all_together_have_a_distribution_if_every_group_has_one() {
    for ((sales, marketing, other), expected) in [
        ((5, 5, 0), [true, true, false, true]),
        ((5, 4, 0), [true, false, false, false]),
        ((5, 5, 1), [true, true, false, false]),
        ((5, 5, 4), [true, true, false, false]),
        ((5, 5, 5), [true, true, true, true]),
        ((4, 4, 0), [false, false, false, false]),
    ] {
        let comparison = compare_from(&sides(sales, marketing, other), FIVE, false);
        assert_eq!(distributions(&comparison), expected, "{sales}, {marketing}, {other}");
        let detail = comparison.all.detail.as_ref();
        assert_eq!(detail.is_some_and(|detail| detail.spreads.is_some()), expected[3]);
    }
}

#[test]
fn a_side_shows_its_distribution_in_both_rounds_or_in_neither() {
    let shown = |own: &[Row], other: &[Row]| {
        let mut round = compare_from(own, FIVE, false);
        round.suppress_hidden_in(&compare_from(other, FIVE, false));
        (distributions(&round), round.sales.detail.is_some())
    };
    let five = sides(5, 5, 0);
    assert_eq!(shown(&five, &sides(6, 5, 0)), ([true, true, false, true], true));
    assert_eq!(shown(&five, &sides(4, 5, 0)), ([false, true, false, false], true));
    assert_eq!(shown(&five, &sides(2, 5, 0)), ([false, true, false, false], false));
    assert_eq!(shown(&five, &sides(0, 5, 0)), ([true, true, false, true], true));
}

#[test]
fn a_pair_that_consents_sees_everything() {
    let comparison = compare_from(&sides(1, 1, 0), FIVE, true);
    assert_eq!(distributions(&comparison), [true, true, false, true]);
    assert!(comparison.all.detail.is_some_and(|detail| detail.spreads.is_some()), "two respondents have a spread");
}

#[test]
fn thresholds_are_from_1_to_10_and_that_of_spreads_is_the_higher() {
    for (set, (means, spreads)) in
        [((3, 5), (3, 5)), ((6, 5), (6, 6)), ((0, 0), (1, 1)), ((99, 99), (10, 10)), ((2, 99), (2, 10))]
    {
        assert_eq!(Thresholds::new(set.0, set.1), Thresholds { means, spreads }, "{set:?}");
    }
    assert_eq!(Thresholds::default(), Thresholds::new(THRESHOLD, SPREAD_THRESHOLD));
    assert_eq!(FIVE.at_least(4), Thresholds { means: 4, spreads: 5 });
}

#[test]
fn below_the_threshold_of_spreads_a_side_is_seen_by_its_means_and_its_agreement_only() {
    // Both have the sum 9 and the sum of squares 33, on which r*wg depends.
    let detail = |answers: [u8; 3], spreads: u32| {
        let rows = answers.map(|answer| (Side::Sales, starting_with(&[answer])));
        compare_from(&rows, Thresholds { means: 3, spreads }, false).sales.detail.expect("shown")
    };
    assert_eq!(detail([1, 4, 4], 4), detail([2, 2, 5], 4));
    assert_ne!(detail([1, 4, 4], 3), detail([2, 2, 5], 3));
}

proptest! {
    #[test]
    fn a_distribution_gives_the_number_of_respondents_and_the_mean(rows in rows()) {
        let comparison = compare_from(&rows, Thresholds { means: 1, spreads: 1 }, false);
        for group in [&comparison.sales, &comparison.marketing, &comparison.other, &comparison.all] {
            let Some(detail) = &group.detail else { continue };
            for (counts, mean) in detail.distribution.expect("shown").iter().zip(detail.means) {
                prop_assert_eq!(counts.iter().sum::<u32>(), group.respondents);
                let sum: u32 = counts.iter().zip(1..).map(|(count, answer)| count * answer).sum();
                prop_assert!((f64::from(sum) / f64::from(group.respondents) - mean).abs() < 1e-12);
            }
        }
    }
}
