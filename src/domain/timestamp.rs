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

    /// Noon of a day, counted from 1970-01-01.
    pub fn noon(days: i64) -> Self {
        let (year, month, day) = civil(days);
        Self(format!("{year:04}-{month:02}-{day:02}T12:00:00Z"))
    }

    /// The day, counted from 1970-01-01.
    pub fn days(&self) -> i64 {
        let number = |from: usize, to: usize| self.0.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(1);
        from_civil(number(0, 4), number(5, 7), number(8, 10))
    }

    /// The day alone: `2026-11-24`.
    pub fn date(&self) -> &str {
        self.0.split('T').next().unwrap_or(&self.0)
    }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar. Years are counted from March, so that the leap day is the
/// last of its year.
fn from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The opposite: year, month and day.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// Whether a text is a day like `2026-11-24`: the month 01–12, the day 01–31.
pub fn is_date(text: &str) -> bool {
    Timestamp::parse(&format!("{text}T12:00:00Z")).is_some()
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
    fn a_day_alone_is_recognised() {
        assert!(is_date("2026-11-24"));
        for text in ["", "2026-11", "24.11.2026", "2026-11-24T10:00:00Z", "2026-13-01", "2026-11-24 "] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (date, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2020-01-01", 18_262),
            ("2026-11-24", 20_781),
            ("2100-03-01", 47_541),
        ] {
            let moment = Timestamp::parse(&format!("{date}T12:00:00Z")).expect("a moment");
            assert_eq!(moment.days(), days, "{date}");
            assert_eq!(Timestamp::noon(days), moment);
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        // Four hundred years, after which the calendar repeats.
        for days in 0..146_097 {
            assert_eq!(Timestamp::noon(days).days(), days);
        }
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
