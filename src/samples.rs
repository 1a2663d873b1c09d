//! Sample results for tests.

use duet_domain::answers::{Answer, Answers, Complete, ItemNumber};
use serde_json::{Value, json};

/// A result file: the example of docs/contract.md.
pub fn example() -> Value {
    json!({
        "type": "duet.result", "version": 1,
        "instrument": duet_domain::instrument::reference(),
        "language": "pl", "side": "sales", "label": "Zespół „Północ”",
        "completed": "2026-11-24T19:28:15Z",
        "answers": [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4],
        "score": 64, "level": "aligned",
        "themes": { "trust": 15, "customer": 16, "planning": 9, "process": 15, "people": 9 },
        "plan": [{ "action": "one-funnel", "owner": "Ewa", "due": "2027-01-31" }]
    })
}

/// Twenty answers.
pub fn complete(values: [u8; 20]) -> Complete {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    answers.complete().expect("20 answers")
}
