//! Reading of a file in batches.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Import, ImportError, ImportLocation, MAX_FILE_BYTES, MAX_RESULTS, RESULTS_TYPE, VERSION};
use crate::extract;
use crate::timestamp::Day;

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
