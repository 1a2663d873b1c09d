//! Which figures of a group are shown.

use super::super::seal::Seal;
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

    /// Both thresholds raised to a number of respondents.
    #[must_use]
    pub fn at_least(self, respondents: u32) -> Self {
        Self { means: self.means.max(respondents), spreads: self.spreads.max(respondents) }
    }
}

/// From how many respondents of a side each kind of figure is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needed {
    sums: u32,
    means: u32,
    spreads: u32,
}

impl Needed {
    /// All figures, because everybody agrees.
    pub const NOBODY: Self = Self { sums: 0, means: 0, spreads: 0 };
    /// No figures.
    const EVERYBODY: Self = Self { sums: u32::MAX, means: u32::MAX, spreads: u32::MAX };

    pub const fn of(thresholds: Thresholds) -> Self {
        Self { sums: 0, means: thresholds.means, spreads: thresholds.spreads }
    }

    /// Those under a seal: nothing before it is opened, then the sum too from its minimum on.
    pub fn sealed(thresholds: Thresholds, seal: Seal) -> Self {
        let opened = Self { sums: seal.minimum, ..Self::of(thresholds.at_least(seal.minimum)) };
        if seal.opened { opened } else { Self::EVERYBODY }
    }
}

/// Which figures of a group are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub sum: bool,
    pub means: bool,
    pub spreads: bool,
}

impl Shown {
    pub fn of(tally: &Tally, needed: Needed) -> Self {
        let reached = |needed: u32| tally.respondents() >= needed;
        let means = reached(needed.means);
        Self { sum: reached(needed.sums), means, spreads: means && reached(needed.spreads) }
    }

    /// The figures that are shown of every group that is not empty. Of all respondents together, others would reveal
    /// those of the one group by subtraction.
    pub fn of_all(tallies: &[Tally], needed: Needed) -> Self {
        let groups = tallies.iter().filter(|tally| tally.respondents() > 0).map(|tally| Self::of(tally, needed));
        groups.fold(Self { sum: true, means: true, spreads: true }, |all, group| Self {
            sum: all.sum && group.sum,
            means: all.means && group.means,
            spreads: all.spreads && group.spreads,
        })
    }
}
