mod comparison;
mod links;
mod result;

use super::*;
use crate::Side;
use crate::record::Record;
use crate::record::tests::example;
use crate::team::compare::tests::{Row, compare_from, rows, same, starting_with};
use crate::team::compare::{Comparison, Thresholds};
use proptest::prelude::*;
use serde_json::json;

const DEFAULT: Thresholds = Thresholds { means: 3, spreads: 5 };

fn record() -> Record {
    Record::from_json(example()).expect("a result").0
}

fn of_result() -> Summary {
    Summary::Result(ResultSummary::of(&record(), "Anna", true).expect("of this wording"))
}

fn of_rows(rows: &[Row], title: &str) -> Option<Summary> {
    ComparisonSummary::of(&compare_from(rows, DEFAULT, false), title).map(Summary::Comparison)
}

fn of_comparison() -> Summary {
    of_rows(&[same(Side::Sales, [4; 20], 4), same(Side::Marketing, [3; 20], 3)].concat(), "Q4").expect("shown")
}

/// The object of a summary.
fn object(summary: &Summary) -> Value {
    serde_json::from_str(&summary.write()).expect("JSON")
}

/// Reads the object of a summary in which one field, by its pointer, has another value; null removes it.
fn changed(summary: &Summary, pointer: &str, value: Value) -> Result<Summary, SummaryError> {
    let mut object = object(summary);
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let parent = object.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    if value.is_null() {
        parent.remove(field);
    } else {
        parent.insert(field.to_owned(), value);
    }
    Summary::read(&object.to_string())
}

fn damaged(result: Result<Summary, SummaryError>) -> bool {
    matches!(result, Err(SummaryError::Damaged(_)))
}

#[test]
fn what_is_written_is_read() {
    for summary in [of_result(), of_comparison()] {
        assert_eq!(Summary::decode(&summary.encode()), Ok(summary.clone()));
        assert_eq!(Summary::read(&summary.write()), Ok(summary.clone()));
        assert_eq!(Summary::read(&format!("\u{feff}{}\r\n", summary.write())), Ok(summary.clone()));
        assert!(summary.fits_link());
    }
}

#[test]
fn the_examples_of_the_contract_are_read() {
    let contract = include_str!("../../../../docs/contract.md");
    let (_, summaries) = contract.split_once("## Summaries").expect("the section");
    let examples = summaries.split("```json").skip(1).filter_map(|text| text.split("```").next());
    let kinds: Vec<_> = examples
        .take(2)
        .map(|example| match Summary::read(&example.replace("[ … ]", "[]")) {
            Ok(Summary::Comparison(summary)) => summary.title().to_owned(),
            Ok(Summary::Result(summary)) => summary.from,
            Err(error) => error.to_string(),
        })
        .collect();
    assert_eq!(kinds, ["North, autumn", "Anna"]);
}

#[test]
fn a_field_of_a_newer_release_is_skipped() {
    for summary in [of_result(), of_comparison()] {
        assert_eq!(changed(&summary, "/colour", json!("blue")), Ok(summary.clone()));
    }
}

#[test]
fn version_wording_and_type_are_checked() {
    for summary in [of_result(), of_comparison()] {
        assert_eq!(changed(&summary, "/version", json!(2)), Err(SummaryError::Newer(2)));
        for version in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
            assert!(damaged(changed(&summary, "/version", version.clone())), "{version}");
        }
        for field in ["/instrument/id", "/instrument/hash"] {
            assert_eq!(changed(&summary, field, json!("another")), Err(SummaryError::OtherWording));
            assert!(damaged(changed(&summary, field, json!(null))));
        }
        for kind in [json!("results"), json!(null), json!(1)] {
            assert!(damaged(changed(&summary, "/kind", kind)));
        }
        assert_eq!(changed(&summary, "/type", json!("duet.result")), Err(SummaryError::Missing));
        assert_eq!(changed(&summary, "/type", json!(null)), Err(SummaryError::Missing));
    }
    // A newer release may have another wording too, and its version is what helps.
    let mut newer = object(&of_result());
    (newer["version"], newer["instrument"]) = (json!(3), json!(7));
    assert_eq!(Summary::read(&newer.to_string()), Err(SummaryError::Newer(3)));
}

#[test]
fn what_is_no_summary_is_named() {
    for text in ["", "Hello", "[]", "7", "null", "{}", "{\"type\":7}"] {
        assert_eq!(Summary::read(text), Err(SummaryError::Missing), "{text}");
    }
    let text = of_comparison().write();
    assert_eq!(Summary::read(&text[..text.len() - 2]), Err(SummaryError::Truncated));
    assert!(damaged(Summary::read(&text.replace(':', "="))));
    assert_eq!(Summary::read(&format!("{{{}}}", " ".repeat(MAX_FILE))), Err(SummaryError::TooLong));
}

#[test]
fn errors_have_a_message() {
    let errors = [
        SummaryError::Missing,
        SummaryError::TooLong,
        SummaryError::Truncated,
        SummaryError::damaged("sum"),
        SummaryError::Newer(2),
        SummaryError::OtherWording,
    ];
    let messages: std::collections::BTreeSet<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), errors.len());
    assert!(messages.contains("damaged: sum"));
}

#[test]
fn names_and_titles_are_one_line_that_turns_no_text_around_it() {
    assert_eq!(clean("  Anna\r\n\u{202e}Nowak\u{2066}\t "), "AnnaNowak");
    assert_eq!(clean(&format!("{} x", "ż".repeat(79))), "ż".repeat(79));
    let o_with_accent = "o\u{301}";
    assert_eq!(clean(o_with_accent), o_with_accent);
    assert!(checked(&"ż".repeat(80), "title").is_ok());
    assert_eq!(checked(&"ż".repeat(81), "title"), Err(SummaryError::damaged("title")));
}
