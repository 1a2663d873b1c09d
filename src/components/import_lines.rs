//! What was found in a file, line by line.

use super::verbatim::verbatim;
use crate::state::Session;
use duet_domain::extract::BrokenCode;
use duet_domain::import::Import;
use leptos::prelude::*;

/// How many lines are shown of what is wrong with one file.
const LINES: usize = 20;

/// How many faulty codes are named.
const SLIPS: usize = 10;

/// What looks like a code but is none, in all that was brought: with its line, and the name of the file where it is one of several.
pub fn slips(session: Session, brought: &[(String, Import)]) -> AnyView {
    let several = brought.len() > 1;
    let each =
        brought.iter().flat_map(|(name, import)| import.broken_codes.iter().map(move |slip| (name.as_str(), slip)));
    slip_list(session, each.map(|(name, slip)| (if several { name } else { "" }, slip)).collect())
}

/// The same of one text, each with a name before it, which may be empty.
pub fn slip_list(session: Session, slips: Vec<(&str, &BrokenCode)>) -> AnyView {
    let language = session.language();
    let line = |(name, slip): &(&str, &BrokenCode)| {
        let text = (language.team().slip)(slip.line, &slip.written, &(language.sharing().bad_code)(slip.error));
        let text = if name.is_empty() { text } else { format!("{name}: {text}") };
        view! { <li>{verbatim(&text, &slip.written)}</li> }
    };
    let rest = slips.len().saturating_sub(SLIPS);
    let rest = (rest > 0).then(|| view! { <li>{(language.handing().more_notes)(language.team().pasted, rest)}</li> });
    (!slips.is_empty())
        .then(|| view! { <ul class="looks" data-fault="code">{slips.iter().take(SLIPS).map(line).collect_view()}{rest}</ul> })
        .into_any()
}

/// The lines: how many results there are, then what is wrong, or odd.
pub fn import_lines(session: Session, name: &str, import: &Import) -> Vec<AnyView> {
    let words = session.language().handing();
    let read = (!import.results.is_empty()).then(|| (words.read)(name, import.results.len()));
    let wrong = import.errors.iter().map(|fault| (words.refused)(name, fault));
    let odd = import.mismatches.iter().map(|(place, mismatch)| (words.mismatch)(name, *place, mismatch));
    let garbled = import.garbled.iter().map(|place| (words.garbled)(name, *place));
    let days =
        import.implausible_days.iter().map(|(place, day)| (words.odd_day)(name, *place, &session.language().day(day)));
    let codes = (!import.codes.is_empty()).then(|| (words.codes)(name, import.codes.len()));
    let mut notes = wrong.chain(odd).chain(garbled).chain(days);
    let read = read.into_iter().chain(codes);
    let mut lines: Vec<String> = read.chain(notes.by_ref().take(LINES)).collect();
    let rest = notes.count();
    if rest > 0 {
        lines.push((words.more_notes)(name, rest));
    }
    lines.iter().map(|line| verbatim(line, name)).collect()
}
