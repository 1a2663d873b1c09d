//! How many respondents gave which answer. All figures are worked out from these counts alone, so the order of the results
//! cannot matter, and whole numbers are divided once.

use crate::answers::{Complete, ITEMS, ItemNumber};
use crate::score::Score;

/// How many respondents gave each of the five answers to one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; 5]);

/// The answers of a group, counted: for each item, and for the sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    respondents: u32,
    items: [Counts; ITEMS as usize],
    /// How many respondents have each sum, from 20 to 100.
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

    /// How many answers there are.
    pub fn respondents(&self) -> i64 {
        self.frequencies().map(|(_, count)| count).sum()
    }

    fn sum(&self) -> i64 {
        self.frequencies().map(|(value, count)| value * count).sum()
    }

    /// The mean answer, 1 to 5. None where nobody answered.
    pub fn mean(&self) -> Option<f64> {
        ratio(self.sum(), self.respondents())
    }

    /// The sample variance s², with n − 1: 0 to 8. None for fewer than two answers.
    pub fn variance(&self) -> Option<f64> {
        let (n, sum) = (self.respondents(), self.sum());
        let squares: i64 = self.frequencies().map(|(value, count)| value * value * count).sum();
        ratio(n * squares - sum * sum, n * (n - 1))
    }

    /// The average deviation from the mean, AD = mean |x − mean(x)|: 0 to 2. None for fewer than two answers.
    pub fn average_deviation(&self) -> Option<f64> {
        let n = self.respondents();
        if n < 2 { None } else { ratio(self.scaled_deviation(), n * n) }
    }

    /// n² times AD, as a whole number.
    fn scaled_deviation(&self) -> i64 {
        let (n, sum) = (self.respondents(), self.sum());
        self.frequencies().map(|(value, count)| (n * value - sum).abs() * count).sum()
    }

    /// Whether AD ≤ 5/6: agreement on five options, by Burke & Dunlap 2002 (A/6). Exact, without rounding.
    pub fn is_agreement(&self) -> bool {
        let n = self.respondents();
        6 * self.scaled_deviation() <= 5 * n * n
    }
}

impl Tally {
    /// Counts one respondent's answers.
    pub fn add(&mut self, answers: &Complete) {
        self.respondents += 1;
        for item in ItemNumber::all() {
            self.items[item.index()].add(answers.get(item).value());
        }
        let above = Score::of(answers).points() - Score::MIN.points();
        self.sums[usize::from(above)] += 1;
    }

    /// Adds the answers of another group to these.
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

    /// How many respondents there are.
    pub fn respondents(&self) -> u32 {
        self.respondents
    }

    /// The answers to an item.
    pub fn item(&self, item: ItemNumber) -> &Counts {
        &self.items[item.index()]
    }

    fn frequencies(&self) -> impl Iterator<Item = (i64, i64)> {
        (i64::from(Score::MIN.points())..).zip(self.sums.iter().copied().map(i64::from))
    }

    /// The mean sum, 20 to 100. None where nobody answered.
    pub fn mean_sum(&self) -> Option<f64> {
        let total: i64 = self.frequencies().map(|(sum, count)| sum * count).sum();
        ratio(total, i64::from(self.respondents))
    }

    /// Agreement over the whole instrument, r*wg(J) = 1 − mean(s²) / 2, where 2 is the variance of a uniform answer on five
    /// options (Lindell & Brandt 1999): −3 to 1, negative where people differ more than by chance. None for fewer than two.
    pub fn agreement(&self) -> Option<f64> {
        let variances: Option<Vec<f64>> = self.items.iter().map(Counts::variance).collect();
        Some(1.0 - variances?.iter().sum::<f64>() / f64::from(ITEMS) / 2.0)
    }

    /// Cliff's delta of the sums, (#(x > y) − #(x < y)) ÷ (n₁ n₂): −1 to 1, positive where this group's sums are higher. None
    /// for fewer than three in one of the groups.
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

/// Whole numbers, divided. Up to 20,000 respondents the numbers are exact as floats: below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn ratio(number: i64, by: i64) -> Option<f64> {
    (by > 0).then(|| number as f64 / by as f64)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::answers::{Answer, Answers};
    use proptest::prelude::*;

    fn counts(values: &[u8]) -> Counts {
        let mut counts = Counts::default();
        for value in values {
            counts.add(*value);
        }
        counts
    }

    pub(crate) fn complete(values: [u8; 20]) -> Complete {
        let mut answers = Answers::default();
        for (item, value) in ItemNumber::all().zip(values) {
            answers.set(item, Answer::new(value).expect("1–5"));
        }
        answers.complete().expect("20 answers")
    }

    fn close(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 1e-9)
    }

    #[test]
    fn the_check_values() {
        for (values, variance, deviation) in [
            (&[4, 4, 5, 3][..], 2.0 / 3.0, 0.5),
            (&[1, 5], 8.0, 2.0),
            (&[3, 3, 3, 3], 0.0, 0.0),
            (&[2, 3, 4, 4, 5], 1.3, 0.88),
            (&[5, 5, 5, 4], 0.25, 0.375),
        ] {
            let counts = counts(values);
            assert!(close(counts.variance(), variance), "{values:?}: {:?}", counts.variance());
            assert!(close(counts.average_deviation(), deviation), "{values:?}: {:?}", counts.average_deviation());
        }
        assert_eq!((counts(&[]).mean(), counts(&[4]).variance(), counts(&[4]).average_deviation()), (None, None, None));
    }

    #[test]
    fn five_sixths_is_still_agreement() {
        for (values, agree) in [
            // AD = 5/6 without a remainder.
            (&[1, 1, 1, 1, 1, 4][..], true),
            (&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 5], true),
            // 1/2, 1, and 35/36.
            (&[2, 3, 3, 4], true),
            (&[2, 2, 4, 4], false),
            (&[1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3], false),
        ] {
            assert_eq!(counts(values).is_agreement(), agree, "{values:?}");
        }
    }

    #[test]
    fn delta_compares_the_sums_of_two_groups() {
        let group = |values: &[u8]| {
            let mut tally = Tally::default();
            for value in values {
                tally.add(&complete([*value; 20]));
            }
            tally
        };
        let (one, other) = (group(&[4, 4, 5, 3]), group(&[2, 3, 3, 2]));
        assert!(close(one.cliffs_delta(&other), 0.875));
        assert!(close(other.cliffs_delta(&one), -0.875));
        assert_eq!(one.cliffs_delta(&group(&[1, 1])), None);
        assert!(close(group(&[1, 5]).agreement(), -3.0));
        assert!(close(group(&[3, 3]).agreement(), 1.0));
        assert_eq!(group(&[3]).agreement(), None);
    }

    proptest! {
        #[test]
        fn means_lie_between_the_least_and_the_most(values in proptest::collection::vec(1u8..=5, 1..60)) {
            let counts = counts(&values);
            let mean = counts.mean().expect("a mean");
            let least = f64::from(*values.iter().min().expect("one"));
            let most = f64::from(*values.iter().max().expect("one"));
            prop_assert!(least <= mean && mean <= most);
            if values.len() > 1 {
                prop_assert!((0.0..=2.0).contains(&counts.average_deviation().expect("two")));
                prop_assert!((0.0..=8.0).contains(&counts.variance().expect("two")));
                prop_assert_eq!(counts.is_agreement(), counts.average_deviation().expect("two") <= 5.0 / 6.0 + 1e-12);
            }
        }

        #[test]
        fn two_groups_together_are_one(
            one in proptest::collection::vec(proptest::array::uniform20(1u8..=5), 0..12),
            other in proptest::collection::vec(proptest::array::uniform20(1u8..=5), 0..12),
        ) {
            let tally = |rows: &[[u8; 20]]| {
                let mut tally = Tally::default();
                for row in rows {
                    tally.add(&complete(*row));
                }
                tally
            };
            let mut merged = tally(&one);
            merged.merge(&tally(&other));
            let both: Vec<_> = other.iter().chain(&one).copied().collect();
            prop_assert_eq!(merged, tally(&both));
        }
    }
}
