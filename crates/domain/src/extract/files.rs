//! Result files inside other text: quoted in a mail, in a list, with typographic quotation marks.

use std::ops::Range;

use serde_json::{Deserializer, Value};

use super::decoded::{Decoded, Letter, Lines};
use super::decodings::sources;
use super::{Located, overlaps};
use crate::import::RESULTS_TYPE;
use crate::record::TYPE;

/// Maximum number of bytes parsed without success, against texts with many braces and no files.
const BUDGET: usize = 64 << 20;

/// A result file inside a text.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbeddedFile {
    /// The JSON object; its `type` is that of one result or of several.
    pub value: Value,
    /// Its lines, numbered from 0.
    pub lines: Range<usize>,
    /// Its span, in characters.
    pub span: Range<usize>,
}

/// Finds result files. Also returns the numbers, from 0, of lines with a result file that cannot be parsed.
pub fn find_files(text: &str) -> (Vec<EmbeddedFile>, Vec<usize>) {
    // Skips the search if no brace occurs in any encoding.
    if !["{", "=7B", "&#123;", "&lbrace;"].iter().any(|brace| text.contains(brace)) {
        return (Vec::new(), Vec::new());
    }
    let raw: Decoded = text.chars().zip(0..).map(|(value, offset)| Letter { value, offset }).collect();
    let mut found: Vec<Located<Value>> = Vec::new();
    let mut marks: Vec<Range<usize>> = Vec::new();
    for source in sources(raw).texts {
        for quotes in [false, true] {
            let text = Json::of(&source, quotes);
            marks.extend(text.marks());
            let new: Vec<_> = text.files().into_iter().filter(|file| !overlaps(&found, &file.span)).collect();
            found.extend(new);
            found.sort_by_key(|file| file.span.start);
        }
    }
    let characters: Vec<char> = text.chars().collect();
    let lines = Lines::of(&characters);
    marks.retain(|mark| !overlaps(&found, mark));
    let mut broken: Vec<usize> = marks.iter().map(|mark| lines.number(mark.start)).collect();
    broken.sort_unstable();
    broken.dedup();
    let files = found.into_iter().map(|file| EmbeddedFile {
        lines: lines.touched(&file.span),
        span: file.span,
        value: file.value,
    });
    (files.collect(), broken)
}

/// A decoding on one line, to be parsed as JSON.
struct Json<'a> {
    source: &'a [Letter],
    text: String,
    /// For each byte of `text`, the index of its character in `source`.
    letters: Vec<u32>,
}

impl<'a> Json<'a> {
    /// Joins lines and removes quote marks, because mail programs break lines even inside strings. `quotes` replaces
    /// typographic quotation marks.
    fn of(source: &'a [Letter], quotes: bool) -> Self {
        let (mut text, mut letters) = (String::with_capacity(source.len()), Vec::with_capacity(source.len()));
        let mut begins = true;
        for (letter, number) in source.iter().zip(0..) {
            let value = match letter.value {
                '\n' => {
                    begins = true;
                    ' '
                }
                '\r' | '\u{feff}' => continue,
                ' ' | '\t' | '>' | '|' if begins => continue,
                '\u{a0}' => ' ',
                '„' | '“' | '”' | '‟' | '«' | '»' | '″' | '＂' if quotes => '"',
                value => value,
            };
            begins &= letter.value == '\n';
            if value == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(value);
            letters.resize(text.len(), number);
        }
        Self { source, text, letters }
    }

    /// Spans of the `type` of a result or of the key `answers`.
    fn marks(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let marks = [TYPE, "\"answers\""].into_iter().flat_map(|mark| self.text.match_indices(mark));
        marks.map(|(start, mark)| self.span(start..start + mark.len()))
    }

    fn files(&self) -> Vec<Located<Value>> {
        let Some(last) = self.text.rfind(TYPE) else { return Vec::new() };
        let (mut found, mut at, mut budget) = (Vec::new(), 0, BUDGET);
        while let Some(brace) = self.text.get(at..).and_then(|rest| rest.find('{')).map(|next| at + next) {
            if budget == 0 || brace > last {
                break;
            }
            let mut values = Deserializer::from_str(&self.text[brace..]).into_iter::<Value>();
            match values.next() {
                Some(Ok(value)) if is_result_file(&value) => {
                    let end = brace + values.byte_offset();
                    found.push(Located { value, span: self.span(brace..end) });
                    at = end;
                }
                Some(Err(error)) => {
                    budget = budget.saturating_sub(error.column());
                    at = brace + 1;
                }
                _ => {
                    budget = budget.saturating_sub(values.byte_offset());
                    at = brace + 1;
                }
            }
        }
        found
    }

    /// Span in the source text.
    fn span(&self, bytes: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.source[self.letters[byte] as usize].offset as usize;
        at(bytes.start)..at(bytes.end - 1) + 1
    }
}

/// Whether the `type` of a value is that of one result or of several.
pub fn is_result_file(value: &Value) -> bool {
    value["type"] == TYPE || value["type"] == RESULTS_TYPE
}
