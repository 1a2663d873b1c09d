//! What a company means to do about its result: kept with it, and handed over with it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::timestamp::is_date;

/// The longest name of an owner, label, and the like, in characters.
pub const MAX_SHORT_TEXT: usize = 80;
/// The longest goal, in characters.
pub const MAX_GOAL: usize = 300;
/// The most steps of a plan, and the most targets.
pub const MAX_STEPS: usize = 50;

/// The plan that goes with a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The one revenue goal shared at board level; empty when there is none.
    pub goal: String,
    /// What will be done.
    pub steps: Vec<Step>,
    /// The figures to be watched.
    pub targets: Vec<Target>,
}

/// One action that was chosen. A text that was left out is empty, and is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The `id` of the [action](super::instrument::Action); a plan from elsewhere may have others.
    pub action: String,
    /// Who sees to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when, as `2027-01-31`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
}

/// One figure, today and as it should be, as people write it, with its unit or without. One that is empty is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Target {
    /// The `id` of the [measure](super::instrument::Measure).
    pub measure: String,
    /// The value today.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub today: String,
    /// The value aimed at.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
}

impl Plan {
    /// Whether nothing has been planned.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The step for an action, if it was chosen.
    pub fn step(&self, action: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.action == action)
    }

    /// Chooses an action, or no longer.
    pub fn choose(&mut self, action: &str, chosen: bool) {
        if !chosen {
            self.steps.retain(|step| step.action != action);
        } else if self.step(action).is_none() && self.steps.len() < MAX_STEPS {
            self.steps.push(Step { action: action.to_owned(), ..Step::default() });
        }
    }

    /// Changes the step for an action that was chosen.
    pub fn change_step(&mut self, action: &str, change: impl FnOnce(&mut Step)) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.action == action) {
            change(step);
            step.owner = truncated(&step.owner, MAX_SHORT_TEXT);
            if !is_date(&step.due) {
                step.due.clear();
            }
        }
    }

    /// The figures for a measure; empty ones when there are none.
    pub fn target(&self, measure: &str) -> Target {
        let known = self.targets.iter().find(|target| target.measure == measure).cloned();
        known.unwrap_or_else(|| Target { measure: measure.to_owned(), ..Target::default() })
    }

    /// Changes the figures for a measure.
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

    /// Sets the goal.
    pub fn set_goal(&mut self, goal: &str) {
        self.goal = truncated(goal, MAX_GOAL);
    }

    /// Takes the plan out of the object of a result.
    ///
    /// # Errors
    /// The field in which something is not as it should be. It is then left where it was.
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

/// The text under a key, empty when there is none.
fn optional(value: &Value, key: &str) -> Option<String> {
    value.get(key).map_or(Some(String::new()), |value| text(value, MAX_SHORT_TEXT))
}

fn text(value: &Value, longest: usize) -> Option<String> {
    value.as_str().filter(|text| text.chars().count() <= longest).map(str::to_owned)
}

/// A text of at most that many characters.
pub fn truncated(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        let Value::Object(object) = value else { panic!("an object") };
        object
    }

    fn planned() -> Plan {
        let mut plan = Plan::default();
        plan.choose("one-funnel", true);
        plan.choose("one-executive", true);
        plan.change_step("one-funnel", |step| {
            step.owner = "Ewa Żółć".into();
            step.due = "2027-01-31".into();
        });
        plan.change_target("win-rate", |target| target.today = "21 %".into());
        plan.set_goal("10 mln zł");
        plan
    }

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let expected = json!({
            "goal": "10 mln zł",
            "measures": [{ "measure": "win-rate", "today": "21 %" }],
            "plan": [
                { "action": "one-funnel", "owner": "Ewa Żółć", "due": "2027-01-31" },
                { "action": "one-executive" }
            ]
        });
        let plan = planned();
        assert_eq!(json!({ "goal": plan.goal, "measures": plan.targets, "plan": plan.steps }), expected);
        let mut result = object(expected);
        assert_eq!(Plan::remove_from(&mut result), Ok(plan));
        assert!(result.is_empty());
        assert_eq!(Plan::remove_from(&mut result), Ok(Plan::default()));
    }

    #[test]
    fn what_is_no_plan_is_named_and_left() {
        for (value, field) in [
            (json!({"plan": 3}), "plan"),
            (json!({"plan": [{"owner": "x"}]}), "plan"),
            (json!({"plan": [{"action": "x", "due": "soon"}]}), "plan"),
            (json!({"plan": [{"action": "x", "owner": "y".repeat(81)}]}), "plan"),
            (json!({"plan": vec![json!({"action": "x"}); 51]}), "plan"),
            (json!({"goal": "z".repeat(301)}), "goal"),
            (json!({"goal": null}), "goal"),
            (json!({"measures": [{"measure": 1}]}), "measures"),
        ] {
            let mut result = object(value.clone());
            assert_eq!(Plan::remove_from(&mut result), Err(field), "{value}");
            assert_eq!(Value::Object(result), value);
        }
    }

    #[test]
    fn an_action_is_chosen_once_and_can_be_dropped() {
        let mut plan = planned();
        plan.choose("one-funnel", true);
        assert_eq!(plan.steps.len(), 2);
        plan.choose("one-funnel", false);
        assert_eq!(plan.step("one-funnel"), None);
    }

    #[test]
    fn what_is_too_long_is_cut_and_what_is_no_date_is_dropped() {
        let mut plan = planned();
        plan.change_step("one-funnel", |step| {
            step.owner = "ż".repeat(100);
            step.due = "31.01.2027".into();
        });
        let step = plan.step("one-funnel").expect("chosen");
        assert_eq!((step.owner.chars().count(), &*step.due), (80, ""));
        plan.set_goal(&"x".repeat(1000));
        assert_eq!(plan.goal.len(), 300);
        plan.change_target("win-rate", |target| target.today.clear());
        assert!(plan.targets.is_empty());
    }
}
