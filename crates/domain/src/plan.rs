//! The plan of a result: goal, actions and measures.

use serde::Serialize;
use serde_json::{Map, Value};

use super::timestamp::is_date;

/// Maximum length of a label, owner or value, in characters.
pub const MAX_SHORT_TEXT: usize = 80;
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

/// A chosen action. Empty fields are not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Identifier of the [action](super::instrument::Action); may be unknown in an imported plan.
    pub action: String,
    /// Who is responsible.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Due date, as `2027-01-31`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
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
            self.steps.retain(|step| step.action != action);
        } else if self.step(action).is_none() && self.steps.len() < MAX_STEPS {
            self.steps.push(Step { action: action.to_owned(), ..Step::default() });
        }
    }

    /// Edits the step of a chosen action. A long owner is truncated and an invalid date removed.
    pub fn change_step(&mut self, action: &str, change: impl FnOnce(&mut Step)) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.action == action) {
            change(step);
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

    /// Removes the plan from the object of a result.
    ///
    /// # Errors
    /// The name of an invalid field. The object is then unchanged.
    pub(super) fn remove_from(result: &mut Map<String, Value>) -> Result<Self, &'static str> {
        let plan = Self {
            goal: result.get("goal").map_or(Some(String::new()), |goal| text(goal, MAX_GOAL)).ok_or("goal")?,
            steps: list(result.get("plan"), step).ok_or("plan")?,
            targets: list(result.get("measures"), target).ok_or("measures")?,
        };
        for key in ["goal", "plan", "measures"] {
            result.remove(key);
        }
        Ok(plan)
    }
}

fn list<T>(value: Option<&Value>, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let Some(value) = value else { return Some(Vec::new()) };
    let values = value.as_array().filter(|values| values.len() <= MAX_STEPS)?;
    values.iter().map(read).collect()
}

fn step(value: &Value) -> Option<Step> {
    let due = optional(value, "due")?;
    if !due.is_empty() && !is_date(&due) {
        return None;
    }
    Some(Step { action: text(value.get("action")?, MAX_SHORT_TEXT)?, owner: optional(value, "owner")?, due })
}

fn target(value: &Value) -> Option<Target> {
    let measure = text(value.get("measure")?, MAX_SHORT_TEXT)?;
    Some(Target { measure, today: optional(value, "today")?, target: optional(value, "target")? })
}

/// The text of a field; empty if missing.
fn optional(value: &Value, key: &str) -> Option<String> {
    value.get(key).map_or(Some(String::new()), |value| text(value, MAX_SHORT_TEXT))
}

fn text(value: &Value, longest: usize) -> Option<String> {
    value.as_str().filter(|text| text.chars().count() <= longest).map(str::to_owned)
}

/// The first `longest` characters of a text.
pub fn truncated(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests;
