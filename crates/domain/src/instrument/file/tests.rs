use super::super::POLISH as BUILT_IN;
use super::*;
use serde_json::{Value, json};

const POLISH: &str = include_str!("../../../../../public/instruments/pl.json");

/// The errors of the Polish file after a change to it.
fn errors(change: impl FnOnce(&mut Value)) -> Vec<InstrumentError> {
    let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
    change(&mut file);
    Instrument::parse(&file.to_string()).err().unwrap_or_default()
}

#[test]
fn a_missing_item_is_named() {
    let found = errors(|file| {
        file["items"].as_array_mut().expect("items").remove(6);
    });
    assert_eq!(found, [InstrumentError::ItemMissing(7)]);
    assert_eq!(found[0].to_string(), "item 7 is missing");
}

#[test]
fn a_repeated_item_is_named() {
    let found = errors(|file| {
        let items = file["items"].as_array_mut().expect("items");
        items.push(items[11].clone());
    });
    assert_eq!(found, [InstrumentError::ItemRepeated(12)]);
    assert_eq!(found[0].to_string(), "item 12 is there more than once");
}

#[test]
fn an_empty_text_is_named() {
    let found = errors(|file| {
        file["items"][2]["text"] = json!(" \u{a0}");
        file["levels"]["aligned"]["looks"][1] = json!("");
    });
    let named: Vec<String> = found.iter().map(InstrumentError::to_string).collect();
    assert_eq!(named, ["level aligned, looks 2 has no text", "item 3 has no text"]);
}

#[test]
fn all_faults_are_named_at_once() {
    let found = errors(|file| {
        file["items"][0]["number"] = json!(21);
        file["scale"].as_array_mut().expect("scale").pop();
        file["themes"].as_object_mut().expect("themes").remove("people");
        file["levels"].as_object_mut().expect("levels").remove("defined");
    });
    let expected = [
        InstrumentError::ItemMissing(1),
        InstrumentError::ItemUnknown(21),
        InstrumentError::Scale(4),
        InstrumentError::Missing { place: "themes", key: "people" },
        InstrumentError::Missing { place: "levels", key: "defined" },
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_file_of_another_kind_is_told_so() {
    assert_eq!(
        errors(|file| *file = json!({"type": "duet.result", "version": 1})),
        [InstrumentError::Type("duet.result".into())]
    );
    assert_eq!(errors(|file| file["version"] = json!(2)), [InstrumentError::Version(2)]);
    for text in ["", "[]", "{\"type\": 3}", "null"] {
        let errors = Instrument::parse(text).expect_err("refused");
        assert!(matches!(&errors[..], [InstrumentError::Shape(_)]), "{text}: {errors:?}");
    }
}

#[test]
fn the_order_in_the_file_does_not_matter() {
    let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
    file["items"].as_array_mut().expect("items").reverse();
    let parsed = Instrument::parse(&file.to_string()).expect("an instrument");
    assert_eq!(parsed, *BUILT_IN);
}

#[test]
fn a_measure_that_is_not_described_is_named() {
    let found = errors(|file| file["levels"]["defined"]["measures"] = json!(["velocity", "luck"]));
    assert_eq!(found, [InstrumentError::Measure { level: "defined", id: "luck".into() }]);
}

#[test]
fn a_file_without_advice_is_fine() {
    let found = errors(|file| {
        file.as_object_mut().expect("an object").remove("measures");
        for level in Level::ALL {
            let words = file["levels"][level.key()].as_object_mut().expect("a level");
            words.retain(|key, _| ["name", "summary", "looks"].contains(&key.as_str()));
        }
    });
    assert_eq!(found, []);
}

#[test]
fn an_action_may_have_no_theme_but_not_an_unknown_one() {
    let found = errors(|file| {
        let action = file["levels"]["aligned"]["actions"][0].as_object_mut().expect("an action");
        action.remove("theme");
    });
    assert_eq!(found, []);
    let found = errors(|file| file["levels"]["aligned"]["actions"][0]["theme"] = json!("luck"));
    assert!(matches!(&found[..], [InstrumentError::Shape(reason)] if reason.contains("luck")), "{found:?}");
}
