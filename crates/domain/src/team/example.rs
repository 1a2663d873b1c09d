//! An example of a team, to be looked at before there are results.

use std::sync::Arc;

use super::Team;
use crate::Side;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::code::{Code, Content, fingerprint};
use crate::instrument;
use crate::record::Record;
use crate::timestamp::Day;

/// Invented answers of seven people of Sales, and of seven of Marketing: a digit for each item.
const ANSWERS: [(Side, [&str; 7]); 2] = [
    (
        Side::Sales,
        [
            "43243413324142321233",
            "44132553335133422143",
            "33243314324232321234",
            "43233453424143312233",
            "54142523323132421142",
            "43343454334242321233",
            "44233513325133411243",
        ],
    ),
    (
        Side::Marketing,
        [
            "32445232231243424132",
            "33354343142334533231",
            "22445232231243424122",
            "33434343242334434232",
            "32455231131244525131",
            "43344342232333433241",
            "32445233141243534132",
        ],
    ),
];
/// The day of the answers.
const DAY: &str = "2026-11-24";

impl Team {
    /// Fourteen invented results, seven a side.
    pub fn example() -> Self {
        let people = ANSWERS.iter().flat_map(|(side, rows)| rows.iter().map(move |row| record(*side, row)));
        Self { results: people.flatten().map(Arc::new).collect(), ..Self::default() }
    }
}

/// The result of a row of digits. `None` if it is not twenty digits from 1 to 5, which a test excludes.
fn record(side: Side, row: &str) -> Option<Record> {
    let mut answers = Answers::default();
    for (item, digit) in ItemNumber::all().zip(row.bytes()) {
        answers.set(item, Answer::new(digit - b'0')?);
    }
    let fingerprint = fingerprint(&instrument::reference().hash);
    let content = Content { fingerprint, side, day: Day::parse(DAY)?, answers: answers.complete()? };
    Record::from_current_code(Code::of(&content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::compare::Thresholds;

    #[test]
    fn the_example_has_something_of_everything() {
        let team = Team::example();
        assert_eq!(team.results.len(), 14);
        let comparison = team.comparison(Thresholds::default(), false);
        assert_eq!((comparison.sales.respondents, comparison.marketing.respondents), (7, 7));
        let findings = comparison.findings();
        assert!(findings.gaps.len() >= 3 && !findings.weaknesses.is_empty() && !findings.divided.is_empty());
    }
}
