//! Reading of plans.

use serde_json::{Map, Value};

use super::{MAX_GOAL, MAX_OWN_TITLE, MAX_SHORT_TEXT, MAX_STEPS, Plan, Step, StepState, Target};
use crate::timestamp::is_date;

impl Plan {
    /// Removes the plan from the object of a result.
    ///
    /// # Errors
    /// The name of an invalid field. The object is then unchanged.
    pub(crate) fn remove_from(result: &mut Map<String, Value>) -> Result<Self, &'static str> {
        let plan = Self {
            goal: optional(result.get("goal"), MAX_GOAL).ok_or("goal")?,
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
    let due = optional(value.get("due"), MAX_SHORT_TEXT)?;
    if !due.is_empty() && !is_date(&due) {
        return None;
    }
    Some(Step {
        action: text(value.get("action")?, MAX_SHORT_TEXT)?,
        title: optional(value.get("title"), MAX_OWN_TITLE)?,
        owner: optional(value.get("owner"), MAX_SHORT_TEXT)?,
        due,
        state: value.get("state").map_or(Some(StepState::Open), |state| StepState::from_key(state.as_str()?))?,
    })
}

fn target(value: &Value) -> Option<Target> {
    Some(Target {
        measure: text(value.get("measure")?, MAX_SHORT_TEXT)?,
        today: optional(value.get("today"), MAX_SHORT_TEXT)?,
        target: optional(value.get("target"), MAX_SHORT_TEXT)?,
    })
}

/// A text of at most `longest` characters; empty if missing.
fn optional(value: Option<&Value>, longest: usize) -> Option<String> {
    value.map_or(Some(String::new()), |value| text(value, longest))
}

fn text(value: &Value, longest: usize) -> Option<String> {
    value.as_str().filter(|text| text.chars().count() <= longest).map(str::to_owned)
}
