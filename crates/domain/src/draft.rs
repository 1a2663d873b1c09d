//! The answers in progress.

use std::fmt::{self, Formatter};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Side;
use super::answers::{Answer, Answers, ItemNumber};
use super::code::Code;
use super::instrument::{self, InstrumentRef};
use super::quick::{self, Quick};
use super::stored::{self, Reading, Stored, Unreadable};
use super::timestamp::Timestamp;

/// One run through the instrument, from the first answer on until a new run is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What is being answered. None where it was not noted yet, before version 2.
    pub instrument: Option<InstrumentRef>,
    /// Who answers; saying so is optional.
    pub side: Option<Side>,
    /// What was answered so far.
    pub answers: Answers,
    /// The fragment of the view one was on last: `q7`, `review`.
    #[serde(default, deserialize_with = "place")]
    pub at: Option<String>,
    /// When the first answer was given.
    pub started: Option<Timestamp>,
    /// When the result was first looked at: with `code`, the mark of the record in the history.
    pub completed: Option<Timestamp>,
    /// The code of that record. None where it was not noted yet.
    pub code: Option<Code>,
}

impl Draft {
    /// Answers an item.
    pub fn answer(&mut self, item: ItemNumber, answer: Answer, now: Timestamp) {
        self.answers.set(item, answer);
        self.started.get_or_insert(now);
    }

    /// Takes over what a tab has done that could not see these answers for a while: what is different now from how it was `before` that.
    /// A tab that has begun another run, or has gone on with its own while this one was finished, goes on with that.
    pub fn join(&mut self, own: Self, before: &Self) {
        let began_anew = own.started != before.started && !before.answers.is_empty();
        let mut joined = self.answers;
        for item in ItemNumber::all() {
            let answer = own.answers.get(item).filter(|answer| before.answers.get(item) != Some(*answer));
            if let Some(answer) = answer {
                joined.set(item, answer);
            }
        }
        let is_finished = self.completed.is_some() && self.started != before.started && joined != self.answers;
        if began_anew || is_finished {
            *self = own;
            return;
        }
        self.answers = joined;
        if own.side != before.side {
            self.side = own.side;
        }
        if own.completed != before.completed && own.answers == self.answers {
            (self.completed, self.code) = (own.completed, own.code);
        }
    }

    /// Whether there are answers that have not become a result.
    pub fn in_progress(&self) -> bool {
        !self.answers.is_empty() && self.completed.is_none()
    }
}

impl Stored for Draft {
    const KEY: &'static str = "duet.session";
    const VERSION: u64 = 2;

    fn write(&self) -> String {
        let instrument = self.instrument.as_ref().map_or_else(
            || "null".to_owned(),
            |answered| format!(r#"{{"id":"{}","hash":"{}"}}"#, answered.id, answered.hash),
        );
        let answers = ItemNumber::all().map(|item| match self.answers.get(item) {
            Some(answer) => answer.digit(),
            None => "null",
        });
        let moment = |moment: &Option<Timestamp>| quick::text(moment.as_ref().map(Timestamp::as_str));
        format!(
            r#"{{"version":{},"instrument":{instrument},"side":{},"answers":[{}],"at":{},"started":{},"completed":{},"code":{}}}"#,
            Self::VERSION,
            quick::text(self.side.map(Side::key)),
            answers.collect::<Vec<_>>().join(","),
            quick::text(self.at.as_deref()),
            moment(&self.started),
            moment(&self.completed),
            quick::text(self.code.map(|code| code.to_string()).as_deref()),
        )
    }

    /// The answers of a finished run, which have a code, are not read in this way: they are wanted with the result alone.
    fn read_quickly(text: &str) -> Option<Self> {
        let mut quick = Quick::new(text);
        let mut draft = Self::default();
        quick.skip(r#"{"version":2,"instrument":"#)?;
        if quick.skip("null").is_none() {
            let own = instrument::reference();
            quick.skip(r#"{"id":"#)?;
            let id = quick.text()??;
            quick.skip(r#","hash":"#)?;
            let hash = quick.text()??;
            quick.skip("}")?;
            draft.instrument = Some((id == own.id && hash == own.hash).then(|| own.clone())?);
        }
        quick.skip(r#","side":"#)?;
        draft.side = match quick.text()? {
            Some(key) => Some(Side::from_key(key)?),
            None => None,
        };
        quick.skip(r#","answers":["#)?;
        for item in ItemNumber::all() {
            if item != ItemNumber::FIRST {
                quick.skip(",")?;
            }
            if let Some(value) = quick.number()? {
                draft.answers.set(item, Answer::new(value)?);
            }
        }
        quick.skip(r#"],"at":"#)?;
        draft.at = quick.text()?.map(str::to_owned);
        quick.skip(r#","started":"#)?;
        draft.started = match quick.text()? {
            Some(moment) => Some(Timestamp::parse(moment)?),
            None => None,
        };
        quick.skip(r#","completed":null,"code":null}"#)?;
        quick.end()?;
        Some(draft)
    }

    /// Answers to another wording are not shown beside statements they were not given to.
    fn read(text: &str) -> Reading<Self> {
        let reading = stored::read::<Self>(text);
        let answered = reading.value.as_ref().and_then(|draft| draft.instrument.as_ref());
        if answered.is_some_and(|answered| answered != instrument::reference()) {
            return Reading { value: None, fault: Some(Unreadable::OtherWording) };
        }
        reading
    }
}

/// Reads where one was: the name of a view, or the number of an item, as in version 1, which had only `side`, `answers` and `at`.
fn place<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct Place;

    impl Visitor<'_> for Place {
        type Value = Option<String>;

        fn expecting(&self, f: &mut Formatter) -> fmt::Result {
            f.write_str("the name of a view or the number of an item")
        }

        fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
            Ok(Some(name.to_owned()))
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(format!("q{number}")))
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_any(Place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a moment")
    }

    #[test]
    fn version_1_is_brought_up_to_date() {
        let text = format!(r#"{{"version":1,"side":"sales","answers":[4,2,null{}],"at":3}}"#, ",null".repeat(17));
        let draft = Draft::read(&text).value.expect("a draft");
        assert_eq!(draft.side, Some(Side::Sales));
        assert_eq!(draft.answers.given().map(Answer::value).collect::<Vec<_>>(), [4, 2]);
        assert_eq!(draft.at.as_deref(), Some("q3"));
        assert_eq!((draft.instrument, draft.started, draft.completed), (None, None, None));
    }

    #[test]
    fn version_1_without_side_and_place_is_read_too() {
        let text = format!(r#"{{"version":1,"answers":[5{}]}}"#, ",null".repeat(19));
        let draft = Draft::read(&text).value.expect("a draft");
        assert_eq!((draft.answers.answered(), draft.side, draft.at), (1, None, None));
    }

    fn answering(values: &[u8]) -> Draft {
        let mut draft = Draft::default();
        for (item, value) in ItemNumber::all().zip(values) {
            if let Some(answer) = Answer::new(*value) {
                draft.answers.set(item, answer);
            }
        }
        draft
    }

    /// A draft that was begun at a second.
    fn begun(second: u8, values: &[u8]) -> Draft {
        Draft { started: Some(moment(&format!("2026-11-24T19:28:{second:02}Z"))), ..answering(values) }
    }

    fn finished(draft: Draft) -> Draft {
        Draft { completed: Some(moment("2026-11-24T19:40:00Z")), ..draft }
    }

    fn joined(stored: &Draft, own: &Draft, before: &Draft) -> Draft {
        let mut draft = stored.clone();
        draft.join(own.clone(), before);
        draft
    }

    #[test]
    fn a_tab_that_has_done_nothing_changes_nothing() {
        let before = finished(begun(1, &[5; 20]));
        let corrected = finished(begun(1, &[4; 20]));
        for stored in [corrected, Draft::default(), begun(2, &[1])] {
            assert_eq!(joined(&stored, &before, &before), stored);
        }
    }

    #[test]
    fn answers_of_two_tabs_are_joined() {
        let before = begun(1, &[1, 2]);
        assert_eq!(joined(&begun(1, &[1, 2, 0, 4]), &begun(1, &[1, 3, 5]), &before), begun(1, &[1, 3, 5, 4]));
        // Neither has seen the other at all.
        assert_eq!(joined(&begun(1, &[1, 2]), &begun(2, &[0, 3, 4]), &Draft::default()), begun(1, &[1, 3, 4]));
        let own = Draft { side: Some(Side::Sales), ..before.clone() };
        assert_eq!(joined(&begun(1, &[1, 2, 3]), &own, &before).side, Some(Side::Sales));
    }

    #[test]
    fn a_run_that_was_finished_meanwhile_is_not_added_to() {
        let other = finished(begun(2, &[5; 20]));
        let (before, own) = (begun(1, &[1]), begun(1, &[1, 2]));
        assert_eq!(joined(&other, &own, &before), own, "another run goes on");
        // The same run was finished in the other tab: what is changed here is changed there.
        let same = finished(begun(1, &[3; 20]));
        let mut expected = same.clone();
        expected.answers.set(ItemNumber::FIRST, Answer::MAX);
        assert_eq!(joined(&same, &begun(1, &[5]), &Draft { answers: Answers::default(), ..begun(1, &[]) }), expected);
    }

    #[test]
    fn who_has_begun_anew_meanwhile_stays_there() {
        let before = finished(begun(1, &[5; 20]));
        let anew = Draft { side: Some(Side::Sales), ..Draft::default() };
        assert_eq!(joined(&before, &anew, &before), anew);
        assert_eq!(joined(&before, &begun(9, &[2]), &before), begun(9, &[2]));
    }

    #[test]
    fn what_was_finished_here_is_finished() {
        let before = begun(1, &[5; 20]);
        let own = finished(before.clone());
        assert_eq!(joined(&before, &own, &before), own);
        assert_eq!(joined(&finished(begun(7, &[1; 20])), &own, &before).completed, own.completed);
    }

    #[test]
    fn what_is_written_is_version_2() {
        let text = Draft::default().write();
        assert!(text.contains("\"version\":2"), "{text}");
    }

    #[test]
    fn a_draft_with_an_impossible_answer_is_damaged() {
        let text = format!(r#"{{"version":2,"answers":[6{}]}}"#, ",null".repeat(19));
        let fault = Draft::read(&text).fault.expect("a fault");
        assert!(matches!(&fault, Unreadable::Damaged(reason) if reason.contains("not 6")), "{fault:?}");
    }

    #[test]
    fn answers_to_another_wording_are_not_taken_for_answers_to_this_one() {
        let own = instrument::reference().clone();
        let other = InstrumentRef { hash: "0123456789abcdef".into(), ..own.clone() };
        let draft = |instrument| Draft { instrument: Some(instrument), ..Draft::default() };
        assert_eq!(Draft::read(&draft(own.clone()).write()).value, Some(draft(own)));
        let reading = Draft::read(&draft(other).write());
        assert_eq!(reading, Reading { value: None, fault: Some(Unreadable::OtherWording) });
    }

    #[test]
    fn the_start_is_the_first_answer() {
        let (first, later) = (moment("2026-11-24T19:28:15Z"), moment("2026-11-24T19:30:00Z"));
        let mut draft = Draft::default();
        assert!(!draft.in_progress());
        draft.answer(ItemNumber::FIRST, Answer::MAX, first.clone());
        draft.answer(ItemNumber::LAST, Answer::MIN, later.clone());
        assert_eq!(draft.started, Some(first));
        assert!(draft.in_progress());
        draft.completed = Some(later);
        assert!(!draft.in_progress());
    }

    proptest! {
        #[test]
        fn nothing_that_is_stored_stops_the_program(text in "\\PC*") {
            prop_assert_eq!(Draft::read_quickly(&text), None);
            let reading = Draft::read(&text);
            prop_assert_ne!(reading.value.is_some(), reading.fault.is_some());
        }

        #[test]
        fn a_draft_survives_being_stored(values in proptest::collection::vec((1u8..=20, 1u8..=5), 0..30)) {
            let mut draft = Draft { side: Some(Side::Marketing), at: Some("review".into()), ..Draft::default() };
            for (number, value) in values {
                let (item, answer) = (ItemNumber::new(number), Answer::new(value));
                draft.answer(item.expect("1–20"), answer.expect("1–5"), moment("2026-11-24T19:28:15Z"));
            }
            let text = draft.write();
            prop_assert_eq!(&text, &stored::write(&draft));
            prop_assert_eq!(Draft::read_quickly(&text), Some(draft.clone()));
            prop_assert_eq!(Draft::read(&text).value, Some(draft));
        }

        #[test]
        fn whatever_is_read_quickly_is_read_the_same_slowly(place in 0usize..260, other in "[\\PC\"0-9{},:]?") {
            let mut draft = Draft { side: Some(Side::Sales), at: Some("q2".into()), ..Draft::default() };
            draft.answer(ItemNumber::FIRST, Answer::MAX, moment("2026-11-24T19:28:15Z"));
            let mut text = draft.write();
            let place = place.min(text.len() - 1);
            text.replace_range(place..=place, &other);
            if let Some(quick) = Draft::read_quickly(&text) {
                prop_assert_eq!(Draft::read(&text).value, Some(quick));
            }
        }
    }
}
