//! English.

pub mod basics;
pub mod place;
pub mod report;
pub mod table;

use super::plural::english;
use super::{About, Catalog, Failure, Outcome, Paper, Past, Review, Saving};
use crate::domain::settings::Theme;

pub static CATALOG: Catalog = Catalog {
    basics: &basics::BASICS,
    review: Review {
        title: "Your answers",
        complete: "Every statement has an answer. You can still change some, or see the result.",
        missing: |count| format!("{count} {} no answer yet.", english(count, "statement has", "statements have")),
        range: |range, levels| {
            let (from, to) = (range.start().points(), range.end().points());
            let levels: Vec<String> = levels.iter().map(|level| level.to_lowercase()).collect();
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
        to_next: |name, count| format!("{} to the next level, {}.", points(count), name.to_lowercase()),
        highest: "This is the highest of the four levels.",
        looks: "How to recognise it",
        all_levels: "The four levels",
        here: "you are here",
        perspective: "This is the view from one seat at the table. The other side may see it differently.",
        source: "Levels and bounds: Kotler, Rackham, Krishnaswamy, “Ending the War Between Sales and Marketing”, Harvard \
                 Business Review 2006.",
        again: "Answer once more",
        change: "Change answers",
        history: "Past results",
        none: "No result yet",
        none_yet: "Nothing has been answered here yet.",
        to_review: "To the review",
    },
    acting: &report::ACTING,
    handing: &report::HANDING,
    table: &table::TABLE,
    place: &place::PLACE,
    history: Past {
        title: "Your results",
        empty: "There is no result here yet. It will appear when you have answered all twenty statements.",
        older: |count| format!("Show older ones ({count})"),
        note: "The results saved in this browser, the newest first.",
    },
    about: About {
        title: "About Duet",
        what: "Duet helps you to find out how well Sales and Marketing work together in a company: twenty statements, a sum from \
               20 to 100, and one of four levels of the relationship.",
        source: "The questionnaire, its levels and their bounds were described by Philip Kotler, Neil Rackham and Suj \
                 Krishnaswamy: “Ending the War Between Sales and Marketing”, Harvard Business Review 84(7/8), 2006, pp. 68–78.",
        wording: "The wording of the statements is our own and keeps to what each item of the original asks about.",
        limits: "No reliability, factor structure or norms have been published for this questionnaire. Duet claims none.",
        privacy: "What happens to the answers",
        privacy_text: [
            "Duet runs in the browser alone. There is no server, no account, no cookie and no tracker; no answer is sent anywhere.",
            "Answers, results and settings lie in the storage of this browser (localStorage). Whoever uses the same browser under \
             the same user account can see them.",
        ],
        settings: "Settings",
        theme: "Colours",
        themes: |theme| match theme {
            Theme::Auto => "as in the system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        },
        clear: "Delete everything from this browser",
        clear_text: "Deletes the answers, the history, the results gathered from others, the settings and the data set aside.",
        clear_ask: "Delete everything? This cannot be undone.",
        clear_yes: "Yes, delete",
        cleared: "Deleted. No Duet data is left in this browser.",
        set_aside: "Data set aside",
        set_aside_text: "These saved data could not be read. They were not changed, and can be downloaded as a file.",
    },
    saving: Saving {
        unreadable: |what, why| format!("Saved data could not be read ({what}): {why}."),
        kept: "We set them aside as they were. You can download them.",
        download: "Download",
        close: "Close",
        session: "answers in progress",
        history: "history of results",
        settings: "settings",
        team: "the results gathered",
        quarantine: "data set aside before",
        damaged: "they are damaged",
        version: "they come from a version that this Duet does not know",
        other_wording: "they answer statements of another wording",
    },
    paper: Paper {
        title: "A form to fill in with a pen",
        why: "The same questionnaire without the program. In the browser Duet works out the result, and needs JavaScript and \
              WebAssembly for it; on paper it is up to you.",
        how: "Circle one number for each statement. Answer all twenty, add up the numbers, and read the level from the table.",
        number: "No.",
        statement: "Statement",
        sum: "Sum",
        from_to: "Sum",
        level: "Relationship",
        looks: "How to recognise it",
    },
    failure: Failure {
        title: "The program has stopped",
        text: "Something in Duet has failed, and it is our fault, not yours. The saved answers are untouched. Reload the page, and \
               you are back where it happened.",
        load_title: "The program could not be loaded",
        load_text: "Check the connection and reload the page. The saved answers are untouched. Below there is also a form that you \
                    can print and fill in with a pen.",
        reload: "Reload the page",
        saved: "What is saved (you can copy and keep it):",
        copy: "Copy",
        copied: "Copied",
        nothing_saved: "Nothing has been saved yet.",
    },
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
