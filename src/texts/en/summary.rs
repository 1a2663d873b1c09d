//! English words: summaries, the seal of a gathering.

use crate::texts::summary::{Seal, Summary};
use duet_domain::summary::SummaryError;

pub static SUMMARY: Summary = Summary {
    for_everybody: "For everybody",
    for_everybody_note: "A summary for everyone who has answered. It has means only, and no spread. Nobody’s answers can be worked out from it. Extreme means are cut a little, so the sum, and near a bound the level, may differ slightly from the full comparison.",
    none: "There will be a summary once at least three people of one side have answered.",
    title: "Heading of the summary",
    print: "Print it on one sheet",
    file: "File with the summary",
    file_name: "duet-summary",
    comparison: "This is a summary of a comparison, from a link: means only, and nobody’s own answers. Extreme means are cut a little, so the sum, and near a bound the level, may differ slightly from the full comparison.",
    result: |from| {
        let from = if from.is_empty() { String::new() } else { format!(" It comes from {from}.") };
        format!("This is a summary of a result, from a link, without single answers.{from}")
    },
    whole_result: |from| {
        let from = if from.is_empty() { String::new() } else { format!(" It comes from {from}.") };
        format!("This is a result from a link, with all answers.{from} Your own answers stay as they are.")
    },
    themes: |weakest, strongest| format!("The theme rated lowest is “{weakest}”, the one rated highest “{strongest}”."),
    what_is_duet: "Duet looks at how Sales and Marketing work together: twenty statements, one result from 20 to 100, four levels of the relationship.",
    answer_too: "Answer it yourself",
    bad_link: "This summary cannot be read",
    error: |error| match error {
        SummaryError::Missing => "There is no summary in it. Check whether all of it was copied.".to_owned(),
        SummaryError::TooLong => "This is longer than any summary. Ask for it once more.".to_owned(),
        SummaryError::Truncated => {
            "The link was cut off: its end is missing. Ask for the whole link, or for the file.".to_owned()
        }
        SummaryError::Damaged(_) => "The summary is damaged. Ask for it once more.".to_owned(),
        SummaryError::Newer(_) => "This summary comes from a newer Duet. Reload the page and try again.".to_owned(),
        SummaryError::OtherWording => {
            "This summary is about statements of another wording than those here, so it is not shown.".to_owned()
        }
    },
    what: "What you send",
    only_summary: "The summary only",
    all_answers: "All answers",
    only_summary_note: "Points, level, the themes rated lowest and highest. No answer to a single statement and no code, so it cannot be compared.",
    all_answers_note: "Whoever gets the link or the code will see each of the twenty answers. The person who compares both sides needs that.",
    with_plan: "With the plan",
    too_long: "With this plan the link would be too long. Send the summary without it, and the plan as a file or on paper.",
    from: "From",
};

pub static SEAL: Seal = Seal {
    title: "Seal the gathering",
    note: "Until it is opened, only the number of people is shown. Then a side with fewer people than you set now shows neither sum nor level. The number cannot be changed later.",
    minimum: "Fewest people on each side",
    seal: "Seal it",
    closed: |minimum| {
        format!(
            "The gathering is sealed. Fewest people on each side: {minimum}. You will see the results once it is opened."
        )
    },
    opened: |minimum| {
        format!("The gathering was opened. Fewest people on each side: {minimum}. No more results can be added.")
    },
    counts: |sales, marketing, others| {
        let others = if others == 0 { String::new() } else { format!(", others {others}") };
        format!("Answered: Sales {sales}, Marketing {marketing}{others}.")
    },
    open: "Open the results",
    ask: "Open it? After that, no single result can be added or removed.",
    yes: "Yes, open it",
    few: |minimum| {
        format!("One side still has fewer than {minimum} people. If you open it now, you will not see its results.")
    },
    hidden: |minimum| format!("One side has fewer than {minimum} people, so neither its sum nor its level is shown."),
    refused: |count| {
        format!(
            "Not added: {count}. This gathering was opened. Remove all results and begin a new one if they are to count."
        )
    },
};
