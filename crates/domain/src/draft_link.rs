//! Answers in progress in the fragment of a link, to move them from a frame without storage to a tab.
//!
//! Format: `a=1f66-sales-43500000000000000000-q4`: the first digits of the wording hash, the side (may be empty), the
//! answers in the order of the items (0 for a missing one) and the fragment of the current view. A link with any
//! invalid part is ignored as a whole.

use super::Side;
use super::answers::{Answer, Answers, ItemNumber};
use super::draft::Draft;
use super::instrument::{self, InstrumentRef};

/// Start of the fragment after `#`.
const PREFIX: &str = "a=";
/// Number of hash digits: enough to distinguish consecutive editions.
const HASH_DIGITS: usize = 4;

/// The fragment, with its `#`, for a draft and the current view.
pub fn write(draft: &Draft, view: &str) -> String {
    let digits: String =
        ItemNumber::all().map(|item| draft.answers.get(item).map_or(0, Answer::value).to_string()).collect();
    let side = draft.side.map_or("", Side::key);
    format!("#{PREFIX}{}-{side}-{digits}-{view}", wording_hash(instrument::reference()))
}

/// Parses a fragment. `None` if it is not a draft link, is of another wording or has no answer. The name of the view
/// is not validated.
pub fn read(fragment: &str) -> Option<Draft> {
    let reference = instrument::reference();
    let mut parts = fragment.trim_start_matches('#').strip_prefix(PREFIX)?.splitn(4, '-');
    let (hash, side, digits, view) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let side = if side.is_empty() { None } else { Some(Side::from_key(side)?) };
    let answers = answers(digits)?;
    let usable = hash == wording_hash(reference) && !answers.is_empty();
    usable.then(|| Draft {
        instrument: Some(reference.clone()),
        side,
        answers,
        view: Some(view.to_owned()),
        ..Draft::default()
    })
}

fn wording_hash(reference: &InstrumentRef) -> &str {
    &reference.hash[..HASH_DIGITS]
}

fn answers(digits: &str) -> Option<Answers> {
    let mut answers = Answers::default();
    let mut digits = digits.chars();
    for item in ItemNumber::all() {
        match digits.next()?.to_digit(10)? {
            0 => {}
            value => answers.set(item, Answer::new(u8::try_from(value).ok()?)?),
        }
    }
    digits.next().is_none().then_some(answers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_draft_is_carried_as_it_is() {
        let draft = read("#a=1f66-sales-43500000000000000000-q4").expect("a draft");
        assert_eq!(draft.side, Some(Side::Sales));
        assert_eq!(draft.answers.answered(), 3);
        assert_eq!(draft.view.as_deref(), Some("q4"));
        assert_eq!(write(&draft, "q4"), "#a=1f66-sales-43500000000000000000-q4");
    }

    #[test]
    fn what_is_not_right_in_every_part_is_nothing() {
        for fragment in [
            "",
            "#a=",
            "#q4",
            "#a=1f66-sales-43500000000000000000",
            "#a=0000-sales-43500000000000000000-q4",
            "#a=1f66-bosses-43500000000000000000-q4",
            "#a=1f66-sales-4350000000000000000-q4",
            "#a=1f66-sales-435000000000000000000-q4",
            "#a=1f66-sales-43600000000000000000-q4",
            "#a=1f66-sales-4350000000000000000x-q4",
            "#a=1f66-sales-00000000000000000000-q4",
            "#r=1f66-sales-43500000000000000000-q4",
        ] {
            assert_eq!(read(fragment), None, "{fragment}");
        }
    }

    proptest! {
        #[test]
        fn every_draft_comes_back(values in proptest::array::uniform20(0u8..=5), side in 0usize..4) {
            let mut draft = Draft { side: Side::ALL.get(side).copied(), ..Draft::default() };
            for (item, value) in ItemNumber::all().zip(values) {
                if let Some(answer) = Answer::new(value) {
                    draft.answers.set(item, answer);
                }
            }
            let carried = read(&write(&draft, "review"));
            if draft.answers.is_empty() {
                prop_assert_eq!(carried, None);
            } else {
                let carried = carried.expect("a draft");
                prop_assert_eq!((carried.answers, carried.side), (draft.answers, draft.side));
            }
        }

        #[test]
        fn anything_else_does_no_harm(text in ".*") {
            read(&format!("#a={text}"));
        }
    }
}
