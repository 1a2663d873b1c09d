//! Polish.

pub mod basics;
pub mod document;
pub mod further;
pub mod handing;
pub mod place;
mod report;
mod table;

use super::plural::polish;
use super::{Catalog, Language, Outcome, Review, lower};
use duet_domain::instrument;

/// The texts of a result.
pub static CATALOG: Catalog = Catalog {
    language: Language::Polish,
    basics: &basics::BASICS,
    instrument: instrument::POLISH,
    review: Review {
        title: "Przegląd odpowiedzi",
        complete: "Wszystkie stwierdzenia mają odpowiedź. Możesz jeszcze coś zmienić albo zobaczyć wynik.",
        missing: |count| {
            format!("Brakuje odpowiedzi na {count} {}.", polish(count, "stwierdzenie", "stwierdzenia", "stwierdzeń"))
        },
        range: |range, levels| {
            let (from, to) = (range.start().points(), range.end().points());
            format!("Możliwa jest jeszcze suma od {from} do {to}: relacja {}.", list(levels))
        },
        range_note: "Poziom poznasz, gdy odpowiesz na wszystkie: zgadywać nie będziemy.",
        open: "Bez odpowiedzi",
        answered: "Z odpowiedzią",
        no_answer: "bez odpowiedzi",
        finish: "Pokaż wynik",
        first_open: "Odpowiadam dalej",
    },
    result: Outcome {
        title: "Wynik",
        level: |name| format!("Relacja {}", lower(name)),
        on_scale: |score| format!("{} w skali od 20 do 100", points(score)),
        to_next: |name, count| format!("Do poziomu „{}” brakuje {}.", lower(name), of_points(count)),
        highest: "To najwyższy z czterech poziomów.",
        looks: "Po czym to poznać",
        all_levels: "Cztery poziomy",
        here: "tu jesteście",
        perspective: "To obraz z jednego miejsca przy stole. Druga strona może widzieć to inaczej.",
        source: ["Poziomy i progi: Kotler, Rackham, Krishnaswamy, „", "”, Harvard Business Review 2006."],
        again: "Odpowiedz jeszcze raz",
        change: "Zmień odpowiedzi",
        history: "Historia wyników",
        none: "Jeszcze bez wyniku",
        none_yet: "Nie ma tu jeszcze żadnej odpowiedzi.",
        compare: "Porównaj z drugą stroną",
        to_review: "Do przeglądu",
    },
    acting: &report::ACTING,
    sharing: &report::SHARING,
    points,
};

/// As what is missing is counted.
fn of_points(count: u8) -> String {
    format!("{count} {}", polish(count, "punktu", "punktów", "punktów"))
}

fn points(count: u8) -> String {
    format!("{count} {}", polish(count, "punkt", "punkty", "punktów"))
}

/// "zdefiniowana albo dopasowana"; with more than two, "niezdefiniowana, zdefiniowana albo dopasowana".
fn list(levels: &[&str]) -> String {
    let levels: Vec<String> = levels.iter().map(|level| lower(level)).collect();
    match levels.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} albo {last}", rest.join(", ")),
        _ => levels.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_forms() {
        assert_eq!([1, 2, 5, 22, 64].map(points), ["1 punkt", "2 punkty", "5 punktów", "22 punkty", "64 punkty"]);
        let missing = CATALOG.review.missing;
        assert_eq!(
            [1, 2, 5].map(missing),
            [
                "Brakuje odpowiedzi na 1 stwierdzenie.",
                "Brakuje odpowiedzi na 2 stwierdzenia.",
                "Brakuje odpowiedzi na 5 stwierdzeń."
            ]
        );
        let to_next = |count| (CATALOG.result.to_next)("Zintegrowana", count);
        assert_eq!(to_next(1), "Do poziomu „zintegrowana” brakuje 1 punktu.");
        assert_eq!(to_next(2), "Do poziomu „zintegrowana” brakuje 2 punktów.");
    }

    #[test]
    fn levels_are_listed_as_one_says_it() {
        assert_eq!(list(&["Zdefiniowana"]), "zdefiniowana");
        assert_eq!(list(&["Zdefiniowana", "Dopasowana"]), "zdefiniowana albo dopasowana");
        assert_eq!(list(&["A", "B", "C"]), "a, b albo c");
    }

    #[test]
    fn no_one_letter_word_ends_a_line() {
        let own = include_str!("pl.rs").split("#[cfg(test)]").next().unwrap_or_default();
        let source = own
            .lines()
            .chain(include_str!("pl/basics.rs").lines())
            .chain(include_str!("pl/report.rs").lines())
            .chain(include_str!("pl/handing.rs").lines())
            .chain(include_str!("pl/table.rs").lines())
            .chain(include_str!("pl/place.rs").lines())
            .chain(include_str!("pl/further.rs").lines())
            .chain(include_str!("pl/document.rs").lines());
        for (line, text) in source.enumerate() {
            // Only what people read: comments are not.
            if text.trim_start().starts_with("//") {
                continue;
            }
            let lower = text.to_lowercase();
            for word in ["a", "i", "o", "u", "w", "z"] {
                for before in [" ", "\u{a0}", "„", "(", "\""] {
                    // Also at the end of a source line, where the next line goes on after a space.
                    for after in [" ", " \\"] {
                        let loose = format!("{before}{word}{after}");
                        assert!(!lower.contains(&loose), "line {}: {loose:?} in {text}", line + 1);
                    }
                }
            }
        }
    }
}
