//! Result files inside other texts: in a mail that quotes them, in a list, with the quotation marks of a word processor.

use std::ops::Range;

use serde_json::{Deserializer, Value};

use super::decoded::{Decoded, Letter, Lines};
use super::decodings::sources;
use super::{Located, overlaps};
use crate::import::RESULTS_TYPE;
use crate::record::TYPE;

/// How many bytes are read in vain before the search is given up: a text may have braces and no files.
const BUDGET: usize = 64 << 20;

/// A result file in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbeddedFile {
    /// What it says; its `type` is that of one result or of several.
    pub value: Value,
    /// Its lines, from 0.
    pub lines: Range<usize>,
    /// Its place in characters.
    pub span: Range<usize>,
}

/// The result files in a text, and the lines, from 0, in which something says to be one and cannot be read.
pub fn find_files(text: &str) -> (Vec<EmbeddedFile>, Vec<usize>) {
    // Also as quoted-printable writes it.
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

/// A source in one line, for a reader of JSON.
struct Json<'a> {
    source: &'a [Letter],
    text: String,
    /// For each byte of the text, which letter of the source it comes from.
    letters: Vec<u32>,
}

impl<'a> Json<'a> {
    /// Without the marks of quoted lines, and on one line: mail programs break lines, also within a text. `quotes` makes all
    /// quotation marks straight.
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

    /// Where something says that it is a result, or has the answers of one.
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

    /// The place in the text as it came.
    fn span(&self, bytes: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.source[self.letters[byte] as usize].offset as usize;
        at(bytes.start)..at(bytes.end - 1) + 1
    }
}

/// Whether a value says to be a result or several.
pub fn is_result_file(value: &Value) -> bool {
    value["type"] == TYPE || value["type"] == RESULTS_TYPE
}
