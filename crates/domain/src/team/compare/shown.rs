//! Which figures of a group are shown.

use super::super::tally::Tally;
use super::{SPREAD_THRESHOLD, THRESHOLD, THRESHOLD_LIMITS};

/// From how many respondents of a side figures of single items are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// For means, r*wg and Cliff's delta.
    pub means: u32,
    /// For spreads and distributions; at least as many as for means.
    pub spreads: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { means: THRESHOLD, spreads: SPREAD_THRESHOLD }
    }
}

impl Thresholds {
    /// Both thresholds, clamped to 1 to 10; that of the spreads is raised to that of the means.
    pub fn new(means: u32, spreads: u32) -> Self {
        let (least, most) = THRESHOLD_LIMITS;
        let means = means.clamp(least, most);
        Self { means, spreads: spreads.clamp(means, most) }
    }
}

/// From how many respondents of a side each kind of figure is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needed {
    means: u32,
    spreads: u32,
}

impl Needed {
    /// All figures, because everybody agrees.
    pub const NOBODY: Self = Self { means: 0, spreads: 0 };

    pub const fn of(thresholds: Thresholds) -> Self {
        Self { means: thresholds.means, spreads: thresholds.spreads }
    }
}

/// Which figures of a group are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub means: bool,
    pub spreads: bool,
}

impl Shown {
    pub fn of(tally: &Tally, needed: Needed) -> Self {
        let reached = |needed: u32| tally.respondents() >= needed;
        let means = reached(needed.means);
        Self { means, spreads: means && reached(needed.spreads) }
    }

    /// The figures that are shown of every group that is not empty. Of all respondents together, others would reveal
    /// those of the one group by subtraction.
    pub fn of_all(tallies: &[Tally], needed: Needed) -> Self {
        let groups = tallies.iter().filter(|tally| tally.respondents() > 0).map(|tally| Self::of(tally, needed));
        groups.fold(Self { means: true, spreads: true }, |all, group| Self {
            means: all.means && group.means,
            spreads: all.spreads && group.spreads,
        })
    }
}
