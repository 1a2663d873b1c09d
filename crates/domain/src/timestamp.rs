//! Moments and calendar days, as they are written to files.

use serde::{Deserialize, Serialize};

/// A moment in UTC in whole seconds: `2026-11-24T19:28:15Z`. Ordered by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Timestamp(String);

impl Timestamp {
    /// Parses that format; a fraction of a second is cut off. Month 01–12 and day 01–31 are checked, the length of the
    /// month is not.
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

    /// 1970-01-01T00:00:00Z.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00Z".to_owned())
    }

    /// The moment as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day in UTC. The respondent's day may differ by one.
    pub fn utc_day(&self) -> Day {
        Day(self.0.split('T').next().unwrap_or(&self.0).to_owned())
    }

    /// Number of whole minutes since 1970-01-01T00:00:00Z.
    pub fn minutes(&self) -> i64 {
        let number = |from: usize| self.0.get(from..from + 2).and_then(|digits| digits.parse().ok()).unwrap_or(0_i64);
        (self.utc_day().number() * 24 + number(11)) * 60 + number(14)
    }
}

/// A calendar day without a time zone: `2026-11-24`. Ordered by date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(String);

impl Day {
    /// Number of 2020-01-01, the first day a code can hold. No result is older.
    pub const FIRST: i64 = 18_262;

    /// Parses that format. Month 01–12 and day 01–31 are checked.
    pub fn parse(text: &str) -> Option<Self> {
        is_date(text).then(|| Self(text.to_owned()))
    }

    /// The day with a number of days since 1970-01-01.
    pub fn from_number(number: i64) -> Self {
        let (year, month, day) = civil_from_days(number);
        Self(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Number of days since 1970-01-01.
    pub fn number(&self) -> i64 {
        let [year, month, day] = self.parts();
        days_from_civil(year.into(), month.into(), day.into())
    }

    /// Year, month (1–12) and day (1–31).
    pub fn parts(&self) -> [u32; 3] {
        let number = |from: usize, to: usize| self.0.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(1);
        [number(0, 4), number(5, 7), number(8, 10)]
    }

    /// The following day; `None` after 9999-12-31, the last that the format can hold.
    pub fn next(&self) -> Option<Self> {
        Self::parse(Self::from_number(self.number() + 1).as_str())
    }

    /// The same day of the month a number of months later, or the last of a month that is shorter. With 0 months, a day
    /// like 2027-02-31, which [`parse`](Self::parse) accepts, becomes the last of its month. `None` after 9999-12-31.
    pub fn after_months(&self, months: u8) -> Option<Self> {
        let [year, month, day] = self.parts();
        let count = month - 1 + u32::from(months);
        let (year, month) = (year + count / 12, count % 12 + 1);
        Self::parse(&format!("{year:04}-{month:02}-{:02}", day.min(days_in_month(year, month))))
    }

    /// Noon in UTC, which is the same day in nearly every time zone.
    pub fn noon(&self) -> Timestamp {
        Timestamp(format!("{}T12:00:00Z", self.0))
    }

    /// Whether a result can be of this day: from 2020-01-01 to one day after `today`, because the respondent may be in
    /// a time zone further east.
    pub fn is_plausible(&self, today: &Self) -> bool {
        (Self::FIRST..=today.number() + 1).contains(&self.number())
    }

    /// The day as text.
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

/// Number of days of a month, 28 to 31, in the Gregorian calendar.
const fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a day of the Gregorian calendar. Years start in March, so that the leap day is the last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
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

/// Whether a text is a day in the format `2026-11-24`.
pub fn is_date(text: &str) -> bool {
    Timestamp::parse(&format!("{text}T12:00:00Z")).is_some()
}

/// Splits a text into three numbers of given lengths.
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
mod tests;
