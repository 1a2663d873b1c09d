//! What has changed between two results.

use super::answers::{Answer, ItemNumber};
use super::instrument::Theme;
use super::record::Record;

/// The differences of a later result to an earlier one. A positive number is a rise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Difference of the sums: −80 to 80.
    pub points: i16,
    /// Difference of the levels: −3 to 3.
    pub levels: i8,
    /// Differences of the sums of the themes, −16 to 16, in display order.
    pub themes: [(Theme, i8); 5],
    /// The items whose answers differ, with the earlier and the later answer: the largest change first, falls before
    /// rises of the same size, then in the order of the items.
    pub items: Vec<(ItemNumber, Answer, Answer)>,
}

impl Change {
    /// The change from `before` to `now`; `None` if they are answers to different wordings.
    pub fn between(before: &Record, now: &Record) -> Option<Self> {
        if before.instrument != now.instrument {
            return None;
        }
        let (score, earlier) = (now.score(), before.score());
        let mut themes = Theme::ALL.map(|theme| (theme, 0));
        for ((change, now), before) in themes.iter_mut().zip(now.themes()).zip(before.themes()) {
            change.1 = difference(before.1, now.1);
        }
        Some(Self {
            points: i16::from(score.points()) - i16::from(earlier.points()),
            levels: difference(earlier.level() as u8, score.level() as u8),
            themes,
            items: changed_items(before, now),
        })
    }

    /// Whether all answers are the same.
    pub fn is_none(&self) -> bool {
        self.items.is_empty()
    }
}

/// See [`Change::items`].
fn changed_items(before: &Record, now: &Record) -> Vec<(ItemNumber, Answer, Answer)> {
    let pairs = || ItemNumber::all().map(|item| (item, before.answers.get(item), now.answers.get(item)));
    let differences = (1..Answer::MAX.value().cast_signed()).rev().flat_map(|size| [-size, size]);
    differences
        .flat_map(|wanted| pairs().filter(move |(_, before, now)| difference(before.value(), now.value()) == wanted))
        .collect()
}

/// The difference of two figures below 128.
fn difference(before: u8, now: u8) -> i8 {
    now.cast_signed() - before.cast_signed()
}

#[cfg(test)]
mod tests;
