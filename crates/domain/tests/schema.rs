//! What Duet writes is what its published schema describes; a validator of others is the judge.

use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::import;
use duet_domain::instrument;
use duet_domain::plan::StepState;
use duet_domain::record::Record;
use duet_domain::timestamp::{Day, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

fn schema() -> jsonschema::Validator {
    let text = include_str!("../../../public/schema/result-1.json");
    let schema: Value = serde_json::from_str(text).expect("the schema is JSON");
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
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
