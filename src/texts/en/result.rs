//! English words: review, result, advice, shared results.

use crate::texts::plural::english;
use crate::texts::result::{Advice, REFERENCES, ResultPage, Review, Sharing};
use duet_domain::Side;
use duet_domain::code;

pub static REVIEW: Review = Review {
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
};

pub static RESULT: ResultPage = ResultPage {
    title: "Result",
    level: |name| format!("{name} relationship"),
    on_scale: |score| format!("{} on a scale from 20 to 100", points(score)),
    to_next: |name, count| format!("{} to the next level, {}.", points(count), name.to_lowercase()),
    highest: "This is the highest of the four levels.",
    since: |points, levels, day| {
        let steps = match levels.unsigned_abs() {
            0 => String::new(),
            1 => ", one level".to_owned(),
            count => format!(", {count} levels"),
        };
        let direction = match levels {
            0 => "",
            1.. => " up",
            _ => " down",
        };
        if points == "0" {
            format!("The same sum as on {day}")
        } else {
            format!("{points} since {day}{steps}{direction}")
        }
    },
    changed: "What has changed",
    answers: "Answers",
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
};

pub static ADVICE: Advice = Advice {
    parts: "Parts of the result",
    monday: "For Monday",
    monday_talk: "Talk about the statement that was rated lowest:",
    monday_act: "Choose one step, for example:",
    monday_goal: "Set one revenue goal, shared at board level.",
    culture: "This is a change of culture, not a project for one quarter. It starts at the top.",
    monday_ask: |side| match side {
        Side::Sales => "Ask someone from Marketing to answer on their own.",
        Side::Marketing => "Ask someone from Sales to answer on their own.",
        Side::Other | Side::Unstated => {
            "Ask one person from Sales and one from Marketing to answer, each on their own."
        }
    },
    themes: "Where it hurts most",
    strands_note: "The closer the lines of Sales and Marketing run, the higher a theme was rated (4 to 20). A reading aid, not a validated scale of its own.",
    strongest: "Rated highest",
    weakest: "Rated lowest",
    all_answers: "All answers",
    up: "One level up",
    what_if: "What if…",
    what_if_note: "Raise or lower answers and see what happens to the sum. This is a trial: your real answers do not change.",
    less: "less",
    more: "more",
    reset: "Back to the real answers",
    would_be: |sum, level| format!("Sum: {sum}, {} relationship", level.to_lowercase()),
    stay_or_move: "Stay, or move up?",
    stay_or_move_note: "Higher is not always better. Tick what is true of you.",
    stay: "Stay where you are if",
    move_up: "Move up if",
    tendency: |stay, up| match (stay, up) {
        (0, 0) => "Nothing has been ticked yet.",
        (stay, up) if stay > up => {
            "More of what you ticked is in favour of staying at this level for now. Talk it over."
        }
        (stay, up) if stay < up => "More of what you ticked is in favour of moving up. Talk about where to begin.",
        _ => "The reasons balance: a question for a conversation, not for a survey.",
    },
    actions: "What to do",
    more_actions: "More actions",
    actions_keep: "How to keep it",
    actions_note: "Choose one or two to begin with, and write down who sees to each and by when. The plan is kept with the result.",
    owner: "Who sees to it",
    due: "By when",
    measures: "Measure on the way",
    today: "Today",
    target: "Target",
    unit: "unit",
    goal: "One revenue goal, shared at board level",
    goal_note: "Without one shared measure of revenue both sides go on pulling the rope, each their own way.",
    plan: "The plan",
    evidence: "Why it pays",
    reasons: [
        (
            "Organisations with a high level of alignment are almost three times as likely to meet their new-customer targets.",
            "Gartner Peer Community survey 2023, n = 200",
        ),
        (
            "A shared system such as one CRM can close deals 30% faster and double cross-sell.",
            "IBM, Channel Enablement",
        ),
        (
            "Commissions that join the goals of marketing and sales raise sales efficiency by 9 percentage points on average.",
            "Rubel, Zhou, Grewal & Raju 2025, SSRN 3493361",
        ),
        ("Companies that integrate marketing and sales well improve key indicators by 15–30%.", "BCG 2018"),
        (
            "For illustration only, not a study: 1,000 zł spent together does the work of 1,400 zł spent separately.",
            "illustration from the article",
        ),
    ],
    reading: "Further reading",
    references: REFERENCES,
    limits: "No norms, reliability or factor structure have been published for this questionnaire. The result is the beginning of a conversation, not a verdict on people.",
};

pub static SHARING: Sharing = Sharing {
    title: "Keep it and hand it over",
    from_history: "This is a result from your history.",
    own: "To my own Duet",
    bad_link: "This link cannot be read",
    ask_side: "Which side are you on? Without it, this result counts on neither side of a comparison.",
    bad_code: |fault| match fault {
        code::CodeError::Length(0) => "There is no result code in the link.".to_owned(),
        code::CodeError::Length(count) => {
            format!(
                "A result code has 16 characters, and this one has {count}. Check whether the whole link was copied."
            )
        }
        code::CodeError::Truncated(count) => {
            format!(
                "the link was cut off: of its last code only {count} of 16 characters are there. Ask for the whole link, or for a file."
            )
        }
        code::CodeError::Symbol(symbol) => {
            format!("The character “{symbol}” is not used in result codes. Check whether the code was copied exactly.")
        }
        code::CodeError::CheckSymbol => {
            "There is a slip somewhere in the code: its check character does not fit. Look at it once more.".to_owned()
        }
        code::CodeError::Version(_) => "This code comes from a newer Duet. Reload the page and try again.".to_owned(),
        code::CodeError::Content => "No result has this code. Ask for it once more.".to_owned(),
    },
    other_wording: "This result answers statements of another wording than those here, so it is not shown: a comparison would mislead.",
    file_name: "duet-result",
};

pub fn points(count: u8) -> String {
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
        assert_eq!([1, 5].map(REVIEW.missing), ["1 statement has no answer yet.", "5 statements have no answer yet."]);
    }

    #[test]
    fn levels_are_listed_with_their_articles() {
        let list = |levels: &[&str]| list(&levels.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(list(&["defined"]), "a defined");
        assert_eq!(list(&["defined", "aligned"]), "a defined or an aligned");
        assert_eq!(list(&["undefined", "defined", "aligned"]), "an undefined, a defined or an aligned");
    }
}
