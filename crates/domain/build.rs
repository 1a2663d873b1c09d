//! Generates the built-in instruments from `public/instruments/*.json`, so that the program contains no parser for
//! them and the statements can be loaded without the advice (docs/adr/0016).

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

/// The instrument files, which are also part of the site.
const INSTRUMENTS: &str = "../../public/instruments";

fn main() {
    println!("cargo::rerun-if-changed={INSTRUMENTS}");
    println!("cargo::rerun-if-changed=build.rs");
    let (mut code, mut id) = (String::new(), Value::Null);
    for (name, file) in [("POLISH", "pl"), ("ENGLISH", "en")] {
        let path = format!("{INSTRUMENTS}/{file}.json");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let instrument: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        // Writing to a string cannot fail.
        let _ = writeln!(code, "{}", statics(name, &instrument));
        id = instrument["id"].clone();
    }
    let _ = writeln!(code, "const ID: &str = {id};");
    let folder = env::var("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join("instruments.rs"), code).expect("the folder can be written to");
}

/// The statics of an instrument. Its completeness is tested in the crate.
fn statics(name: &str, instrument: &Value) -> String {
    let mut items = rows(instrument, "items");
    items.sort_by_key(|item| item["number"].as_u64());
    let items = list(&items, |item| {
        format!(
            "Item {{ number: {}, theme: Theme::{}, text: {} }}",
            item["number"],
            variant(&item["theme"]),
            text(&item["text"])
        )
    });
    let levels = ["undefined", "defined", "aligned", "integrated"].map(|level| words(&instrument["levels"][level]));
    let themes = ["trust", "customer", "planning", "process", "people"].map(|theme| text(&instrument["themes"][theme]));
    let measures =
        list(&rows(instrument, "measures"), |measure| record("Measure", measure, &["id", "name", "formula", "unit"]));
    format!(
        "static {name}_STATEMENTS: Statements = Statements {{ scale: {}, items: {items} }};\n\
         static {name}_INSTRUMENT: Instrument = Instrument {{ id: {}, language: {}, statements: &{name}_STATEMENTS, \
         themes: [{}], levels: [{}], measures: List(&{measures}) }};",
        list(&rows(instrument, "scale"), text),
        text(&instrument["id"]),
        text(&instrument["language"]),
        themes.join(", "),
        levels.join(", "),
    )
}

/// The texts of a level.
fn words(level: &Value) -> String {
    let texts = |field| format!("List(&{})", list(&rows(level, field), text));
    let actions = list(&rows(level, "actions"), action);
    format!(
        "LevelWords {{ name: {}, summary: {}, looks: {}, stay: {}, move_up: {}, actions: List(&{actions}), measures: {} }}",
        text(&level["name"]),
        text(&level["summary"]),
        texts("looks"),
        texts("stay"),
        texts("move"),
        texts("measures"),
    )
}

/// An action. Its theme may be missing.
fn action(action: &Value) -> String {
    let theme = match &action["theme"] {
        Value::Null => "None".to_owned(),
        theme => format!("Some(Theme::{})", variant(theme)),
    };
    format!(
        "Action {{ id: {}, theme: {theme}, title: {}, text: {} }}",
        text(&action["id"]),
        text(&action["title"]),
        text(&action["text"])
    )
}

/// A struct of texts.
fn record(name: &str, value: &Value, fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| format!("{field}: {}", text(&value[*field]))).collect();
    format!("{name} {{ {} }}", fields.join(", "))
}

fn rows(value: &Value, field: &str) -> Vec<Value> {
    value[field].as_array().cloned().unwrap_or_default()
}

fn list(rows: &[Value], one: impl Fn(&Value) -> String) -> String {
    format!("[{}]", rows.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn text(value: &Value) -> String {
    format!("Text({:?})", value.as_str().unwrap_or_else(|| panic!("not a text: {value}")))
}

/// The variant of a key: `Trust` for `trust`.
fn variant(key: &Value) -> String {
    let key = key.as_str().unwrap_or_default();
    key[..1].to_uppercase() + &key[1..]
}
