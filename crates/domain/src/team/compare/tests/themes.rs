//! Means and gaps of themes.

use super::*;
use crate::instrument::Theme;

#[test]
#[expect(clippy::float_cmp, reason = "sums of four small numbers")]
fn a_theme_mean_is_that_of_its_four_items() {
    // Items 1, 2, 10 and 16.
    let mut values = [3; 20];
    (values[0], values[1], values[9], values[15]) = (1, 2, 5, 5);
    let sales = compare(&same(Side::Sales, values, 3), 3, false).sales;
    let detail = sales.detail.as_ref().expect("shown");
    assert_eq!(Theme::ALL.map(|theme| detail.theme_mean(theme)), [3.25, 3.0, 3.0, 3.0, 3.0]);
    assert_eq!(sales.display_theme_mean(Theme::Trust), Some(3.3));
}

#[test]
fn a_displayed_theme_mean_follows_from_the_displayed_item_means() {
    // Items 3, 5, 9 and 13. 17/6 is displayed as 2.8, and (3 × 2.8 + 3.0) / 4 = 2.85 as 2.9.
    let mut rows = same(Side::Sales, [3; 20], 6);
    for index in [2, 4, 8] {
        rows[0].1[index] = 2;
    }
    let sales = compare(&rows, 3, false).sales;
    assert_eq!([3, 5, 9, 13].map(|number| sales.display_mean(item(number))), [2.8, 2.8, 2.8, 3.0].map(Some));
    assert_eq!(sales.display_theme_mean(Theme::Customer), Some(2.9));
    rows[0].1[12] = 2;
    assert_eq!(compare(&rows, 3, false).sales.display_theme_mean(Theme::Customer), Some(2.8));
}

#[test]
fn a_suppressed_group_has_no_theme_mean_and_no_gap() {
    let rows = [same(Side::Sales, [4; 20], 3), same(Side::Marketing, [3; 20], 2)].concat();
    let comparison = compare(&rows, 3, false);
    assert_eq!(comparison.marketing.display_theme_mean(Theme::Trust), None);
    assert_eq!(comparison.theme_gap(Theme::Trust), None);
    assert_eq!(compare(&rows, 2, false).theme_gap(Theme::Trust), Some(1.0));
}

proptest! {
    #[test]
    fn the_gap_of_a_theme_is_that_of_the_figures_beside_it(rows in rows()) {
        let comparison = compare(&rows, 1, false);
        let tenths = |value: f64| (value * 10.0).round();
        for theme in Theme::ALL {
            let means =
                comparison.sales.display_theme_mean(theme).zip(comparison.marketing.display_theme_mean(theme));
            let gap = means.map(|(sales, marketing)| tenths(sales) - tenths(marketing));
            prop_assert_eq!(comparison.theme_gap(theme).map(tenths), gap);
        }
    }

    #[test]
    fn the_displayed_mean_of_a_theme_is_close_to_the_exact_one(rows in rows()) {
        let all = compare(&rows, 1, false).all;
        for theme in Theme::ALL {
            if let Some((shown, detail)) = all.display_theme_mean(theme).zip(all.detail.as_ref()) {
                // Half a tenth of each item mean, and half a tenth of their mean.
                prop_assert!((shown - detail.theme_mean(theme)).abs() <= 0.1 + 1e-9);
            }
        }
    }
}
