//! English words: the first chunk.

use super::result::points;
use crate::texts::plural::english;
use crate::texts::run::{Page, Question, Shell, Start, Storage};
use duet_domain::Side;

pub static PAGE: Page = Page {
    title: "Duet – how well do your Sales and Marketing play together?",
    description: "Twenty statements, five minutes, four levels of the relationship between Sales and Marketing. No account, \
                      and the answers never leave the browser.",
    skip: "Skip to the content",
    home: "Duet, home",
    other_language: "Polski",
    history: "History",
    about: "About Duet",
    nothing_sent: "Nothing leaves this browser.",
};

pub static START: Start = Start {
    title: "How well do your Sales and Marketing play together?",
    lead: "Twenty statements, one sum, four levels of the relationship. Before you mend anything, find out where you stand.",
    facts: [
        ("5 minutes", "is about what it takes"),
        ("20", "statements, each on a scale of 1–5"),
        ("0", "data leave this browser"),
    ],
    who: "For the heads of Sales and of Marketing and for their people. Everyone answers alone, without comparing notes: the \
              two sides often see it differently, and that is worth knowing.",
    problem: "Is it made for your problem?",
    problem_yes: (
        "Yes",
        "if each side does its job, but communication is patchy, the tools differ and the KPIs cannot be reconciled.",
    ),
    problem_no: (
        "No",
        "if the lack of cooperation only hides the fact that marketing does not deliver. Then no alignment helps: marketing \
             has to be rebuilt first.",
    ),
    side: "Which side are you on?",
    side_note: "Optional. It helps when you want to compare the two sides.",
    side_other: "Another role (management, operations, adviser)",
    side_none: "I’d rather not say",
    begin: "Start",
    loading: "One moment, the program is loading… If nothing happens, there is still the pen:",
    paper: "a form to print",
    for_team: "For your team",
    for_team_text: "Let people of both functions answer, each on their own. Then lay the results side by side and talk about what sets them apart.",
    for_team_open: "Compare both sides",
    stop_any_time: "You can stop at any time and come back later.",
    in_progress: |count| format!("You have already started: {count} of 20 statements answered."),
    resume: "Carry on",
    restart: "Start again",
    finished: |score, level, date| format!("Your last result: {}, {level} relationship ({date}).", points(score)),
    show_result: "Show the result",
};

pub static QUESTION: Question = Question {
    progress: |number| format!("{number} of 20"),
    title: |number| format!("Statement {number} of 20"),
    back: "Back",
    next: "Next",
    review: "Review",
    digit_keys: "The keys 1–5 answer and go on",
    all_items: "All statements",
    item: |number, answer| match answer {
        Some(answer) => format!("Statement {number}, answer {answer}"),
        None => format!("Statement {number}, no answer"),
    },
    resumed: |count| format!("Welcome back. Your answers are saved ({count} of 20), and this is where you stopped."),
    restart: "Start again",
    restarted: |count| {
        format!("You’re starting again. {count} earlier {} set aside.", english(count, "answer is", "answers are"))
    },
    undo: "Undo",
};

pub static STORAGE: Storage = Storage {
    device: "Answers are saved on this device.",
    week: "Answers are saved on this device, but this browser may remove them after about a week without a visit.",
    app: "Answers are saved in this app and not in your browser.",
    blocked: "The browser does not let this page save anything. The answers are in this tab alone: finish before you close it, \
                  or open Duet in an ordinary window that may store site data.",
    full: "The browser’s storage for this page is full. The answers are in this tab alone: finish before you close it, or free \
               some space by deleting site data, and Duet saves them with the next answer.",
    not_moved: "The data that could not be read were left where they are, unchanged, because there is no room to set them \
                    aside. So this tab saves nothing and works from memory. You can download the data.",
};

pub static SHELL: Shell = Shell {
    open_team: "Both sides",
    open_in_tab: "Open in its own tab",
    tab_blocked: "Copy this address into a new tab: everything works there, and your answers are in it:",
    host_learns_result: "The page around this frame learns the sum, the level and the side, but no answers.",
    update_available: "There is a newer version of Duet. Your answers stay where they are.",
    apply_update: "Load it",
    no_network: "The next part could not be loaded: there seems to be no network. Your answers are untouched.",
    host_failed: "The server did not give the next part just now. Your answers are untouched; try again in a moment.",
    outdated: "There is a newer version of Duet, and this page still belongs to the one before. Reload it: answers, plan and place stay.",
    reload: "Reload",
    retry: "Try again",
    incoming_answers: |carried, own| {
        format!(
            "The link brings {carried} of 20 answers, and you already have {own} of your own here. Which do you want to keep?"
        )
    },
    accept_incoming: "Those from the link",
    keep_own: "Mine",
    cleared: "Deleted. No Duet data is left in this browser.",
};

/// A side, as a respondent would say it.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Sales => "Sales",
        Side::Marketing => "Marketing",
        Side::Other => "Another role",
        Side::Unstated => "side not stated",
    }
}

/// A day that cannot be.
pub fn impossible_day(day: &str) -> String {
    format!("{day} (that cannot be, a clock was set wrong)")
}
