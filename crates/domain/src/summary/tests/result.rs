//! What is in the summary of a result, and what is not.

use super::*;
use crate::instrument::{InstrumentRef, Theme};
use crate::plan::Plan;
use crate::score::{Level, Score};
use crate::team::tally::tests::complete;

#[test]
fn sum_side_day_sender_and_themes_are_shown() {
    let summary = ResultSummary::of(&record(), " Anna\n", false).expect("of this wording");
    assert_eq!((summary.score.points(), summary.level(), summary.side), (64, Level::Aligned, Side::Sales));
    assert_eq!((summary.day.as_str(), summary.from.as_str()), ("2026-11-24", "Anna"));
    assert_eq!(summary.themes, Some((Theme::Planning, Theme::Customer)));
    assert!(summary.plan.is_empty());
    let fields = object(&Summary::Result(summary));
    let names: Vec<&String> = fields.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        ["day", "from", "instrument", "kind", "score", "side", "strongest", "type", "version", "weakest"]
    );
}

#[test]
fn the_plan_comes_along_if_the_sender_wants_it() {
    let mut result = record();
    result.plan.set_goal("12 million");
    result.plan.choose("one-funnel", true);
    result.plan.change_step("one-funnel", |step| (step.owner, step.due) = ("Anna".into(), "2027-01-31".into()));
    result.plan.change_target("win-rate", |target| target.target = "28%".into());
    let summary = Summary::Result(ResultSummary::of(&result, "", true).expect("of this wording"));
    let Ok(Summary::Result(read)) = Summary::decode(&summary.encode()) else { panic!("a result") };
    assert_eq!(read.plan, result.plan);
    assert_eq!(object(&summary)["plan"], json!([{ "action": "one-funnel", "owner": "Anna", "due": "2027-01-31" }]));
    assert!(damaged(changed(&summary, "/plan", json!([{ "owner": "nobody" }]))));
    assert!(damaged(changed(&summary, "/goal", json!("x".repeat(301)))));
    assert!(damaged(changed(&summary, "/measures", json!(7))));
}

#[test]
fn a_plan_too_long_for_a_link_is_in_the_file() {
    let mut result = record();
    for number in 0..50 {
        let action = format!("{number:080}");
        result.plan.choose(&action, true);
        result.plan.change_step(&action, |step| step.owner = "ż".repeat(80));
        result.plan.change_target(&action, |target| target.today = "\u{1f525}".repeat(80));
    }
    let summary = Summary::Result(ResultSummary::of(&result, "", true).expect("of this wording"));
    assert!(!summary.fits_link());
    assert_eq!(Summary::decode(&summary.encode()), Err(SummaryError::TooLong));
    assert_eq!(Summary::read(&summary.write()), Ok(summary));
}

#[test]
fn answers_to_another_wording_have_no_summary() {
    let instrument = InstrumentRef { hash: "0000000000000000".into(), ..record().instrument };
    assert_eq!(ResultSummary::of(&Record { instrument, ..record() }, "", false), None);
}

#[test]
fn equal_themes_are_neither_weak_nor_strong() {
    let themes = |values: [u8; 20]| {
        ResultSummary::of(&Record { answers: complete(values), ..record() }, "", false).expect("a summary").themes
    };
    assert_eq!(themes([3; 20]), None);
    // Item 20 is of the third theme, planning: the others are equal, and the first of them is named.
    let mut values = [3; 20];
    values[19] = 4;
    assert_eq!(themes(values), Some((Theme::Trust, Theme::Planning)));
    values[19] = 2;
    assert_eq!(themes(values), Some((Theme::Planning, Theme::Trust)));
}

#[test]
fn every_field_is_checked() {
    let summary = of_result();
    for (field, value) in [
        ("/score", json!(19)),
        ("/score", json!(101)),
        ("/score", json!(64.5)),
        ("/score", json!(null)),
        ("/side", json!("ops")),
        ("/side", json!(null)),
        ("/day", json!("2026-13-01")),
        ("/day", json!(null)),
        ("/from", json!("x".repeat(81))),
        ("/from", json!(7)),
        ("/weakest", json!("luck")),
        ("/weakest", json!(null)),
        ("/strongest", json!(null)),
        ("/strongest", json!("planning")),
    ] {
        let read = changed(&summary, field, value.clone());
        assert!(damaged(read.clone()), "{field} {value}: {read:?}");
    }
    let Ok(Summary::Result(low)) = changed(&summary, "/score", json!(39)) else { panic!("a result") };
    assert_eq!(low.level(), Level::Undefined, "the level is worked out from the sum");
    assert!(changed(&summary, "/from", json!(null)).is_ok());
}

proptest! {
    /// Answers move within their themes and the themes move as a whole; sum, weakest and strongest theme stay.
    #[test]
    fn no_answer_is_in_a_summary(values in prop::array::uniform20(1u8..=5), by in 1usize..20, name in ".{0,90}") {
        let summary = |values: [u8; 20]| {
            let result = Record { answers: complete(values), plan: Plan::default(), ..record() };
            ResultSummary::of(&result, &name, true).expect("of this wording")
        };
        let mut other = values;
        other.rotate_left(by);
        let (one, two) = (summary(values), summary(other));
        // Everything but the two themes is the same.
        prop_assert_eq!(&one, &ResultSummary { themes: one.themes, ..two });
        prop_assert_eq!(Score::new(values.iter().sum()), Some(one.score));
        let summary = Summary::Result(one);
        prop_assert_eq!(Summary::decode(&summary.encode()), Ok(summary.clone()));
        prop_assert_eq!(Summary::read(&summary.write()), Ok(summary));
    }
}
