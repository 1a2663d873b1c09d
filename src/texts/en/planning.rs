//! English words: the plan.

use crate::texts::planning::{Counts, Planning, listed};
use duet_domain::plan::StepState;

pub static PLANNING: Planning = Planning {
    state: |state| match state {
        StepState::Open => "to do",
        StepState::Doing => "in progress",
        StepState::Done => "done",
    },
    state_label: "State",
    overdue: "overdue",
    due_today: "due today",
    add: "Add an action",
    own_title: "An action of your own",
    full: |most| format!("The plan has {} already. Remove one to add another.", actions(most)),
    remove: "Remove the action",
    remove_named: |title| format!("Remove the action “{title}”"),
    carry: |count| match count {
        0 => "Take over the goal and targets of the last plan".to_owned(),
        count => format!("Take over what is unfinished in the last plan ({})", actions(count)),
    },
    carry_note: "Nothing in this plan is overwritten.",
    counts: |counts: Counts| {
        listed(
            actions(counts.all),
            [
                (counts.done, format!("{} done", counts.done)),
                (counts.overdue, format!("{} overdue", counts.overdue)),
                (counts.today, format!("{} due today", counts.today)),
            ],
        )
    },
    former_plan: "The plan from last time",
    then: "Then",
    calendar: "Save to the calendar (.ics)",
    calendar_note: "The dates of the plan, and a reminder in half a year. Open the file in your calendar; saved again, it changes the same entries.",
    reminder: "Answer the twenty statements once more",
    reminder_text: "Half a year has passed since the last result. Let both sides answer, each on their own, and compare the results.",
};

fn actions(count: usize) -> String {
    format!("{count} {}", if count == 1 { "action" } else { "actions" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_their_forms() {
        let counts = |all, done, overdue, today| (PLANNING.counts)(Counts { all, done, overdue, today });
        assert_eq!(counts(3, 1, 1, 0), "3 actions, 1 done, 1 overdue");
        assert_eq!(counts(1, 0, 0, 1), "1 action, 1 due today");
        assert_eq!((PLANNING.carry)(1), "Take over what is unfinished in the last plan (1 action)");
    }
}
