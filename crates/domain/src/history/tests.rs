use super::*;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::instrument;
use crate::plan::{Step, StepState};

fn moment(second: u8) -> Timestamp {
    Timestamp::parse(&format!("2026-11-24T19:28:{second:02}Z")).expect("a moment")
}

/// The answers of the example in the contract: 64 points.
fn draft() -> Draft {
    let mut answers = Answers::default();
    let values = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    Draft { answers, side: Some(Side::Sales), ..Draft::default() }
}

fn finish(history: &mut History, draft: &mut Draft, second: u8) -> bool {
    history.finish(draft, instrument::reference(), "pl", (moment(second), moment(second).utc_day()))
}

fn finished() -> (History, Draft) {
    let (mut history, mut draft) = (History::default(), draft());
    assert!(finish(&mut history, &mut draft, 1));
    (history, draft)
}

fn scores(history: &History) -> Vec<u8> {
    history.results.iter().map(|result| result.score().points()).collect()
}

#[test]
fn a_finished_draft_becomes_a_result() {
    let (history, draft) = finished();
    assert_eq!(draft.completed, Some(moment(1)));
    assert_eq!(scores(&history), [64]);
    assert_eq!(history.position_of(&draft), Some(0));
}

#[test]
fn finishing_again_changes_nothing() {
    let (mut history, mut draft) = finished();
    let before = history.clone();
    assert!(!finish(&mut history, &mut draft, 2));
    assert_eq!(history, before);
}

#[test]
fn corrected_answers_take_the_place_of_the_former_ones_and_keep_the_plan() {
    let (mut history, mut draft) = finished();
    history.results[0].label = "Północ".into();
    history.results[0].plan.choose("one-funnel", true);
    draft.answers.set(ItemNumber::FIRST, Answer::MAX);
    assert!(finish(&mut history, &mut draft, 2));
    assert_eq!(scores(&history), [65]);
    assert_eq!(draft.completed, Some(moment(2)));
    let result = &history.results[history.position_of(&draft).expect("a result")];
    assert_eq!((&*result.label, result.plan.steps.len()), ("Północ", 1));
}

#[test]
fn a_new_run_is_added_even_in_the_same_second() {
    let (mut history, _) = finished();
    let mut again = draft();
    again.answers.set(ItemNumber::FIRST, Answer::MIN);
    finish(&mut history, &mut again, 1);
    again.answers.set(ItemNumber::FIRST, Answer::MAX);
    finish(&mut history, &mut again, 3);
    assert_eq!(scores(&history), [64, 65]);
}

#[test]
fn a_result_of_the_same_second_from_elsewhere_is_not_taken_for_ones_own() {
    let (mut history, mut draft) = finished();
    let mut other = history.results[0].clone();
    other.side = Side::Marketing;
    history.merge([other.clone()]);
    assert_eq!(history.position_of(&draft), Some(0));
    draft.answers.set(ItemNumber::FIRST, Answer::MAX);
    assert!(finish(&mut history, &mut draft, 2));
    assert_eq!((history.results[0].clone(), scores(&history)), (other, vec![64, 65]));
}

#[test]
fn a_deleted_result_takes_its_answers_with_it_and_no_others() {
    let (mut history, mut draft) = finished();
    let own = history.results[0].clone();
    let mut corrected = draft.clone();
    corrected.answers.set(ItemNumber::FIRST, Answer::MAX);
    let unchanged = corrected.clone();
    history.clone().delete(&mut corrected, &own);
    assert_eq!(corrected, unchanged, "these are other answers by now");
    history.clone().clear(&mut draft.clone());
    history.delete(&mut draft, &own);
    assert_eq!((draft.side, draft.answers.is_empty()), (Some(Side::Sales), true));
    assert!(!finish(&mut history, &mut draft, 2));
    let (mut history, mut draft) = finished();
    history.clear(&mut draft);
    assert_eq!((history.results.len(), draft.answers.is_empty()), (0, true));
}

#[test]
fn an_open_answer_is_no_result() {
    let (mut history, mut draft) = (History::default(), Draft::default());
    assert!(!finish(&mut history, &mut draft, 1));
    assert_eq!((history, draft), (History::default(), Draft::default()));
}

#[test]
fn results_from_elsewhere_are_added_once_and_in_time() {
    let (mut history, _) = finished();
    let own = history.results[0].clone();
    let today = Day::parse("2026-11-27").expect("a day");
    let earlier = Record { completed: moment(0), ..own.clone() };
    let other_side = Record { side: Side::Marketing, ..own.clone() };
    let merged = history.merge([own.clone(), earlier.clone(), other_side.clone(), earlier.clone()]);
    assert_eq!(merged, Merged { new: 2, known: 2, differing: vec![] });
    assert_eq!(history.results, [earlier.clone(), own.clone(), other_side.clone()]);
    assert_eq!(history.position_with_code(own.code()), Some(1), "the newer of two with one code");
    assert_eq!(
        (history.previous_of_side(1, &today), history.previous_of_side(2, &today), history.previous_of_side(9, &today)),
        (Some(&earlier), None, None)
    );
    history.delete(&mut Draft::default(), &own);
    history.delete(&mut Draft::default(), &own);
    assert_eq!(history.results, [earlier, other_side]);
}

#[test]
fn a_label_or_plan_from_elsewhere_takes_no_other_ones_place_unasked() {
    let (mut history, _) = finished();
    let bare = history.results[0].clone();
    let named = |label: &str| Record { label: label.into(), ..bare.clone() };
    assert_eq!(history.merge([named("North")]).differing, []);
    assert_eq!(history.results, [named("North")], "there was none to be lost");
    assert_eq!(history.merge([bare.clone(), named("North")]).differing, [], "nothing to take");
    assert_eq!(history.merge([named("South")]).differing, [named("South")]);
    assert_eq!(history.results, [named("North")]);
    history.replace_notes(vec![named("South")]);
    assert_eq!(history.results, [named("South")]);
    let other = Record { side: Side::Marketing, ..named("West") };
    history.apply_edits(&[named("North"), other]);
    assert_eq!(history.results, [named("North")], "the other is not there");
}

#[test]
fn the_history_survives_being_stored() {
    let (history, _) = finished();
    let text = history.write();
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["version"], 1);
    assert_eq!(value["results"][0]["score"], 64);
    assert_eq!(History::read(&text), Restored { value: Some(history), error: None });
}

#[test]
fn a_stored_plan_without_titles_and_states_is_read_and_one_with_them_too() {
    let (mut history, _) = finished();
    let mut older: serde_json::Value = serde_json::from_str(&history.write()).expect("JSON");
    older["results"][0]["plan"] = serde_json::json!([{ "action": "sla", "owner": "Ewa", "due": "2027-01-31" }]);
    let read = History::read(&older.to_string()).value.expect("a history");
    let step = Step { action: "sla".into(), owner: "Ewa".into(), due: "2027-01-31".into(), ..Step::default() };
    assert_eq!(read.results[0].plan.steps, [step]);
    let plan = &mut history.results[0].plan;
    let own = plan.add_own("Lunch").expect("room");
    plan.change_step(&own, |step| step.state = StepState::Doing);
    assert_eq!(History::read(&history.write()), Restored { value: Some(history), error: None });
}

#[test]
fn one_damaged_result_does_not_take_the_others_with_it() {
    let (history, _) = finished();
    let mut value: serde_json::Value = serde_json::from_str(&history.write()).expect("JSON");
    let mut broken = value["results"][0].clone();
    broken["answers"][3] = 9.into();
    value["results"].as_array_mut().expect("results").insert(0, broken);
    let restored = History::read(&value.to_string());
    assert_eq!(restored.value, Some(history));
    let Some(StoredError::Damaged(reason)) = restored.error else { panic!("a fault") };
    assert!(reason.starts_with("result 1: ") && reason.contains("item 4 is 9"), "{reason}");
}

#[test]
fn a_history_without_results_is_damaged() {
    let restored = History::read(r#"{"version":1}"#);
    assert_eq!(restored.value, None);
    assert!(restored.error.is_some());
}
