//! What Duet promises itself, and whether it holds. Everything is a median of the runs.

use std::fmt::Write as _;

use crate::figures::{Measure, Samples};
use crate::pages::Name;

/// A bound and what was measured. None where it was not.
struct Target {
    text: String,
    measured: Option<f64>,
    bound: f64,
}

/// The list, in Markdown.
pub fn list(samples: &Samples, longest_task: f64) -> String {
    let ratio = |text: &str, page, measure, bound| Target {
        text: format!("{text}, as a multiple of {}: at most", Name::key(page)),
        measured: samples.ratio(Name::Duet, page, measure),
        bound,
    };
    let figure = |text: &str, measure, scale: f64, bound| Target {
        text: format!("{text}: at most"),
        measured: samples.median(Name::Duet, measure).map(|value| value / scale),
        bound,
    };
    let targets = [
        ratio("first contentful paint", Name::Former, Measure::FirstPaint, 1.1),
        ratio("first answer stored", Name::Former, Measure::FirstAnswer, 1.1),
        ratio("first contentful paint", Name::Floor, Measure::FirstPaint, 1.15),
        ratio("first answer stored", Name::Floor, Measure::FirstAnswer, 1.8),
        ratio("first answer stored", Name::SurveyJs, Measure::FirstAnswer, 1.0 / 3.0),
        figure("KB sent until the first answer is stored", Measure::WireToAnswer, 1e3, 125.0),
        figure("KB sent until the result is shown", Measure::WireToResult, 1e3, 225.0),
        figure("ms of the longest answer of a run", Measure::AnswerLongest, 1.0, 50.0),
        figure("layout shift, as browsers count it", Measure::Shift, 1.0, 0.0),
        ratio("memory of the process", Name::SurveyJs, Measure::Process, 1.0),
        ratio("first contentful paint of the second visit", Name::Floor, Measure::WarmPaint, 1.0),
        ratio("first answer stored in the second visit", Name::Floor, Measure::WarmAnswer, 1.0),
        Target {
            text: "ms of the longest task with 20,000 results: at most".to_owned(),
            measured: Some(longest_task),
            bound: 100.0,
        },
    ];
    targets.iter().map(Target::line).collect()
}

impl Target {
    fn line(&self) -> String {
        let mut line = format!("- {} {}: ", self.text, rounded(self.bound));
        // Writing to a string cannot fail.
        let _ = match self.measured {
            Some(measured) if measured <= self.bound => write!(line, "holds ({})", rounded(measured)),
            Some(measured) => write!(line, "**does not hold** ({})", rounded(measured)),
            None => write!(line, "not measured"),
        };
        line + "\n"
    }
}

fn rounded(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_holds_up_to_its_bound() {
        let mut samples = Samples::default();
        samples.add(Name::Floor, Measure::FirstPaint, 400.0);
        samples.add(Name::Duet, Measure::FirstPaint, 460.0);
        samples.add(Name::Duet, Measure::WireToResult, 225_001.0);
        let list = list(&samples, 100.0);
        for line in [
            "- first contentful paint, as a multiple of floor: at most 1.15: holds (1.15)\n",
            "- KB sent until the result is shown: at most 225: **does not hold** (225.001)\n",
            "- first answer stored, as a multiple of surveyjs: at most 0.333: not measured\n",
            "- ms of the longest task with 20,000 results: at most 100: holds (100)\n",
        ] {
            assert!(list.contains(line), "{line}{list}");
        }
    }
}
