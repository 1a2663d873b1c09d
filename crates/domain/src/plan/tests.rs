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
