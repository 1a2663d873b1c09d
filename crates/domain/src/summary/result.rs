//! The summary of one result: its sum, its weakest and strongest theme, and its plan, but no answer.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{SummaryError, checked, clean, fields};
use crate::Side;
use crate::instrument::Theme;
use crate::plan::{Plan, Step, Target};
use crate::record::Record;
use crate::score::{Level, Score};
use crate::timestamp::Day;

/// The summary of one result. Near 20 and 100 the sum alone tells nearly every answer; the sender sees it before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSummary {
    /// The sum.
    pub score: Score,
    /// Side of the respondent.
    pub side: Side,
    /// Day of the result.
    pub day: Day,
    /// Name of the sender, at most 80 characters; may be empty.
    pub from: String,
    /// Weakest and strongest theme, of equal ones the first in display order; `None` if all are equal.
    pub themes: Option<(Theme, Theme)>,
    /// The plan; empty if it was left out.
    pub plan: Plan,
}

/// The fields as they are written. Empty ones are not.
#[derive(Serialize)]
pub(super) struct WrittenFields<'a> {
    score: Score,
    side: Side,
    day: &'a Day,
    #[serde(skip_serializing_if = "str::is_empty")]
    from: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weakest: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strongest: Option<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    goal: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    plan: &'a [Step],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    measures: &'a [Target],
}

/// The fields as they are read, without those of the plan.
#[derive(Deserialize)]
struct ReadFields {
    score: u8,
    side: Side,
    day: Day,
    #[serde(default)]
    from: String,
    weakest: Option<Theme>,
    strongest: Option<Theme>,
}

impl ResultSummary {
    /// The summary of a result, from a sender whose name is cut to one line of 80 characters and may be empty. `None` for
    /// a result of another wording.
    pub fn of(result: &Record, from: &str, with_plan: bool) -> Option<Self> {
        result.is_of_this_wording().then(|| Self {
            score: result.score(),
            side: result.side,
            day: result.day.clone(),
            from: clean(from),
            themes: extremes(&result.themes()),
            plan: if with_plan { result.plan.clone() } else { Plan::default() },
        })
    }

    /// The level of the sum.
    pub fn level(&self) -> Level {
        self.score.level()
    }

    pub(super) fn fields(&self) -> WrittenFields<'_> {
        // Without `..`, so that a field that is added to the plan is not forgotten here.
        let Plan { goal, steps, targets } = &self.plan;
        let (weakest, strongest) = self.themes.map(|(weakest, strongest)| (weakest.key(), strongest.key())).unzip();
        WrittenFields {
            score: self.score,
            side: self.side,
            day: &self.day,
            from: &self.from,
            weakest,
            strongest,
            goal,
            plan: steps,
            measures: targets,
        }
    }

    pub(super) fn from_fields(mut object: Map<String, Value>) -> Result<Self, SummaryError> {
        let plan = Plan::remove_from(&mut object).map_err(SummaryError::damaged)?;
        let ReadFields { score, side, day, from, weakest, strongest } = fields(object)?;
        let themes = weakest.zip(strongest);
        if weakest.xor(strongest).is_some() || themes.is_some_and(|(weakest, strongest)| weakest == strongest) {
            return Err(SummaryError::damaged("strongest"));
        }
        let score = Score::new(score).ok_or_else(|| SummaryError::damaged("score"))?;
        Ok(Self { score, side, day, from: checked(&from, "from")?, themes, plan })
    }
}

/// The themes with the lowest and the highest sum; `None` if all are equal.
fn extremes(themes: &[(Theme, u8); 5]) -> Option<(Theme, Theme)> {
    // `min_by_key` returns the first of equal ones.
    let (weakest, lowest) = themes.iter().min_by_key(|(_, sum)| *sum)?;
    let (strongest, highest) = themes.iter().min_by_key(|(_, sum)| Reverse(*sum))?;
    (lowest < highest).then_some((*weakest, *strongest))
}
