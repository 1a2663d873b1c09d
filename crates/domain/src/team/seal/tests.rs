use std::sync::Arc;

use super::super::compare::tests::{Row, rows, same};
use super::super::compare::{Comparison, Group, Thresholds};
use super::super::tally::tests::complete;
use super::super::{Added, Team, TeamBuilder};
use super::Seal;
use crate::Side;
use crate::extract::FoundCode;
use crate::record::Record;
use crate::record::tests::example;
use crate::stored::Stored;
use crate::timestamp::Timestamp;
use proptest::prelude::*;

const ONE: Thresholds = Thresholds { means: 1, spreads: 1 };

/// A result of each row, in the order of the rows, a second apart.
fn results(rows: &[Row]) -> Vec<Record> {
    let (base, _) = Record::from_json(example()).expect("a result");
    let result = |((side, values), second): (&Row, u32)| {
        let moment = format!("2026-11-24T10:{:02}:{:02}Z", second / 60, second % 60);
        let completed = Timestamp::parse(&moment).expect("a moment");
        Record { side: *side, day: completed.utc_day(), completed, answers: complete(*values), ..base.clone() }
    };
    rows.iter().zip(0..).map(result).collect()
}

/// A team that was sealed before its results came.
fn sealed(rows: &[Row], minimum: u32) -> Team {
    let mut team = Team::default();
    assert!(team.seal(minimum));
    let mut builder = TeamBuilder::new(team);
    for result in results(rows) {
        builder.add(result);
    }
    builder.finish().0
}

fn opened(rows: &[Row], minimum: u32) -> Team {
    let mut team = sealed(rows, minimum);
    team.open();
    team
}

fn groups(comparison: &Comparison) -> [&Group; 4] {
    [&comparison.sales, &comparison.marketing, &comparison.other, &comparison.all]
}

fn sides(sales: usize, marketing: usize, other: usize) -> Vec<Row> {
    let answers = [(Side::Sales, 4, sales), (Side::Marketing, 3, marketing), (Side::Other, 2, other)];
    answers.into_iter().flat_map(|(side, answer, count)| same(side, [answer; 20], count)).collect()
}

#[test]
fn a_closed_seal_shows_counts_only() {
    let team = sealed(&sides(6, 5, 1), 3);
    assert!(team.is_closed() && team.accepts_results());
    for pair_consents in [false, true] {
        let comparison = team.comparison(ONE, pair_consents);
        assert_eq!(groups(&comparison).map(|group| group.respondents), [6, 5, 1, 12]);
        assert!(groups(&comparison).iter().all(|group| group.mean.is_none() && group.detail.is_none()));
        assert_eq!((comparison.delta, &comparison.days), (None, &None));
        assert!(comparison.is_closed() && comparison.has_hidden_sum());
    }
}

#[test]
fn an_opened_seal_shows_sides_from_its_minimum_on() {
    for ((sales, marketing, other), shown) in [
        ((4, 4, 0), [true, true, false, true]),
        ((4, 3, 0), [true, false, false, false]),
        ((4, 4, 1), [true, true, false, false]),
        ((4, 0, 0), [true, false, false, true]),
        ((3, 3, 3), [false, false, false, false]),
    ] {
        let comparison = opened(&sides(sales, marketing, other), 4).comparison(ONE, true);
        let groups = groups(&comparison);
        assert_eq!(groups.map(|group| group.mean.is_some()), shown, "{sales}, {marketing}, {other}");
        assert_eq!(groups.map(|group| group.detail.is_some()), shown, "{sales}, {marketing}, {other}");
        assert_eq!(groups[3].respondents as usize, sales + marketing + other);
        assert_eq!(comparison.thresholds, Thresholds { means: 4, spreads: 4 });
        assert!(!comparison.is_closed() && comparison.days.is_some());
    }
}

#[test]
fn the_thresholds_hold_under_a_seal_too() {
    let comparison = opened(&sides(4, 4, 0), 2).comparison(Thresholds { means: 5, spreads: 6 }, false);
    assert!(groups(&comparison)[..2].iter().all(|group| group.mean.is_some() && group.detail.is_none()));
    let comparison = opened(&sides(4, 4, 0), 2).comparison(Thresholds::default(), false);
    assert!(comparison.both_details().is_some_and(|(sales, _)| sales.distribution.is_none()));
}

#[test]
fn neither_consent_nor_rounds_lift_a_seal() {
    let mut team = opened(&sides(1, 1, 0), 2);
    let comparison = team.comparison(ONE, true);
    assert!(comparison.is_pair() && comparison.both_details().is_none() && comparison.sum_gap().is_none());
    Arc::make_mut(&mut team.results[0]).day = crate::timestamp::Day::parse("2026-05-01").expect("a day");
    assert_eq!(team.rounds("2026-11-01", ONE), None);
    team.seal = None;
    assert!(team.rounds("2026-11-01", ONE).is_some(), "there are two rounds");
}

#[test]
fn the_minimum_is_fixed() {
    let minimum = |minimum| sealed(&[], minimum).seal.map(|seal| seal.minimum);
    assert_eq!([0, 2, 5, 99].map(minimum), [Some(2), Some(2), Some(5), Some(10)]);
    let mut team = sealed(&sides(2, 2, 0), 4);
    assert!(!team.seal(2), "it is sealed");
    team.open();
    assert!(!team.seal(2), "it was opened");
    assert_eq!(team.seal, Some(Seal { minimum: 4, opened: true }));
    let mut known = Team { seal: None, ..team };
    assert!(!known.seal(4), "its figures were shown");
    known.open();
    assert_eq!((known.seal, known.is_closed(), known.accepts_results()), (None, false, true));
}

#[test]
fn nothing_is_added_removed_or_changed_after_opening() {
    let rows = sides(3, 3, 0);
    let mut team = opened(&rows, 3);
    let before = team.clone();
    let own = results(&rows);
    team.remove(&own[0]);
    team.set_side(&own[0], Side::Marketing);
    team.repeats.insert(own[0].code(), 2);
    team.resolve_repeats(true);
    team.resolve_repeats(false);
    team.repeats.clear();
    assert_eq!(team, before);
    let new = results(&same(Side::Sales, [5; 20], 1)).remove(0);
    let mut builder = TeamBuilder::new(team);
    builder.add(new.clone());
    builder.add(own[0].clone());
    let code = |code| FoundCode { code, link: Some(0) };
    builder.add_codes(&[code(new.code()), code(new.code()), code(own[1].code()), code(own[1].code())]);
    let (team, added) = builder.finish();
    assert_eq!(added, Added { refused: 2, known: 2, ..Added::default() });
    assert_eq!(team, before);
}

#[test]
fn a_code_is_not_replaced_by_a_file_after_opening() {
    let file = results(&sides(1, 0, 0)).remove(0);
    let code = Record::from_any_code(file.code());
    for (is_open, kept) in [(false, &file), (true, &code)] {
        let mut team = Team { seal: Some(Seal::new(2)), ..Team::of_codes(&[file.code()]) };
        if is_open {
            team.open();
        }
        let mut builder = TeamBuilder::new(team);
        builder.add(file.clone());
        assert_eq!(*builder.finish().0.results[0], *kept);
    }
}

#[test]
fn a_closed_team_changes_as_any_other() {
    let rows = sides(3, 3, 0);
    let mut team = sealed(&rows, 3);
    let own = results(&rows);
    team.remove(&own[0]);
    team.set_side(&own[1], Side::Marketing);
    let comparison = team.comparison(ONE, false);
    assert_eq!(groups(&comparison).map(|group| group.respondents), [1, 4, 0, 5]);
}

#[test]
fn a_seal_is_stored_and_an_older_team_has_none() {
    for team in [sealed(&[], 3), sealed(&sides(1, 2, 0), 5), opened(&sides(2, 2, 0), 2)] {
        assert_eq!(Team::read(&team.write()).value, Some(team));
    }
    let open = Team { seal: None, ..sealed(&sides(1, 1, 0), 3) };
    assert!(!open.write().contains("seal"));
    assert_eq!(Team::read(&open.write()).value, Some(open));
    let seal = |seal: &str| Team::read(&format!("{{\"version\":1,\"results\":[],\"seal\":{seal}}}"));
    let read = |text: &str| seal(text).value.expect("a team").seal;
    assert_eq!(read("null"), None);
    assert_eq!(read("{\"minimum\":1,\"opened\":true}"), Some(Seal { minimum: 2, opened: true }));
    assert_eq!(read("{\"minimum\":11,\"opened\":false}"), Some(Seal { minimum: 10, opened: false }));
}

#[test]
fn results_are_not_shown_without_a_seal_that_cannot_be_read() {
    for seal in ["7", "true", "{}", "{\"minimum\":3}", "{\"minimum\":-1,\"opened\":false}", "[]"] {
        let text = sealed(&sides(1, 1, 0), 3).write().replace("{\"minimum\":3,\"opened\":false}", seal);
        let restored = Team::read(&text);
        assert!(restored.value.is_none() && restored.error.is_some(), "{seal}");
    }
}

/// As many respondents on each side, all of whom answer as `other` says.
fn answering(rows: &[Row], other: &[[u8; 20]], whom: impl Fn(Side) -> bool) -> Vec<Row> {
    let others = other.iter().cycle();
    rows.iter().zip(others).map(|((side, own), other)| (*side, if whom(*side) { *other } else { *own })).collect()
}

proptest! {
    #[test]
    fn a_closed_seal_hides_every_answer(
        rows in rows(),
        other in prop::collection::vec(prop::array::uniform20(1u8..=5), 1..16),
        minimum in 2u32..=10,
        pair_consents: bool,
    ) {
        let (one, two) = (sealed(&rows, minimum), sealed(&answering(&rows, &other, |_| true), minimum));
        prop_assert_eq!(one.comparison(ONE, pair_consents), two.comparison(ONE, pair_consents));
    }

    #[test]
    fn an_opened_seal_hides_every_answer_of_a_side_below_its_minimum(
        rows in rows(),
        other in prop::collection::vec(prop::array::uniform20(1u8..=5), 1..16),
        minimum in 2u32..=10,
        pair_consents: bool,
    ) {
        let count = |side: Side| rows.iter().filter(|(own, _)| *own == side).count();
        let small = |side: Side| count(side) < minimum as usize;
        let (one, two) = (opened(&rows, minimum), opened(&answering(&rows, &other, small), minimum));
        prop_assert_eq!(one.comparison(ONE, pair_consents), two.comparison(ONE, pair_consents));
    }

    #[test]
    fn a_team_without_a_seal_shows_every_sum(rows in rows()) {
        let team = Team { seal: None, ..sealed(&rows, 2) };
        let comparison = team.comparison(Thresholds::default(), false);
        prop_assert!(groups(&comparison).iter().all(|group| group.mean.is_some() == (group.respondents > 0)));
        prop_assert!(!comparison.has_hidden_sum() && team.accepts_results());
    }
}
