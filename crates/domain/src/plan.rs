//! The plan of a result: goal, actions and measures.

mod carry;
mod read;
mod step;

use serde::Serialize;

use super::timestamp::{Day, is_date};

pub use step::{Due, Step, StepState};

/// Maximum length of a label, owner or value, in characters.
pub const MAX_SHORT_TEXT: usize = 80;
/// Maximum length of the title of an own action, in characters.
pub const MAX_OWN_TITLE: usize = 160;
/// Maximum length of the goal, in characters.
pub const MAX_GOAL: usize = 300;
/// Maximum number of steps, and of targets.
pub const MAX_STEPS: usize = 50;

/// The plan of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The revenue goal shared at board level; may be empty.
    pub goal: String,
    /// The chosen actions.
    pub steps: Vec<Step>,
    /// Current and target values of measures.
    pub targets: Vec<Target>,
}

/// Values of a measure, as free text. Empty fields are not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Target {
    /// Identifier of the [measure](super::instrument::Measure).
    pub measure: String,
    /// Current value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub today: String,
    /// Target value.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
}

impl Plan {
    /// Whether the plan is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The step of an action, if chosen.
    pub fn step(&self, action: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.action == action)
    }

    /// Adds or removes the step of an action. Not more than [`MAX_STEPS`] are added.
    pub fn choose(&mut self, action: &str, chosen: bool) {
        if !chosen {
            self.remove(action);
        } else if self.step(action).is_none() && self.steps.len() < MAX_STEPS {
            self.steps.push(Step { action: action.to_owned(), ..Step::default() });
        }
    }

    /// Adds an own action with a trimmed title of at most [`MAX_OWN_TITLE`] characters; a longer one is truncated.
    /// Returns its identifier: `own-` and the lowest number that is free, from 1. `None` if the title is blank or the
    /// plan has [`MAX_STEPS`] steps.
    pub fn add_own(&mut self, title: &str) -> Option<String> {
        let title = truncated(title.trim(), MAX_OWN_TITLE);
        if title.is_empty() || self.steps.len() >= MAX_STEPS {
            return None;
        }
        let action = self.free_own_id();
        self.steps.push(Step { action: action.clone(), title, ..Step::default() });
        Some(action)
    }

    /// The steps of own actions, in the order in which they were added.
    pub fn own_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.is_own())
    }

    /// Removes the step of an action, of the instrument or own.
    pub fn remove(&mut self, action: &str) {
        self.steps.retain(|step| step.action != action);
    }

    /// Number of steps in a state.
    pub fn count(&self, state: StepState) -> usize {
        self.steps.iter().filter(|step| step.state == state).count()
    }

    /// Number of steps that are overdue, and of those that are due today. Steps that are done are not counted.
    pub fn due_count(&self, today: &Day) -> (usize, usize) {
        let count = |due| self.steps.iter().filter(|step| step.due_on(today) == due).count();
        (count(Due::Overdue), count(Due::Today))
    }

    /// Edits the step of a chosen action. A long title or owner is truncated and an invalid date removed.
    pub fn change_step(&mut self, action: &str, change: impl FnOnce(&mut Step)) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.action == action) {
            change(step);
            step.title = truncated(&step.title, MAX_OWN_TITLE);
            step.owner = truncated(&step.owner, MAX_SHORT_TEXT);
            if !is_date(&step.due) {
                step.due.clear();
            }
        }
    }

    /// The values of a measure; empty if there are none.
    pub fn target(&self, measure: &str) -> Target {
        let known = self.targets.iter().find(|target| target.measure == measure).cloned();
        known.unwrap_or_else(|| Target { measure: measure.to_owned(), ..Target::default() })
    }

    /// Edits the values of a measure. Long values are truncated; empty ones are removed.
    pub fn change_target(&mut self, measure: &str, change: impl FnOnce(&mut Target)) {
        let mut target = self.target(measure);
        change(&mut target);
        target.today = truncated(&target.today, MAX_SHORT_TEXT);
        target.target = truncated(&target.target, MAX_SHORT_TEXT);
        self.targets.retain(|other| other.measure != measure);
        if !(target.today.is_empty() && target.target.is_empty()) && self.targets.len() < MAX_STEPS {
            self.targets.push(target);
        }
    }

    /// Sets the goal, truncated to [`MAX_GOAL`].
    pub fn set_goal(&mut self, goal: &str) {
        self.goal = truncated(goal, MAX_GOAL);
    }

    /// The identifier `own-1`, `own-2`… with the lowest number that no step has.
    fn free_own_id(&self) -> String {
        let mut number = 1;
        while self.step(&step::own_id(number)).is_some() {
            number += 1;
        }
        step::own_id(number)
    }
}

/// The first `longest` characters of a text.
pub fn truncated(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests;
