//! Words of the plan: states, own actions, what is due, what is taken over, the calendar.

use super::Language;
use duet_domain::plan::{Plan, Step, StepState};
use duet_domain::timestamp::Day;

/// Words of the plan.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Planning {
    /// The name of a state.
    pub state: fn(StepState) -> &'static str,
    /// The accessible name of the choice of a state.
    pub state_label: &'static str,
    pub overdue: &'static str,
    pub due_today: &'static str,
    /// The button that adds an own action.
    pub add: &'static str,
    /// The label of its field.
    pub own_title: &'static str,
    /// If the plan has as many steps as it can have, with that number.
    pub full: fn(usize) -> String,
    pub remove: &'static str,
    /// The accessible name of the button, with the title of the action.
    pub remove_named: fn(&str) -> String,
    /// The button that takes over what is unfinished from the former plan, with the number of steps; 0 if only the goal
    /// or targets would come.
    pub carry: fn(usize) -> String,
    pub carry_note: &'static str,
    /// How far the plan is, in a few words without a full stop. Numbers that are zero are left out.
    pub counts: fn(Counts) -> String,
    /// The heading of what has become of the former plan.
    pub former_plan: &'static str,
    /// Before the former figure of a measure.
    pub then: &'static str,
    /// The button that saves the calendar file.
    pub calendar: &'static str,
    pub calendar_note: &'static str,
    /// The event half a year later.
    pub reminder: &'static str,
    pub reminder_text: &'static str,
}

impl Language {
    /// The title of the action of a step: that of the instrument, or its own, or, if it has neither, its identifier.
    pub fn step_title(self, step: &Step) -> &str {
        match self.instrument().action(&step.action) {
            Some(action) => action.title.as_str(),
            None if step.title.is_empty() => &step.action,
            None => &step.title,
        }
    }
}

/// Numbers of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// All steps.
    pub all: usize,
    /// Those that are done.
    pub done: usize,
    /// Those that are overdue.
    pub overdue: usize,
    /// Those that are due today.
    pub today: usize,
}

impl Counts {
    /// The numbers of a plan on a day.
    pub fn of(plan: &Plan, today: &Day) -> Self {
        let (overdue, today) = plan.due_count(today);
        Self { all: plan.steps.len(), done: plan.count(StepState::Done), overdue, today }
    }
}

/// Joins the number of all steps and the other numbers that are not zero.
pub(super) fn listed(all: String, others: [(usize, String); 3]) -> String {
    let others = others.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
    std::iter::once(all).chain(others).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_plan_are_those_of_the_day() {
        let mut plan = Plan::default();
        for (title, due, state) in [
            ("a", "2027-01-01", StepState::Open),
            ("b", "2027-01-01", StepState::Done),
            ("c", "2027-01-31", StepState::Doing),
        ] {
            let id = plan.add_own(title).expect("room");
            plan.change_step(&id, |step| (step.due, step.state) = (due.to_owned(), state));
        }
        let today = Day::parse("2027-01-31").expect("a day");
        assert_eq!(Counts::of(&plan, &today), Counts { all: 3, done: 1, overdue: 1, today: 1 });
    }
}
