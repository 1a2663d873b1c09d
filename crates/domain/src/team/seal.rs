//! The seal of a gathering: nothing of the results is shown before it is opened.

use serde::{Deserialize, Serialize};

/// The seal of a team. It hides all figures until it is opened; then, for good, those of each side below its minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Minimum number of respondents of a side for any of its figures to be shown: 2 to 10. Never changed.
    pub minimum: u32,
    /// Whether figures are shown. No result is added, removed or changed from then on.
    pub opened: bool,
}

impl Seal {
    /// Least and highest minimum. With one respondent the mean sum is that respondent's.
    pub const LIMITS: (u32, u32) = (2, 10);

    /// A closed seal; the minimum is clamped to 2 to 10.
    pub fn new(minimum: u32) -> Self {
        Self { minimum, opened: false }.clamped()
    }

    /// The same with a minimum of 2 to 10, for stored seals.
    pub(super) fn clamped(self) -> Self {
        let (least, most) = Self::LIMITS;
        Self { minimum: self.minimum.clamp(least, most), ..self }
    }
}

#[cfg(test)]
mod tests;
