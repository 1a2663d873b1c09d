use super::*;
use crate::instrument::InstrumentRef;
use crate::record::tests::example;
use crate::timestamp::Timestamp;

/// Thresholds that suppress nothing.
const ONE: Thresholds = Thresholds { means: 1, spreads: 1 };

fn result() -> Record {
    Record::from_json(example()).expect("a result").0
}

fn at(moment: &str) -> Record {
    let completed = Timestamp::parse(moment).expect("a moment");
    Record { day: completed.utc_day(), completed, ..result() }
}

fn added(results: impl IntoIterator<Item = Record>) -> (Team, Added) {
    let mut builder = TeamBuilder::default();
    results.into_iter().for_each(|result| builder.add(result));
    builder.finish()
}

#[test]
fn the_same_result_is_taken_once_however_it_comes() {
    let file = result();
    let code = Record::from_any_code(file.code());
    let later = at("2026-11-24T20:00:00Z");
    for (results, count) in [
        (vec![file.clone(), file.clone()], 1),
        (vec![code.clone(), code.clone()], 1),
        (vec![file.clone(), code.clone()], 1),
        (vec![code.clone(), file.clone()], 1),
        (vec![file.clone(), later.clone(), code.clone()], 2),
        (vec![code.clone(), file.clone(), later.clone()], 2),
        (vec![file.clone(), code.clone(), later.clone()], 2),
        (vec![file.clone(), Record { side: Side::Marketing, ..file.clone() }], 2),
    ] {
        let all = results.len();
        let came_as_file = results.contains(&file);
        let (team, added) = added(results);
        assert_eq!((team.results.len(), added.new + added.known), (count, all));
        let more = team.results.iter().any(|own| **own == file);
        assert!(more || !came_as_file, "a file says more than a code");
    }
}

#[test]
fn twenty_thousand_equal_answers_are_added_in_no_time() {
    let mut builder = TeamBuilder::default();
    for second in 0..20_000 {
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        builder.add(at(&format!("2026-11-24T{hour:02}:{minute:02}:{second:02}Z")));
    }
    // One of them at noon, as a code would have it.
    let (team, added) = builder.finish();
    assert_eq!((team.results.len(), added.new + added.known), (20_000, 20_000));
}

#[test]
fn a_side_that_was_set_does_not_make_it_another_result() {
    for side in [Side::Unstated, Side::Other] {
        is_the_same_whatever_side_is_set(side);
    }
}

fn is_the_same_whatever_side_is_set(side: Side) {
    let unsaid = Record { side, ..result() };
    let (mut team, _) = added([unsaid.clone()]);
    team.set_side(&unsaid, Side::Sales);
    assert_eq!((team.results[0].side, team.results[0].side_set), (Side::Sales, true));
    let mut again = TeamBuilder::new(Team::read(&team.write()).value.expect("a team"));
    again.add(unsaid.clone());
    let (mut again, added) = again.finish();
    assert_eq!((&again, added), (&team, Added { known: 1, ..Added::default() }));
    let mut linked = TeamBuilder::new(again.clone());
    Team::of_codes(&again.codes()).results.iter().for_each(|result| linked.add((**result).clone()));
    assert_eq!(linked.finish().1, Added { known: 1, ..Added::default() }, "nor when it comes with that side by a link");
    again.set_side(&again.results[0].clone(), Side::Unstated);
    assert_eq!(*again.results[0], Record { side: Side::Unstated, ..unsaid });
}

#[test]
fn another_wording_is_not_compared() {
    let other = InstrumentRef { hash: "0000000000000000".into(), ..result().instrument };
    let foreign = InstrumentRef { id: "another".into(), ..result().instrument };
    let (team, added) = added([
        result(),
        Record { instrument: other, ..result() },
        Record { instrument: foreign, ..at("2026-11-24T20:00:00Z") },
    ]);
    assert_eq!((added.new, added.incomparable, team.incomparable()), (3, 2, 2));
    assert_eq!(team.comparison(ONE, false).all.respondents, 1);
    let restored = Team::read(&team.write());
    assert_eq!(restored, Restored { value: Some(team), error: None });
}

#[test]
fn a_link_carries_all_of_them() {
    // Two of them have one code.
    let (team, _) = added([result(), at("2026-11-24T20:00:00Z"), Record { side: Side::Marketing, ..result() }]);
    let again = Team::of_codes(&team.codes());
    assert_eq!(again.codes(), team.codes());
    let numbers = |team: &Team| {
        let comparison = team.comparison(ONE, false);
        (comparison.sales, comparison.marketing, comparison.all)
    };
    assert_eq!(numbers(&again), numbers(&team));
}

#[test]
fn a_side_that_is_small_in_one_round_is_suppressed_in_both() {
    let days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-11-01", "2026-11-02", "2026-11-03"];
    let (mut team, _) = added(days.map(|day| at(&format!("{day}T09:00:00Z"))));
    let today = Day::parse("2026-11-27").expect("a day");
    let day = team.suggest_round_start(&today).expect("two rounds");
    assert_eq!(day.as_str(), "2026-11-01");
    let rounds = team.rounds(day.as_str(), Thresholds::default()).expect("two rounds");
    assert!(rounds.before.sales.detail.is_some() && rounds.after.sales.detail.is_some());
    team.remove(&team.results[5].clone());
    let rounds = team.rounds(day.as_str(), Thresholds::default()).expect("two rounds");
    assert_eq!((rounds.before.sales.respondents, rounds.after.sales.respondents), (3, 2));
    assert_eq!((rounds.before.sales.detail, rounds.after.sales.detail), (None, None));
    assert_eq!(
        (team.rounds("2020-01-01", Thresholds::default()), Team::default().suggest_round_start(&today)),
        (None, None)
    );
}

#[test]
fn a_team_too_large_is_not_stored() {
    let (mut team, _) = added([result()]);
    assert!(team.write_if_fits().is_some());
    team.results = vec![team.results[0].clone(); 20_000];
    assert_eq!(team.write_if_fits(), None);
}

#[test]
fn one_damaged_result_does_not_take_the_others_with_it() {
    let (team, _) = added([result()]);
    let mut value: serde_json::Value = serde_json::from_str(&team.write()).expect("JSON");
    value["results"].as_array_mut().expect("results").push(7.into());
    let restored = Team::read(&value.to_string());
    assert_eq!(restored.value, Some(team));
    assert!(restored.error.is_some());
    assert!(Team::read(r#"{"version":1}"#).value.is_none());
}
