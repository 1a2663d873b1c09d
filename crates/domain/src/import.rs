//! Results from files and texts.
//!
//! A result file is parsed as JSON. Any other text is searched for result files and codes.

mod importer;
mod search;
mod write;

use std::collections::BTreeSet;

use serde_json::Value;

use super::extract::{BrokenCode, FoundCode};
use super::record::{Mismatch, Record, RecordError};
use super::timestamp::Day;

pub use importer::Importer;
pub use write::write_files;

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

#[cfg(test)]
mod tests;
