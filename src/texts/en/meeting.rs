//! English words: the material for the meeting.

use crate::texts::meeting::Meeting;

pub static MEETING: Meeting = Meeting {
    pictures: "Pictures for a slide",
    sides: "Both sides",
    gaps: "The widest gaps",
    sides_file: "duet-both-sides",
    gaps_file: "duet-gaps",
    print_board: "Print the page for the board",
    board_title: "Sales and Marketing on one page",
    since: "Since last time",
    weakness: "A weakness you agree on",
    plan_of: |day| format!("Plan of {day}"),
    more_steps: |count| format!("The plan goes on with {count} {}.", if count == 1 { "action" } else { "actions" }),
    proposals: "Proposals to begin with",
    proposals_note: "There is no plan yet: these are three actions that suit this level. Write down who is responsible, and by when.",
    action: "Action",
    sealed: |minimum| format!("Sealed gathering: figures of a side are shown from {minimum} people on."),
    hour: "60 minutes",
    minutes: |count| format!("{count} min"),
    roles: ["Leads", "Writes down", "Keeps the time"],
    opening: "The result",
    opening_note: "Read it out. No comments yet.",
};
