//! Orders of the items, and the items to discuss.

use super::themes::theme;
use super::{Comparison, DISPLAY_DECIMALS, WIDE_GAP};
use crate::Side;
use crate::answers::ItemNumber;
use crate::rounding::rounded;

/// Minimum gap in the list of gaps. Our choice: less is not worth a discussion.
const MIN_LISTED_GAP: f64 = 0.5;
/// Weaknesses and strengths are shared if the gap is below this.
const SHARED_GAP: f64 = 1.0;
/// Maximum mean of a shared weakness and minimum mean of a shared strength.
const WEAKNESS_MAX: f64 = 2.5;
const STRENGTH_MIN: f64 = 3.5;
/// Maximum length of a list of items.
const MAX_LISTED: usize = 5;

/// Order of the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Widest gap first.
    #[default]
    Gap,
    /// Lowest midpoint first.
    Mean,
    /// Item number.
    Number,
    /// By theme.
    Theme,
}

impl Order {
    /// All orders in display order.
    pub const ALL: [Self; 4] = [Self::Gap, Self::Mean, Self::Number, Self::Theme];

    /// Name in the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Mean => "mean",
            Self::Number => "number",
            Self::Theme => "theme",
        }
    }
}

/// Items to discuss. Each list has at most five items per side and may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Gaps of 0.5 or more, widest first.
    pub gaps: Vec<ItemNumber>,
    /// Both means at most 2.5 and the gap below 1, lowest midpoint first.
    pub weaknesses: Vec<ItemNumber>,
    /// Both means at least 3.5 and the gap below 1, highest midpoint first.
    pub strengths: Vec<ItemNumber>,
    /// Disagreement within a side, Sales first, then by decreasing spread.
    pub divided: Vec<(Side, ItemNumber)>,
}

impl Comparison {
    /// Items with a gap of [`WIDE_GAP`] or more, widest first.
    pub fn wide_gaps(&self) -> Vec<ItemNumber> {
        let far = |item: &ItemNumber| self.gap(*item).is_some_and(|gap| gap.abs() >= WIDE_GAP);
        self.ordered(Order::Gap).into_iter().filter(far).collect()
    }

    /// The midpoint of the displayed means of both sides, 1 to 5; the mean of one side if the other is suppressed; 0
    /// if both are.
    pub fn midpoint(&self, item: ItemNumber) -> f64 {
        let means: Vec<f64> =
            [&self.sales, &self.marketing].iter().filter_map(|group| group.display_mean(item)).collect();
        rounded(means.iter().sum::<f64>() / if means.len() == 2 { 2.0 } else { 1.0 }, DISPLAY_DECIMALS)
    }

    /// All items in an order; ties by item number.
    pub fn ordered(&self, order: Order) -> Vec<ItemNumber> {
        let key = |item: ItemNumber| match order {
            Order::Gap => -self.gap(item).map_or(0.0, f64::abs),
            Order::Mean => self.midpoint(item),
            Order::Number => f64::from(item.number()),
            Order::Theme => f64::from(theme(item) as u8),
        };
        ascending(ItemNumber::all().map(|item| (key(item), item)).collect())
    }

    /// Items to discuss.
    pub fn findings(&self) -> Findings {
        let by_mean = self.ordered(Order::Mean);
        let same = |item: &ItemNumber| self.gap(*item).is_some_and(|gap| gap.abs() < SHARED_GAP);
        let both = |item: ItemNumber, test: fn(f64) -> bool| {
            let means = self.sales.display_mean(item).zip(self.marketing.display_mean(item));
            means.is_some_and(|(sales, marketing)| test(sales) && test(marketing))
        };
        let weak = by_mean.iter().copied().filter(|item| same(item) && both(*item, |mean| mean <= WEAKNESS_MAX));
        let strong =
            by_mean.iter().rev().copied().filter(|item| same(item) && both(*item, |mean| mean >= STRENGTH_MIN));
        let wide = |item: &ItemNumber| self.gap(*item).is_some_and(|gap| gap.abs() >= MIN_LISTED_GAP);
        Findings {
            gaps: self.ordered(Order::Gap).into_iter().filter(wide).take(MAX_LISTED).collect(),
            weaknesses: weak.take(MAX_LISTED).collect(),
            strengths: strong.take(MAX_LISTED).collect(),
            divided: self.divided(),
        }
    }

    fn divided(&self) -> Vec<(Side, ItemNumber)> {
        let of = |side: Side| {
            let spread = |item: ItemNumber| self.group(side).detail.as_ref()?.spread(item).filter(|(_, agree)| !agree);
            let found = ItemNumber::all().filter_map(|item| Some((-spread(item)?.0, item))).collect();
            ascending(found).into_iter().take(MAX_LISTED).map(move |item| (side, item))
        };
        of(Side::Sales).chain(of(Side::Marketing)).collect()
    }
}

/// Items by ascending key; the sort is stable. Shared by all callers, because each instance of a sort adds to the size
/// of the program.
pub fn ascending(mut keyed: Vec<(f64, ItemNumber)>) -> Vec<ItemNumber> {
    keyed.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    keyed.into_iter().map(|(_, item)| item).collect()
}
