//! Frequencies of answers. All figures are computed from integer counts with one division each, so the order of the
//! results does not matter.

use crate::answers::{Complete, ITEMS, ItemNumber};
use crate::score::Score;

/// Frequencies of the five answers to one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; 5]);

/// Frequencies of the answers and scores of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    respondents: u32,
    items: [Counts; ITEMS as usize],
    /// Number of respondents per score, from 20 to 100.
    sums: [u32; 81],
}

impl Default for Tally {
    fn default() -> Self {
        Self { respondents: 0, items: [Counts::default(); ITEMS as usize], sums: [0; 81] }
    }
}

impl Counts {
    fn add(&mut self, value: u8) {
        self.0[usize::from(value) - 1] += 1;
    }

    fn frequencies(&self) -> impl Iterator<Item = (i64, i64)> {
        (1..).zip(self.0.iter().copied().map(i64::from))
    }

    /// Number of answers.
    pub fn respondents(&self) -> i64 {
        self.frequencies().map(|(_, count)| count).sum()
    }

    fn sum(&self) -> i64 {
        self.frequencies().map(|(value, count)| value * count).sum()
    }

    /// Mean, 1 to 5; `None` without answers.
    pub fn mean(&self) -> Option<f64> {
        ratio(self.sum(), self.respondents())
    }

    /// Sample variance s² (n − 1), 0 to 8; `None` for fewer than two answers.
    pub fn variance(&self) -> Option<f64> {
        let (n, sum) = (self.respondents(), self.sum());
        let squares: i64 = self.frequencies().map(|(value, count)| value * value * count).sum();
        ratio(n * squares - sum * sum, n * (n - 1))
    }

    /// Average deviation from the mean, AD = mean |x − mean(x)|, 0 to 2; `None` for fewer than two answers.
    pub fn average_deviation(&self) -> Option<f64> {
        let n = self.respondents();
        if n < 2 { None } else { ratio(self.scaled_deviation(), n * n) }
    }

    /// n² · AD, an integer.
    fn scaled_deviation(&self) -> i64 {
        let (n, sum) = (self.respondents(), self.sum());
        self.frequencies().map(|(value, count)| (n * value - sum).abs() * count).sum()
    }

    /// Whether AD ≤ 5/6, the criterion for agreement on five options (A/6; Burke & Dunlap 2002), in integer
    /// arithmetic.
    pub fn is_agreement(&self) -> bool {
        let n = self.respondents();
        6 * self.scaled_deviation() <= 5 * n * n
    }
}

impl Tally {
    /// Adds one respondent.
    pub fn add(&mut self, answers: &Complete) {
        self.respondents += 1;
        for item in ItemNumber::all() {
            self.items[item.index()].add(answers.get(item).value());
        }
        let above = Score::of(answers).points() - Score::MIN.points();
        self.sums[usize::from(above)] += 1;
    }

    /// Adds the respondents of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.respondents += other.respondents;
        for (own, other) in self.items.iter_mut().zip(&other.items) {
            for (own, other) in own.0.iter_mut().zip(other.0) {
                *own += other;
            }
        }
        for (own, other) in self.sums.iter_mut().zip(other.sums) {
            *own += other;
        }
    }

    /// Number of respondents.
    pub fn respondents(&self) -> u32 {
        self.respondents
    }

    /// Frequencies of an item.
    pub fn item(&self, item: ItemNumber) -> &Counts {
        &self.items[item.index()]
    }

    /// Frequencies of the answers 1 to 5 to each item.
    pub fn distribution(&self) -> [[u32; 5]; ITEMS as usize] {
        self.items.map(|counts| counts.0)
    }

    fn frequencies(&self) -> impl Iterator<Item = (i64, i64)> {
        (i64::from(Score::MIN.points())..).zip(self.sums.iter().copied().map(i64::from))
    }

    /// Mean score, 20 to 100; `None` without respondents.
    pub fn mean_sum(&self) -> Option<f64> {
        let total: i64 = self.frequencies().map(|(sum, count)| sum * count).sum();
        ratio(total, i64::from(self.respondents))
    }

    /// Agreement over all items, r*wg(J) = 1 − mean(s²) / 2, where 2 is the variance of uniform answers on five
    /// options (Lindell & Brandt 1999): −3 to 1, negative if there is less agreement than by chance. `None` for fewer
    /// than two respondents.
    pub fn agreement(&self) -> Option<f64> {
        let variances: Option<Vec<f64>> = self.items.iter().map(Counts::variance).collect();
        Some(1.0 - variances?.iter().sum::<f64>() / f64::from(ITEMS) / 2.0)
    }

    /// Cliff's delta of the scores, (#(x > y) − #(x < y)) / (n₁ n₂): −1 to 1, positive if this group scores higher.
    /// `None` if a group has fewer than three respondents.
    pub fn cliffs_delta(&self, other: &Self) -> Option<f64> {
        if self.respondents.min(other.respondents) < 3 {
            return None;
        }
        let pairs = self
            .frequencies()
            .flat_map(|(x, count)| other.frequencies().map(move |(y, times)| (x - y).signum() * count * times));
        ratio(pairs.sum(), i64::from(self.respondents) * i64::from(other.respondents))
    }
}

/// Divides integers; `None` if the divisor is not positive. For up to 20,000 respondents all values are below 2⁵³ and
/// exact.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn ratio(number: i64, by: i64) -> Option<f64> {
    (by > 0).then(|| number as f64 / by as f64)
}

#[cfg(test)]
pub(crate) mod tests;
