//! A moment and a calendar day, as they are written to files.

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

    /// The day in UTC. That of the person may be the one before or after it.
    pub fn utc_day(&self) -> Day {
        Day(self.0.split('T').next().unwrap_or(&self.0).to_owned())
    }
}

/// A day of the calendar, wherever it is lived: `2026-11-24`. As text it sorts by date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(String);

impl Day {
    /// The first day on which a result can have been given, 2020-01-01: Duet is younger, and a code holds no earlier one.
    pub const FIRST: i64 = 18_262;

    /// Reads a day of exactly that form: the month 01–12, the day 01–31.
    pub fn parse(text: &str) -> Option<Self> {
        is_date(text).then(|| Self(text.to_owned()))
    }

    /// The day of that number, counted from 1970-01-01.
    pub fn from_number(number: i64) -> Self {
        let (year, month, day) = civil_from_days(number);
        Self(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Its number, counted from 1970-01-01.
    pub fn number(&self) -> i64 {
        let [year, month, day] = self.parts();
        days_from_civil(year.into(), month.into(), day.into())
    }

    /// Year, month (1–12) and day (1–31).
    pub fn parts(&self) -> [u32; 3] {
        let number = |from: usize, to: usize| self.0.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(1);
        [number(0, 4), number(5, 7), number(8, 10)]
    }

    /// Its noon in UTC, which is the same day in nearly every time zone.
    pub fn noon(&self) -> Timestamp {
        Timestamp(format!("{}T12:00:00Z", self.0))
    }

    /// Whether a result can be of this day, seen from today: from 2020 on, and not more than a day ahead. A day ahead is possible for
    /// a respondent further east.
    pub fn is_plausible(&self, today: &Self) -> bool {
        (Self::FIRST..=today.number() + 1).contains(&self.number())
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("not a day like 2026-11-24: {text:?}"))
    }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar. Years are counted from March, so that the leap day is the
/// last of its year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The opposite: year, month and day.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
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
            assert_eq!(moment.utc_day().as_str(), "2026-11-24");
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
            let day = Day::parse(date).expect("a day");
            assert_eq!(day.number(), days, "{date}");
            assert_eq!(Day::from_number(days), day);
            assert_eq!(day.noon().utc_day(), day);
        }
    }

    #[test]
    fn a_day_is_possible_from_2020_until_tomorrow() {
        let today = Day::parse("2026-11-27").expect("a day");
        for (date, possible) in [
            ("2019-12-31", false),
            ("2020-01-01", true),
            ("2026-11-27", true),
            ("2026-11-28", true),
            ("2026-11-29", false),
            ("2064-01-01", false),
            ("0001-01-01", false),
        ] {
            assert_eq!(Day::parse(date).expect("a day").is_plausible(&today), possible, "{date}");
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        // Four hundred years, after which the calendar repeats.
        for number in 0..146_097 {
            assert_eq!(Day::from_number(number).number(), number);
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
