//! Means of the themes. Themes are a reading aid, not a scale (docs/team.md).

use super::{Comparison, DISPLAY_DECIMALS, Detail, Group};
use crate::answers::ItemNumber;
use crate::instrument::{self, Theme};
use crate::rounding::{difference, rounded};

/// Number of items of a theme.
const ITEMS_OF_A_THEME: f64 = 4.0;

impl Detail {
    /// The mean of the four item means of a theme, not rounded: 1 to 5.
    pub fn theme_mean(&self, theme: Theme) -> f64 {
        items_of(theme).map(|item| self.mean(item)).sum::<f64>() / ITEMS_OF_A_THEME
    }
}

impl Group {
    /// The mean of a theme for display, 1 to 5: that of its four item means as they are displayed, so that it follows
    /// from the figures beside it; `None` if suppressed.
    pub fn display_theme_mean(&self, theme: Theme) -> Option<f64> {
        let means: Option<Vec<f64>> = items_of(theme).map(|item| self.display_mean(item)).collect();
        means.map(|means| rounded(means.iter().sum::<f64>() / ITEMS_OF_A_THEME, DISPLAY_DECIMALS))
    }
}

impl Comparison {
    /// The gap of a theme, mean of Sales − mean of Marketing, both as displayed: −4 to 4.
    pub fn theme_gap(&self, theme: Theme) -> Option<f64> {
        let (sales, marketing) = (self.sales.display_theme_mean(theme)?, self.marketing.display_theme_mean(theme)?);
        Some(difference(sales, marketing, DISPLAY_DECIMALS))
    }
}

/// The theme of an item.
pub(super) fn theme(item: ItemNumber) -> Theme {
    instrument::polish_statements().item(item).theme
}

fn items_of(of: Theme) -> impl Iterator<Item = ItemNumber> {
    ItemNumber::all().filter(move |item| theme(*item) == of)
}
