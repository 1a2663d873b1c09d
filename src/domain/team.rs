//! Several respondents: the results gathered for a comparison.
//!
//! Formulae and sources: docs/team.md. `tally` counts the answers, [`compare`] says what may be shown of them.

pub mod compare;
mod tally;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Side;
use super::code::{Code, Content};
use super::record::{self, Record};
use super::stored::{self, Reading, Stored, Unreadable};
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
    /// The results with the same answers of the same side and day, by code and instrument.
    known: BTreeMap<(Code, Cow<'static, str>), Same>,
    added: Added,
}

/// Where the results with the same code are.
#[derive(Debug, Default)]
struct Same {
    /// By their moments.
    places: BTreeMap<Timestamp, usize>,
    /// The one that is as a code has it.
    bare: Option<usize>,
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
    pub fn compared(&self) -> impl Iterator<Item = &Record> + Clone {
        self.results.iter().map(Arc::as_ref).filter(|result| result.is_of_this_wording())
    }

    /// How many results are of another wording or instrument.
    pub fn apart(&self) -> usize {
        self.results.len() - self.compared().count()
    }

    /// Everything that may be said about all of them.
    pub fn comparison(&self, threshold: u32, lifted: bool) -> Comparison {
        compared(self.compared(), threshold, lifted)
    }

    /// The same before a day like `2026-11-24`, and from it on. None where one of the two has no result.
    ///
    /// A side is shown in neither when it is below the threshold in one of them: one round taken from all would show it.
    pub fn rounds(&self, day: &str, threshold: u32) -> Option<Rounds> {
        let round = |later: bool, threshold: u32| {
            let own = self.compared().filter(|result| (result.completed.date() >= day) == later);
            compared(own, threshold, false)
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

    /// The team of a link. Equal codes are different people: whoever made the link has told them apart.
    pub fn of_codes(codes: &[Code]) -> Self {
        Self { results: codes.iter().map(|code| Arc::new(Record::of_code(*code))).collect() }
    }

    /// The text to be stored. None for a team too large to be stored beside a person's own answers.
    pub fn text(&self) -> Option<String> {
        let small = self.results.len() * SHORTEST <= LARGEST_STORED;
        small.then(|| self.write()).filter(|text| text.len() <= LARGEST_STORED)
    }
}

/// The comparison of these, with the days of the first and the last.
fn compared<'a>(results: impl Iterator<Item = &'a Record> + Clone, threshold: u32, lifted: bool) -> Comparison {
    let moments = || results.clone().map(|result| &result.completed);
    let days = moments().min().cloned().zip(moments().max().cloned());
    let answers = results.clone().map(|result| (result.side, &result.answers));
    Comparison { days, ..Comparison::of(answers, threshold, lifted) }
}

impl Adding {
    /// Adds to these.
    pub fn to(team: Team) -> Self {
        let mut adding = Self::default();
        for (place, result) in team.results.iter().enumerate() {
            adding.note(place, result);
        }
        Self { team, ..adding }
    }

    /// Notes where a result is: under the code that the respondent gave, and under that with the side which was set for them.
    fn note(&mut self, place: usize, result: &Record) {
        for code in [answered(result), result.code()] {
            let same = self.known.entry((code, result.instrument.id.clone())).or_default();
            if is_bare(result) {
                same.bare = Some(place);
            }
            same.places.insert(result.completed.clone(), place);
        }
    }

    /// Adds a result. It is there already when the same side has given the same answers at the same moment. A code knows the day
    /// alone: it stands for any result of that day, and whatever says more takes its place.
    pub fn add(&mut self, result: Record) {
        let key = (answered(&result), result.instrument.id.clone());
        let place = self.known.get(&key).and_then(|same| {
            let any = || same.places.values().next().copied().filter(|_| is_bare(&result));
            same.places.get(&result.completed).copied().or(same.bare).or_else(any)
        });
        let Some(place) = place else {
            self.added.new += 1;
            self.added.apart += usize::from(!result.is_of_this_wording());
            self.note(self.team.results.len(), &result);
            self.team.results.push(Arc::new(result));
            return;
        };
        self.added.known += 1;
        let own = Arc::clone(&self.team.results[place]);
        if is_bare(&own) && !is_bare(&result) {
            let (side, side_set) = (own.side, own.side_set);
            let result = if side_set { Record { side, side_set, ..result } } else { result };
            if let Some(same) = self.known.get_mut(&key) {
                (same.bare, same.places) = (None, BTreeMap::new());
            }
            self.note(place, &result);
            self.team.results[place] = Arc::new(result);
        }
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

/// Whether a result is as a code has it: with the day alone.
fn is_bare(result: &Record) -> bool {
    result.language.is_empty()
        && result.label.is_empty()
        && result.completed == Timestamp::noon(result.completed.days())
}

impl Stored for Team {
    const KEY: &'static str = "duet.team";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        record::stored(Self::VERSION, self.results.iter().map(|result| result.write_compact()))
    }

    /// A result that cannot be read does not take the others with it.
    fn read(text: &str) -> Reading<Self> {
        let results = match stored::read_results::<Self>(text) {
            Ok(results) => results,
            Err(fault) => return Reading { value: None, fault: Some(fault) },
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
    fn twenty_thousand_equal_answers_are_added_in_no_time() {
        let mut adding = Adding::default();
        for second in 0..20_000 {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            adding.add(at(&format!("2026-11-24T{hour:02}:{minute:02}:{second:02}Z")));
        }
        // One of them at noon, as a code would have it.
        let (team, added) = adding.done();
        assert_eq!((team.results.len(), added.new + added.known), (20_000, 20_000));
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
        let mut linked = Adding::to(again.clone());
        Team::of_codes(&again.codes()).results.iter().for_each(|result| linked.add((**result).clone()));
        assert_eq!(
            linked.done().1,
            Added { known: 1, ..Added::default() },
            "nor when it comes with that side by a link"
        );
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
        // Two of them have one code.
        let (team, _) = added([result(), at("2026-11-24T20:00:00Z"), Record { side: Side::Marketing, ..result() }]);
        let again = Team::of_codes(&team.codes());
        assert_eq!(again.codes(), team.codes());
        let numbers = |team: &Team| {
            let comparison = team.comparison(1, false);
            (comparison.sales, comparison.marketing, comparison.all)
        };
        assert_eq!(numbers(&again), numbers(&team));
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
        let mut value: serde_json::Value = serde_json::from_str(&team.write()).expect("JSON");
        value["results"].as_array_mut().expect("results").push(7.into());
        let reading = Team::read(&value.to_string());
        assert_eq!(reading.value, Some(team));
        assert!(reading.fault.is_some());
        assert!(Team::read(r#"{"version":1}"#).value.is_none());
    }
}
