//! Results, as many as are wanted, made up but always the same.

use duet_domain::history::History;
use duet_domain::instrument;
use duet_domain::stored::Stored;
use serde_json::{Value, json};

/// A file of results, as it is exchanged.
pub fn file(count: u32) -> String {
    json!({ "type": "duet.results", "version": 1, "results": list(count) }).to_string()
}

/// Results as the browser keeps them.
pub fn history(count: u32) -> String {
    let file = json!({ "version": 1, "results": list(count) }).to_string();
    let history = History::read(&file);
    assert_eq!(history.error, None, "these are results");
    history.value.expect("a history").write()
}

fn list(count: u32) -> Vec<Value> {
    let mut dice = Dice(7);
    (0..count).map(|place| result(place, &mut dice)).collect()
}

fn result(place: u32, dice: &mut Dice) -> Value {
    let [hour, minute, second] = [place / 3600, place / 60 % 60, place % 60];
    json!({
        "type": "duet.result",
        "version": 1,
        "instrument": instrument::reference(),
        "side": if place.is_multiple_of(2) { "sales" } else { "marketing" },
        "completed": format!("2026-11-20T{hour:02}:{minute:02}:{second:02}Z"),
        "answers": std::iter::repeat_with(|| dice.throw()).take(20).collect::<Vec<u64>>(),
    })
}

/// Numbers from 1 to 5 that look like chance.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % 5 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_finds_as_many_as_were_asked_for() {
        let history = History::read(&history(3)).value.expect("a history");
        assert_eq!(history.results.len(), 3);
        assert_eq!(history.results[2].completed.as_str(), "2026-11-20T00:00:02Z");
    }
}
