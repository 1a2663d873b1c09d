use super::*;
use crate::record::tests::example;
use proptest::prelude::*;
use serde_json::json;

fn read(text: &str) -> Import {
    super::read(text, &today())
}

fn today() -> Day {
    Day::parse("2026-11-27").expect("a day")
}

fn record() -> Record {
    Record::from_json(example()).expect("a result").0
}

/// Results that go into one file.
fn write<'a>(results: impl IntoIterator<Item = &'a Record>) -> String {
    let mut files = write_files(results);
    assert_eq!(files.len(), 1);
    files.remove(0)
}

#[test]
fn a_file_of_one_result_is_read() {
    let import = read(&format!("\u{feff}{}\n", example()));
    assert_eq!(import, Import { results: vec![record()], ..Import::default() });
}

#[test]
fn a_file_of_several_is_read_as_it_was_written() {
    let mut other = record();
    other.label = "<script>alert(1)</script>".into();
    let results = vec![record(), other];
    assert_eq!(read(&write(&results)), Import { results, ..Import::default() });
}

#[test]
fn result_files_inside_a_mail_are_found() {
    let file = serde_json::to_string_pretty(&example()).expect("JSON");
    let quoted: Vec<String> = file.lines().map(|line| format!("> {line}")).collect();
    let curly = file.replace("\": ", "”: ").replace("  \"", "  „").replace("„Północ”", "Północ");
    let html = format!("<p>{}</p>", file.replace('"', "&quot;").replace('\n', "<br>\n"));
    for (text, count, rest) in [
        (format!("Oto:\n\n{}\n\nPozdrawiam", quoted.join("\n")), 1, "Oto:\nPozdrawiam"),
        (format!("Oto:\n{curly}\nPozdrawiam"), 1, "Oto:\nPozdrawiam"),
        (format!("{file}\n{file}"), 2, ""),
        (format!("[{file},\n{file}]"), 2, ""),
        (format!("Oto:\n[{}]\nKonec", example()), 1, "Oto:\nKonec"),
        (html, 1, ""),
    ] {
        let import = read(&text);
        assert_eq!((import.results.len(), &import.errors), (count, &vec![]), "{text}");
        assert_eq!(import.unused_lines(&text), rest, "{text}");
    }
    // The export of a chat, and a code beside a file.
    let chat = json!({"type": "private_group", "messages": [{"text": "mój kod 8Z89-TXXZ-XCCF-NGGS"}]}).to_string();
    assert_eq!(read(&chat).codes.len(), 1);
    let mixed = read(&format!("Jan: 8ZA9-TY16-MJRS-QSDP, Ola: {}", example()));
    assert_eq!((mixed.results.len(), mixed.codes.len()), (1, 1));
    let cut = &file[..120];
    let import = read(&format!("Oto:\n{cut}"));
    assert_eq!((import.results.len(), import.errors), (0, vec![ImportError::BrokenFile(3)]));
}

#[test]
fn what_is_no_file_of_ours_is_told() {
    let errors = |text: &str| read(text).errors;
    let result = |fault| vec![ImportError::Result(ImportLocation::File, fault)];
    assert_eq!(errors(""), [ImportError::Empty]);
    assert_eq!(errors(" \u{feff}\n"), []);
    assert_eq!(errors("\u{feff} \n"), [ImportError::Empty]);
    assert_eq!(errors("name;score\nEwa;64"), []);
    assert!(read("name;score\nEwa;64").is_empty());
    assert_eq!(errors("{\n  \"type\": \"duet.result\",\n  oops"), [ImportError::NotJson(3, 3)]);
    assert_eq!(errors("{\"name\":\"react\"}"), result(RecordError::Type("null".into())));
    assert_eq!(errors("[1,2]"), []);
    assert_eq!(errors(&"x".repeat(MAX_FILE_BYTES + 1)), [ImportError::TooLarge]);
    let future = json!({"type": RESULTS_TYPE, "version": 7, "results": []}).to_string();
    assert_eq!(errors(&future), result(RecordError::Version("7".into())));
    let none = json!({"type": RESULTS_TYPE, "version": 1}).to_string();
    assert_eq!(errors(&none), result(RecordError::Missing("results")));
}

#[test]
fn a_broken_result_is_reported_and_the_others_are_read() {
    let mut broken = example();
    broken["answers"][4] = json!(6);
    let mut odd = example();
    odd["score"] = json!(99);
    let file = json!({"type": RESULTS_TYPE, "version": 1, "results": [example(), broken, odd]});
    let import = read(&file.to_string());
    assert_eq!(import.results, [record(), record()]);
    assert_eq!(import.errors, [ImportError::Result(ImportLocation::Result(2), RecordError::Answer(5, "6".into()))]);
    let [(location, mismatch)] = &import.mismatches[..] else { panic!("one") };
    assert_eq!((*location, mismatch.field), (ImportLocation::Result(3), "score"));
}

#[test]
fn of_too_many_results_the_first_are_read() {
    let one = json!({"type": "duet.result", "version": 1, "instrument": example()["instrument"],
        "side": "sales", "completed": "2026-11-24T19:28:15Z", "answers": vec![3; 20]});
    let file = json!({"type": RESULTS_TYPE, "version": 1, "results": vec![one; MAX_RESULTS + 1]}).to_string();
    assert!(file.len() < MAX_FILE_BYTES, "{}", file.len());
    let import = read(&file);
    assert_eq!(import.results.len(), MAX_RESULTS);
    assert_eq!(import.errors, [ImportError::TooMany(MAX_RESULTS + 1)]);
}

proptest! {
    #[test]
    fn no_text_stops_the_program(text in "\\PC*") {
        let import = read(&text);
        prop_assert!(import.results.is_empty());
    }

    #[test]
    fn a_record_survives_a_file(
        values in proptest::array::uniform20(1u8..=5),
        label in "[^\\pC\u{fffd}]{0,80}",
        owner in "[^\\pC\u{fffd}]{0,80}",
        goal in "[^\\pC\u{fffd}]{0,300}",
    ) {
        let mut value = example();
        value["answers"] = json!(values);
        for figure in ["score", "level", "themes"] {
            value.as_object_mut().expect("an object").remove(figure);
        }
        let (mut record, _) = Record::from_json(value).expect("a result");
        record.label = label;
        record.plan.set_goal(&goal);
        record.plan.change_step("one-funnel", |step| step.owner = owner);
        let one = read(&record.write());
        prop_assert_eq!(one, Import { results: vec![record.clone()], ..Import::default() });
        let several = read(&write(std::slice::from_ref(&record)));
        prop_assert_eq!(several.results, vec![record]);
    }
}

#[test]
fn results_of_another_instrument_are_read_and_refused_where_they_are_of_no_use() {
    let mut foreign = example();
    foreign["instrument"]["id"] = "other".into();
    let import = read(&foreign.to_string());
    assert_eq!((import.results.len(), import.foreign.len(), import.errors.len()), (0, 1, 0));
    let import = import.reject_foreign();
    let fault = ImportError::Result(ImportLocation::File, RecordError::Instrument("other".into()));
    assert_eq!((import.foreign.len(), import.errors), (0, vec![fault]));
}

#[test]
fn more_than_a_file_may_have_goes_into_several() {
    let (record, _) = Record::from_json(example()).expect("a result");
    assert_eq!(write_files([]), Vec::<String>::new());
    assert_eq!(read(&write_files([&record])[0]), read(&write([&record])));
    let long = Record { label: "ż".repeat(80), ..record.clone() };
    for (one, count) in [(&Record::from_any_code(record.code()), MAX_RESULTS + 1), (&long, 15_000)] {
        let texts = write_files(std::iter::repeat_n(one, count));
        let imports: Vec<Import> = texts.iter().map(|text| read(text)).collect();
        assert!(texts.len() > 1 && imports.iter().all(|import| import.errors.is_empty()));
        assert_eq!(imports.iter().map(|import| import.results.len()).sum::<usize>(), count);
    }
}

#[test]
fn a_file_of_the_most_results_fits_into_the_largest_file() {
    let (record, _) = Record::from_json(example()).expect("a result");
    let bare = Record::from_any_code(record.code());
    let text = write(std::iter::repeat_n(&bare, MAX_RESULTS));
    assert!(text.len() <= MAX_FILE_BYTES, "{}", text.len());
    let today = today();
    let mut importer = Importer::new(&text, &today);
    let mut steps = 0;
    let mut before = 0.0;
    while importer.read_batch() {
        assert!(importer.progress() > before);
        before = importer.progress();
        steps += 1;
    }
    assert!(steps >= 199);
    let import = importer.finish();
    assert_eq!((import.results.len(), import.errors.len()), (MAX_RESULTS, 0));
}
