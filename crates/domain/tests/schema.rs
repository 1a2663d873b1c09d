//! What Duet writes is what its published schemas describe; a validator of others is the judge.

use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::import;
use duet_domain::instrument;
use duet_domain::plan::StepState;
use duet_domain::record::Record;
use duet_domain::summary::{ComparisonSummary, ResultSummary, Summary};
use duet_domain::team::Team;
use duet_domain::team::compare::Thresholds;
use duet_domain::timestamp::{Day, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

const RESULT_SCHEMA: &str = include_str!("../../../public/schema/result-1.json");
const SUMMARY_SCHEMA: &str = include_str!("../../../public/schema/summary-1.json");

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn validator(schema: &str) -> jsonschema::Validator {
    let schema = json_of(schema);
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

fn schema() -> jsonschema::Validator {
    validator(RESULT_SCHEMA)
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn record(values: &[u8], side: Side, label: &str, owner: &str) -> Record {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(*value).expect("1–5"));
    }
    let mut draft = Draft { answers, side: Some(side), ..Draft::default() };
    let mut history = History::default();
    let now = Timestamp::parse("2026-11-24T19:28:15Z").expect("a moment");
    assert!(history.finish(&mut draft, instrument::reference(), "pl", (now, day("2026-11-25"))));
    let mut record = history.results.remove(0);
    label.clone_into(&mut record.label);
    record.plan.choose("one-funnel", true);
    record.plan.change_step("one-funnel", |step| {
        owner.clone_into(&mut step.owner);
        "2027-01-31".clone_into(&mut step.due);
    });
    if let Some(own) = record.plan.add_own(owner) {
        record.plan.change_step(&own, |step| step.state = StepState::Doing);
    }
    record.plan.change_target("win-rate", |target| owner.clone_into(&mut target.today));
    record.plan.set_goal(owner);
    record
}

proptest! {
    #[test]
    fn every_file_that_is_written_is_valid(
        values in prop::collection::vec(1..=5u8, 20),
        side in prop::sample::select(&Side::ALL),
        label in "[^\\pC\u{fffd}]{0,80}",
        owner in "[^\\pC\u{fffd}]{0,90}",
    ) {
        let schema = schema();
        let record = record(&values, side, &label, &owner);
        let one: Value = serde_json::from_str(&record.write()).expect("JSON");
        prop_assert!(schema.is_valid(&one), "{:?}", schema.validate(&one));
        let several: Value = serde_json::from_str(&import::write_files(&[record.clone(), record.clone()])[0]).expect("JSON");
        prop_assert!(schema.is_valid(&several));
        let read = import::read(&one.to_string(), &day("2026-11-27"));
        prop_assert_eq!((read.results, read.errors, read.mismatches), (vec![record], vec![], vec![]));
    }

    #[test]
    fn every_summary_that_is_written_is_valid(
        rows in prop::collection::vec((0usize..4, prop::collection::vec(1..=5u8, 20)), 1..20),
        text in "[^\\pC\u{fffd}]{0,90}",
    ) {
        let schema = validator(SUMMARY_SCHEMA);
        let results: Vec<Record> =
            rows.iter().map(|(side, values)| record(values, Side::ALL[*side], "", &text)).collect();
        let of_result = ResultSummary::of(&results[0], &text, true).map(Summary::Result);
        let team = Team { results: results.into_iter().map(Arc::new).collect(), ..Team::default() };
        let comparison = team.comparison(Thresholds::default(), false);
        let of_comparison = ComparisonSummary::of(&comparison, &text).map(Summary::Comparison);
        for summary in [of_result, of_comparison].into_iter().flatten() {
            let object = json_of(&summary.write());
            prop_assert!(schema.is_valid(&object), "{:?}", schema.validate(&object));
        }
    }
}

#[test]
fn a_plan_has_the_same_fields_in_a_summary_as_in_a_result() {
    let [result, summary] =
        [RESULT_SCHEMA, SUMMARY_SCHEMA].map(|schema| json_of(schema)["$defs"]["result"]["properties"].clone());
    for field in ["goal", "plan", "measures"] {
        assert!(result[field].is_object());
        assert_eq!(summary[field], result[field], "{field}");
    }
}

#[test]
fn a_summary_that_duet_refuses_the_schema_refuses_too() {
    let schema = validator(SUMMARY_SCHEMA);
    let side = json!({ "n": 3, "sum": 60.0, "means": vec![3.0; 20] });
    let comparison = json!({
        "type": "duet.summary", "version": 1, "kind": "comparison", "instrument": instrument::reference(),
        "threshold": 3, "spread_threshold": 5, "sides": { "sales": side, "other": { "n": 1 } },
    });
    let result = json!({
        "type": "duet.summary", "version": 1, "kind": "result", "instrument": instrument::reference(),
        "score": 64, "side": "sales", "day": "2026-11-24", "weakest": "trust", "strongest": "people",
    });
    for fine in [&comparison, &result] {
        assert!(schema.is_valid(fine), "{:?}", schema.validate(fine));
        assert!(Summary::read(&fine.to_string()).is_ok());
    }
    let with = |of: &Value, pointer: &str, value: Value| {
        let mut object = of.clone();
        *object.pointer_mut(pointer).expect("a field") = value;
        object
    };
    for bad in [
        with(&comparison, "/kind", "team".into()),
        with(&comparison, "/version", 0.into()),
        with(&comparison, "/threshold", 2.into()),
        with(&comparison, "/sides", json!({})),
        with(&comparison, "/sides/sales/n", 2.into()),
        with(&comparison, "/sides/sales/sum", Value::Null),
        with(&comparison, "/sides/sales/means", vec![3.0; 19].into()),
        with(&comparison, "/sides/sales/means", vec![5.0; 20].into()),
        with(&comparison, "/sides/other/n", 0.into()),
        with(&result, "/score", 19.into()),
        with(&result, "/side", "ops".into()),
        with(&result, "/day", "yesterday".into()),
        with(&result, "/weakest", "luck".into()),
        json!({}),
        json!(7),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
        assert!(Summary::read(&bad.to_string()).is_err(), "{bad}");
    }
}

#[test]
fn what_duet_refuses_the_schema_refuses_too() {
    let schema = schema();
    let fine: Value = serde_json::from_str(&record(&[3; 20], Side::Other, "", "").write()).expect("JSON");
    assert!(schema.is_valid(&fine));
    let with = |key: &str, value: Value| {
        let mut result = fine.clone();
        result[key] = value;
        result
    };
    for bad in [
        with("type", "duet.results".into()),
        with("version", 2.into()),
        with("side", "ops".into()),
        with("completed", "yesterday".into()),
        with("day", "yesterday".into()),
        with("answers", vec![3; 19].into()),
        with("answers", vec![3; 21].into()),
        with("answers", [vec![0], vec![3; 19]].concat().into()),
        with("answers", json!(["4"])),
        with("label", "x".repeat(81).into()),
        with("goal", "x".repeat(301).into()),
        with("plan", json!([{ "owner": "nobody" }])),
        with("plan", json!([{ "action": "x", "due": "2027-13-01" }])),
        with("plan", json!([{ "action": "x", "state": "later" }])),
        with("plan", json!([{ "action": "own-1", "title": "x".repeat(161) }])),
        json!({}),
        json!(7),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
        assert_eq!(import::read(&bad.to_string(), &day("2026-11-27")).results, [], "{bad}");
    }
}
