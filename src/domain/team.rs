//! Several respondents: the results gathered for a comparison.
//!
//! Formulae and sources: docs/team.md. `tally` counts the answers, [`compare`] says what may be shown of them.

pub mod compare;
mod tally;

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::Side;
use super::code::{Code, Content};
use super::record::Record;
use super::stored::{Reading, Step, Stored, Unreadable};
use super::timestamp::Timestamp;
use compare::Comparison;

/// The most characters that are stored, so that there is room left for a person's own answers: browsers give 5 million.
const LARGEST_STORED: usize = 2_000_000;
/// The least characters that a stored result has.
const SHORTEST: usize = 200;
/// From this many days without a result on, those before and after are probably two rounds.
const ROUND: i64 = 30;

/// The results gathered, in the order in which they came. A copy costs little: the results themselves are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// One for each respondent.
    pub results: Vec<Arc<Record>>,
}

/// Adds results to a team one by one, each of them once.
#[derive(Debug, Default)]
pub struct Adding {
    team: Team,
    /// Where the results with the same answers are.
    places: HashMap<Code, Vec<usize>>,
    added: Added,
}

/// What came of adding results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// How many were not there yet.
    pub new: usize,
    /// How many were there already, or came twice.
    pub known: usize,
    /// How many of the new ones are of another wording or instrument, and are kept apart.
    pub apart: usize,
}

/// The same comparison at two dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Rounds {
    /// Of the results before a day.
    pub before: Comparison,
    /// Of those from that day on.
    pub after: Comparison,
}

impl Team {
    /// The results that can be compared: those of this wording.
    pub fn compared(&self) -> impl Iterator<Item = &Record> {
        self.results.iter().map(Arc::as_ref).filter(|result| result.is_of_this_wording())
    }

    /// How many results are of another wording or instrument.
    pub fn apart(&self) -> usize {
        self.results.len() - self.compared().count()
    }

    /// Everything that may be said about all of them.
    pub fn comparison(&self, threshold: u32, lifted: bool) -> Comparison {
        Comparison::of(self.compared().map(|result| (result.side, &result.answers)), threshold, lifted)
    }

    /// The same before a day like `2026-11-24`, and from it on. None where one of the two has no result.
    ///
    /// A side is shown in neither when it is below the threshold in one of them: one round taken from all would show it.
    pub fn rounds(&self, day: &str, threshold: u32) -> Option<Rounds> {
        let round = |later: bool, threshold: u32| {
            let own = self.compared().filter(|result| (result.completed.date() >= day) == later);
            Comparison::of(own.map(|result| (result.side, &result.answers)), threshold, false)
        };
        let (mut before, mut after) = (round(false, threshold), round(true, threshold));
        if before.all.respondents == 0 || after.all.respondents == 0 {
            return None;
        }
        before.hide_with(&after);
        after.hide_with(&before);
        Some(Rounds { before, after })
    }

    /// The day from which on the results probably are another round: after the longest time without any, of a month at least.
    pub fn new_round(&self) -> Option<Timestamp> {
        let mut days: Vec<i64> = self.compared().map(|result| result.completed.days()).collect();
        days.sort_unstable();
        let pause = days.windows(2).max_by_key(|pair| pair[1] - pair[0])?;
        (pause[1] - pause[0] >= ROUND).then(|| Timestamp::noon(pause[1]))
    }

    /// Takes a result out. One that is not there any more is out already.
    pub fn remove(&mut self, result: &Record) {
        if let Some(place) = self.results.iter().position(|own| **own == *result) {
            self.results.remove(place);
        }
    }

    /// Says on which side a respondent is who has not said it.
    pub fn set_side(&mut self, result: &Record, side: Side) {
        if let Some(own) = self.results.iter_mut().find(|own| ***own == *result) {
            let own = Arc::make_mut(own);
            (own.side, own.side_set) = (side, side != Side::Other);
        }
    }

    /// The codes of all, for a link.
    pub fn codes(&self) -> Vec<Code> {
        self.results.iter().map(|result| result.code()).collect()
    }

    /// The team of a link.
    pub fn of_codes(codes: &[Code]) -> Self {
        let mut adding = Adding::default();
        for code in codes {
            adding.add(Record::of_code(*code));
        }
        adding.done().0
    }

    /// The text to be stored. None for a team too large to be stored beside a person's own answers.
    pub fn text(&self) -> Option<String> {
        let small = self.results.len() * SHORTEST <= LARGEST_STORED;
        small.then(|| self.write()).filter(|text| text.len() <= LARGEST_STORED)
    }
}

impl Adding {
    /// Adds to these.
    pub fn to(team: Team) -> Self {
        let mut places = HashMap::<Code, Vec<usize>>::new();
        for (place, result) in team.results.iter().enumerate() {
            places.entry(answered(result)).or_default().push(place);
        }
        Self { team, places, added: Added::default() }
    }

    /// Adds a result. It is there already when the same side has given the same answers at the same moment. A code knows the day
    /// alone: it stands for any result of that day, and whatever says more takes its place.
    pub fn add(&mut self, result: Record) {
        let places = self.places.entry(answered(&result)).or_default();
        let find = |test: &dyn Fn(&Record) -> bool| {
            let fits = |place: &usize| {
                let own = &self.team.results[*place];
                is_of_same_wording(own, &result) && test(own)
            };
            places.iter().copied().find(fits)
        };
        let exact = find(&|own| own.completed == result.completed);
        let known = exact.or_else(|| find(&|own| is_bare(own) || is_bare(&result)));
        if let Some(place) = known {
            self.added.known += 1;
            let own = &mut self.team.results[place];
            if is_bare(own) && !is_bare(&result) {
                let (side, side_set) = (own.side, own.side_set);
                *own = Arc::new(if side_set { Record { side, side_set, ..result } } else { result });
            }
            return;
        }
        self.added.new += 1;
        self.added.apart += usize::from(!result.is_of_this_wording());
        places.push(self.team.results.len());
        self.team.results.push(Arc::new(result));
    }

    /// The team, and what came of it.
    pub fn done(self) -> (Team, Added) {
        (self.team, self.added)
    }
}

/// The code of a result as the respondent gave it, whatever side was set for them afterwards.
fn answered(result: &Record) -> Code {
    let content = result.code().content();
    Code::of(&Content { side: if result.side_set { Side::Other } else { result.side }, ..content })
}

/// Whether two results can be of the same wording: of another one a code knows the beginning of the hash alone.
fn is_of_same_wording(one: &Record, other: &Record) -> bool {
    let (one, other) = (&one.instrument, &other.instrument);
    one.id == other.id && (one.hash.starts_with(&other.hash) || other.hash.starts_with(&one.hash))
}

/// Whether a result is as a code has it: with the day alone.
fn is_bare(result: &Record) -> bool {
    result.language.is_empty()
        && result.label.is_empty()
        && result.completed == Timestamp::noon(result.completed.days())
}

impl Stored for Team {
    const KEY: &'static str = "duet.team";
    const STEPS: &'static [Step] = &[];

    fn encode(&self) -> Value {
        json!({ "results": self.results.iter().map(|result| result.to_compact_json()).collect::<Vec<_>>() })
    }

    /// A result that cannot be read does not take the others with it.
    fn decode(mut value: Value) -> Reading<Self> {
        let Value::Array(results) = value["results"].take() else {
            return Reading { value: None, fault: Some(Unreadable::Damaged("no list of results".to_owned())) };
        };
        let mut team = Self::default();
        let mut fault = None;
        for (result, number) in results.into_iter().zip(1..) {
            match Record::from_json(result) {
                Ok((record, _)) => team.results.push(Arc::new(record)),
                Err(reason) => {
                    fault.get_or_insert(Unreadable::Damaged(format!("result {number}: {reason}")));
                }
            }
        }
        Reading { value: Some(team), fault }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::instrument::InstrumentRef;
    use crate::domain::record::tests::example;

    fn result() -> Record {
        Record::from_json(example()).expect("a result").0
    }

    fn at(moment: &str) -> Record {
        Record { completed: Timestamp::parse(moment).expect("a moment"), ..result() }
    }

    fn added(results: impl IntoIterator<Item = Record>) -> (Team, Added) {
        let mut adding = Adding::default();
        results.into_iter().for_each(|result| adding.add(result));
        adding.done()
    }

    #[test]
    fn the_same_result_is_taken_once_however_it_comes() {
        let file = result();
        let code = Record::of_code(file.code());
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
    fn a_side_that_was_set_does_not_make_it_another_result() {
        let unsaid = Record { side: Side::Other, ..result() };
        let (mut team, _) = added([unsaid.clone()]);
        team.set_side(&unsaid, Side::Sales);
        assert_eq!((team.results[0].side, team.results[0].side_set), (Side::Sales, true));
        let mut again = Adding::to(Team::read(&team.write()).value.expect("a team"));
        again.add(unsaid.clone());
        let (mut again, added) = again.done();
        assert_eq!((&again, added), (&team, Added { known: 1, ..Added::default() }));
        again.set_side(&again.results[0].clone(), Side::Other);
        assert_eq!(*again.results[0], unsaid);
    }

    #[test]
    fn another_wording_is_kept_apart() {
        let other = InstrumentRef { hash: "0000000000000000".into(), ..result().instrument };
        let foreign = InstrumentRef { id: "another".into(), ..result().instrument };
        let (team, added) = added([
            result(),
            Record { instrument: other, ..result() },
            Record { instrument: foreign, ..at("2026-11-24T20:00:00Z") },
        ]);
        assert_eq!((added.new, added.apart, team.apart()), (3, 2, 2));
        assert_eq!(team.comparison(1, false).all.respondents, 1);
        let reading = Team::read(&team.write());
        assert_eq!(reading, Reading { value: Some(team), fault: None });
    }

    #[test]
    fn a_link_carries_all_of_them() {
        let (team, _) = added([result(), Record { side: Side::Marketing, ..result() }]);
        let again = Team::of_codes(&team.codes());
        assert_eq!(again.codes(), team.codes());
        assert_eq!(again.comparison(1, false), team.comparison(1, false));
    }

    #[test]
    fn two_rounds_are_told_apart_and_neither_shows_a_small_one() {
        let days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-11-01", "2026-11-02", "2026-11-03"];
        let (mut team, _) = added(days.map(|day| at(&format!("{day}T09:00:00Z"))));
        let day = team.new_round().expect("two rounds");
        assert_eq!(day.date(), "2026-11-01");
        let rounds = team.rounds(day.date(), 3).expect("two rounds");
        assert!(rounds.before.sales.detail.is_some() && rounds.after.sales.detail.is_some());
        team.remove(&team.results[5].clone());
        let rounds = team.rounds(day.date(), 3).expect("two rounds");
        assert_eq!((rounds.before.sales.respondents, rounds.after.sales.respondents), (3, 2));
        assert_eq!((rounds.before.sales.detail, rounds.after.sales.detail), (None, None));
        assert_eq!((team.rounds("2020-01-01", 3), Team::default().new_round()), (None, None));
    }

    #[test]
    fn a_team_too_large_is_not_stored() {
        let (mut team, _) = added([result()]);
        assert!(team.text().is_some());
        team.results = vec![team.results[0].clone(); 20_000];
        assert_eq!(team.text(), None);
    }

    #[test]
    fn one_damaged_result_does_not_take_the_others_with_it() {
        let (team, _) = added([result()]);
        let mut value: Value = serde_json::from_str(&team.write()).expect("JSON");
        value["results"].as_array_mut().expect("results").push(7.into());
        let reading = Team::read(&value.to_string());
        assert_eq!(reading.value, Some(team));
        assert!(reading.fault.is_some());
        assert!(Team::read(r#"{"version":1}"#).value.is_none());
    }
}
