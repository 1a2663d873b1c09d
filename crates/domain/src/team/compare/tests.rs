use super::super::tally::tests::complete;
use super::*;
use proptest::prelude::*;

type Row = (Side, [u8; 20]);

fn compare(rows: &[Row], threshold: u32, pair_consents: bool) -> Comparison {
    let results: Vec<_> = rows.iter().map(|(side, values)| (*side, complete(*values))).collect();
    Comparison::of(results.iter().map(|(side, answers)| (*side, answers)), threshold, pair_consents)
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
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
