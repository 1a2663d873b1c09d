//! Several respondents: the results gathered for a comparison.
//!
//! Formulae and sources: docs/team.md. `tally` counts the answers, [`compare`] says what may be shown of them.

pub mod compare;
pub(crate) mod tally;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::Side;
use super::code::{Code, Content};
use super::extract::FoundCode;
use super::record::{self, Record};
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::{Day, Timestamp};
use compare::Comparison;

/// The most characters that are stored, so that there is room left for a person's own answers: browsers give 5 million.
const MAX_STORED_CHARS: usize = 2_000_000;
/// The least characters that a stored result has.
const MIN_RESULT_CHARS: usize = 200;
/// From this many days without a result on, those before and after are probably two rounds.
const ROUND_PAUSE_DAYS: i64 = 30;

/// The results gathered, in the order in which they came. A copy costs little: the results themselves are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// One for each respondent.
    pub results: Vec<Arc<Record>>,
    /// How often a code came that came more than once. Whether it is of one person or of several is for a person to say.
    pub repeats: BTreeMap<Code, usize>,
}

/// A code that came more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatedCode {
    /// The code.
    pub code: Code,
    /// How often it came.
    pub times: usize,
    /// For how many people it is taken.
    pub people: usize,
}

impl fmt::Display for RepeatedCode {
    /// The code, and how often it came.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} ×\u{a0}{}", self.code, self.times)
    }
}

/// Adds results to a team one by one, each of them once.
#[derive(Debug, Default)]
pub struct TeamBuilder {
    team: Team,
    /// The results with the same answers of the same side and day, by code and instrument.
    known: BTreeMap<(Code, Cow<'static, str>), SameCode>,
    added: Added,
}

/// Where the results with the same code are.
#[derive(Debug, Default)]
struct SameCode {
    /// By their moments.
    places: BTreeMap<Timestamp, usize>,
    /// The one that is as a code has it.
    code_only: Option<usize>,
}

/// What came of builder results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// How many were not there yet.
    pub new: usize,
    /// How many were there already, or came twice.
    pub known: usize,
    /// How many of the new ones are of another wording or instrument, and are kept apart.
    pub incomparable: usize,
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
    pub fn comparable(&self) -> impl Iterator<Item = &Record> + Clone {
        self.results.iter().map(Arc::as_ref).filter(|result| result.is_of_this_wording())
    }

    /// How many results are of another wording or instrument.
    pub fn incomparable(&self) -> usize {
        self.results.len() - self.comparable().count()
    }

    /// Everything that may be said about all of them.
    pub fn comparison(&self, threshold: u32, pair_consents: bool) -> Comparison {
        compare_results(self.comparable(), threshold, pair_consents)
    }

    /// The same before a day like `2026-11-24`, and from it on. None where one of the two has no result.
    ///
    /// A side is shown in neither when it is below the threshold in one of them: one round taken from all would show it.
    pub fn rounds(&self, day: &str, threshold: u32) -> Option<Rounds> {
        let round = |from_day: bool, threshold: u32| {
            let own = self.comparable().filter(|result| (result.day.as_str() >= day) == from_day);
            compare_results(own, threshold, false)
        };
        let (mut before, mut after) = (round(false, threshold), round(true, threshold));
        if before.all.respondents == 0 || after.all.respondents == 0 {
            return None;
        }
        before.suppress_hidden_in(&after);
        after.suppress_hidden_in(&before);
        Some(Rounds { before, after })
    }

    /// The day from which on the results probably are another round: after the longest time without any, of a month at least. Days
    /// that cannot be, seen from today, do not count.
    pub fn suggest_round_start(&self, today: &Day) -> Option<Day> {
        let possible = self.comparable().map(|result| &result.day).filter(|day| day.is_plausible(today));
        let mut days: Vec<i64> = possible.map(Day::number).collect();
        days.sort_unstable();
        let pause = days.windows(2).max_by_key(|pair| pair[1] - pair[0])?;
        (pause[1] - pause[0] >= ROUND_PAUSE_DAYS).then(|| Day::from_number(pause[1]))
    }

    /// The last day on which somebody answered, of those that can be.
    pub fn last_day(&self, today: &Day) -> Option<Day> {
        self.comparable().map(|result| &result.day).filter(|day| day.is_plausible(today)).max().cloned()
    }

    /// How many respondents have the answers, the side and the day of this code.
    pub fn count(&self, code: Code) -> usize {
        self.results.iter().filter(|result| result.code() == code).count()
    }

    /// Takes each code that came more than once for as many people, or for one.
    pub fn resolve_repeats(&mut self, several_people: bool) {
        for RepeatedCode { code, times, .. } in self.repeated_codes() {
            let missing = times.saturating_sub(self.count(code));
            if several_people {
                self.results.extend(std::iter::repeat_n(Arc::new(Record::from_any_code(code)), missing));
            } else {
                // Those that say more than their code, a file or a set side, are people of their own.
                let mut code_only = 0;
                self.results.retain(|result| {
                    let same = result.code() == code && is_code_only(result);
                    code_only += usize::from(same);
                    !same || code_only == 1
                });
            }
        }
    }

    /// The codes that came more than once.
    pub fn repeated_codes(&self) -> Vec<RepeatedCode> {
        let each = self.repeats.iter().map(|(code, times)| RepeatedCode {
            code: *code,
            times: *times,
            people: self.count(*code),
        });
        each.filter(|repeat| repeat.people > 0).collect()
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
            (own.side, own.side_set) = (side, side != Side::Unstated);
        }
    }

    /// The codes of all, for a link.
    pub fn codes(&self) -> Vec<Code> {
        self.results.iter().map(|result| result.code()).collect()
    }

    /// The team of a link. Equal codes are different people: whoever made the link has told them apart.
    pub fn of_codes(codes: &[Code]) -> Self {
        Self { results: codes.iter().map(|code| Arc::new(Record::from_any_code(*code))).collect(), ..Self::default() }
    }
}

/// The comparison of these, with the days of the first and the last.
fn compare_results<'a>(
    results: impl Iterator<Item = &'a Record> + Clone,
    threshold: u32,
    pair_consents: bool,
) -> Comparison {
    let each = || results.clone().map(|result| &result.day);
    let days = each().min().cloned().zip(each().max().cloned());
    let answers = results.clone().map(|result| (result.side, &result.answers));
    Comparison { days, ..Comparison::of(answers, threshold, pair_consents) }
}

impl TeamBuilder {
    /// Adds to these.
    pub fn new(team: Team) -> Self {
        let mut builder = Self::default();
        for (place, result) in team.results.iter().enumerate() {
            builder.index(place, result);
        }
        Self { team, ..builder }
    }

    /// Notes where a result is: under the code that the respondent gave, and under that with the side which was set for them.
    fn index(&mut self, place: usize, result: &Record) {
        for code in original_codes(result) {
            let same = self.known.entry((code, result.instrument.id.clone())).or_default();
            if is_code_only(result) {
                same.code_only = Some(place);
            }
            same.places.insert(result.completed.clone(), place);
        }
    }

    /// Adds a result. It is there already when the same side has given the same answers at the same moment. A code knows the day
    /// alone: it stands for any result of that day, and whatever says more takes its place.
    pub fn add(&mut self, result: Record) {
        let keys = original_codes(&result).into_iter().map(|code| (code, result.instrument.id.clone()));
        let known = keys.into_iter().find_map(|key| {
            let same = self.known.get(&key)?;
            let any = || same.places.values().next().copied().filter(|_| is_code_only(&result));
            Some((key, same.places.get(&result.completed).copied().or(same.code_only).or_else(any)?))
        });
        let Some((key, place)) = known else {
            self.added.new += 1;
            self.added.incomparable += usize::from(!result.is_of_this_wording());
            self.index(self.team.results.len(), &result);
            self.team.results.push(Arc::new(result));
            return;
        };
        self.added.known += 1;
        let own = Arc::clone(&self.team.results[place]);
        if is_code_only(&own) && !is_code_only(&result) {
            let (side, side_set) = (own.side, own.side_set);
            let result = if side_set { Record { side, side_set, ..result } } else { result };
            if let Some(same) = self.known.get_mut(&key) {
                (same.code_only, same.places) = (None, BTreeMap::new());
            }
            self.index(place, &result);
            self.team.results[place] = Arc::new(result);
        }
    }

    /// Adds the codes of a text. Equal codes of one link are different people. Others are added once, and noted: whether they are of
    /// one person is for a person to say.
    pub fn add_codes(&mut self, found: &[FoundCode]) {
        let mut times: BTreeMap<Code, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
        for one in found {
            *times.entry(one.code).or_default().entry(one.link).or_default() += 1;
        }
        for one in found {
            // Each code once, where it comes first.
            let Some(times) = times.remove(&one.code) else { continue };
            self.add(Record::from_any_code(one.code));
            let in_one_link = times.iter().filter(|(link, _)| link.is_some()).map(|(_, times)| *times).max();
            for _ in self.team.count(one.code)..in_one_link.unwrap_or(0) {
                self.team.results.push(Arc::new(Record::from_any_code(one.code)));
                self.added.new += 1;
            }
            let loose = times.get(&None).copied().unwrap_or(0);
            let noted = self.team.repeats.get(&one.code).copied().unwrap_or(1);
            if loose > noted.max(self.team.count(one.code)) {
                self.team.repeats.insert(one.code, loose);
            }
        }
    }

    /// The team, and what came of it.
    pub fn finish(self) -> (Team, Added) {
        (self.team, self.added)
    }
}

/// The codes that a result may have come with: its own, and where its side was set afterwards, those of somebody on no side.
fn original_codes(result: &Record) -> Vec<Code> {
    let own = result.code();
    let before = [Side::Unstated, Side::Other].map(|side| Code::of(&Content { side, ..own.content() }));
    std::iter::once(own).chain(before.into_iter().filter(|_| result.side_set)).collect()
}

/// Whether a result is as a code has it: with the day alone.
fn is_code_only(result: &Record) -> bool {
    result.language.is_empty() && result.label.is_empty() && result.completed == result.day.noon()
}

/// The part of a stored team that says which codes came more than once.
#[derive(Deserialize)]
struct Repeats {
    #[serde(default)]
    repeats: BTreeMap<Code, usize>,
}

impl Stored for Team {
    const KEY: &'static str = "duet.team";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        let mut text = record::write_list(Self::VERSION, self.results.iter().map(|result| result.write_compact()));
        if !self.repeats.is_empty() {
            text.pop();
            // Texts and numbers can always be written.
            text.push_str(",\"repeats\":");
            text.push_str(&serde_json::to_string(&self.repeats).unwrap_or_default());
            text.push('}');
        }
        text
    }

    fn write_if_fits(&self) -> Option<String> {
        let small = self.results.len() * MIN_RESULT_CHARS <= MAX_STORED_CHARS;
        small.then(|| self.write()).filter(|text| text.len() <= MAX_STORED_CHARS)
    }

    /// A result that cannot be read does not take the others with it.
    fn read(text: &str) -> Restored<Self> {
        let results = match stored::read_results::<Self>(text) {
            Ok(results) => results,
            Err(error) => return Restored { value: None, error: Some(error) },
        };
        let mut error = None;
        let repeats = serde_json::from_str(text).map(|Repeats { repeats }| repeats);
        let mut team = Self { results: Vec::new(), repeats: repeats.unwrap_or_default() };
        for (result, number) in results.into_iter().zip(1..) {
            match Record::from_json(result) {
                Ok((record, _)) => team.results.push(Arc::new(record)),
                Err(reason) => {
                    error.get_or_insert(StoredError::Damaged(format!("result {number}: {reason}")));
                }
            }
        }
        Restored { value: Some(team), error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::InstrumentRef;
    use crate::record::tests::example;

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
        assert_eq!(
            linked.finish().1,
            Added { known: 1, ..Added::default() },
            "nor when it comes with that side by a link"
        );
        again.set_side(&again.results[0].clone(), Side::Unstated);
        assert_eq!(*again.results[0], Record { side: Side::Unstated, ..unsaid });
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
        assert_eq!((added.new, added.incomparable, team.incomparable()), (3, 2, 2));
        assert_eq!(team.comparison(1, false).all.respondents, 1);
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
            let comparison = team.comparison(1, false);
            (comparison.sales, comparison.marketing, comparison.all)
        };
        assert_eq!(numbers(&again), numbers(&team));
    }

    #[test]
    fn two_rounds_are_told_apart_and_neither_shows_a_small_one() {
        let days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-11-01", "2026-11-02", "2026-11-03"];
        let (mut team, _) = added(days.map(|day| at(&format!("{day}T09:00:00Z"))));
        let today = Day::parse("2026-11-27").expect("a day");
        let day = team.suggest_round_start(&today).expect("two rounds");
        assert_eq!(day.as_str(), "2026-11-01");
        let rounds = team.rounds(day.as_str(), 3).expect("two rounds");
        assert!(rounds.before.sales.detail.is_some() && rounds.after.sales.detail.is_some());
        team.remove(&team.results[5].clone());
        let rounds = team.rounds(day.as_str(), 3).expect("two rounds");
        assert_eq!((rounds.before.sales.respondents, rounds.after.sales.respondents), (3, 2));
        assert_eq!((rounds.before.sales.detail, rounds.after.sales.detail), (None, None));
        assert_eq!((team.rounds("2020-01-01", 3), Team::default().suggest_round_start(&today)), (None, None));
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
}
