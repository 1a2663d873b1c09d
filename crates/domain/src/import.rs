//! Results from files and texts: what can be read of them, and every fault named with its location.
//!
//! A result file is read as such. Any other text, a mail or a list, is searched for result files and codes in it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::extract::{self, BrokenCode, EmbeddedFile, Found, FoundCode};
use super::mail;
use super::record::{Mismatch, Record, RecordError};
use super::timestamp::Day;

/// The largest file that is read, in bytes: 5 MiB.
pub const MAX_FILE_BYTES: usize = 5 << 20;
/// The most results in one file.
pub const MAX_RESULTS: usize = 20_000;
/// `type` of a file of several results.
pub const RESULTS_TYPE: &str = "duet.results";
const VERSION: u64 = 1;

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The results that could be read, in the order of the file.
    pub results: Vec<Record>,
    /// Results of other instruments. They are read, but there is nothing to compare them with.
    pub foreign: Vec<(ImportLocation, Record)>,
    /// What could not be read.
    pub errors: Vec<ImportError>,
    /// What could be read, but says something else than its answers.
    pub mismatches: Vec<(ImportLocation, Mismatch)>,
    /// The codes that were found in it.
    pub codes: Vec<FoundCode>,
    /// What looks like a code or a part of one, but is none.
    pub broken_codes: Vec<BrokenCode>,
    /// Results of a day that cannot be: they are read, and somebody should look at them.
    pub implausible_days: Vec<(ImportLocation, Day)>,
    /// Results in whose texts characters were lost before they came here; those were left out.
    pub garbled: Vec<ImportLocation>,
    /// The lines, from 0, of which everything was of use.
    pub used_lines: BTreeSet<usize>,
}

/// Where in a file: in the file as a whole, or in the result of that number, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportLocation {
    /// The only result, or the file itself.
    File,
    /// One of several.
    Result(usize),
    /// In a text, the result that begins in that line, counted from 1.
    Line(usize),
}

/// What is wrong with a file, or with one of its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is nothing in it.
    Empty,
    /// It has more than [`MAX_FILE_BYTES`] bytes.
    TooLarge,
    /// The browser could not read it: it is gone, or a folder.
    Unreadable,
    /// It looks like a result file and is no JSON, from this line and column on.
    NotJson(usize, usize),
    /// In this line, counted from 1, something says to be a result, and cannot be read.
    BrokenFile(usize),
    /// There is neither a result nor a code in it.
    Nothing,
    /// It is no text: a picture, an archive, a document of another program.
    NotText,
    /// It has this many results, more than [`MAX_RESULTS`]; the rest was not read.
    TooMany(usize),
    /// A result in it cannot be used.
    Result(ImportLocation, RecordError),
}

/// Reads a file of one result or of several, or searches a text. `today` tells which days can be.
pub fn read(text: &str, today: &Day) -> Import {
    let mut importer = Importer::new(text, today);
    while importer.read_batch() {}
    importer.finish()
}

/// Reads a file a few results at a time, so that a page can do something else between them.
#[derive(Debug)]
pub struct Importer<'a> {
    /// The results that were not read yet, the last first.
    rest: Vec<&'a RawValue>,
    total: usize,
    import: Import,
    today: &'a Day,
}

/// A file of several results, cut into them.
#[derive(Deserialize)]
struct ResultsFile<'a> {
    r#type: &'a str,
    version: u64,
    #[serde(borrow)]
    results: Vec<&'a RawValue>,
}

impl<'a> Importer<'a> {
    /// How many results are read at a time.
    const BATCH: usize = 100;

    /// Looks at a file as a whole.
    pub fn new(text: &'a str, today: &'a Day) -> Self {
        let whole = |import| Self { rest: Vec::new(), total: 0, import, today };
        if text.len() > MAX_FILE_BYTES {
            return whole(Import::failed(ImportError::TooLarge));
        }
        // Some programs put this mark before the text.
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return whole(Import::failed(ImportError::Empty));
        }
        match serde_json::from_str::<ResultsFile>(text) {
            Ok(file) if file.r#type == RESULTS_TYPE && file.version == VERSION => Self::of_results(file.results, today),
            _ => match serde_json::from_str::<Value>(text) {
                Ok(value) if extract::is_result_file(&value) => whole(Import::read_single(value, today)),
                // The export of a chat, with codes in its messages.
                Ok(value) if value.is_object() => {
                    let searched = Import::search(text, today);
                    whole(if searched.is_empty() { Import::read_single(value, today) } else { searched })
                }
                Ok(_) => whole(Import::search(text, today)),
                Err(error) => whole(Import::search(text, today).with_json_error(text, &error)),
            },
        }
    }

    fn of_results(mut results: Vec<&'a RawValue>, today: &'a Day) -> Self {
        let mut import = Import::default();
        if results.len() > MAX_RESULTS {
            import.errors.push(ImportError::TooMany(results.len()));
            results.truncate(MAX_RESULTS);
        }
        results.reverse();
        Self { total: results.len(), rest: results, import, today }
    }

    /// Reads the next few results. Gives whether there are more.
    pub fn read_batch(&mut self) -> bool {
        for _ in 0..Self::BATCH {
            let Some(raw) = self.rest.pop() else { return false };
            let location = ImportLocation::Result(self.total - self.rest.len());
            // It was found to be JSON when the file was cut.
            self.import.add_result(location, serde_json::from_str(raw.get()).unwrap_or_default(), self.today);
        }
        !self.rest.is_empty()
    }

    /// How much of it was read: 0 to 1.
    pub fn progress(&self) -> f64 {
        let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.total == 0 { 1.0 } else { 1.0 - part(self.rest.len()) / part(self.total) }
    }

    /// What came of it.
    pub fn finish(self) -> Import {
        self.import
    }
}

/// Results as files that can be read again: one, or as many as the limits ask for.
pub fn write_files<'a>(results: impl IntoIterator<Item = &'a Record>) -> Vec<String> {
    const HEAD: &str = r#"{"results":["#;
    const TAIL: &str = r#"],"type":"duet.results","version":1}"#;
    let mut files: Vec<String> = Vec::new();
    let mut count = 0;
    for result in results {
        let text = result.write_compact();
        let fits = |file: &String| count < MAX_RESULTS && file.len() + text.len() + TAIL.len() < MAX_FILE_BYTES;
        if files.last().is_some_and(fits) {
            count += 1;
        } else {
            files.push(HEAD.to_owned());
            count = 1;
        }
        if let Some(file) = files.last_mut() {
            if count > 1 {
                file.push(',');
            }
            file.push_str(&text);
        }
    }
    files.iter().map(|file| format!("{file}{TAIL}")).collect()
}

impl Import {
    /// Nothing was read, for that reason.
    pub fn failed(fault: ImportError) -> Self {
        Self { errors: vec![fault], ..Self::default() }
    }

    /// The same for one person's history: codes become results, those of other instruments errors, for there is nothing to be done
    /// with them, and a file without anything in it says so.
    #[must_use]
    pub fn for_history(mut self) -> Self {
        if self.is_empty() {
            self.errors.push(ImportError::Nothing);
        }
        let (own, others): (Vec<Record>, Vec<Record>) =
            self.codes.drain(..).map(|found| Record::from_any_code(found.code)).partition(Record::is_of_this_wording);
        self.results.extend(own);
        let wording = |record: Record| ImportError::Result(ImportLocation::File, RecordError::Wording(record.code()));
        self.errors.extend(others.into_iter().map(wording));
        self.reject_foreign()
    }

    /// Takes results of other instruments for errors.
    fn reject_foreign(mut self) -> Self {
        let foreign = self.foreign.drain(..);
        let fault = |(location, record): (ImportLocation, Record)| {
            ImportError::Result(location, RecordError::Instrument(record.instrument.id.into_owned()))
        };
        self.errors.extend(foreign.map(fault));
        self
    }

    /// Searches a text, or what is in the mail of which it is the source. Where both lead to the same, the lines of the text are known.
    fn search(text: &str, today: &Day) -> Self {
        let plain = Self::search_text(text, today);
        if !mail::is_mail(text) {
            return plain;
        }
        let decoded = Self::search_text(&mail::text(text.as_bytes()), today);
        let count = |import: &Self| import.results.len() + import.codes.len();
        // The parts of a mail may say the same.
        let better = if text.contains("boundary=") { count(&decoded) > 0 } else { count(&decoded) > count(&plain) };
        if !better {
            return plain;
        }
        // Which of its lines are of no use cannot be told.
        let whole = decoded.broken_codes.is_empty() && decoded.errors.is_empty();
        Self { used_lines: if whole { (0..text.lines().count()).collect() } else { BTreeSet::new() }, ..decoded }
    }

    /// Searches a text for result files and codes.
    fn search_text(text: &str, today: &Day) -> Self {
        let (files, broken) = extract::find_files(text);
        let mut import = Self::default();
        for file in &files {
            import.add_embedded(file, today);
        }
        import.errors.extend(broken.into_iter().map(|line| ImportError::BrokenFile(line + 1)));
        let Found { mut codes, broken: broken_codes, used_lines } = extract::find_codes(&blanked(text, &files), today);
        let room = MAX_RESULTS.saturating_sub(import.results.len());
        if codes.len() > room {
            import.errors.push(ImportError::TooMany(import.results.len() + codes.len()));
            codes.truncate(room);
        }
        let odd = codes.iter().map(|found| found.code.content().day).filter(|day| !day.is_plausible(today));
        import.implausible_days.extend(odd.map(|day| (ImportLocation::File, day)));
        import.used_lines.extend(used_lines);
        let wrong: BTreeSet<usize> = broken_codes.iter().map(|slip| slip.line - 1).collect();
        let of_files = files.iter().flat_map(|file| file.lines.clone());
        import.used_lines.extend(of_files.filter(|line| !wrong.contains(line)));
        Self { codes, broken_codes, ..import }
    }

    /// A result file in a text.
    fn add_embedded(&mut self, file: &EmbeddedFile, today: &Day) {
        let location = ImportLocation::Line(file.lines.start + 1);
        match file.value["results"].as_array().filter(|_| file.value["type"] == RESULTS_TYPE) {
            Some(results) => {
                if results.len() > MAX_RESULTS {
                    self.errors.push(ImportError::TooMany(results.len()));
                }
                results.iter().take(MAX_RESULTS).for_each(|result| self.add_result(location, result.clone(), today));
            }
            None if self.results.len() < MAX_RESULTS => self.add_result(location, file.value.clone(), today),
            None => self.errors.push(ImportError::TooMany(MAX_RESULTS + 1)),
        }
    }

    /// The same, with what is wrong with a text that begins as a result file does; and where there is nothing in it, with that.
    fn with_json_error(mut self, text: &str, error: &serde_json::Error) -> Self {
        let found = self.results.len() + self.foreign.len() + self.codes.len();
        let is_broken = |fault: &ImportError| matches!(fault, ImportError::BrokenFile(_));
        if text.trim_start().starts_with('{') && (found == 0 || self.errors.iter().any(is_broken)) {
            self.errors.retain(|fault| !is_broken(fault));
            self.errors.push(ImportError::NotJson(error.line(), error.column()));
        }
        self
    }

    /// Whether nothing was found, and nothing that is wrong.
    pub fn is_empty(&self) -> bool {
        let read = self.results.len() + self.foreign.len() + self.codes.len();
        read + self.errors.len() + self.broken_codes.len() == 0
    }

    /// The lines of a text that were of no use, or only in part: the person may want to see to them.
    pub fn unused_lines(&self, text: &str) -> String {
        let lines = text.lines().enumerate();
        let unused =
            lines.filter(|(number, line)| !self.used_lines.contains(number) && line.contains(char::is_alphanumeric));
        unused.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }

    /// A file that is not one of several results, as it should be: one result, or something that is wrong as a whole.
    fn read_single(value: Value, today: &Day) -> Self {
        if value["type"] != RESULTS_TYPE {
            let mut import = Self::default();
            import.add_result(ImportLocation::File, value, today);
            return import;
        }
        let fault = if value["version"] == VERSION {
            RecordError::Missing("results")
        } else {
            RecordError::Version(value["version"].to_string())
        };
        Self::failed(ImportError::Result(ImportLocation::File, fault))
    }

    fn add_result(&mut self, location: ImportLocation, mut value: Value, today: &Day) {
        if drop_replacements(&mut value) {
            self.garbled.push(location);
        }
        match Record::from_json(value) {
            Ok((record, _)) if record.is_foreign() => self.foreign.push((location, record)),
            Ok((record, mismatches)) => {
                if !record.day.is_plausible(today) {
                    self.implausible_days.push((location, record.day.clone()));
                }
                self.results.push(record);
                self.mismatches.extend(mismatches.into_iter().map(|mismatch| (location, mismatch)));
            }
            Err(fault) => self.errors.push(ImportError::Result(location, fault)),
        }
    }
}

/// Leaves out the characters that stand for bytes which could not be read. Gives whether there were any.
fn drop_replacements(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let garbled = text.contains(char::REPLACEMENT_CHARACTER);
            text.retain(|character| character != char::REPLACEMENT_CHARACTER);
            garbled
        }
        Value::Array(values) => values.iter_mut().fold(false, |garbled, value| drop_replacements(value) | garbled),
        Value::Object(fields) => fields.values_mut().fold(false, |garbled, value| drop_replacements(value) | garbled),
        _ => false,
    }
}

/// A text with blanks in the location of these objects, which stand in order; its lines stay.
fn blanked(text: &str, files: &[EmbeddedFile]) -> String {
    let mut next = files.iter().peekable();
    let blank = |(number, character): (usize, char)| {
        while next.next_if(|file| file.span.end <= number).is_some() {}
        let taken = next.peek().is_some_and(|file| file.span.contains(&number));
        if taken && character != '\n' { ' ' } else { character }
    };
    text.chars().enumerate().map(blank).collect()
}

#[cfg(test)]
mod tests {
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
    fn a_broken_result_among_good_ones_is_named_and_the_others_are_kept() {
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
}
