//! Writing of files of several results.

use super::{MAX_FILE_BYTES, MAX_RESULTS};
use crate::record::Record;

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
