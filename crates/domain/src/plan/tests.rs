use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::instrument;
use crate::score::Level;

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(object) = value else { panic!("an object") };
    object
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
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
        (json!({"plan": [{"action": "x", "state": "later"}]}), "plan"),
        (json!({"plan": [{"action": "x", "state": "Done"}]}), "plan"),
        (json!({"plan": [{"action": "x", "state": null}]}), "plan"),
        (json!({"plan": [{"action": "own-1", "title": "y".repeat(161)}]}), "plan"),
        (json!({"plan": [{"action": "own-1", "title": 7}]}), "plan"),
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
        step.title = "ć".repeat(161);
    });
    let step = plan.step("one-funnel").expect("chosen");
    assert_eq!((step.owner.chars().count(), &*step.due, step.title.chars().count()), (80, "", 160));
    plan.set_goal(&"x".repeat(1000));
    assert_eq!(plan.goal.len(), 300);
    plan.change_target("win-rate", |target| target.today.clear());
    assert!(plan.targets.is_empty());
}

#[test]
fn title_and_state_are_written_only_if_they_say_something() {
    let mut plan = Plan::default();
    assert_eq!(plan.add_own("  Lunch z marketingiem "), Some("own-1".into()));
    plan.choose("sla", true);
    plan.change_step("own-1", |step| step.state = StepState::Done);
    let expected = json!([
        { "action": "own-1", "title": "Lunch z marketingiem", "state": "done" },
        { "action": "sla" }
    ]);
    assert_eq!(json!(plan.steps), expected);
    let mut result = object(json!({ "plan": expected }));
    assert_eq!(Plan::remove_from(&mut result), Ok(plan));
}

#[test]
fn states_have_keys() {
    assert_eq!(StepState::ALL.map(StepState::key), ["open", "doing", "done"]);
    assert_eq!(StepState::ALL.map(|state| StepState::from_key(state.key())), StepState::ALL.map(Some));
    assert_eq!(StepState::from_key("Open"), None);
    assert_eq!(json!(StepState::ALL), json!(["open", "doing", "done"]));
}

#[test]
fn own_actions_get_the_lowest_free_number() {
    let mut plan = planned();
    for expected in ["own-1", "own-2", "own-3"] {
        assert_eq!(plan.add_own(expected).as_deref(), Some(expected));
    }
    plan.remove("own-2");
    assert_eq!(plan.add_own("again").as_deref(), Some("own-2"));
    assert_eq!(plan.own_steps().map(|step| &*step.title).collect::<Vec<_>>(), ["own-1", "own-3", "again"]);
    assert_eq!(plan.steps.len(), 5);
}

#[test]
fn a_blank_title_and_a_full_plan_add_nothing() {
    let mut plan = Plan::default();
    for blank in ["", "  ", "\n\t", "\u{a0}"] {
        assert_eq!(plan.add_own(blank), None, "{blank:?}");
    }
    for _ in 0..MAX_STEPS {
        assert!(plan.add_own("x").is_some());
    }
    assert_eq!(plan.add_own("x"), None);
    assert_eq!(plan.steps.len(), MAX_STEPS);
}

#[test]
fn a_long_own_title_is_cut() {
    let mut plan = Plan::default();
    plan.add_own(&"ż".repeat(200));
    assert_eq!(plan.steps[0].title, "ż".repeat(160));
}

#[test]
fn an_own_action_is_known_by_its_identifier() {
    for (action, own) in [("own-1", true), ("own-20", true), ("own-", false), ("own-x", false), ("sla", false)] {
        let step = Step { action: action.into(), title: "x".into(), ..Step::default() };
        assert_eq!(step.is_own(), own, "{action}");
    }
    for level in Level::ALL {
        for action in instrument::ENGLISH.level(level).actions.iter() {
            assert!(!Step { action: action.id.to_string(), ..Step::default() }.is_own());
        }
    }
}

#[test]
fn a_step_is_due_until_it_is_done() {
    let today = day("2027-01-31");
    for (due, open) in [
        ("", Due::None),
        ("2027-01-30", Due::Overdue),
        ("2027-01-31", Due::Today),
        ("2027-02-01", Due::Later),
        ("2028-01-01", Due::Later),
    ] {
        for state in StepState::ALL {
            let step = Step { due: due.into(), state, ..Step::default() };
            let expected = if state == StepState::Done { Due::None } else { open };
            assert_eq!(step.due_on(&today), expected, "{due} {state:?}");
        }
    }
}

#[test]
fn steps_are_counted_by_state_and_date() {
    let step = |due: &str, state| Step { due: due.into(), state, ..Step::default() };
    let plan = Plan {
        steps: vec![
            step("2027-01-01", StepState::Open),
            step("2027-01-02", StepState::Doing),
            step("2027-01-03", StepState::Done),
            step("2027-01-31", StepState::Doing),
            step("2027-01-31", StepState::Done),
            step("2027-02-01", StepState::Open),
            step("", StepState::Open),
        ],
        ..Plan::default()
    };
    assert_eq!(plan.due_count(&day("2027-01-31")), (2, 1));
    assert_eq!(StepState::ALL.map(|state| plan.count(state)), [3, 2, 2]);
}

/// Steps as a file may have them.
pub(super) fn any_step() -> impl Strategy<Value = Step> {
    let action = prop_oneof!["own-[1-9]", "[a-z-]{1,8}", "[^\\pC]{1,80}"];
    let due = prop_oneof![Just(String::new()), "20[2-9][0-9]-0[1-9]-[0-2][1-9]"];
    (action, "[^\\pC]{0,160}", "[^\\pC]{0,80}", due, prop::sample::select(&StepState::ALL))
        .prop_map(|(action, title, owner, due, state)| Step { action, title, owner, due, state })
}

proptest! {
    #[test]
    fn whatever_is_within_the_limits_is_read_as_it_was_written(
        steps in prop::collection::vec(any_step(), 0..=MAX_STEPS),
        goal in "[^\\pC]{0,300}",
    ) {
        let plan = Plan { goal, steps, targets: Vec::new() };
        let mut result = object(json!({ "goal": plan.goal, "plan": plan.steps }));
        prop_assert_eq!(Plan::remove_from(&mut result), Ok(plan));
    }
}
