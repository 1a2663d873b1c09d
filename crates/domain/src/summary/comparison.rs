//! The summary of a comparison: means of groups that are large enough, and nothing from which an answer follows.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{SummaryError, checked, clean, fields};
use crate::answers::{Answer, ITEMS, ItemNumber};
use crate::rounding::rounded;
use crate::score::Level;
use crate::team::Seal;
use crate::team::compare::{Comparison, DISPLAY_DECIMALS, Detail, Group, THRESHOLD_LIMITS, Thresholds};
use crate::timestamp::Day;

/// Minimum number of respondents of a side for its figures to be in a summary, whatever the threshold: a mean of two is
/// the other's answer for each of the two.
pub const MIN_RESPONDENTS: u32 = 3;
/// Maximum number of respondents of a side that is read.
const MAX_RESPONDENTS: u32 = 1_000_000;
/// The margin of large groups. With less, a mean of one decimal would be 1.0 or 5.0.
const MIN_MARGIN: f64 = 0.1;
/// Decimals that keep a mean sum apart from the next level for up to 20,000 respondents, but no error of addition.
const EXACT_DECIMALS: u8 = 6;
/// How much a mean sum may differ from the sum of the displayed means: half a tenth for each item and for itself, and a
/// tenth if it is just below a level.
const SUM_TOLERANCE: f64 = 0.05 * ITEMS as f64 + 0.15;

/// The summary of a comparison. Everything in it is listed in docs/team.md; gaps, levels, themes and the figures of all
/// respondents together follow from it.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonSummary {
    title: String,
    days: Option<(Day, Day)>,
    thresholds: Thresholds,
    /// Minimum of the seal.
    minimum: Option<u32>,
    /// Sales, Marketing, others.
    sides: [SideSummary; 3],
}

/// A side in a summary.
#[derive(Clone, Debug, PartialEq)]
struct SideSummary {
    respondents: u32,
    figures: Option<Figures>,
}

/// Figures of a side.
#[derive(Clone, Debug, PartialEq)]
struct Figures {
    /// Mean score with one decimal.
    sum: f64,
    /// Mean answers with one decimal.
    means: [f64; ITEMS as usize],
}

/// The fields of the file.
#[derive(Serialize, Deserialize)]
pub(super) struct Fields {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    days: Option<(Day, Day)>,
    threshold: u32,
    spread_threshold: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    sides: Sides,
}

/// The sides in the file. Empty ones are not written.
#[derive(Serialize, Deserialize)]
struct Sides {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sales: Option<SideFields>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marketing: Option<SideFields>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    other: Option<SideFields>,
}

/// A side in the file.
#[derive(Serialize, Deserialize)]
struct SideFields {
    n: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sum: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    means: Option<[f64; ITEMS as usize]>,
}

impl ComparisonSummary {
    /// The summary of a comparison. The title is cut to one line of 80 characters and may be empty. `None` if no side may
    /// be shown.
    pub fn of(comparison: &Comparison, title: &str) -> Option<Self> {
        let thresholds = comparison.thresholds.at_least(MIN_RESPONDENTS);
        let sides = [&comparison.sales, &comparison.marketing, &comparison.other];
        let summary = Self {
            title: clean(title),
            days: comparison.days.clone(),
            thresholds: Thresholds::new(thresholds.means, thresholds.spreads),
            minimum: comparison.seal.map(|seal| seal.minimum),
            sides: sides.map(|group| SideSummary::of(group, thresholds.means)),
        };
        summary.shows_a_side().then_some(summary)
    }

    /// The title; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The comparison that the summary shows: without spreads, distributions, r*wg and Cliff's delta. The figures of all
    /// respondents together are worked out from those of the sides, if every side has figures.
    pub fn to_comparison(&self) -> Comparison {
        let [sales, marketing, other] = self.sides.each_ref().map(SideSummary::group);
        Comparison {
            sales,
            marketing,
            other,
            all: self.all(),
            delta: None,
            thresholds: self.thresholds,
            seal: self.minimum.map(|minimum| Seal { minimum, opened: true }),
            days: self.days.clone(),
        }
    }

    fn all(&self) -> Group {
        let sides = || self.sides.iter().filter(|side| side.respondents > 0);
        let respondents = sides().map(|side| side.respondents).sum();
        let figures: Option<Vec<_>> =
            sides().map(|side| Some((f64::from(side.respondents), side.figures.as_ref()?))).collect();
        let Some(figures) = figures else { return Group { respondents, mean: None, detail: None } };
        let mean = |of: &dyn Fn(&Figures) -> f64| {
            figures.iter().map(|(count, figures)| count * of(figures)).sum::<f64>() / f64::from(respondents)
        };
        let mut means = [0.0; ITEMS as usize];
        for item in ItemNumber::all() {
            means[item.index()] = mean(&|figures| figures.means[item.index()]);
        }
        group(respondents, mean(&|figures| figures.sum), means)
    }

    fn shows_a_side(&self) -> bool {
        self.sides.iter().any(|side| side.figures.is_some())
    }

    pub(super) fn fields(&self) -> Fields {
        let [sales, marketing, other] = self.sides.each_ref().map(SideSummary::fields);
        Fields {
            title: self.title.clone(),
            days: self.days.clone(),
            threshold: self.thresholds.means,
            spread_threshold: self.thresholds.spreads,
            minimum: self.minimum,
            sides: Sides { sales, marketing, other },
        }
    }

    pub(super) fn from_fields(object: Map<String, Value>) -> Result<Self, SummaryError> {
        let Fields { title, days, threshold, spread_threshold, minimum, sides } = fields(object)?;
        let (_, most) = THRESHOLD_LIMITS;
        check((MIN_RESPONDENTS..=most).contains(&threshold), "threshold")?;
        check((threshold..=most).contains(&spread_threshold), "spread_threshold")?;
        let (least, most) = Seal::LIMITS;
        check(minimum.is_none_or(|minimum| (least..=most).contains(&minimum)), "minimum")?;
        check(days.as_ref().is_none_or(|(first, last)| first <= last), "days")?;
        let needed = threshold.max(minimum.unwrap_or(0));
        let side = |side| SideSummary::from_fields(side, needed);
        let summary = Self {
            title: checked(&title, "title")?,
            days,
            thresholds: Thresholds { means: threshold, spreads: spread_threshold },
            minimum,
            sides: [side(sides.sales)?, side(sides.marketing)?, side(sides.other)?],
        };
        check(summary.shows_a_side(), "sides")?;
        Ok(summary)
    }
}

impl SideSummary {
    /// The figures of a group with at least `needed` respondents whose item means are shown.
    fn of(group: &Group, needed: u32) -> Self {
        let detail = group.detail.as_ref().filter(|_| group.respondents >= needed && group.mean.is_some());
        Self {
            respondents: group.respondents,
            figures: detail.map(|detail| Figures::of(&detail.means, group.respondents)),
        }
    }

    fn group(&self) -> Group {
        let respondents = self.respondents;
        match &self.figures {
            Some(figures) => group(respondents, figures.sum, figures.means),
            None => Group { respondents, mean: None, detail: None },
        }
    }

    fn fields(&self) -> Option<SideFields> {
        let (sum, means) = self.figures.as_ref().map(|figures| (figures.sum, figures.means)).unzip();
        (self.respondents > 0).then_some(SideFields { n: self.respondents, sum, means })
    }

    fn from_fields(fields: Option<SideFields>, needed: u32) -> Result<Self, SummaryError> {
        let Some(SideFields { n, sum, means }) = fields else { return Ok(Self { respondents: 0, figures: None }) };
        check((1..=MAX_RESPONDENTS).contains(&n), "n")?;
        check(sum.is_some() == means.is_some(), "means")?;
        let Some((sum, means)) = sum.zip(means) else { return Ok(Self { respondents: n, figures: None }) };
        check(n >= needed, "n")?;
        Ok(Self { respondents: n, figures: Some(Figures::checked(sum, means, n)?) })
    }
}

impl Figures {
    /// The figures from item means: coded, then rounded. The sum is that of the coded means, so it tells nothing about
    /// what coding hides; without coded means it is the mean score.
    fn of(means: &[f64; ITEMS as usize], respondents: u32) -> Self {
        let coded = means.map(|mean| coded(mean, respondents));
        let sum = rounded(coded.iter().sum(), EXACT_DECIMALS);
        let group = Group { respondents, mean: Some((sum, Level::of_mean(sum))), detail: None };
        Self {
            sum: group.mean_sum(DISPLAY_DECIMALS).unwrap_or(sum),
            means: coded.map(|mean| rounded(mean, DISPLAY_DECIMALS)),
        }
    }

    /// Figures that were read: their decimals, the coding, and whether the sum fits the means are checked.
    fn checked(sum: f64, means: [f64; ITEMS as usize], respondents: u32) -> Result<Self, SummaryError> {
        let shown = |value: f64| rounded(value, DISPLAY_DECIMALS);
        let is_shown = |value: f64| (shown(value) - value).abs() < 1e-9;
        check(means.iter().all(|mean| is_shown(*mean)), "means")?;
        check(is_shown(sum), "sum")?;
        let figures = Self { sum: shown(sum), means: means.map(shown) };
        let bound = |answer: Answer| shown(coded(f64::from(answer.value()), respondents));
        let range = bound(Answer::MIN)..=bound(Answer::MAX);
        check(figures.means.iter().all(|mean| range.contains(mean)), "means")?;
        check((figures.sum - figures.means.iter().sum::<f64>()).abs() < SUM_TOLERANCE, "sum")?;
        Ok(figures)
    }
}

/// Top and bottom coding: a mean is at least 1 + 1/n and at most 5 − 1/n, so that none says that all gave the same
/// extreme answer; for more than ten respondents 1.1 and 4.9.
fn coded(mean: f64, respondents: u32) -> f64 {
    let margin = (1.0 / f64::from(respondents)).max(MIN_MARGIN);
    mean.clamp(f64::from(Answer::MIN.value()) + margin, f64::from(Answer::MAX.value()) - margin)
}

/// A group with a mean score and item means only.
fn group(respondents: u32, sum: f64, means: [f64; ITEMS as usize]) -> Group {
    let sum = rounded(sum, EXACT_DECIMALS);
    let detail = Detail { means, spreads: None, distribution: None, agreement: None };
    Group { respondents, mean: Some((sum, Level::of_mean(sum))), detail: Some(detail) }
}

fn check(fine: bool, field: &'static str) -> Result<(), SummaryError> {
    if fine { Ok(()) } else { Err(SummaryError::damaged(field)) }
}
