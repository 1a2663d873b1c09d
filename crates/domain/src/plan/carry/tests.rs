use proptest::prelude::*;

use super::*;
use crate::plan::tests::any_step;

fn step(action: &str, title: &str, state: StepState) -> Step {
    Step { action: action.into(), title: title.into(), owner: "Ewa".into(), due: "2027-01-31".into(), state }
}

fn plan(steps: &[Step]) -> Plan {
    Plan { steps: steps.to_vec(), ..Plan::default() }
}

fn target(measure: &str, today: &str, target: &str) -> Target {
    Target { measure: measure.into(), today: today.into(), target: target.into() }
}

#[test]
fn unfinished_steps_come_with_owner_date_and_state() {
    let former = plan(&[
        step("sla", "", StepState::Open),
        step("rules", "", StepState::Doing),
        step("meeting", "", StepState::Done),
        step("own-1", "Lunch", StepState::Doing),
    ]);
    let mut own = Plan::default();
    assert_eq!(own.count_to_carry(&former), 3);
    assert_eq!(own, Plan::default());
    assert_eq!(own.carry_over(&former), 3);
    assert_eq!(own.steps, [&former.steps[..2], &former.steps[3..]].concat());
    assert_eq!(own.carry_over(&former), 0);
}

#[test]
fn what_is_in_the_plan_stays_as_it_is() {
    let former = plan(&[step("sla", "", StepState::Doing), step("own-1", "Lunch", StepState::Open)]);
    let mut own = plan(&[
        Step { owner: "Jan".into(), ..step("sla", "", StepState::Open) },
        step("own-7", "Lunch", StepState::Done),
    ]);
    let before = own.clone();
    assert_eq!(own.carry_over(&former), 0);
    assert_eq!(own, before);
}

#[test]
fn an_own_action_whose_identifier_is_taken_gets_another() {
    let former = plan(&[step("own-1", "Lunch", StepState::Open), step("own-2", "Dinner", StepState::Open)]);
    let mut own = plan(&[step("own-1", "Breakfast", StepState::Open)]);
    assert_eq!(own.carry_over(&former), 2);
    let titles: Vec<_> = own.steps.iter().map(|step| (&*step.action, &*step.title)).collect();
    assert_eq!(titles, [("own-1", "Breakfast"), ("own-2", "Lunch"), ("own-3", "Dinner")]);
}

#[test]
fn two_own_actions_of_one_title_both_come() {
    let former = plan(&[step("own-1", "Call", StepState::Open), step("own-2", "Call", StepState::Doing)]);
    let mut own = Plan::default();
    assert_eq!(own.carry_over(&former), 2);
    assert_eq!(own, former);
}

#[test]
fn the_goal_comes_only_where_there_is_none() {
    let former = Plan { goal: "10 million".into(), ..Plan::default() };
    let (mut without, mut with) = (Plan::default(), Plan { goal: "12 million".into(), ..Plan::default() });
    without.carry_over(&former);
    with.carry_over(&former);
    assert_eq!((&*without.goal, &*with.goal), ("10 million", "12 million"));
}

#[test]
fn targets_come_without_the_current_figure() {
    let targets = vec![target("cycle", "90", "60"), target("ltv", "5", ""), target("win-rate", "21 %", "28 %")];
    let former = Plan { targets, ..Plan::default() };
    let mut own = Plan { targets: vec![target("win-rate", "25 %", "")], ..Plan::default() };
    own.carry_over(&former);
    assert_eq!(own.targets, [target("win-rate", "25 %", "28 %"), target("cycle", "", "60")]);
    own.change_target("cycle", |target| target.target = "30".into());
    own.carry_over(&former);
    assert_eq!(own.target("cycle").target, "30");
}

#[test]
fn a_full_plan_takes_no_more() {
    let full: Vec<Step> = (0..MAX_STEPS - 1).map(|number| step(&format!("a{number}"), "", StepState::Open)).collect();
    let targets = (0..MAX_STEPS).map(|number| target(&format!("m{number}"), "", "1")).collect();
    let mut own = Plan { targets, ..plan(&full) };
    let mut former = plan(&[step("sla", "", StepState::Open), step("rules", "", StepState::Open)]);
    former.targets.push(target("cycle", "", "60"));
    assert_eq!(own.carry_over(&former), 1);
    assert_eq!((own.steps.len(), own.targets.len()), (MAX_STEPS, MAX_STEPS));
    assert_eq!(own.steps[MAX_STEPS - 1].action, "sla");
}

#[test]
fn an_action_that_a_file_repeats_comes_once() {
    let twice = plan(&[step("sla", "", StepState::Open), step("sla", "", StepState::Doing)]);
    let mut own = Plan::default();
    assert_eq!(own.carry_over(&twice), 1);
}

proptest! {
    #[test]
    fn nothing_is_lost_or_doubled(
        own in prop::collection::vec(any_step(), 0..=30),
        former in prop::collection::vec(any_step(), 0..=30),
        goal in "[a-z]{0,5}",
    ) {
        let before = Plan { goal, ..plan(&own) };
        let former = Plan { goal: "former".into(), ..plan(&former) };
        let mut after = before.clone();
        let carried = after.carry_over(&former);
        prop_assert_eq!(&after.steps[..before.steps.len()], &before.steps[..]);
        prop_assert_eq!(after.steps.len(), (before.steps.len() + carried).min(MAX_STEPS));
        let added: Vec<&str> = after.steps[before.steps.len()..].iter().map(|step| &*step.action).collect();
        for action in &added {
            prop_assert_eq!(after.steps.iter().filter(|step| step.action == **action).count(), 1, "{}", action);
        }
        prop_assert!(before.goal.is_empty() || after.goal == before.goal);
        if after.steps.len() < MAX_STEPS {
            let unfinished = former.steps.iter().filter(|step| step.state != StepState::Done);
            let mut missing = unfinished.filter(|step| !after.has_action_of(step));
            prop_assert_eq!(missing.next(), None);
            prop_assert_eq!(after.count_to_carry(&former), 0);
        }
    }
}
