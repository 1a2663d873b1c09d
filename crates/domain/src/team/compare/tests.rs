mod spreads;
mod themes;

use super::super::tally::tests::complete;
use super::*;
use proptest::prelude::*;

pub type Row = (Side, [u8; 20]);

/// Compares with one threshold for means and spreads.
fn compare(rows: &[Row], threshold: u32, pair_consents: bool) -> Comparison {
    compare_from(rows, Thresholds { means: threshold, spreads: threshold }, pair_consents)
}

pub fn compare_from(rows: &[Row], thresholds: Thresholds, pair_consents: bool) -> Comparison {
    let results: Vec<_> = rows.iter().map(|(side, values)| (*side, complete(*values))).collect();
    Comparison::of(results.iter().map(|(side, answers)| (*side, answers)), thresholds, pair_consents)
}

pub fn rows() -> impl Strategy<Value = Vec<Row>> {
    let side = (0usize..3).prop_map(|side| Side::ALL[side]);
    proptest::collection::vec((side, proptest::array::uniform20(1u8..=5)), 0..16)
}

fn item(number: u8) -> ItemNumber {
    ItemNumber::new(number).expect("1–20")
}

#[test]
fn two_people_one_a_side_are_shown_their_sums_and_more_when_both_agree() {
    let mut marketing = [4; 20];
    marketing[6] = 1;
    let pair = [(Side::Sales, [3; 20]), (Side::Marketing, marketing)];
    let before = compare(&pair, THRESHOLD, false);
    assert!(before.is_pair());
    assert_eq!(before.sum_gap(), Some(60.0 - 77.0));
    assert_eq!((before.both_details(), before.all.detail.clone(), before.mean_gap()), (None, None, None));
    let pair_consents = compare(&pair, THRESHOLD, true);
    assert_eq!((pair_consents.gap(item(7)), pair_consents.wide_gaps()), (Some(2.0), vec![item(7)]));
    assert_eq!(pair_consents.mean_gap(), Some((19.0 + 2.0) / 20.0));
    assert_eq!(pair_consents.sales.detail.expect("shown").spreads, None, "one person has no spread");
    let three = [pair[0], pair[1], (Side::Sales, [5; 20])];
    assert_eq!(compare(&three, THRESHOLD, true).both_details(), None, "only two can both agree");
}

#[test]
fn the_check_values_of_six_people() {
    let rows = [
        (Side::Sales, [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4]),
        (Side::Sales, [2, 1, 3, 1, 2, 4, 2, 2, 3, 2, 1, 2, 3, 2, 2, 4, 1, 1, 2, 2]),
        (Side::Sales, [3, 3, 2, 3, 1, 5, 3, 3, 2, 2, 2, 3, 1, 3, 3, 3, 2, 3, 3, 3]),
        (Side::Marketing, [4, 4, 4, 5, 5, 2, 4, 4, 5, 4, 3, 4, 4, 5, 5, 4, 1, 2, 4, 4]),
        (Side::Marketing, [3, 4, 3, 5, 5, 3, 4, 3, 4, 4, 2, 3, 5, 4, 5, 4, 2, 1, 3, 5]),
        (Side::Marketing, [5, 4, 3, 4, 4, 2, 3, 4, 4, 3, 3, 4, 4, 4, 4, 5, 1, 1, 5, 4]),
    ];
    let comparison = compare(&rows, THRESHOLD, false);
    let text = |value: Option<f64>, decimals: usize| format!("{:.decimals$}", value.expect("shown"));
    let sums = [&comparison.sales, &comparison.marketing, &comparison.all]
        .map(|group| text(group.mean_sum(DISPLAY_DECIMALS), 1));
    assert_eq!(sums, ["53.0", "73.3", "63.2"]);
    assert_eq!(text(comparison.sum_gap(), 1), "-20.3");
    let gaps = [4, 5, 6].map(|number| {
        let item = item(number);
        [text(comparison.gap_rounded(item, FILE_DECIMALS), 2), text(comparison.gap(item), 1)]
    });
    // 2.0 and 4.7, 2.3 and 4.7, 4.3 and 2.3.
    assert_eq!(gaps, [["-2.67", "-2.7"], ["-2.33", "-2.4"], ["2.00", "2.0"]]);
    assert_eq!(text(comparison.delta, 1), "-1.0");
    let agreement = [&comparison.sales, &comparison.marketing, &comparison.all]
        .map(|group| text(group.detail.as_ref().and_then(|detail| detail.agreement), 2));
    assert_eq!(agreement, ["0.55", "0.81", "0.42"]);
}

#[test]
fn nothing_at_all_is_no_error() {
    let empty = compare(&[], 1, true);
    assert_eq!((empty.all.respondents, empty.all.mean, empty.delta), (0, None, None));
    assert_eq!(empty.findings(), Findings::default());
    let one_side = compare(&[(Side::Sales, [4; 20]); 3], 3, false);
    assert!(one_side.sales.detail.is_some() && one_side.both_details().is_none());
}

#[test]
fn the_lists_lead_to_talk() {
    let mut sales = [3; 20];
    let mut marketing = [3; 20];
    (sales[0], marketing[0]) = (5, 2);
    (sales[1], marketing[1]) = (2, 2);
    (sales[2], marketing[2]) = (5, 5);
    let mut rows = vec![(Side::Sales, sales); 3];
    rows.extend([(Side::Marketing, marketing); 3]);
    rows[0].1[9] = 1;
    rows[1].1[9] = 5;
    let findings = compare(&rows, 3, false).findings();
    assert_eq!(findings.gaps, [item(1)]);
    assert_eq!(findings.weaknesses, [item(2)]);
    assert_eq!(findings.strengths, [item(3)]);
    assert_eq!(findings.divided, [(Side::Sales, item(10))]);
}

/// `count` respondents of a side with the same answers.
pub fn same(side: Side, values: [u8; 20], count: usize) -> Vec<Row> {
    vec![(side, values); count]
}

/// Twenty threes, apart from the answers to the first items.
pub fn starting_with(first: &[u8]) -> [u8; 20] {
    let mut values = [3; 20];
    values[..first.len()].copy_from_slice(first);
    values
}

#[test]
fn orders_have_the_keys_of_the_page() {
    assert_eq!(Order::ALL.map(Order::key), ["gap", "mean", "number", "theme"]);
}

#[test]
fn a_mean_score_just_below_a_level_is_not_rounded_into_it() {
    // 24 respondents with 60 points and one with 59: 1499 / 25 = 59.96.
    let rows = [same(Side::Sales, [3; 20], 24), same(Side::Sales, starting_with(&[2]), 1)].concat();
    let sales = compare(&rows, 3, false).sales;
    assert_eq!(sales.mean.map(|(_, level)| level), Some(Level::Defined));
    assert_eq!((sales.mean_sum(0), sales.mean_sum(1), sales.mean_sum(2)), (Some(59.0), Some(59.9), Some(59.96)));
}

#[test]
fn the_size_of_the_difference_needs_both_sides_at_the_threshold() {
    let rows = |marketing| [same(Side::Sales, [4; 20], 5), same(Side::Marketing, [3; 20], marketing)].concat();
    assert_eq!(compare(&rows(4), 5, false).delta, None);
    assert_eq!(compare(&rows(5), 5, false).delta, Some(1.0));
    let turned: Vec<Row> = [same(Side::Sales, [4; 20], 4), same(Side::Marketing, [3; 20], 5)].concat();
    assert_eq!(compare(&turned, 5, false).delta, None);
}

#[test]
fn a_group_is_suppressed_if_it_is_not_empty_and_below_the_threshold() {
    for (sales, marketing, other, suppressed) in [
        (0, 0, 0, false),
        (3, 0, 0, false),
        (3, 3, 3, false),
        (2, 0, 0, true),
        (3, 1, 0, true),
        (3, 3, 2, true),
        (0, 0, 1, true),
    ] {
        let rows = [
            same(Side::Sales, [3; 20], sales),
            same(Side::Marketing, [3; 20], marketing),
            same(Side::Other, [3; 20], other),
        ]
        .concat();
        let comparison = compare(&rows, 3, false);
        assert_eq!(comparison.has_suppressed_group(), suppressed, "{sales}, {marketing}, {other}");
        assert_eq!(comparison.all.detail.is_none(), suppressed || rows.is_empty(), "{sales}, {marketing}, {other}");
    }
}

#[test]
fn only_two_respondents_of_different_sides_are_a_pair() {
    for (sales, marketing, other, pair) in
        [(1, 1, 0, true), (1, 1, 1, false), (2, 1, 0, false), (1, 2, 0, false), (2, 0, 0, false), (1, 0, 1, false)]
    {
        let rows = [
            same(Side::Sales, [3; 20], sales),
            same(Side::Marketing, [3; 20], marketing),
            same(Side::Unstated, [3; 20], other),
        ]
        .concat();
        let comparison = compare(&rows, 3, true);
        assert_eq!((comparison.is_pair(), comparison.both_details().is_some()), (pair, pair));
    }
}

#[test]
fn a_round_suppresses_the_sides_that_are_small_in_the_other_round_and_no_others() {
    let round = |sales: usize, marketing: usize| {
        compare(&[same(Side::Sales, [4; 20], sales), same(Side::Marketing, [3; 20], marketing)].concat(), 3, false)
    };
    let shown = |other: &Comparison| {
        let mut own = round(3, 3);
        own.suppress_hidden_in(other);
        [&own.sales, &own.marketing, &own.all].map(|group| group.detail.is_some()).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(shown(&round(3, 3)), [true, true, true]);
    assert_eq!(shown(&round(2, 3)), [false, true, false]);
    assert_eq!(shown(&round(3, 1)), [true, false, false]);
    // A side without respondents in the other round cannot be computed by subtraction from it.
    assert_eq!(shown(&round(0, 3)), [true, true, true]);
    let mut own = round(3, 3);
    assert_eq!(own.delta, Some(1.0));
    own.suppress_hidden_in(&round(3, 1));
    assert_eq!(own.delta, None);
}

#[test]
fn the_exact_gap_is_not_rounded() {
    // 7/3 and 14/3; 13/3 and 7/3.
    let rows = [
        (Side::Sales, starting_with(&[2, 4])),
        (Side::Sales, starting_with(&[2, 4])),
        (Side::Sales, starting_with(&[3, 5])),
        (Side::Marketing, starting_with(&[5, 2])),
        (Side::Marketing, starting_with(&[5, 2])),
        (Side::Marketing, starting_with(&[4, 3])),
    ];
    let comparison = compare(&rows, 3, false);
    let close = |gap: Option<f64>, expected: f64| gap.is_some_and(|gap| (gap - expected).abs() < 1e-12);
    assert!(close(comparison.exact_gap(item(1)), -7.0 / 3.0));
    assert!(close(comparison.exact_gap(item(2)), 2.0));
    assert_eq!(compare(&rows[..3], 3, false).exact_gap(item(1)), None);
}

#[test]
#[expect(clippy::float_cmp, reason = "rounded to one decimal")]
fn the_midpoint_is_that_of_the_displayed_means_or_the_mean_of_one_side() {
    // 2.3 and 4.7, and 3 and 4.
    let sales = [same(Side::Sales, starting_with(&[2, 3]), 2), same(Side::Sales, starting_with(&[3, 3]), 1)].concat();
    let marketing =
        [same(Side::Marketing, starting_with(&[5, 4]), 2), same(Side::Marketing, starting_with(&[4, 4]), 1)].concat();
    let both = compare(&[sales.clone(), marketing.clone()].concat(), 3, false);
    assert_eq!([1, 2, 3].map(|number| both.midpoint(item(number))), [3.5, 3.5, 3.0]);
    assert_eq!(compare(&sales, 3, false).midpoint(item(1)), 2.3);
    assert_eq!(compare(&marketing, 3, false).midpoint(item(1)), 4.7);
    assert_eq!(compare(&sales, 4, false).midpoint(item(1)), 0.0);
}

#[test]
fn the_order_by_mean_starts_with_the_lowest_midpoint() {
    let rows =
        [same(Side::Sales, starting_with(&[4, 1, 2]), 3), same(Side::Marketing, starting_with(&[4, 2, 2]), 3)].concat();
    let ordered: Vec<u8> = compare(&rows, 3, false).ordered(Order::Mean).into_iter().map(ItemNumber::number).collect();
    // 1.5, 2, then the threes in the order of the items, then 4.
    assert_eq!(ordered[..4], [2, 3, 4, 5]);
    assert_eq!(ordered[19], 1);
}

#[test]
fn a_weakness_or_strength_is_shared_by_both_sides() {
    // Five respondents per side. Means: 2.0 and 3.0 (gap 1), 2.0 and 2.6, 2.6 and 2.0, 2.4 and 2.4, 3.4 and 4.0, 3.6 and 3.6.
    let rows = |side, values: [[u8; 6]; 5]| values.map(|values| (side, starting_with(&values)));
    let sales = rows(
        Side::Sales,
        [[2, 2, 3, 2, 3, 4], [2, 2, 3, 2, 3, 4], [2, 2, 3, 2, 3, 4], [2, 2, 2, 3, 4, 3], [2, 2, 2, 3, 4, 3]],
    );
    let marketing = rows(
        Side::Marketing,
        [[3, 3, 2, 2, 4, 4], [3, 3, 2, 2, 4, 4], [3, 3, 2, 2, 4, 4], [3, 2, 2, 3, 4, 3], [3, 2, 2, 3, 4, 3]],
    );
    let findings = compare(&[sales, marketing].concat(), 3, false).findings();
    assert_eq!(findings.weaknesses, [item(4)]);
    assert_eq!(findings.strengths, [item(6)]);
    // A gap of exactly 1 is not shared, whatever the means.
    let rows = [same(Side::Sales, [1; 20], 3), same(Side::Marketing, [2; 20], 3)].concat();
    assert_eq!(compare(&rows, 3, false).findings().weaknesses, []);
}

#[test]
fn disagreement_is_listed_by_side_and_widest_spread_first() {
    // AD of 1, 3, 5: 4/3; of 1, 5, 5: 16/9; of 1, 1, 4: 4/3; of 3, 3, 3: 0.
    let sales = [[1, 1, 1, 3], [3, 5, 1, 3], [5, 5, 4, 3]].map(|first| (Side::Sales, starting_with(&first)));
    let marketing = [[3, 1], [3, 5], [3, 5]].map(|first| (Side::Marketing, starting_with(&first)));
    let findings = compare(&[sales.to_vec(), marketing.to_vec()].concat(), 3, false).findings();
    assert_eq!(
        findings.divided,
        [(Side::Sales, item(2)), (Side::Sales, item(1)), (Side::Sales, item(3)), (Side::Marketing, item(2))]
    );
}

#[test]
fn each_list_has_at_most_five_items_per_side() {
    let rows = [same(Side::Sales, [1; 20], 3), same(Side::Marketing, [1; 20], 3)].concat();
    let weaknesses = compare(&rows, 3, false).findings().weaknesses;
    assert_eq!(weaknesses, [1, 2, 3, 4, 5].map(item));
    let rows = [same(Side::Sales, [1; 20], 3), same(Side::Marketing, [5; 20], 3)].concat();
    assert_eq!(compare(&rows, 3, false).findings().gaps, [1, 2, 3, 4, 5].map(item));
}

proptest! {
    #[test]
    fn the_order_of_the_results_never_matters(rows in rows(), by in any::<u64>(), threshold in 1u32..5) {
        let mut mixed = rows.clone();
        let mut state = by;
        for index in (1..mixed.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            mixed.swap(index, usize::try_from(state >> 33).expect("31 bits") % (index + 1));
        }
        prop_assert_eq!(compare(&rows, threshold, false), compare(&mixed, threshold, false));
    }

    /// Other answers with the same scores in a suppressed group give the same comparison.
    #[test]
    fn nothing_but_the_sums_of_a_small_group_can_be_seen(rows in rows(), by in 1usize..20, side in 0usize..3, pair_consents: bool) {
        let hidden = Side::ALL[side];
        let respondents = rows.iter().filter(|(side, _)| *side == hidden).count();
        let threshold = u32::try_from(respondents + 1).expect("few");
        // Rotating the answers of each respondent keeps the scores.
        let other: Vec<Row> = rows.iter().map(|(side, values)| {
            let mut values = *values;
            if *side == hidden {
                values.rotate_left(by);
            }
            (*side, values)
        }).collect();
        let (one, two) = (compare(&rows, threshold, pair_consents), compare(&other, threshold, pair_consents));
        if !(pair_consents && one.is_pair()) {
            prop_assert_eq!(&one, &two);
            for order in Order::ALL {
                prop_assert_eq!(one.ordered(order), two.ordered(order));
            }
            prop_assert_eq!(one.findings(), two.findings());
        }
    }

    #[test]
    fn a_gap_is_that_of_the_figures_beside_it_and_its_place_and_direction_are_its_own(rows in rows()) {
        let comparison = compare(&rows, 1, false);
        let tenths = |value: f64| (value * 10.0).round();
        for item in ItemNumber::all() {
            let means = comparison.sales.display_mean(item).zip(comparison.marketing.display_mean(item));
            prop_assert_eq!(comparison.gap(item).map(tenths), means.map(|(sales, marketing)| tenths(sales) - tenths(marketing)));
        }
        let sums = comparison.sales.mean_sum(DISPLAY_DECIMALS).zip(comparison.marketing.mean_sum(DISPLAY_DECIMALS));
        prop_assert_eq!(comparison.sum_gap().map(tenths), sums.map(|(sales, marketing)| tenths(sales) - tenths(marketing)));
        let gaps: Vec<f64> = comparison.ordered(Order::Gap).into_iter().filter_map(|item| comparison.gap(item)).collect();
        prop_assert!(gaps.is_sorted_by(|wide, narrow| wide.abs() >= narrow.abs()), "{:?}", gaps);
        for group in [&comparison.sales, &comparison.marketing, &comparison.all] {
            for decimals in [DISPLAY_DECIMALS, FILE_DECIMALS] {
                prop_assert_eq!(group.mean_sum(decimals).map(Level::of_mean), group.mean.map(|(_, level)| level));
            }
        }
    }

    #[test]
    fn what_is_shown_is_really_there(values in proptest::array::uniform20(1u8..=5), by in 1usize..20) {
        let mut moved = values;
        moved.rotate_left(by);
        let (one, two) = ([(Side::Sales, values); 3], [(Side::Sales, moved); 3]);
        prop_assert_eq!(compare(&one, 3, false) == compare(&two, 3, false), values == moved);
    }

    #[test]
    fn a_gap_is_the_opposite_of_that_of_the_other_side(rows in rows()) {
        let turned: Vec<Row> = rows.iter().map(|(side, values)| {
            let side = match side {
                Side::Sales => Side::Marketing,
                Side::Marketing => Side::Sales,
                other => *other,
            };
            (side, *values)
        }).collect();
        let (one, two) = (compare(&rows, 1, false), compare(&turned, 1, false));
        for item in ItemNumber::all() {
            prop_assert_eq!(one.gap(item), two.gap(item).map(|gap| -gap));
        }
        prop_assert_eq!(one.delta, two.delta.map(|delta| -delta));
        prop_assert_eq!(one.findings().weaknesses, two.findings().weaknesses);
    }
}
