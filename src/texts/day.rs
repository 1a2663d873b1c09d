//! Days in words.

use super::Language;
use duet_domain::timestamp::Day;

const POLISH: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Language {
    /// A day in words: "24 listopada 2026", "24 November 2026".
    ///
    /// By hand, because the `Intl` of a browser loads 1.4 MB of calendar data (docs/adr/0021).
    pub fn day(self, day: &Day) -> String {
        let names = match self {
            Self::Polish => &POLISH,
            Self::English => &ENGLISH,
        };
        let [year, month, number] = day.parts();
        let name = usize::try_from(month).ok().and_then(|month| names.get(month.checked_sub(1)?));
        name.map_or_else(|| day.as_str().to_owned(), |name| format!("{number} {name} {year}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_reader_writes_it() {
        let day = |text: &str| Day::parse(text).expect("a day");
        assert_eq!(Language::Polish.day(&day("2026-11-24")), "24 listopada 2026");
        assert_eq!(Language::English.day(&day("2026-01-03")), "3 January 2026");
        assert_eq!(Language::English.day(&day("2026-12-31")), "31 December 2026");
    }
}
