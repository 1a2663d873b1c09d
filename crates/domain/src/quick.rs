//! JSON as Duet itself writes it: one way of writing it, field after field, with nothing between.
//!
//! A run stores and reads the same small values again and again. What is in exactly this form is read here, in a few lines;
//! everything else, written by another version or by hand, is read by a real reader of JSON, which comes with a later part of the
//! program (docs/adr/0016).

/// What is left of a text.
pub struct Quick<'a>(&'a str);

impl<'a> Quick<'a> {
    /// The whole text.
    pub const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// Skips this, which has to be next.
    pub fn skip(&mut self, expected: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    /// Whether `null` is next, which is skipped then.
    fn null(&mut self) -> bool {
        self.skip("null").is_some()
    }

    /// A text without anything that has to be escaped in JSON, or `null`.
    pub fn text(&mut self) -> Option<Option<&'a str>> {
        if self.null() {
            return Some(None);
        }
        self.skip("\"")?;
        let (text, rest) = self.0.split_once('"')?;
        self.0 = rest;
        is_plain(text).then_some(Some(text))
    }

    /// A number of one or two digits, or `null`.
    pub fn number(&mut self) -> Option<Option<u8>> {
        if self.null() {
            return Some(None);
        }
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit())?;
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        // JSON has no number that begins with a zero.
        let fine = matches!(digits.len(), 1..=2) && (digits == "0" || !digits.starts_with('0'));
        if fine { digits.parse().ok().map(Some) } else { None }
    }

    /// `true` or `false`.
    pub fn flag(&mut self) -> Option<bool> {
        match self.skip("true") {
            Some(()) => Some(true),
            None => self.skip("false").map(|()| false),
        }
    }

    /// Nothing is left.
    pub fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Whether a text is the same in JSON as it is here.
fn is_plain(text: &str) -> bool {
    text.chars().all(|character| !character.is_control() && character != '\\' && character != '"')
}

/// A text for JSON, or `null`. One that would have to be escaped becomes `null` too.
pub fn text(text: Option<&str>) -> String {
    text.filter(|text| is_plain(text)).map_or_else(|| "null".to_owned(), |text| format!("\"{text}\""))
}
