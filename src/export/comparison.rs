//! A comparison as CSV, in the format of [`csv`](super::csv): a line for each statement, then one for each group. Cells of hidden figures are
//! empty.

use super::csv::rows as joined;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::rounding::rounded;
use duet_domain::team::compare::{Comparison, Detail, FILE_DECIMALS, Group};

/// The text of the file. Figures have [`FILE_DECIMALS`] decimals; each gap is the difference of the rounded means in the file.
pub fn write(comparison: &Comparison, language: Language) -> String {
    let instrument = language.instrument();
    let words = language.team();
    let name = |side: Side| language.side(side);
    let head = |side: Side, what: &str| format!("{}: {what}", name(side));
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| plain(value, language));
    let [nr, theme, statement, _] = language.transfer().csv_columns;
    let mut rows = vec![vec![
        nr.to_owned(),
        theme.to_owned(),
        statement.to_owned(),
        head(Side::Sales, words.mean),
        head(Side::Sales, words.spread),
        head(Side::Marketing, words.mean),
        head(Side::Marketing, words.spread),
        words.gap.to_owned(),
        format!("{}: {}", words.all, words.mean),
    ]];
    let mean = |group: &Group, item| group.detail.as_ref().map(|detail: &Detail| detail.mean(item));
    let spread = |group: &Group, item| group.detail.as_ref().and_then(|detail| Some(detail.spread(item)?.0));
    for item in ItemNumber::all() {
        let text = instrument.item(item);
        rows.push(vec![
            item.number().to_string(),
            instrument.theme(text.theme).to_owned(),
            text.text.to_string(),
            number(mean(&comparison.sales, item)),
            number(spread(&comparison.sales, item)),
            number(mean(&comparison.marketing, item)),
            number(spread(&comparison.marketing, item)),
            number(comparison.gap_rounded(item, FILE_DECIMALS)),
            number(mean(&comparison.all, item)),
        ]);
    }
    rows.push(
        ["", "", "", "n", language.transfer().sum, language.transfer().level, "r*wg", "delta", ""]
            .map(str::to_owned)
            .to_vec(),
    );
    let groups = [
        (name(Side::Sales), &comparison.sales),
        (name(Side::Marketing), &comparison.marketing),
        (words.others, &comparison.other),
        (words.all, &comparison.all),
    ];
    for (name, group) in groups {
        let level = group.mean.map_or_else(String::new, |(_, level)| instrument.level(level).name.to_string());
        let delta = if name == words.all { comparison.delta } else { None };
        rows.push(vec![
            String::new(),
            String::new(),
            name.to_owned(),
            group.respondents.to_string(),
            number(group.mean_sum(FILE_DECIMALS)),
            level,
            number(group.detail.as_ref().and_then(|detail| detail.agreement)),
            number(delta),
            String::new(),
        ]);
    }
    if let Some((first, last)) = &comparison.days {
        rows.push(vec![String::new(), String::new(), format!("{} – {}", first.as_str(), last.as_str())]);
    }
    joined(&rows, language)
}

/// A number as spreadsheets read it: with a hyphen as its minus sign.
fn plain(value: f64, language: Language) -> String {
    let text = format!("{:.*}", usize::from(FILE_DECIMALS), rounded(value, FILE_DECIMALS));
    if language == Language::Polish { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::complete;
    use crate::samples::example;
    use duet_domain::record::Record;
    use duet_domain::team::compare::Thresholds;
    use proptest::prelude::*;
    use proptest::{array, collection};

    fn text(threshold: u32) -> String {
        let (record, _) = Record::from_json(example()).expect("a result");
        let other = Record { side: Side::Marketing, ..record.clone() };
        let results = [(Side::Sales, &record.answers), (Side::Marketing, &other.answers)];
        write(&Comparison::of(results, Thresholds::new(threshold, threshold), false), Language::English)
    }

    #[test]
    fn every_statement_and_every_group_has_a_line() {
        let shown = text(1);
        let mut reader = csv::ReaderBuilder::new().from_reader(shown.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows.len(), 20 + 1 + 4);
        assert_eq!((&*rows[0][3], &*rows[0][5], &*rows[0][7], &*rows[0][8]), ("4.0000", "4.0000", "0.0000", "4.0000"));
        assert_eq!((&*rows[24][3], &*rows[24][4], &*rows[24][5]), ("2", "64.0000", "Aligned"));
        assert_eq!(rows[24][6], "1.0000");
    }

    #[test]
    fn what_is_hidden_on_the_page_is_not_in_the_file() {
        let hidden = text(3);
        let mut reader = csv::ReaderBuilder::new().from_reader(hidden.trim_start_matches('\u{feff}').as_bytes());
        for row in reader.records().take(20) {
            assert!(row.expect("a row").iter().skip(3).all(str::is_empty));
        }
    }

    proptest! {
        #[test]
        fn the_gaps_in_the_file_are_those_of_the_means_in_it(rows in collection::vec((0usize..3, array::uniform20(1u8..=5)), 1..24)) {
            let results: Vec<_> = rows.into_iter().map(|(side, values)| (Side::ALL[side], complete(values))).collect();
            let comparison = Comparison::of(results.iter().map(|(side, answers)| (*side, answers)), Thresholds::new(1, 1), false);
            for language in Language::ALL {
                let text = write(&comparison, language);
                let separator = if language == Language::Polish { b';' } else { b',' };
                let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
                for row in reader.records().take(20) {
                    let row = row.expect("a row");
                    // In ten-thousandths.
                    let whole = |cell: usize| row[cell].replace(['.', ','], "").parse::<i64>().ok();
                    let gap = whole(3).zip(whole(5)).map(|(sales, marketing)| sales - marketing);
                    prop_assert_eq!(whole(7), gap, "{:?}", row);
                }
            }
        }
    }

    #[test]
    fn a_negative_gap_is_a_number_and_no_formula() {
        assert_eq!((&*plain(-1.5, Language::Polish), &*plain(-1.5, Language::English)), ("-1,5000", "-1.5000"));
    }
}
