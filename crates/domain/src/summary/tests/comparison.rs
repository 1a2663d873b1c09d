//! What is in the summary of a comparison, and what is not.

use super::*;
use crate::answers::ItemNumber;
use crate::instrument::Theme;
use crate::score::Level;
use crate::team::Seal;
use crate::team::compare::{DISPLAY_DECIMALS, Group};
use crate::timestamp::Day;

fn summary(rows: &[Row], thresholds: Thresholds) -> Option<ComparisonSummary> {
    ComparisonSummary::of(&compare_from(rows, thresholds, false), "")
}

/// What the summary of rows shows.
fn shown(rows: &[Row]) -> Comparison {
    summary(rows, DEFAULT).expect("shown").to_comparison()
}

fn sides(sales: usize, marketing: usize, other: usize) -> Vec<Row> {
    let answers = [(Side::Sales, 4, sales), (Side::Marketing, 3, marketing), (Side::Other, 2, other)];
    answers.into_iter().flat_map(|(side, answer, count)| same(side, [answer; 20], count)).collect()
}

fn groups(comparison: &Comparison) -> [&Group; 4] {
    [&comparison.sales, &comparison.marketing, &comparison.other, &comparison.all]
}

fn first() -> ItemNumber {
    ItemNumber::FIRST
}

#[test]
fn a_side_has_figures_from_three_respondents_whatever_the_threshold() {
    const ONE: Thresholds = Thresholds { means: 1, spreads: 1 };
    const FIVE: Thresholds = Thresholds { means: 5, spreads: 5 };
    for (thresholds, (sales, marketing, other), expected) in [
        (ONE, (3, 3, 0), Some([true, true, false, true])),
        (ONE, (3, 2, 0), Some([true, false, false, false])),
        (ONE, (3, 3, 1), Some([true, true, false, false])),
        (ONE, (3, 3, 3), Some([true, true, true, true])),
        (ONE, (2, 2, 0), None),
        (FIVE, (5, 4, 0), Some([true, false, false, false])),
        (FIVE, (4, 4, 4), None),
    ] {
        let summary = summary(&sides(sales, marketing, other), thresholds);
        let comparison = summary.as_ref().map(ComparisonSummary::to_comparison);
        let has_figures = comparison.as_ref().map(|comparison| {
            assert_eq!(comparison.all.respondents as usize, sales + marketing + other);
            groups(comparison).map(|group| {
                assert_eq!(group.mean.is_some(), group.detail.is_some());
                group.detail.is_some()
            })
        });
        assert_eq!(has_figures, expected, "{thresholds:?}: {sales}, {marketing}, {other}");
        assert!(comparison.is_none_or(|comparison| comparison.thresholds.means == thresholds.means.max(3)));
    }
}

#[test]
fn consent_is_for_the_two_who_gave_it() {
    let pair = compare_from(&sides(1, 1, 0), DEFAULT, true);
    assert!(pair.both_details().is_some());
    assert_eq!(ComparisonSummary::of(&pair, ""), None);
}

#[test]
fn a_seal_holds_in_the_summary() {
    let sealed = |minimum, opened| {
        let mut team = crate::team::Team { seal: Some(Seal { minimum, opened }), ..Default::default() };
        let record = |(side, values): &Row| {
            let answers = crate::team::tally::tests::complete(*values);
            std::sync::Arc::new(Record { side: *side, answers, ..record() })
        };
        team.results = sides(5, 4, 0).iter().map(record).collect();
        ComparisonSummary::of(&team.comparison(DEFAULT, false), "")
    };
    assert_eq!(sealed(4, false), None);
    assert_eq!(sealed(6, true), None);
    let comparison = sealed(5, true).expect("shown").to_comparison();
    assert_eq!(comparison.seal, Some(Seal { minimum: 5, opened: true }));
    assert_eq!(groups(&comparison).map(|group| group.mean.is_some()), [true, false, false, false]);
    assert!(comparison.has_hidden_sum());
}

#[test]
fn no_mean_says_that_all_gave_the_same_extreme_answer() {
    for (respondents, lowest, highest) in [(3, 1.3, 4.7), (4, 1.3, 4.8), (9, 1.1, 4.9), (10, 1.1, 4.9), (400, 1.1, 4.9)]
    {
        let rows = same(Side::Sales, starting_with(&[1, 5]), respondents);
        let sales = shown(&rows).sales;
        let means = [1, 2, 3].map(|number| sales.display_mean(ItemNumber::new(number).expect("1–20")));
        assert_eq!(means, [Some(lowest), Some(highest), Some(3.0)], "{respondents}");
        // One of them gave the next answer.
        let mut other = rows;
        (other[0].1[0], other[0].1[1]) = (2, 4);
        assert_eq!(shown(&other).sales, sales, "{respondents}");
    }
}

#[test]
fn a_sum_of_extreme_answers_is_coded_too() {
    let sales = |answer| shown(&same(Side::Sales, [answer; 20], 4)).sales;
    assert_eq!(sales(5).mean, Some((95.0, Level::Integrated)));
    assert_eq!(sales(1).mean, Some((25.0, Level::Undefined)));
}

#[test]
fn a_sum_without_coded_means_is_that_of_the_page() {
    // 24 respondents with 60 points and one with 59: 59.96, displayed as 59.9.
    let rows = [same(Side::Sales, [3; 20], 24), same(Side::Sales, starting_with(&[2]), 1)].concat();
    let (page, sales) = (compare_from(&rows, DEFAULT, false).sales, shown(&rows).sales);
    assert_eq!(sales.mean, Some((59.9, Level::Defined)));
    assert_eq!(sales.mean_sum(DISPLAY_DECIMALS), page.mean_sum(DISPLAY_DECIMALS));
}

#[test]
fn nothing_but_means_is_shown() {
    let comparison = shown(&sides(8, 8, 8));
    assert_eq!((comparison.delta, comparison.findings().divided.len()), (None, 0));
    for group in groups(&comparison) {
        let detail = group.detail.as_ref().expect("shown");
        assert_eq!((&detail.spreads, &detail.distribution, detail.agreement), (&None, &None, None));
    }
    let fields = object(&of_comparison());
    let names: Vec<&String> = fields.as_object().expect("an object").keys().collect();
    assert_eq!(names, ["instrument", "kind", "sides", "spread_threshold", "threshold", "title", "type", "version"]);
    let sales = fields["sides"]["sales"].as_object().expect("an object");
    assert_eq!(sales.keys().collect::<Vec<_>>(), ["means", "n", "sum"]);
}

#[test]
fn a_small_side_has_its_count_only() {
    let fields = object(&of_rows(&sides(3, 2, 0), "").expect("shown"));
    assert_eq!(fields["sides"]["marketing"], json!({ "n": 2 }));
    assert_eq!(fields["sides"].get("other"), None);
}

#[test]
fn days_and_title_come_along() {
    let day = |text: &str| Day::parse(text).expect("a day");
    let days = Some((day("2026-11-01"), day("2026-11-24")));
    let comparison = Comparison { days: days.clone(), ..compare_from(&sides(3, 3, 0), DEFAULT, false) };
    let summary = ComparisonSummary::of(&comparison, " Q4\n").expect("shown");
    assert_eq!((summary.title(), summary.to_comparison().days), ("Q4", days));
    let summary = Summary::Comparison(summary);
    assert_eq!(Summary::read(&summary.write()), Ok(summary.clone()));
    assert!(damaged(changed(&summary, "/days", json!(["2026-11-24", "2026-11-01"]))));
    assert!(damaged(changed(&summary, "/days", json!(["2026-11-24"]))));
    assert!(damaged(changed(&summary, "/days", json!(["yesterday", "today"]))));
}

#[test]
fn rules_are_checked_again_when_it_is_read() {
    let summary = of_comparison();
    let mean = |mean: f64| [vec![mean], vec![4.0; 19]].concat();
    for (field, value) in [
        ("/sides/sales/n", json!(2)),
        ("/sides/sales/n", json!(0)),
        ("/sides/sales/n", json!(-3)),
        ("/sides/sales/n", json!(3.5)),
        ("/sides/sales/n", json!(5_000_000)),
        ("/sides/sales/n", json!(null)),
        ("/sides/sales/sum", json!(null)),
        ("/sides/sales/means", json!(null)),
        ("/sides/sales/sum", json!(82.0)),
        ("/sides/sales/sum", json!(78.0)),
        ("/sides/sales/sum", json!(80.03)),
        ("/sides/sales/sum", json!(1e300)),
        ("/sides/sales/means", json!(vec![4.0; 19])),
        ("/sides/sales/means", json!(vec![4.0; 21])),
        ("/sides/sales/means", json!(mean(3.99))),
        ("/sides/sales/means", json!(mean(4.9))),
        ("/sides/sales/means", json!(mean(5.0))),
        ("/sides/sales/means", json!(mean(-4.0))),
        ("/threshold", json!(2)),
        ("/threshold", json!(5)),
        ("/threshold", json!(11)),
        ("/threshold", json!(null)),
        ("/spread_threshold", json!(2)),
        ("/spread_threshold", json!(11)),
        ("/minimum", json!(1)),
        ("/minimum", json!(5)),
        ("/minimum", json!(11)),
        ("/title", json!("x".repeat(81))),
        ("/title", json!(7)),
        ("/sides", json!({})),
        ("/sides", json!({ "sales": { "n": 7 } })),
        ("/sides", json!(null)),
    ] {
        let read = changed(&summary, field, value.clone());
        assert!(damaged(read.clone()), "{field} {value}: {read:?}");
    }
    for (field, value) in [
        ("/sides/sales/n", json!(1_000_000)),
        ("/sides/sales/sum", json!(81.1)),
        ("/sides/sales/sum", json!(79)),
        ("/sides/sales/means", json!(mean(4.8))),
        ("/sides/marketing", json!(null)),
        ("/sides/marketing", json!({ "n": 1 })),
        ("/threshold", json!(3)),
        ("/minimum", json!(3)),
        ("/spread_threshold", json!(10)),
        ("/title", json!("x".repeat(80))),
    ] {
        let read = changed(&summary, field, value.clone());
        assert!(read.is_ok(), "{field} {value}: {read:?}");
    }
}

/// Moves answers to an item between two respondents of a side, so that the mean stays: one more and one less where that
/// is possible.
fn with_the_same_means(rows: &[Row], moves: &[(usize, usize, usize)]) -> Vec<Row> {
    let mut rows = rows.to_vec();
    for (one, other, item) in moves {
        let (one, other) = (one % rows.len(), other % rows.len());
        let possible =
            one != other && rows[one].0 == rows[other].0 && rows[one].1[*item] < 5 && rows[other].1[*item] > 1;
        if possible {
            rows[one].1[*item] += 1;
            rows[other].1[*item] -= 1;
        }
    }
    rows
}

proptest! {
    #[test]
    fn a_summary_comes_back(rows in rows(), title in ".{0,90}", means in 1u32..6) {
        let comparison = compare_from(&rows, Thresholds { means, spreads: 5 }, false);
        if let Some(summary) = ComparisonSummary::of(&comparison, &title).map(Summary::Comparison) {
            prop_assert_eq!(Summary::decode(&summary.encode()), Ok(summary.clone()));
            prop_assert_eq!(Summary::read(&summary.write()), Ok(summary));
        }
    }

    /// Other answers on each side that is too small.
    #[test]
    fn nothing_of_a_small_side_is_in_a_summary(
        rows in rows(),
        answers in prop::collection::vec(prop::array::uniform20(1u8..=5), 16),
        means in 1u32..6,
    ) {
        let count = |side: Side| rows.iter().filter(|(own, _)| *own == side).count();
        let other: Vec<Row> = rows.iter().zip(answers).map(|((side, own), other)| {
            let small = count(*side) < means.max(3) as usize;
            (*side, if small { other } else { *own })
        }).collect();
        let thresholds = Thresholds { means, spreads: 5 };
        prop_assert_eq!(summary(&rows, thresholds), summary(&other, thresholds));
    }

    /// Extreme answers of everybody but one, and of everybody.
    #[test]
    fn nothing_that_coding_hides_is_in_a_summary(rows in rows(), item in 0usize..20, highest: bool) {
        let (extreme, next) = if highest { (5, 4) } else { (1, 2) };
        let all: Vec<Row> = rows.iter().map(|(side, values)| {
            let mut values = *values;
            values[item] = extreme;
            (*side, values)
        }).collect();
        for side in [Side::Sales, Side::Marketing, Side::Other] {
            let mut other = all.clone();
            if let Some((_, values)) = other.iter_mut().find(|(own, _)| *own == side) {
                values[item] = next;
            }
            prop_assert_eq!(summary(&all, DEFAULT), summary(&other, DEFAULT));
        }
    }

    /// The same means from other answers, with other sums of the respondents, other spreads and another agreement.
    #[test]
    fn a_summary_depends_on_the_answers_through_the_means_only(
        rows in rows(),
        moves in prop::collection::vec((0usize..16, 0usize..16, 0usize..20), 0..60),
    ) {
        if !rows.is_empty() {
            prop_assert_eq!(summary(&rows, DEFAULT), summary(&with_the_same_means(&rows, &moves), DEFAULT));
        }
    }

    /// Of up to ten respondents: two summaries with equal displayed means are equal.
    #[test]
    fn a_mean_sum_follows_from_the_displayed_means(rows in prop::collection::vec(prop::array::uniform20(1u8..=5), 3..=10)) {
        let rows: Vec<Row> = rows.into_iter().map(|values| (Side::Sales, values)).collect();
        let sales = shown(&rows).sales;
        let count = f64::from(sales.respondents);
        let margin = 1.0 / count;
        // A displayed mean of n ≤ 10 respondents is that of one number of points.
        let points = |mean: f64| ((mean * count).round() / count).clamp(1.0 + margin, 5.0 - margin);
        let sum: f64 = sales.detail.as_ref().expect("shown").means.iter().map(|mean| points(*mean)).sum();
        let group = Group { mean: Some((sum + 1e-9, Level::of_mean(sum + 1e-9))), ..sales.clone() };
        prop_assert_eq!(sales.mean_sum(DISPLAY_DECIMALS), group.mean_sum(DISPLAY_DECIMALS));
    }

    #[test]
    fn every_mean_lies_between_the_answers(rows in rows()) {
        let Some(summary) = summary(&rows, DEFAULT) else { return Ok(()) };
        let comparison = summary.to_comparison();
        for group in groups(&comparison) {
            let Some(detail) = &group.detail else { continue };
            for item in ItemNumber::all() {
                prop_assert!(1.0 < detail.mean(item) && detail.mean(item) < 5.0);
                let shown = group.display_mean(item).expect("shown");
                prop_assert!(1.0 < shown && shown < 5.0);
            }
            let (sum, level) = group.mean.expect("shown");
            prop_assert!(20.0 < sum && sum < 100.0 && Level::of_mean(sum) == level);
        }
    }

    /// Figures that are not coded are those of the page, and so are their gaps.
    #[test]
    fn a_summary_shows_what_the_page_shows(rows in prop::collection::vec((0usize..2, prop::array::uniform20(2u8..=4)), 3..16)) {
        let rows: Vec<Row> = rows.into_iter().map(|(side, values)| (Side::ALL[side], values)).collect();
        let page = compare_from(&rows, DEFAULT, false);
        let Some(summary) = ComparisonSummary::of(&page, "") else { return Ok(()) };
        let comparison = summary.to_comparison();
        for item in ItemNumber::all() {
            prop_assert_eq!(comparison.gap(item), page.gap(item));
        }
        for theme in Theme::ALL {
            prop_assert_eq!(comparison.theme_gap(theme), page.theme_gap(theme));
        }
        for (own, of_page) in groups(&comparison).into_iter().zip(groups(&page)).take(2).filter(|(own, _)| own.detail.is_some()) {
            prop_assert_eq!(own.display_mean(first()), of_page.display_mean(first()));
            prop_assert_eq!(own.mean_sum(DISPLAY_DECIMALS), of_page.mean_sum(DISPLAY_DECIMALS));
            prop_assert_eq!(own.mean.map(|(_, level)| level), of_page.mean.map(|(_, level)| level));
        }
        prop_assert_eq!(comparison.findings(), crate::team::compare::Findings { divided: Vec::new(), ..page.findings() });
    }
}
