//! What was found in a file, line by line.

use crate::domain::import::Import;
use crate::session::Session;

/// How many lines are shown of what is wrong with one file.
const LINES: usize = 20;

/// The lines: how many results there are, then what is wrong, or odd.
pub fn import_lines(session: Session, name: &str, import: &Import) -> Vec<String> {
    let words = session.words().handing();
    let read = (!import.results.is_empty()).then(|| (words.read)(name, import.results.len()));
    let wrong = import.faults.iter().map(|fault| (words.refused)(name, fault));
    let odd = import.mismatches.iter().map(|(place, mismatch)| (words.mismatch)(name, *place, mismatch));
    let mut notes = wrong.chain(odd);
    let mut lines: Vec<String> = read.into_iter().chain(notes.by_ref().take(LINES)).collect();
    let rest = notes.count();
    if rest > 0 {
        lines.push((words.more_notes)(name, rest));
    }
    lines
}
