//! Results from files and texts.
//!
//! A result file is parsed as JSON. Any other text is searched for result files and codes.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::extract::{self, BrokenCode, EmbeddedFile, Found, FoundCode};
use super::mail;
use super::record::{Mismatch, Record, RecordError};
use super::timestamp::Day;

/// Maximum size of a file in bytes: 5 MiB.
pub const MAX_FILE_BYTES: usize = 5 << 20;
/// Maximum number of results in a file.
pub const MAX_RESULTS: usize = 20_000;
/// `type` of a file of several results.
pub const RESULTS_TYPE: &str = "duet.results";
const VERSION: u64 = 1;

/// The contents of a file or text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The results that were read, in the order of the file.
    pub results: Vec<Record>,
    /// Results of another instrument; they cannot be compared.
    pub foreign: Vec<(ImportLocation, Record)>,
    /// Why the file or one of its results could not be read.
    pub errors: Vec<ImportError>,
    /// Results whose stored figures differ from those computed from the answers.
    pub mismatches: Vec<(ImportLocation, Mismatch)>,
    /// Codes found in a text.
    pub codes: Vec<FoundCode>,
    /// Texts that look like a code but are not.
    pub broken_codes: Vec<BrokenCode>,
    /// Results with an implausible day. They are read.
    pub implausible_days: Vec<(ImportLocation, Day)>,
    /// Results whose texts contained replacement characters. These were removed.
    pub garbled: Vec<ImportLocation>,
    /// Numbers, from 0, of lines that contain a result or code and nothing broken.
    pub used_lines: BTreeSet<usize>,
}

/// Location in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportLocation {
    /// The whole file, or its only result.
    File,
    /// Number, from 1, of a result in a file of several.
    Result(usize),
    /// Number, from 1, of the line in which a result starts.
    Line(usize),
}

/// Why a file or one of its results could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file is empty.
    Empty,
    /// It has more than [`MAX_FILE_BYTES`] bytes.
    TooLarge,
    /// The browser could not read it: it was moved, or is a folder.
    Unreadable,
    /// A result file is invalid JSON; with line and column.
    NotJson(usize, usize),
    /// The result file that starts in this line, numbered from 1, is invalid JSON.
    BrokenFile(usize),
    /// It contains neither a result nor a code.
    Nothing,
    /// It is not text.
    NotText,
    /// Number of results, more than [`MAX_RESULTS`]. The rest was not read.
    TooMany(usize),
    /// A result could not be read.
    Result(ImportLocation, RecordError),
}

/// Reads a result file or searches a text. `today` limits the plausible days.
pub fn read(text: &str, today: &Day) -> Import {
    let mut importer = Importer::new(text, today);
    while importer.read_batch() {}
    importer.finish()
}

/// Reads a file in batches, so that the page can respond in between.
#[derive(Debug)]
pub struct Importer<'a> {
    /// The remaining results in reverse order.
    rest: Vec<&'a RawValue>,
    total: usize,
    import: Import,
    today: &'a Day,
}

/// A file of several results, which are not parsed yet.
#[derive(Deserialize)]
struct ResultsFile<'a> {
    r#type: &'a str,
    version: u64,
    #[serde(borrow)]
    results: Vec<&'a RawValue>,
}

impl<'a> Importer<'a> {
    /// Number of results per batch.
    const BATCH: usize = 100;

    /// Parses the file apart from its results.
    pub fn new(text: &'a str, today: &'a Day) -> Self {
        let whole = |import| Self { rest: Vec::new(), total: 0, import, today };
        if text.len() > MAX_FILE_BYTES {
            return whole(Import::failed(ImportError::TooLarge));
        }
        // Byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return whole(Import::failed(ImportError::Empty));
        }
        match serde_json::from_str::<ResultsFile>(text) {
            Ok(file) if file.r#type == RESULTS_TYPE && file.version == VERSION => Self::of_results(file.results, today),
            _ => match serde_json::from_str::<Value>(text) {
                Ok(value) if extract::is_result_file(&value) => whole(Import::read_single(value, today)),
                // Other JSON, such as the export of a chat, may contain codes.
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

    /// Reads the next batch. Returns whether results remain.
    pub fn read_batch(&mut self) -> bool {
        for _ in 0..Self::BATCH {
            let Some(raw) = self.rest.pop() else { return false };
            let location = ImportLocation::Result(self.total - self.rest.len());
            // Valid JSON, because the whole file was.
            self.import.add_result(location, serde_json::from_str(raw.get()).unwrap_or_default(), self.today);
        }
        !self.rest.is_empty()
    }

    /// The part that was read: 0 to 1.
    pub fn progress(&self) -> f64 {
        let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.total == 0 { 1.0 } else { 1.0 - part(self.rest.len()) / part(self.total) }
    }

    /// The contents.
    pub fn finish(self) -> Import {
        self.import
    }
}

/// Writes results to as many files as the limits require.
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
    /// An import that consists of one error.
    pub fn failed(fault: ImportError) -> Self {
        Self { errors: vec![fault], ..Self::default() }
    }

    /// Converts the import for a history: codes become results, foreign results and codes of another wording become
    /// errors, and an empty import becomes [`ImportError::Nothing`].
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

    /// Turns foreign results into errors.
    fn reject_foreign(mut self) -> Self {
        let foreign = self.foreign.drain(..);
        let fault = |(location, record): (ImportLocation, Record)| {
            ImportError::Result(location, RecordError::Instrument(record.instrument.id.into_owned()))
        };
        self.errors.extend(foreign.map(fault));
        self
    }

    /// Searches a text or, if it is the source of a mail, the decoded mail. The text itself is preferred if it has as
    /// many results, because then its used lines are known.
    fn search(text: &str, today: &Day) -> Self {
        let plain = Self::search_text(text, today);
        if !mail::is_mail(text) {
            return plain;
        }
        let decoded = Self::search_text(&mail::text(text.as_bytes()), today);
        let count = |import: &Self| import.results.len() + import.codes.len();
        // The parts of a multipart mail may repeat each other.
        let better = if text.contains("boundary=") { count(&decoded) > 0 } else { count(&decoded) > count(&plain) };
        if !better {
            return plain;
        }
        // The lines of the source do not correspond to those of the decoded mail.
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
        let wrong: BTreeSet<usize> = broken_codes.iter().map(|broken| broken.line - 1).collect();
        let of_files = files.iter().flat_map(|file| file.lines.clone());
        import.used_lines.extend(of_files.filter(|line| !wrong.contains(line)));
        Self { codes, broken_codes, ..import }
    }

    /// Adds the results of an embedded file.
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

    /// Reports the JSON error of a text that starts with `{`, if nothing was found in it or an embedded file was
    /// invalid.
    fn with_json_error(mut self, text: &str, error: &serde_json::Error) -> Self {
        let found = self.results.len() + self.foreign.len() + self.codes.len();
        let is_broken = |fault: &ImportError| matches!(fault, ImportError::BrokenFile(_));
        if text.trim_start().starts_with('{') && (found == 0 || self.errors.iter().any(is_broken)) {
            self.errors.retain(|fault| !is_broken(fault));
            self.errors.push(ImportError::NotJson(error.line(), error.column()));
        }
        self
    }

    /// Whether there are no results, codes or errors.
    pub fn is_empty(&self) -> bool {
        let read = self.results.len() + self.foreign.len() + self.codes.len();
        read + self.errors.len() + self.broken_codes.len() == 0
    }

    /// The lines of a text that were not or only partly used.
    pub fn unused_lines(&self, text: &str) -> String {
        let lines = text.lines().enumerate();
        let unused =
            lines.filter(|(number, line)| !self.used_lines.contains(number) && line.contains(char::is_alphanumeric));
        unused.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    }

    /// Reads a file of one result, or reports why a file of several cannot be read.
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

/// Removes replacement characters from all strings. Returns whether there were any.
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

/// Replaces the given files, which are sorted, by spaces. Line breaks are retained.
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
mod tests;
