//! A day in words.

use super::Language;

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
    /// A day in words: "24 listopada 2026", "24 November 2026". The month is 1–12; none other has a name.
    ///
    /// The `Intl` of a browser has these names too, and takes 3 MB of memory to tell one (docs/adr/0018).
    pub fn day(self, year: u32, month: u32, day: u32) -> Option<String> {
        let names = match self {
            Self::Polish => &POLISH,
            Self::English => &ENGLISH,
        };
        let name = names.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
        Some(format!("{day} {name} {year}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_the_reader_writes_it() {
        assert_eq!(Language::Polish.day(2026, 11, 24).as_deref(), Some("24 listopada 2026"));
        assert_eq!(Language::English.day(2026, 1, 3).as_deref(), Some("3 January 2026"));
        assert_eq!(Language::English.day(2026, 12, 31).as_deref(), Some("31 December 2026"));
        assert_eq!([0, 13].map(|month| Language::Polish.day(2026, month, 1)), [None, None]);
    }
}
