//! Links as they arrive.

use super::*;

#[test]
fn altered_links_are_read() {
    for summary in [of_result(), of_comparison()] {
        let fragment = summary.encode();
        let data = &fragment[3..];
        let (first, second) = data.split_at(70);
        for altered in [
            data_with("s=", data),
            data_with("#S=", data),
            data_with("/#s=", data),
            data_with("%23s%3D", data),
            data_with("%2523s%253D", data),
            data_with("#s=", &format!("{data}.")),
            data_with("#s=", &format!("{data})")),
            data_with("#s=", &format!("{data}&utm_source=mail")),
            data_with("#s=", &format!("{data}?fbclid=IwAR0")),
            data_with("#s=", &format!("{data}%20")),
            data_with("#s=", &format!("{data}>")),
            data_with("#s=", &format!("{data}_")),
            data_with("#s=", &format!("{data}-x")),
            data_with("#s=", &format!("{data}==")),
            data_with("#s=", &format!("{first}\u{200b}{second}\u{a0}")),
            data_with("#s=", &format!("{first}\r\n{second}")),
            data_with("#s=", &format!("{first}\n> {second}")),
            data_with("https://duet.example/en/?embed=1#s=", data),
            data_with("https%3A%2F%2Fduet.example%2F%23s%3D", data),
            data_with("https://duet.example/#s=", &data.replace('-', "\u{2011}")),
        ] {
            assert_eq!(Summary::decode(&altered).as_ref(), Ok(&summary), "{altered}");
        }
    }
}

fn data_with(prefix: &str, data: &str) -> String {
    format!("{prefix}{data}")
}

#[test]
fn the_rest_of_a_link_that_was_cut_off_is_missing() {
    for summary in [of_result(), of_comparison()] {
        let fragment = summary.encode();
        for length in 3..fragment.len() - 2 {
            assert_eq!(Summary::decode(&fragment[..length]), Err(SummaryError::Truncated), "{length}");
        }
    }
}

#[test]
fn other_fragments_are_no_summaries() {
    for text in ["", "#", "#r=8Z89-TXXZ-XCCF-NGGS", "#result", "#as=eyJ9", "s", "https://duet.example/"] {
        assert_eq!(Summary::decode(text), Err(SummaryError::Missing), "{text}");
    }
    for text in ["#s=8Z89-TXXZ-XCCF-NGGS", "#s=result", "#s=żółć1234"] {
        assert!(matches!(Summary::decode(text), Err(SummaryError::Damaged(_) | SummaryError::Truncated)), "{text}");
    }
    assert_eq!(Summary::decode(&format!("#s={}", BASE64.encode("[]"))), Err(SummaryError::Missing));
}

#[test]
fn the_length_of_a_link_is_limited() {
    let with_spaces =
        |count: usize| format!("#s={}", BASE64.encode(format!("{}{}", " ".repeat(count), of_result().json(false))));
    assert_eq!(Summary::decode(&with_spaces(1000)), Ok(of_result()));
    assert_eq!(Summary::decode(&with_spaces(MAX_LINK_DATA)), Err(SummaryError::TooLong));
    assert_eq!(Summary::decode(&format!("#s={}", " ".repeat(MAX_LINK))), Err(SummaryError::TooLong));
}

#[test]
fn a_link_to_a_comparison_fits_into_a_qr_code() {
    let answers = [4; 20];
    let rows: Vec<Row> = [Side::Sales, Side::Marketing, Side::Other]
        .into_iter()
        .flat_map(|side| [same(side, answers, 7), same(side, [5; 20], 3)].concat())
        .collect();
    let mut comparison = compare_from(&rows, Thresholds { means: 10, spreads: 10 }, false);
    for group in [&mut comparison.sales, &mut comparison.marketing, &mut comparison.other] {
        group.respondents = 20_000;
    }
    comparison.seal = Some(crate::team::Seal { minimum: 10, opened: true });
    let day = |text: &str| crate::timestamp::Day::parse(text).expect("a day");
    comparison.days = Some((day("2026-11-01"), day("2026-11-28")));
    // Four bytes each.
    let summary = ComparisonSummary::of(&comparison, &"\u{1f525}".repeat(99)).map(Summary::Comparison).expect("shown");
    let length = summary.encode().len();
    assert!((1000..1300).contains(&length), "{length}");
    assert_eq!(Summary::decode(&summary.encode()), Ok(summary));
}

proptest! {
    #[test]
    fn anything_else_does_no_harm(text in ".*", tail in "[A-Za-z0-9_-]{0,400}", json in "[{}\\[\\]:,\"a-z0-9.]{0,200}") {
        let _ = Summary::decode(&text);
        let _ = Summary::decode(&format!("#s={text}"));
        let _ = Summary::decode(&format!("#s={tail}"));
        let _ = Summary::decode(&format!("#s={}", BASE64.encode(&json)));
        let _ = Summary::read(&text);
        let _ = Summary::read(&json);
    }

    /// One symbol that is another is an error, or another valid summary; it is never taken for one of another kind.
    #[test]
    fn a_changed_symbol_does_no_harm(place in 3usize..300, symbol in "[A-Za-z0-9_-]") {
        for summary in [of_result(), of_comparison()] {
            let mut fragment = summary.encode();
            let place = place % (fragment.len() - 3) + 3;
            fragment.replace_range(place..=place, &symbol);
            if let Ok(read) = Summary::decode(&fragment) {
                prop_assert_eq!(std::mem::discriminant(&read), std::mem::discriminant(&summary));
                prop_assert_eq!(Summary::decode(&read.encode()), Ok(read));
            }
        }
    }
}
