//! Writing of result objects.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Record, TYPE, VERSION};
use crate::Side;
use crate::answers::Complete;
use crate::instrument::{InstrumentRef, Theme};
use crate::plan::{Step, Target};
use crate::score::{Level, Score};
use crate::timestamp::{Day, Timestamp};

/// The known fields. Empty ones are not written.
#[derive(Serialize)]
struct Written<'a> {
    r#type: &'static str,
    version: u64,
    instrument: &'a InstrumentRef,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    side: Side,
    #[serde(skip_serializing_if = "Option::is_none")]
    side_set: Option<bool>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    completed: &'a Timestamp,
    /// Written if it differs from the day of `completed` in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<&'a Day>,
    answers: &'a Complete,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    themes: Option<Themes>,
    #[serde(skip_serializing_if = "str::is_empty")]
    goal: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    plan: &'a [Step],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    measures: &'a [Target],
}

/// The sums of the themes, as an object.
struct Themes([(Theme, u8); 5]);

impl Serialize for Themes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (theme, sum) in &self.0 {
            map.serialize_entry(theme.key(), sum)?;
        }
        map.end()
    }
}

impl Record {
    /// Writes the object with score, level and themes. These are for other programs and recomputed on reading.
    pub fn write(&self) -> String {
        let score = self.score();
        self.written(Some((score, score.level(), Themes(self.themes()))))
    }

    /// Writes the object without score, level and themes, to save space.
    pub fn write_compact(&self) -> String {
        self.written(None)
    }

    fn written(&self, figures: Option<(Score, Level, Themes)>) -> String {
        let (score, level, themes) = match figures {
            Some((score, level, themes)) => (Some(score), Some(level), Some(themes)),
            None => (None, None, None),
        };
        let known = Written {
            r#type: TYPE,
            version: VERSION,
            instrument: &self.instrument,
            language: &self.language,
            side: self.side,
            side_set: self.side_set.then_some(true),
            label: &self.label,
            completed: &self.completed,
            day: (self.day != self.completed.utc_day()).then_some(&self.day),
            answers: &self.answers,
            score,
            level,
            themes,
            goal: &self.plan.goal,
            plan: &self.plan.steps,
            measures: &self.plan.targets,
        };
        // Serialization of strings and numbers does not fail.
        let mut text = serde_json::to_string(&known).unwrap_or_default();
        if !self.unknown.is_empty() {
            text.pop();
            text.push(',');
            text.push_str(&self.unknown);
            text.push('}');
        }
        text
    }
}

/// Writes results as a stored value.
pub fn write_list(version: u64, results: impl Iterator<Item = String>) -> String {
    let results: Vec<String> = results.collect();
    format!("{{\"version\":{version},\"results\":[{}]}}", results.join(","))
}
