//! Answers in progress.

use std::fmt::{self, Formatter};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Side;
use super::answers::{Answer, Answers, ItemNumber};
use super::code::Code;
use super::instrument::{self, InstrumentRef};
use super::invitation::Inviter;
use super::stored::{self, Restored, Stored, StoredError};
use super::timestamp::Timestamp;

/// A run through the instrument, until a new run is started.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The instrument that is answered. `None` in values stored before version 2.
    pub instrument: Option<InstrumentRef>,
    /// Side of the respondent, if stated.
    pub side: Option<Side>,
    /// The answers given so far.
    pub answers: Answers,
    /// Fragment of the last view: `q7`, `review`.
    #[serde(rename = "at", default, deserialize_with = "view")]
    pub view: Option<String>,
    /// When the first answer was given.
    pub started: Option<Timestamp>,
    /// When the result was first shown. With `code`, identifies the record in the history.
    pub completed: Option<Timestamp>,
    /// Code of that record. `None` in older stored values.
    pub code: Option<Code>,
    /// Who has invited the respondent, if somebody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inviter: Option<Inviter>,
}

impl Draft {
    /// Sets an answer.
    pub fn answer(&mut self, item: ItemNumber, answer: Answer, now: Timestamp) {
        self.answers.set(item, answer);
        self.started.get_or_insert(now);
    }

    /// Whether there are answers that are not a result yet.
    pub fn in_progress(&self) -> bool {
        !self.answers.is_empty() && self.completed.is_none()
    }
}

impl Stored for Draft {
    const KEY: &'static str = "duet.session";
    const VERSION: u64 = 2;

    fn write(&self) -> String {
        stored::write(self)
    }

    /// A draft of another wording is an error: its answers were given to other statements.
    fn read(text: &str) -> Restored<Self> {
        let restored = stored::read::<Self>(text);
        let answered = restored.value.as_ref().and_then(|draft| draft.instrument.as_ref());
        if answered.is_some_and(|answered| answered != instrument::reference()) {
            return Restored { value: None, error: Some(StoredError::OtherWording) };
        }
        restored
    }
}

/// Deserializes the last view: its name, or the number of an item in values of version 1.
fn view<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct View;

    impl Visitor<'_> for View {
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

    deserializer.deserialize_any(View)
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
        assert_eq!(draft.view.as_deref(), Some("q3"));
        assert_eq!((draft.instrument, draft.started, draft.completed), (None, None, None));
    }

    #[test]
    fn version_1_without_side_and_place_is_read_too() {
        let text = format!(r#"{{"version":1,"answers":[5{}]}}"#, ",null".repeat(19));
        let draft = Draft::read(&text).value.expect("a draft");
        assert_eq!((draft.answers.answered(), draft.side, draft.view), (1, None, None));
    }

    #[test]
    fn what_is_written_is_version_2() {
        let text = Draft::default().write();
        assert!(text.contains("\"version\":2"), "{text}");
    }

    #[test]
    fn a_draft_with_an_impossible_answer_is_damaged() {
        let text = format!(r#"{{"version":2,"answers":[6{}]}}"#, ",null".repeat(19));
        let error = Draft::read(&text).error.expect("a fault");
        assert!(matches!(&error, StoredError::Damaged(reason) if reason.contains("not 6")), "{error:?}");
    }

    #[test]
    fn answers_to_another_wording_are_not_taken_for_answers_to_this_one() {
        let own = instrument::reference().clone();
        let other = InstrumentRef { hash: "0123456789abcdef".into(), ..own.clone() };
        let draft = |instrument| Draft { instrument: Some(instrument), ..Draft::default() };
        assert_eq!(Draft::read(&draft(own.clone()).write()).value, Some(draft(own)));
        let restored = Draft::read(&draft(other).write());
        assert_eq!(restored, Restored { value: None, error: Some(StoredError::OtherWording) });
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
            let restored = Draft::read(&text);
            prop_assert_ne!(restored.value.is_some(), restored.error.is_some());
        }

        #[test]
        fn a_draft_survives_being_stored(values in proptest::collection::vec((1u8..=20, 1u8..=5), 0..30)) {
            let mut draft = Draft { side: Some(Side::Marketing), view: Some("review".into()), ..Draft::default() };
            for (number, value) in values {
                let (item, answer) = (ItemNumber::new(number), Answer::new(value));
                draft.answer(item.expect("1–20"), answer.expect("1–5"), moment("2026-11-24T19:28:15Z"));
            }
            prop_assert_eq!(Draft::read(&draft.write()).value, Some(draft));
        }
    }
}
