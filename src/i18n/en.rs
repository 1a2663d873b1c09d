//! English.

pub mod basics;
pub mod document;
pub mod further;
pub mod handing;
pub mod place;
mod report;
mod table;

use super::plural::english;
use super::{Catalog, Language, Outcome, Review, lower};
use duet_domain::instrument;

/// The texts of a result.
pub static CATALOG: Catalog = Catalog {
    language: Language::English,
    basics: &basics::BASICS,
    instrument: instrument::ENGLISH,
    review: Review {
        title: "Your answers",
        complete: "Every statement has an answer. You can still change some, or see the result.",
        missing: |count| format!("{count} {} no answer yet.", english(count, "statement has", "statements have")),
        range: |range, levels| {
            let (from, to) = (range.start().points(), range.end().points());
            let levels: Vec<String> = levels.iter().map(|level| lower(level)).collect();
            format!("A sum from {from} to {to} is still possible: {} relationship.", list(&levels))
        },
        range_note: "You will learn the level when all are answered: we won’t guess.",
        open: "Not answered",
        answered: "Answered",
        no_answer: "no answer",
        finish: "Show the result",
        first_open: "Carry on",
    },
    result: Outcome {
        title: "Result",
        level: |name| format!("{name} relationship"),
        on_scale: |score| format!("{} on a scale from 20 to 100", points(score)),
        to_next: |name, count| format!("{} to the next level, {}.", points(count), lower(name)),
        highest: "This is the highest of the four levels.",
        looks: "How to recognise it",
        all_levels: "The four levels",
        here: "you are here",
        perspective: "This is the view from one seat at the table. The other side may see it differently.",
        source: ["Levels and bounds: Kotler, Rackham, Krishnaswamy, “", "”, Harvard Business Review 2006."],
        again: "Answer once more",
        change: "Change answers",
        history: "Past results",
        none: "No result yet",
        none_yet: "Nothing has been answered here yet.",
        compare: "Compare with the other side",
        to_review: "To the review",
    },
    acting: &report::ACTING,
    sharing: &report::SHARING,
    points,
};

fn points(count: u8) -> String {
    format!("{count} {}", english(count, "point", "points"))
}

/// "a defined or an aligned": each level with its article.
fn list(levels: &[String]) -> String {
    let named: Vec<String> = levels
        .iter()
        .map(|level| {
            let article = if level.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("{article} {level}")
        })
        .collect();
    match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => named.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_forms() {
        assert_eq!([1, 2].map(points), ["1 point", "2 points"]);
        assert_eq!(
            [1, 5].map(CATALOG.review.missing),
            ["1 statement has no answer yet.", "5 statements have no answer yet."]
        );
    }

    #[test]
    fn levels_are_listed_with_their_articles() {
        let list = |levels: &[&str]| list(&levels.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&["defined"]), "a defined");
        assert_eq!(list(&["defined", "aligned"]), "a defined or an aligned");
        assert_eq!(list(&["undefined", "defined", "aligned"]), "an undefined, a defined or an aligned");
    }
}
