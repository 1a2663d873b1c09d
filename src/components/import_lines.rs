//! The messages about an imported file.

use super::verbatim::verbatim;
use crate::state::Session;
use duet_domain::extract::BrokenCode;
use duet_domain::import::Import;
use leptos::prelude::*;

/// The most messages for one file.
const MAX_LINES: usize = 20;

/// The most codes that are listed as unreadable.
const MAX_BROKEN_CODES: usize = 10;

/// The codes that cannot be read in all files, each with its line, and with the file name if there are several files.
pub fn broken_codes(session: Session, files: &[(String, Import)]) -> AnyView {
    let several = files.len() > 1;
    let each =
        files.iter().flat_map(|(name, import)| import.broken_codes.iter().map(move |broken| (name.as_str(), broken)));
    broken_code_list(session, each.map(|(name, broken)| (if several { name } else { "" }, broken)).collect())
}

/// A list of codes that cannot be read, each with a file name, which may be empty.
pub fn broken_code_list(session: Session, broken_codes: Vec<(&str, &BrokenCode)>) -> AnyView {
    let language = session.language();
    let line = |(name, broken): &(&str, &BrokenCode)| {
        let text =
            (language.team().broken_code)(broken.line, &broken.written, &(language.sharing().bad_code)(broken.error));
        let text = if name.is_empty() { text } else { format!("{name}: {text}") };
        view! { <li>{verbatim(&text, &broken.written)}</li> }
    };
    let rest = broken_codes.len().saturating_sub(MAX_BROKEN_CODES);
    let rest = (rest > 0).then(|| view! { <li>{(language.transfer().more_notes)(language.team().pasted, rest)}</li> });
    (!broken_codes.is_empty())
        .then(|| view! { <ul class="looks" data-fault="code">{broken_codes.iter().take(MAX_BROKEN_CODES).map(line).collect_view()}{rest}</ul> })
        .into_any()
}

/// The messages about a file: how many results and codes it has, then errors and warnings.
pub fn import_lines(session: Session, name: &str, import: &Import) -> Vec<AnyView> {
    let words = session.language().transfer();
    let read = (!import.results.is_empty()).then(|| (words.read)(name, import.results.len()));
    let errors = import.errors.iter().map(|error| (words.refused)(name, error));
    let mismatches = import.mismatches.iter().map(|(location, mismatch)| (words.mismatch)(name, *location, mismatch));
    let garbled = import.garbled.iter().map(|location| (words.garbled)(name, *location));
    let days = import
        .implausible_days
        .iter()
        .map(|(location, day)| (words.odd_day)(name, *location, &session.language().day(day)));
    let codes = (!import.codes.is_empty()).then(|| (words.codes)(name, import.codes.len()));
    let mut notes = errors.chain(mismatches).chain(garbled).chain(days);
    let read = read.into_iter().chain(codes);
    let mut lines: Vec<String> = read.chain(notes.by_ref().take(MAX_LINES)).collect();
    let rest = notes.count();
    if rest > 0 {
        lines.push((words.more_notes)(name, rest));
    }
    lines.iter().map(|line| verbatim(line, name)).collect()
}
