use serde_json::{Value, json};

use super::*;

/// The example of docs/contract.md.
pub(crate) fn example() -> Value {
    json!({
        "type": "duet.result", "version": 1,
        "instrument": instrument::reference(),
        "language": "pl", "side": "sales", "label": "Zespół „Północ”",
        "completed": "2026-11-24T19:28:15Z",
        "answers": [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4],
        "score": 64, "level": "aligned",
        "themes": { "trust": 15, "customer": 16, "planning": 9, "process": 15, "people": 9 },
        "plan": [{ "action": "one-funnel", "owner": "Ewa", "due": "2027-01-31" }]
    })
}

fn written(record: &Record) -> Value {
    serde_json::from_str(&record.write()).expect("JSON")
}

fn read(change: impl FnOnce(&mut Value)) -> Result<(Record, Vec<Mismatch>), RecordError> {
    let mut value = example();
    change(&mut value);
    Record::from_json(value)
}

#[test]
fn a_record_is_read_and_written_without_loss() {
    let (record, mismatches) = Record::from_json(example()).expect("a result");
    assert_eq!(record.score().points(), 64);
    assert_eq!(mismatches, []);
    assert!(record.is_of_this_wording());
    assert_eq!(written(&record), example());
}

#[test]
fn fields_from_the_future_are_handed_on() {
    let change = |value: &mut Value| value["mood"] = json!({"smile": [1, 2.5, null]});
    let (record, _) = read(change).expect("a result");
    let mut expected = example();
    change(&mut expected);
    assert_eq!(written(&record), expected);
}

#[test]
fn what_may_be_absent_may_be_absent() {
    let (record, _) = read(|value| {
        let object = value.as_object_mut().expect("an object");
        for field in ["language", "label", "score", "level", "themes", "plan"] {
            object.remove(field);
        }
    })
    .expect("a result");
    assert_eq!((&*record.label, &*record.language), ("", ""));
    let again = written(&record);
    assert_eq!((&again["score"], &again["label"]), (&json!(64), &Value::Null));
    let empty = ["language", "label", "goal", "plan", "measures"];
    assert!(empty.iter().all(|field| again.get(field).is_none()), "what is empty is not written: {again}");
}

#[test]
fn what_must_be_there_is_named_when_it_is_not() {
    for field in ["version", "instrument", "side", "completed", "answers"] {
        let fault = read(|value| drop(value.as_object_mut().expect("an object").remove(field)));
        assert_eq!(fault.err(), Some(RecordError::Missing(field)));
    }
}

#[test]
fn a_wrong_answer_is_named_with_its_place() {
    for (wrong, shown) in [
        (json!(0), "0"),
        (json!(6), "6"),
        (json!(3.5), "3.5"),
        (json!(4.0), "4.0"),
        (json!("4"), "\"4\""),
        (json!(null), "null"),
        (json!(-1), "-1"),
        (json!(260), "260"),
        (json!([4]), "[4]"),
    ] {
        let fault = read(|value| value["answers"][6] = wrong).expect_err("refused");
        assert_eq!(fault, RecordError::Answer(7, shown.into()));
    }
    for count in [0, 19, 21] {
        let fault = read(|value| value["answers"] = json!(vec![3; count])).expect_err("refused");
        assert_eq!(fault, RecordError::AnswerCount(count));
    }
}

#[test]
fn what_is_no_result_is_refused() {
    type Change = fn(&mut Value);
    let cases: [(Change, RecordError); 10] = [
        (|value| *value = json!([]), RecordError::NotObject),
        (|value| value["type"] = json!("other"), RecordError::Type("\"other\"".into())),
        (|value| value["type"] = json!(null), RecordError::Type("null".into())),
        (|value| value["version"] = json!(2), RecordError::Version("2".into())),
        (|value| value["version"] = json!("1"), RecordError::Version("\"1\"".into())),
        (|value| value["side"] = json!("Sales"), RecordError::Field("side", "\"Sales\"".into())),
        (|value| value["completed"] = json!("today"), RecordError::Field("completed", "\"today\"".into())),
        (|value| value["instrument"] = json!(1), RecordError::Field("instrument", "1".into())),
        (|value| value["answers"] = json!("all"), RecordError::Field("answers", "\"all\"".into())),
        (|value| value["plan"] = json!("none"), RecordError::Field("plan", "\"none\"".into())),
    ];
    for (change, expected) in cases {
        assert_eq!(read(change).err(), Some(expected));
    }
}

#[test]
fn a_label_is_at_most_eighty_characters_whatever_its_size() {
    assert!(read(|value| value["label"] = json!("ż".repeat(80))).is_ok());
    let fault = read(|value| value["label"] = json!("x".repeat(10 << 20))).expect_err("refused");
    let RecordError::Field("label", shown) = fault else { panic!("{fault}") };
    assert_eq!(shown.chars().count(), 41);
}

#[test]
fn a_figure_that_does_not_match_is_told_and_worked_out_again() {
    let (record, mismatches) = read(|value| {
        value["score"] = json!(65);
        value["themes"]["people"] = json!(10);
    })
    .expect("a result");
    assert_eq!(written(&record)["score"], 64);
    assert_eq!(mismatches[0], Mismatch { field: "score", written: "65".into(), computed: "64".into() });
    assert_eq!(mismatches[1].field, "themes");
    assert_eq!(mismatches.len(), 2);
}

#[test]
fn a_code_holds_the_answers_the_side_and_the_day() {
    let (record, _) = Record::from_json(example()).expect("a result");
    let again = Record::from_current_code(record.code()).expect("of this wording");
    assert_eq!((again.answers, again.side), (record.answers, record.side));
    assert_eq!(again.day, record.day);
    assert_eq!(again.code(), record.code());
    let other = InstrumentRef { hash: "ffff".into(), ..record.instrument.clone() };
    assert_eq!(Record::from_current_code(Record { instrument: other, ..record }.code()), None);
}

#[test]
fn another_wording_is_recognised() {
    let (record, _) = read(|value| value["instrument"]["hash"] = json!("0")).expect("a result");
    assert!(!record.is_of_this_wording());
}

#[test]
fn a_result_keeps_its_name_in_other_programs() {
    let (record, _) = Record::from_json(example()).expect("a result");
    // Calendars that have its events know it by this name.
    assert_eq!(record.stable_id(), "f904d9a3a133306d");
    let noted = Record { side: Side::Other, label: "x".into(), plan: Plan::default(), ..record.clone() };
    assert_eq!(noted.stable_id(), record.stable_id());
    let later = Timestamp::parse("2026-11-24T19:28:16Z").expect("a moment");
    assert_ne!(Record { completed: later, ..record.clone() }.stable_id(), record.stable_id());
    let (other, _) = read(|value| value["answers"][0] = json!(5)).expect("a result");
    assert_ne!(other.stable_id(), record.stable_id());
}
