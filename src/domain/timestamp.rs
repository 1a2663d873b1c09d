//! A moment, as it is written to files.

use serde::{Deserialize, Serialize};

/// A moment in UTC with whole seconds, written `2026-11-24T19:28:15Z`. What has this form sorts as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Timestamp(String);

impl Timestamp {
    /// Reads a moment of exactly that form; a fraction of a second is cut off. The month is 01–12, the day 01–31; whether a
    /// month has that day is not checked.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_at_checked(19)?;
        let fraction = rest.strip_suffix('Z')?;
        let cut = fraction.is_empty()
            || fraction.strip_prefix('.').is_some_and(|digits| !digits.is_empty() && is_number(digits));
        let (date, time) = whole.split_once('T')?;
        let fine = cut
            && parts(date, '-', [4, 2, 2])
                .is_some_and(|[_, month, day]| (1..=12).contains(&month) && (1..=31).contains(&day))
            && parts(time, ':', [2, 2, 2])
                .is_some_and(|[hour, minute, second]| hour < 24 && minute < 60 && second < 60);
        fine.then(|| Self(format!("{whole}Z")))
    }

    /// The beginning of the year 1970.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00Z".to_owned())
    }

    /// As it was parsed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day alone: `2026-11-24`.
    pub fn date(&self) -> &str {
        self.0.split('T').next().unwrap_or(&self.0)
    }
}

/// Three numbers of those lengths, and a separator between them.
fn parts(text: &str, separator: char, lengths: [usize; 3]) -> Option<[u16; 3]> {
    let mut found = text.split(separator);
    let mut numbers = [0; 3];
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let part = found.next().filter(|part| part.len() == length && is_number(part))?;
        *number = part.parse().ok()?;
    }
    found.next().is_none().then_some(numbers)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl TryFrom<String> for Timestamp {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("not a moment like 2026-11-24T19:28:15Z: {text:?}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_and_its_fraction_cut() {
        for text in ["2026-11-24T19:28:15Z", "2026-11-24T19:28:15.123Z"] {
            let moment = Timestamp::parse(text).expect("a moment");
            assert_eq!(moment.as_str(), "2026-11-24T19:28:15Z");
            assert_eq!(moment.date(), "2026-11-24");
        }
        let epoch = Timestamp::epoch();
        assert_eq!(Timestamp::parse(epoch.as_str()), Some(epoch));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2026-11-24",
            "2026-11-24T19:28:15",
            "2026-11-24T19:28:15+01:00",
            "2026-13-24T19:28:15Z",
            "2026-00-24T19:28:15Z",
            "2026-11-32T19:28:15Z",
            "2026-11-24T24:28:15Z",
            "2026-11-24T19:60:15Z",
            "2026-11-24T19:28:15.Z",
            "2026-11-24T19:28:15.1xZ",
            "+026-11-24T19:28:15Z",
            "2026-11-24 19:28:15Z",
            "2026-11-24T19:28:15ZZ",
            "żółć-11-24T19:28:15Z",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }
}
