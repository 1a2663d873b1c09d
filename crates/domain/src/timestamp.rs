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
