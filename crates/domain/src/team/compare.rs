//! Figures of several results, for all views, exports and prints.
//!
//! Statistical disclosure control: a group below the threshold has only its size, mean score and level. Its item
//! figures are suppressed, and so are those of all respondents together as long as one such group exists, because they
//! would reveal its figures by subtraction. A [`Comparison`] depends on the answers of a suppressed group only through
//! their sums. Spreads and distributions have a higher [threshold](Thresholds) than means, and under a
//! [`Seal`] the mean score has one too.

mod findings;
mod shown;
mod themes;

use super::seal::Seal;
use super::tally::Tally;
use crate::Side;
use crate::answers::{Complete, ITEMS, ItemNumber};
use crate::rounding::{difference, rounded};
use crate::score::Level;
use crate::timestamp::Day;

use shown::{Needed, Shown};

pub use findings::{Findings, Order, ascending};
pub use shown::Thresholds;

/// Default minimum number of respondents of a side for item means to be shown.
pub const THRESHOLD: u32 = 3;
/// Default minimum number of respondents of a side for spreads and distributions to be shown.
pub const SPREAD_THRESHOLD: u32 = 5;
/// Minimum and maximum of both thresholds.
pub const THRESHOLD_LIMITS: (u32, u32) = (1, 10);
/// Minimum gap that counts as wide.
pub const WIDE_GAP: f64 = 2.0;
/// Decimals of displayed means and sums. Gaps, their order and the findings are computed from means rounded to it.
pub const DISPLAY_DECIMALS: u8 = 1;
/// Decimals in exported files.
pub const FILE_DECIMALS: u8 = 4;
/// Number of gaps on the agenda.
pub const QUESTIONS: usize = 3;

/// A group of respondents.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Size of the group.
    pub respondents: u32,
    /// Mean score, 20 to 100, and its level; `None` for an empty group and for one that a seal hides.
    pub mean: Option<(f64, Level)>,
    /// Item figures; `None` below the threshold.
    pub detail: Option<Detail>,
}

/// Item figures of a group, in the order of the items.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Mean answers, 1 to 5.
    pub means: [f64; ITEMS as usize],
    /// Average deviations (AD), 0 to 2, and whether they indicate agreement; `None` for a single respondent and below
    /// the threshold of spreads.
    pub spreads: Option<[(f64, bool); ITEMS as usize]>,
    /// How many respondents gave each answer, from 1 to 5; `None` below the threshold of spreads.
    pub distribution: Option<[[u32; 5]; ITEMS as usize]>,
    /// r*wg, agreement over all items, −3 to 1; `None` for a single respondent.
    pub agreement: Option<f64>,
}

/// Comparison of Sales and Marketing.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Sales.
    pub sales: Group,
    /// Marketing.
    pub marketing: Group,
    /// Other and unstated sides.
    pub other: Group,
    /// All respondents.
    pub all: Group,
    /// Cliff's delta of the scores, positive if Sales scores higher; `None` if a side has fewer than three respondents
    /// or is below the threshold.
    pub delta: Option<f64>,
    /// Minimum numbers of respondents of a side for item figures to be shown; under a seal, not below its minimum.
    pub thresholds: Thresholds,
    /// The seal, if there is one.
    pub seal: Option<Seal>,
    /// Days of the first and last result, if known.
    pub days: Option<(Day, Day)>,
}

impl Group {
    fn of(tally: &Tally, shown: Shown) -> Self {
        let mean = tally.mean_sum().filter(|_| shown.sum).map(|mean| (mean, Level::of_mean(mean)));
        let detail = if shown.means { Detail::of(tally, shown.spreads) } else { None };
        Self { respondents: tally.respondents(), mean, detail }
    }

    /// Suppresses spreads and distribution. Whether there were any.
    fn suppress_spreads(&mut self) -> bool {
        let Some(detail) = &mut self.detail else { return false };
        detail.spreads = None;
        detail.distribution.take().is_some()
    }

    fn has_distribution(&self) -> bool {
        self.detail.as_ref().is_some_and(|detail| detail.distribution.is_some())
    }

    /// The mean score rounded to a number of decimals, but never up into the next level.
    pub fn mean_sum(&self, decimals: u8) -> Option<f64> {
        let (mean, level) = self.mean?;
        let shown = rounded(mean, decimals);
        let unit = 10_f64.powi(-i32::from(decimals));
        Some(if Level::of_mean(shown) == level { shown } else { rounded(shown - unit, decimals) })
    }

    /// The mean answer to an item, rounded for display; `None` if suppressed.
    pub fn display_mean(&self, item: ItemNumber) -> Option<f64> {
        self.detail.as_ref().map(|detail| rounded(detail.mean(item), DISPLAY_DECIMALS))
    }
}

impl Detail {
    fn of(tally: &Tally, with_spreads: bool) -> Option<Self> {
        let mut means = [0.0; ITEMS as usize];
        for item in ItemNumber::all() {
            means[item.index()] = tally.item(item).mean()?;
        }
        Some(Self {
            means,
            spreads: if with_spreads { spreads(tally) } else { None },
            distribution: with_spreads.then(|| tally.distribution()),
            agreement: tally.agreement(),
        })
    }

    /// The mean answer to an item.
    pub fn mean(&self, item: ItemNumber) -> f64 {
        self.means[item.index()]
    }

    /// The average deviation of an item, and whether it indicates agreement.
    pub fn spread(&self, item: ItemNumber) -> Option<(f64, bool)> {
        self.spreads.map(|spreads| spreads[item.index()])
    }
}

impl Comparison {
    /// Compares results. `pair_consents` lifts the thresholds if there are exactly two respondents, one per side.
    pub fn of<'a>(
        results: impl IntoIterator<Item = (Side, &'a Complete)>,
        thresholds: Thresholds,
        pair_consents: bool,
    ) -> Self {
        let tallies = tallies(results);
        let consents = pair_consents && is_pair(tallies.each_ref().map(Tally::respondents));
        let needed = if consents { Needed::NOBODY } else { Needed::of(thresholds) };
        Self::of_tallies(&tallies, needed, thresholds)
    }

    /// Compares results under a seal: counts only before it is opened; then a side below its minimum has its count
    /// only, and all respondents together have no mean score while there is one.
    pub(super) fn sealed<'a>(
        results: impl IntoIterator<Item = (Side, &'a Complete)>,
        thresholds: Thresholds,
        seal: Seal,
    ) -> Self {
        let needed = Needed::sealed(thresholds, seal);
        let comparison = Self::of_tallies(&tallies(results), needed, thresholds.at_least(seal.minimum));
        Self { seal: Some(seal), ..comparison }
    }

    fn of_tallies(tallies: &[Tally; 3], needed: Needed, thresholds: Thresholds) -> Self {
        let mut all = Tally::default();
        for tally in tallies {
            all.merge(tally);
        }
        let group = |tally| Group::of(tally, Shown::of(tally, needed));
        let [sales, marketing, other] = tallies;
        let mut comparison = Self {
            sales: group(sales),
            marketing: group(marketing),
            other: group(other),
            all: Group::of(&all, Shown::of_all(tallies, needed)),
            delta: None,
            thresholds,
            seal: None,
            days: None,
        };
        comparison.delta = comparison.both_details().and_then(|_| sales.cliffs_delta(marketing));
        comparison
    }

    /// Suppresses the item figures of each side that is suppressed in the other round, and its spreads if those are.
    /// See [`Team::rounds`](super::Team::rounds).
    pub(super) fn suppress_hidden_in(&mut self, round: &Self) {
        let sides =
            [(&mut self.sales, &round.sales), (&mut self.marketing, &round.marketing), (&mut self.other, &round.other)];
        for (own, other) in sides.into_iter().filter(|(_, other)| other.respondents > 0) {
            if other.detail.is_none() && own.detail.take().is_some() {
                self.all.detail = None;
            }
            if !other.has_distribution() && own.suppress_spreads() {
                self.all.suppress_spreads();
            }
        }
        if self.both_details().is_none() {
            self.delta = None;
        }
    }

    /// The group of a side.
    pub fn group(&self, side: Side) -> &Group {
        match side {
            Side::Sales => &self.sales,
            Side::Marketing => &self.marketing,
            Side::Other | Side::Unstated => &self.other,
        }
    }

    /// Whether a non-empty group is suppressed.
    pub fn has_suppressed_group(&self) -> bool {
        Side::STATED.iter().map(|side| self.group(*side)).any(|group| group.respondents > 0 && group.detail.is_none())
    }

    /// Whether a seal hides all figures.
    pub fn is_closed(&self) -> bool {
        self.seal.is_some_and(|seal| !seal.opened)
    }

    /// Whether a seal hides the mean score of a non-empty group.
    pub fn has_hidden_sum(&self) -> bool {
        Side::STATED.iter().map(|side| self.group(*side)).any(|group| group.respondents > 0 && group.mean.is_none())
    }

    /// Whether the spreads of a non-empty group are suppressed whose means are shown.
    pub fn has_suppressed_spreads(&self) -> bool {
        let mut groups = Side::STATED.iter().map(|side| self.group(*side));
        groups.any(|group| group.detail.is_some() && !group.has_distribution())
    }

    /// Whether there are exactly two respondents, one per side.
    pub fn is_pair(&self) -> bool {
        is_pair([self.sales.respondents, self.marketing.respondents, self.other.respondents])
    }

    /// The item figures of both sides, if neither is suppressed.
    pub fn both_details(&self) -> Option<(&Detail, &Detail)> {
        Some((self.sales.detail.as_ref()?, self.marketing.detail.as_ref()?))
    }

    /// The gap of an item, mean of Sales − mean of Marketing, both rounded for display: −4 to 4.
    pub fn gap(&self, item: ItemNumber) -> Option<f64> {
        self.gap_rounded(item, DISPLAY_DECIMALS)
    }

    /// The gap of an item from means rounded to a number of decimals.
    pub fn gap_rounded(&self, item: ItemNumber, decimals: u8) -> Option<f64> {
        self.both_details().map(|(sales, marketing)| difference(sales.mean(item), marketing.mean(item), decimals))
    }

    /// The gap of an item from unrounded means.
    pub fn exact_gap(&self, item: ItemNumber) -> Option<f64> {
        self.both_details().map(|(sales, marketing)| sales.mean(item) - marketing.mean(item))
    }

    /// The gap of the mean scores, both rounded for display: −80 to 80.
    pub fn sum_gap(&self) -> Option<f64> {
        Some(difference(
            self.sales.mean_sum(DISPLAY_DECIMALS)?,
            self.marketing.mean_sum(DISPLAY_DECIMALS)?,
            DISPLAY_DECIMALS,
        ))
    }

    /// The mean absolute gap of all items: 0 to 4.
    pub fn mean_gap(&self) -> Option<f64> {
        let gaps: Option<Vec<f64>> = ItemNumber::all().map(|item| self.gap(item).map(f64::abs)).collect();
        gaps.map(|gaps| gaps.iter().sum::<f64>() / f64::from(ITEMS))
    }
}

/// Frequencies of Sales, Marketing and the others.
fn tallies<'a>(results: impl IntoIterator<Item = (Side, &'a Complete)>) -> [Tally; 3] {
    let mut tallies = [Tally::default(), Tally::default(), Tally::default()];
    for (side, answers) in results {
        let group = match side {
            Side::Sales => 0,
            Side::Marketing => 1,
            Side::Other | Side::Unstated => 2,
        };
        tallies[group].add(answers);
    }
    tallies
}

/// The average deviation of each item, and whether it indicates agreement; `None` for a single respondent.
fn spreads(tally: &Tally) -> Option<[(f64, bool); ITEMS as usize]> {
    let mut spreads = [(0.0, true); ITEMS as usize];
    for item in ItemNumber::all() {
        let counts = tally.item(item);
        spreads[item.index()] = (counts.average_deviation()?, counts.is_agreement());
    }
    Some(spreads)
}

fn is_pair(respondents: [u32; 3]) -> bool {
    respondents == [1, 1, 0]
}

#[cfg(test)]
pub(crate) mod tests;
