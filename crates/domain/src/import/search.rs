//! Search of texts and mails for result files and codes.

use std::collections::BTreeSet;

use super::{Import, ImportError, ImportLocation, MAX_RESULTS, RESULTS_TYPE};
use crate::extract::{self, EmbeddedFile, Found};
use crate::mail;
use crate::timestamp::Day;

impl Import {
    /// Searches a text or, if it is the source of a mail, the decoded mail. The text itself is preferred if it has as
    /// many results, because then its used lines are known.
    pub(super) fn search(text: &str, today: &Day) -> Self {
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
