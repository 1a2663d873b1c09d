//! Links to results in one decoding of a text.

use std::ops::Range;

use super::codes::MAX_GAP;
use super::decoded::{Letter, value};
use crate::code::LENGTH;

/// A link to results, from its first code on.
#[derive(Debug)]
pub(super) struct Link {
    /// The codes and their separators.
    pub range: Range<usize>,
    /// Whether it is a link to several results.
    pub several: bool,
}

/// Finds links: `#r=`, `#t=`, and `*r=`, `*t=` as rewritten by Proofpoint's URL Defense.
pub(super) fn links(text: &[Letter]) -> Vec<Link> {
    let starts = text.windows(3).zip(3..).filter_map(|(three, start)| {
        let several = match (three[0].value, three[1].value, three[2].value) {
            ('#' | '*', 'r' | 'R', '=') => false,
            ('#' | '*', 't' | 'T', '=') => true,
            _ => return None,
        };
        Some(Link { range: start..link_end(text, start, several), several })
    });
    starts.collect()
}

/// End of the codes and separators of a link. A line break is part of it inside an incomplete code and next to a
/// comma.
fn link_end(text: &[Letter], start: usize, several: bool) -> usize {
    let (mut at, mut end, mut symbols) = (start, start, 0);
    while let Some(value) = value(text, at) {
        let between = matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '=' | '\t');
        // A space right after a symbol; one after a line break belongs to the quote mark.
        let word_ends = value == ' ' && at == end && symbols > 0;
        let whole = symbols >= LENGTH || (several && word_ends);
        match value {
            ',' | ';' if several => symbols = 0,
            '-' => {}
            _ if between && (!whole || (several && comma_follows(text, at))) => {}
            _ if value.is_alphanumeric() && symbols <= 2 * LENGTH => {
                symbols += 1;
                end = at + 1;
            }
            _ => break,
        }
        at += 1;
    }
    end
}

/// Whether a comma follows, after spaces and line breaks.
fn comma_follows(text: &[Letter], from: usize) -> bool {
    let ahead = text[from..].iter().map(|letter| letter.value).take(MAX_GAP);
    let next = ahead.into_iter().find(|value| !matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '\t'));
    matches!(next, Some(',' | ';'))
}

/// Index of the link in which a code starts here: right after its `=`, or after a comma.
pub(super) fn link_of(links: &[Link], text: &[Letter], start: usize) -> Option<usize> {
    let after = links.partition_point(|link| link.range.start <= start);
    let number = after.checked_sub(1)?;
    let range = &links[number].range;
    if !range.contains(&start) {
        return None;
    }
    let before = text[range.start..start].iter().rev().map(|letter| letter.value).take(MAX_GAP);
    let first = before.clone().all(|value| !value.is_alphanumeric());
    let separated = before.into_iter().find(|value| !matches!(value, ' ' | '\n' | '\r' | '>' | '|' | '\t'));
    (first || matches!(separated, Some(',' | ';'))).then_some(number)
}
