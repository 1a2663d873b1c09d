//! Plural forms.

/// The Polish form for a count: 1 stwierdzenie, 2 stwierdzenia, 5 stwierdzeń.
///
/// The rule of the Unicode CLDR for whole numbers: *one* is 1; *few* ends in 2–4, but not in 12–14; everything else is *many*. By hand,
/// because ICU data takes 30 KB (docs/adr/0002).
pub fn polish<'a>(count: u8, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    polish_large(usize::from(count), one, few, many)
}

/// [`polish`] for a larger count.
pub fn polish_large<'a>(count: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (count, count % 10, count % 100) {
        (1, ..) => one,
        (_, _, 12..=14) => many,
        (_, 2..=4, _) => few,
        _ => many,
    }
}

/// The English form for a count: 1 statement, 2 statements.
pub fn english<'a>(count: u8, one: &'a str, other: &'a str) -> &'a str {
    if count == 1 { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_has_three_forms() {
        let form = |count| polish(count, "one", "few", "many");
        assert_eq!(form(1), "one");
        for few in [2, 3, 4, 22, 23, 24, 32, 54, 102, 104] {
            assert_eq!(form(few), "few", "{few}");
        }
        for many in [0, 5, 9, 10, 11, 12, 13, 14, 15, 20, 21, 25, 31, 100, 101, 111, 112, 114] {
            assert_eq!(form(many), "many", "{many}");
        }
    }

    #[test]
    fn english_has_two_forms() {
        assert_eq!([0, 1, 2, 21].map(|count| english(count, "one", "other")), ["other", "one", "other", "other"]);
    }
}
