use std::collections::BTreeMap;

use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

use super::*;
use crate::samples::example;
use duet_domain::plan::Plan;

const LINK: &str = "https://example.org/duet/#r=8Z89-TXXZ-XCCF-NGGS";

fn record(plan: Plan) -> Record {
    let (record, _) = Record::from_json(example()).expect("a result");
    Record { plan, ..record }
}

/// A plan with an own action.
fn plan(title: &str, owner: &str, due: &str) -> Plan {
    let mut plan = Plan::default();
    let id = plan.add_own(title).expect("a title");
    plan.change_step(&id, |step| (step.owner, step.due) = (owner.to_owned(), due.to_owned()));
    plan
}

fn now() -> Timestamp {
    Timestamp::parse("2026-11-25T08:05:09Z").expect("a moment")
}

fn written(plan: Plan) -> String {
    write(&record(plan), Language::English, &now(), Some(LINK))
}

type Properties = BTreeMap<String, String>;

/// The properties of the events as a calendar sees them, and those of their alarms.
fn read(text: &str) -> Vec<(Properties, Properties)> {
    let text = unfold(text);
    let calendar = read_calendar(&text).expect("a calendar");
    let events = calendar.components.iter().map(|event| {
        assert_eq!((event.name.as_str(), event.components.len()), ("VEVENT", 1));
        assert_eq!(event.components[0].name.as_str(), "VALARM");
        (properties(event), properties(&event.components[0]))
    });
    events.collect()
}

fn properties(component: &Component) -> Properties {
    let mut properties = Properties::new();
    for property in &component.properties {
        let name = property.name.as_str().to_owned();
        assert_eq!(properties.insert(name.clone(), property.val.as_str().to_owned()), None, "{name} is there twice");
    }
    properties
}

fn map(pairs: &[(&str, &str)]) -> Properties {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_calendar_reads_each_step_and_the_reminder() {
    let mut plan = Plan::default();
    plan.choose("sla", true);
    plan.change_step("sla", |step| (step.owner, step.due) = ("Ewa Żółć".into(), "2026-12-31".into()));
    let events = read(&written(plan));
    let action = Language::English.instrument().action("sla").expect("known");
    let summary = format!("Ewa Żółć: {}", action.title);
    let common =
        [("DTSTAMP", "20261125T080509Z"), ("SEQUENCE", "29926565"), ("STATUS", "CONFIRMED"), ("TRANSP", "TRANSPARENT")];
    let step = [
        ("UID", "f904d9a3a133306d-step-sla@duet.invalid"),
        ("DTSTART", "20261231"),
        ("DTEND", "20270101"),
        ("SUMMARY", &*summary),
        ("DESCRIPTION", action.text.as_str()),
        ("CONTACT", "Ewa Żółć"),
    ];
    let words = Language::English.planning();
    let again = [
        ("UID", "f904d9a3a133306d-again@duet.invalid"),
        ("DTSTART", "20270524"),
        ("DTEND", "20270525"),
        ("SUMMARY", words.reminder),
        ("DESCRIPTION", words.reminder_text),
        ("URL", LINK),
    ];
    let alarm = |summary| map(&[("ACTION", "DISPLAY"), ("DESCRIPTION", summary), ("TRIGGER", "-PT15H")]);
    assert_eq!(events.len(), 2);
    assert_eq!(events[0], (map(&[&common[..], &step[..]].concat()), alarm(&summary)));
    assert_eq!(events[1], (map(&[&common[..], &again[..]].concat()), alarm(words.reminder)));
}

#[test]
fn the_head_names_the_program_and_days_are_days() {
    let text = written(plan("x", "", "2027-01-31"));
    let head = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Duet//Duet {}//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n",
        env!("CARGO_PKG_VERSION")
    );
    assert!(text.starts_with(&head), "{text}");
    assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270131\r\nDTEND;VALUE=DATE:20270201\r\n"));
}

#[test]
fn only_steps_that_have_a_date_and_are_not_done_are_written() {
    let mut plan = plan("without a date", "Ewa", "");
    for (title, state) in [("open", StepState::Open), ("doing", StepState::Doing), ("done", StepState::Done)] {
        let id = plan.add_own(title).expect("a title");
        plan.change_step(&id, |step| (step.due, step.state) = ("2027-01-31".into(), state));
    }
    let events = read(&written(plan));
    let summaries: Vec<&str> = events.iter().map(|(event, _)| &*event["SUMMARY"]).collect();
    assert_eq!(summaries, ["open", "doing", Language::English.planning().reminder]);
    // Neither has an owner or a text of the instrument.
    assert!(events[..2].iter().all(|(event, _)| !event.contains_key("CONTACT") && !event.contains_key("DESCRIPTION")));
}

#[test]
fn without_a_link_the_reminder_has_no_address() {
    for language in Language::ALL {
        let events = read(&write(&record(Plan::default()), language, &now(), None));
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].0["SUMMARY"], language.planning().reminder);
        assert!(!events[0].0.contains_key("URL"));
    }
}

#[test]
fn a_second_file_updates_the_events_of_the_first() {
    let early = read(&written(plan("Lunch", "Ewa", "2027-01-31")));
    let later = Timestamp::parse("2026-11-25T08:06:00Z").expect("a moment");
    let mut record = record(plan("Lunch and dinner", "Jan", "2027-02-28"));
    record.label = "North".into();
    let late = read(&write(&record, Language::Polish, &later, None));
    assert_eq!(early.len(), late.len());
    for ((early, _), (late, _)) in early.iter().zip(&late) {
        assert_eq!(early["UID"], late["UID"]);
        let number = |event: &Properties| event["SEQUENCE"].parse::<i32>().expect("a number");
        assert!(number(late) > number(early));
    }
    assert_eq!(late[0].0["DTSTART"], "20270228");
}

#[test]
fn a_day_that_its_month_does_not_have_becomes_the_last_of_it() {
    for (due, start, end) in [("2027-02-31", "20270228", Some("20270301")), ("9999-12-31", "99991231", None)] {
        let events = read(&written(plan("x", "", due)));
        assert_eq!((&*events[0].0["DTSTART"], events[0].0.get("DTEND").map(String::as_str)), (start, end));
    }
}

#[test]
fn the_reminder_is_half_a_year_later() {
    for (day, start) in [("2026-08-31", Some("20270228")), ("2027-03-15", Some("20270915")), ("9999-08-01", None)] {
        let day = Day::parse(day).expect("a day");
        let events = read(&write(&Record { day, ..record(Plan::default()) }, Language::English, &now(), None));
        assert_eq!(events.first().map(|(event, _)| &*event["DTSTART"]), start);
    }
}

#[test]
fn special_characters_come_back() {
    for text in [
        "a, b; c\\d \"e\" 'f': g",
        "\\n is no line break, \\\\; neither",
        "first\nsecond\n\nthird",
        "END:VEVENT\nEND:VCALENDAR",
        "Zażółć gęślą jaźń „i” – tak…",
        "🤝👩‍💻🇵🇱",
        "=cmd|' /C calc'!A0",
    ] {
        let events = read(&written(plan(text, text, "2027-01-31")));
        assert_eq!(events.len(), 2, "{text:?}");
        assert_eq!(events[0].0["CONTACT"], text);
        assert_eq!(events[0].0["SUMMARY"], format!("{text}: {text}"));
        assert_eq!(events[0].1["DESCRIPTION"], format!("{text}: {text}"));
    }
}

#[test]
fn other_line_breaks_and_control_characters_are_replaced() {
    let events = read(&written(plan("a\r\nb\rc\td\u{7}e\u{85}f", "", "2027-01-31")));
    assert_eq!(events[0].0["SUMMARY"], "a\nb\nc d e f");
}

#[test]
fn an_identifier_from_a_file_does_no_harm() {
    let action = "x\r\nEND:VEVENT;,\\".to_owned();
    let step = Step { action: action.clone(), due: "2027-01-31".into(), ..Step::default() };
    let events = read(&written(Plan { steps: vec![step], ..Plan::default() }));
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].0["UID"], "f904d9a3a133306d-step-x\nEND:VEVENT;,\\@duet.invalid");
    assert_eq!(events[0].0["SUMMARY"], "x\nEND:VEVENT;,\\");
}

/// The lines as they are in the file: at most 75 octets each, all ended by CRLF.
fn assert_lines(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn lines_are_split_between_characters() {
    // Characters of one, two and four octets, at every offset to the end of a line.
    for (letter, shift) in ["x", "ż", "🤝"].into_iter().flat_map(|letter| (0..5).map(move |shift| (letter, shift))) {
        let title = "a".repeat(shift) + &letter.repeat(160 - shift);
        let text = written(plan(&title, "", "2027-01-31"));
        assert_lines(&text);
        assert_eq!(read(&text)[0].0["SUMMARY"], title);
    }
    assert_eq!(folded(&"x".repeat(75)), "x".repeat(75) + "\r\n");
    assert_eq!(folded(&"x".repeat(76)), "x".repeat(75) + "\r\n x\r\n");
    assert_eq!(folded(&("x".repeat(74) + "ż")), "x".repeat(74) + "\r\n ż\r\n");
}

proptest! {
    #[test]
    fn a_calendar_reads_what_was_written(
        title in "[^\\pC]{0,80}[,;\\\\\"\n]{0,3}[^\\pC]{1,77}",
        owner in "[^\\pC]{0,40}[,;\\\\\"\n]{0,3}[^\\pC]{0,37}",
    ) {
        prop_assume!(!title.trim().is_empty());
        let text = written(plan(&title, &owner, "2027-01-31"));
        assert_lines(&text);
        let events = read(&text);
        let title = title.trim();
        let summary = if owner.is_empty() { title.to_owned() } else { format!("{owner}: {title}") };
        prop_assert_eq!(events.len(), 2);
        prop_assert_eq!(&events[0].0["SUMMARY"], &summary);
        prop_assert_eq!(events[0].0.get("CONTACT").cloned().unwrap_or_default(), owner);
    }
}
