//! Score and level.
//!
//! Source of the sum, the four levels and their bounds: Kotler, Rackham, Krishnaswamy (2006), *Ending the War Between
//! Sales and Marketing*, Harvard Business Review 84(7/8), 68–78. The instrument has no published norms, reliability or
//! factor structure.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, Answers, Complete, ITEMS};

/// The sum of the twenty answers: 20 to 100 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Score(u8);

impl Score {
    /// 20: every answer is 1.
    pub const MIN: Self = Self(ITEMS);
    /// 100: every answer is 5.
    pub const MAX: Self = Self(ITEMS * Answer::MAX.value());

    /// A score of a number of points, if they are 20 to 100.
    pub const fn new(points: u8) -> Option<Self> {
        if points >= Self::MIN.0 && points <= Self::MAX.0 { Some(Self(points)) } else { None }
    }

    /// The sum of twenty answers.
    pub fn of(answers: &Complete) -> Self {
        Self(answers.values().map(Answer::value).sum())
    }

    /// The number of points, 20 to 100.
    pub const fn points(self) -> u8 {
        self.0
    }

    /// The level of the score.
    pub fn level(self) -> Level {
        Level::of_points(self.0)
    }

    /// The next level and the points missing to it, 1 to 20; `None` on the highest level.
    pub fn to_next(self) -> Option<(Level, u8)> {
        let next = self.level().next()?;
        Some((next, next.min_points() - self.0))
    }
}

/// The relationship between Sales and Marketing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 20–39 points: the two functions developed separately.
    Undefined,
    /// 40–59 points: rules and boundaries.
    Defined,
    /// 60–79 points: clear but flexible boundaries.
    Aligned,
    /// 80–100 points: boundaries blur.
    Integrated,
}

impl Level {
    /// All levels in ascending order.
    pub const ALL: [Self; 4] = [Self::Undefined, Self::Defined, Self::Aligned, Self::Integrated];

    /// Name in files and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Undefined => "undefined",
            Self::Defined => "defined",
            Self::Aligned => "aligned",
            Self::Integrated => "integrated",
        }
    }

    /// Lowest score of the level.
    pub const fn min_points(self) -> u8 {
        match self {
            Self::Undefined => 20,
            Self::Defined => 40,
            Self::Aligned => 60,
            Self::Integrated => 80,
        }
    }

    /// The level of a number of points: the highest whose [`min_points`](Self::min_points) it reaches.
    pub fn of_points(points: u8) -> Self {
        Self::ALL.into_iter().rev().find(|level| points >= level.min_points()).unwrap_or(Self::Undefined)
    }

    /// The level of a mean score: the highest whose [`min_points`](Self::min_points) it reaches. 59.9 is below 60.
    pub fn of_mean(mean: f64) -> Self {
        Self::ALL.into_iter().rev().find(|level| mean >= f64::from(level.min_points())).unwrap_or(Self::Undefined)
    }

    /// Highest score of the level.
    pub fn max_points(self) -> u8 {
        self.next().map_or(Score::MAX.0, |next| next.min_points() - 1)
    }

    /// The next higher level.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Undefined => Some(Self::Defined),
            Self::Defined => Some(Self::Aligned),
            Self::Aligned => Some(Self::Integrated),
            Self::Integrated => None,
        }
    }
}

/// The scores that an incomplete run can still reach: from s + m to s + 5m for a sum *s* and *m* missing answers.
///
/// Missing answers are not imputed, because that would be biased.
pub fn possible_range(answers: &Answers) -> RangeInclusive<Score> {
    let sum: u8 = answers.given().map(Answer::value).sum();
    let missing = answers.missing();
    Score(sum + missing)..=Score(sum + missing * Answer::MAX.value())
}

/// The levels that a range of scores touches, in ascending order.
pub fn levels_in(range: &RangeInclusive<Score>) -> impl Iterator<Item = Level> {
    let (lowest, highest) = (range.start().level(), range.end().level());
    Level::ALL.into_iter().filter(move |level| (lowest..=highest).contains(level))
}

#[cfg(test)]
mod tests;
