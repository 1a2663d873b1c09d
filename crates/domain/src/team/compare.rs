//! What is shown of several results: everything that a view, a report or a spreadsheet may say, and no more.
//!
//! A group below the threshold gives its number, its mean sum and its level. No figure of a single statement is in here
//! for it, and none for everybody together as long as one such group is among them: taking the others away would show it.
//! So nothing that is drawn from a [`Comparison`] depends on the answers of such a group but through their sums.

use super::tally::Tally;
use crate::Side;
use crate::answers::{Complete, ITEMS, ItemNumber};
use crate::instrument::{self, Theme};
use crate::rounding::{difference, rounded};
use crate::score::Level;
use crate::timestamp::Day;

/// How many respondents a side needs before its statements are shown, unless chosen otherwise.
pub const THRESHOLD: u32 = 3;
/// The least and the most that can be chosen.
pub const THRESHOLD_LIMITS: (u32, u32) = (1, 10);
/// From here on two single answers, or two means, are far apart.
pub const WIDE_GAP: f64 = 2.0;
/// A smaller gap is no question worth a meeting.
const MIN_LISTED_GAP: f64 = 0.5;
/// Below that gap two sides say the same.
const SHARED_GAP: f64 = 1.0;
/// The highest mean of a weakness and the lowest of a strength.
const WEAKNESS_MAX: f64 = 2.5;
const STRENGTH_MIN: f64 = 3.5;
/// The longest list of statements.
const MAX_LISTED: usize = 5;
/// The decimals of means and sums on a screen and on paper. Gaps are those of the means as they are shown there, and so is all that follows
/// from a gap: its place among the others, its direction, the findings.
pub const DISPLAY_DECIMALS: u8 = 1;
/// The decimals in a file.
pub const FILE_DECIMALS: u8 = 4;
/// How many gaps become questions.
pub const QUESTIONS: usize = 3;

/// A group of respondents.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// How many they are.
    pub respondents: u32,
    /// Their mean sum, 20 to 100, and its level.
    pub mean: Option<(f64, Level)>,
    /// What they say of single statements; none below the threshold.
    pub detail: Option<Detail>,
}

/// The statements as a group sees them, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// The mean answers, 1 to 5.
    pub means: [f64; ITEMS as usize],
    /// The average deviations AD, 0 to 2, and whether that is agreement; none for a single respondent.
    pub spreads: Option<[(f64, bool); ITEMS as usize]>,
    /// Agreement over the whole instrument, r*wg: −3 to 1; none for a single respondent.
    pub agreement: Option<f64>,
}

/// The two sides, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Sales.
    pub sales: Group,
    /// Marketing.
    pub marketing: Group,
    /// Everybody who belongs to neither, or did not say.
    pub other: Group,
    /// All of them.
    pub all: Group,
    /// Cliff's delta of the sums, positive where those of Sales are higher; none below three a side or the threshold.
    pub delta: Option<f64>,
    /// The respondents that a side needs before its statements are shown.
    pub threshold: u32,
    /// The days on which the first and the last of them answered, where that is known.
    pub days: Option<(Day, Day)>,
}

/// In which order the statements stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The widest gap first.
    #[default]
    Gap,
    /// The lowest mean of the two sides first.
    Mean,
    /// As they were asked.
    Number,
    /// By theme.
    Theme,
}

impl Order {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Gap, Self::Mean, Self::Number, Self::Theme];

    /// Its name in the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Mean => "mean",
            Self::Number => "number",
            Self::Theme => "theme",
        }
    }
}

/// Four lists that lead to talk. Each is short, and may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The widest gaps: at least half a step.
    pub gaps: Vec<ItemNumber>,
    /// Low on both sides, and less than a step apart.
    pub weaknesses: Vec<ItemNumber>,
    /// High on both sides, and less than a step apart.
    pub strengths: Vec<ItemNumber>,
    /// Where a side disagrees within itself, side by side, the widest spread first.
    pub divided: Vec<(Side, ItemNumber)>,
}

impl Group {
    fn of(tally: &Tally, shown: bool) -> Self {
        let mean = tally.mean_sum().map(|mean| (mean, Level::of_mean(mean)));
        Self { respondents: tally.respondents(), mean, detail: shown.then(|| Detail::of(tally)).flatten() }
    }

    /// The mean sum with so many decimals, as it is shown. One just below a level is cut and not rounded into it.
    pub fn mean_sum(&self, decimals: u8) -> Option<f64> {
        let (mean, level) = self.mean?;
        let shown = rounded(mean, decimals);
        let unit = 10_f64.powi(-i32::from(decimals));
        Some(if Level::of_mean(shown) == level { shown } else { rounded(shown - unit, decimals) })
    }

    /// The mean answer to an item as it is shown, where it may be.
    pub fn display_mean(&self, item: ItemNumber) -> Option<f64> {
        self.detail.as_ref().map(|detail| rounded(detail.mean(item), DISPLAY_DECIMALS))
    }
}

impl Detail {
    fn of(tally: &Tally) -> Option<Self> {
        let mut means = [0.0; ITEMS as usize];
        for item in ItemNumber::all() {
            means[item.index()] = tally.item(item).mean()?;
        }
        let spread = |item: ItemNumber| Some((tally.item(item).average_deviation()?, tally.item(item).is_agreement()));
        let spreads: Option<Vec<_>> = ItemNumber::all().map(spread).collect();
        Some(Self { means, spreads: spreads.and_then(|spreads| spreads.try_into().ok()), agreement: tally.agreement() })
    }

    /// The mean answer to an item.
    pub fn mean(&self, item: ItemNumber) -> f64 {
        self.means[item.index()]
    }

    /// The average deviation of an item, and whether it is agreement.
    pub fn spread(&self, item: ItemNumber) -> Option<(f64, bool)> {
        self.spreads.map(|spreads| spreads[item.index()])
    }
}

impl Comparison {
    /// Compares results: who answered, and what. `pair_consents` shows the statements of two people, one a side, who both agree.
    pub fn of<'a>(
        results: impl IntoIterator<Item = (Side, &'a Complete)>,
        threshold: u32,
        pair_consents: bool,
    ) -> Self {
        let mut tallies = [Tally::default(), Tally::default(), Tally::default()];
        for (side, answers) in results {
            let group = match side {
                Side::Sales => 0,
                Side::Marketing => 1,
                Side::Other | Side::Unstated => 2,
            };
            tallies[group].add(answers);
        }
        let [sales, marketing, other] = &tallies;
        let pair = is_pair([sales, marketing, other].map(Tally::respondents));
        let needed = if pair_consents && pair { 1 } else { threshold };
        let shown = |tally: &Tally| tally.respondents() >= needed.max(1);
        let mut all = sales.clone();
        all.merge(marketing);
        all.merge(other);
        let all_shown = tallies.iter().all(|tally| tally.respondents() == 0 || shown(tally));
        let delta = (shown(sales) && shown(marketing)).then(|| sales.cliffs_delta(marketing)).flatten();
        Self {
            sales: Group::of(sales, shown(sales)),
            marketing: Group::of(marketing, shown(marketing)),
            other: Group::of(other, shown(other)),
            all: Group::of(&all, all_shown),
            delta,
            threshold,
            days: None,
        }
    }

    /// Hides the statements of each side that may not be shown in another round: one round taken from all would show them.
    pub(super) fn suppress_hidden_in(&mut self, round: &Self) {
        for (own, other) in
            [(&mut self.sales, &round.sales), (&mut self.marketing, &round.marketing), (&mut self.other, &round.other)]
        {
            if other.respondents > 0 && other.detail.is_none() && own.detail.take().is_some() {
                self.all.detail = None;
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

    /// Whether a group with anybody in it is too small to be shown.
    pub fn has_suppressed_group(&self) -> bool {
        Side::STATED.iter().map(|side| self.group(*side)).any(|group| group.respondents > 0 && group.detail.is_none())
    }

    /// Whether these are two people, one a side.
    pub fn is_pair(&self) -> bool {
        is_pair([self.sales.respondents, self.marketing.respondents, self.other.respondents])
    }

    /// The statements of both sides, where both may be shown.
    pub fn both_details(&self) -> Option<(&Detail, &Detail)> {
        Some((self.sales.detail.as_ref()?, self.marketing.detail.as_ref()?))
    }

    /// The gap of an item, the mean of Sales less that of Marketing as both are shown: −4 to 4.
    pub fn gap(&self, item: ItemNumber) -> Option<f64> {
        self.gap_rounded(item, DISPLAY_DECIMALS)
    }

    /// The same where the means have so many decimals.
    pub fn gap_rounded(&self, item: ItemNumber, decimals: u8) -> Option<f64> {
        self.both_details().map(|(sales, marketing)| difference(sales.mean(item), marketing.mean(item), decimals))
    }

    /// The same as it is, for scripts.
    pub fn exact_gap(&self, item: ItemNumber) -> Option<f64> {
        self.both_details().map(|(sales, marketing)| sales.mean(item) - marketing.mean(item))
    }

    /// The gap of the mean sums, Sales less Marketing as both are shown: −80 to 80.
    pub fn sum_gap(&self) -> Option<f64> {
        Some(difference(
            self.sales.mean_sum(DISPLAY_DECIMALS)?,
            self.marketing.mean_sum(DISPLAY_DECIMALS)?,
            DISPLAY_DECIMALS,
        ))
    }

    /// The mean of the gaps of the twenty statements, each without its sign: 0 to 4.
    pub fn mean_gap(&self) -> Option<f64> {
        let gaps: Option<Vec<f64>> = ItemNumber::all().map(|item| self.gap(item).map(f64::abs)).collect();
        gaps.map(|gaps| gaps.iter().sum::<f64>() / f64::from(ITEMS))
    }

    /// The statements on which the sides are two steps or more apart.
    pub fn wide_gaps(&self) -> Vec<ItemNumber> {
        let far = |item: &ItemNumber| self.gap(*item).is_some_and(|gap| gap.abs() >= WIDE_GAP);
        self.ordered(Order::Gap).into_iter().filter(far).collect()
    }

    /// The midpoint between the means of the two sides as they are shown, 1 to 5; that of one side where the other is not shown.
    pub fn midpoint(&self, item: ItemNumber) -> f64 {
        let means: Vec<f64> =
            [&self.sales, &self.marketing].iter().filter_map(|group| group.display_mean(item)).collect();
        rounded(means.iter().sum::<f64>() / if means.len() == 2 { 2.0 } else { 1.0 }, DISPLAY_DECIMALS)
    }

    /// All statements in an order. Those that are equal in it stand as they were asked.
    pub fn ordered(&self, order: Order) -> Vec<ItemNumber> {
        let key = |item: ItemNumber| match order {
            Order::Gap => -self.gap(item).map_or(0.0, f64::abs),
            Order::Mean => self.midpoint(item),
            Order::Number => f64::from(item.number()),
            Order::Theme => f64::from(theme(item) as u8),
        };
        ascending(ItemNumber::all().map(|item| (key(item), item)).collect())
    }

    /// The lists that lead to talk.
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

/// Statements by a number, the least first; among equals as they were. One way for all of them: sorting is compiled for each kind of
/// thing anew, and is large.
pub fn ascending(mut keyed: Vec<(f64, ItemNumber)>) -> Vec<ItemNumber> {
    keyed.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    keyed.into_iter().map(|(_, item)| item).collect()
}

fn is_pair(respondents: [u32; 3]) -> bool {
    respondents == [1, 1, 0]
}

fn theme(item: ItemNumber) -> Theme {
    instrument::polish_statements().item(item).theme
}

#[cfg(test)]
mod tests {
    use super::super::tally::tests::complete;
    use super::*;
    use proptest::prelude::*;

    type Row = (Side, [u8; 20]);

    fn compare(rows: &[Row], threshold: u32, pair_consents: bool) -> Comparison {
        let results: Vec<_> = rows.iter().map(|(side, values)| (*side, complete(*values))).collect();
        Comparison::of(results.iter().map(|(side, answers)| (*side, answers)), threshold, pair_consents)
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let side = (0usize..3).prop_map(|side| Side::ALL[side]);
        proptest::collection::vec((side, proptest::array::uniform20(1u8..=5)), 0..16)
    }

    fn item(number: u8) -> ItemNumber {
        ItemNumber::new(number).expect("1–20")
    }

    #[test]
    fn two_people_one_a_side_are_shown_their_sums_and_more_when_both_agree() {
        let mut marketing = [4; 20];
        marketing[6] = 1;
        let pair = [(Side::Sales, [3; 20]), (Side::Marketing, marketing)];
        let before = compare(&pair, THRESHOLD, false);
        assert!(before.is_pair());
        assert_eq!(before.sum_gap(), Some(60.0 - 77.0));
        assert_eq!((before.both_details(), before.all.detail.clone(), before.mean_gap()), (None, None, None));
        let pair_consents = compare(&pair, THRESHOLD, true);
        assert_eq!((pair_consents.gap(item(7)), pair_consents.wide_gaps()), (Some(2.0), vec![item(7)]));
        assert_eq!(pair_consents.mean_gap(), Some((19.0 + 2.0) / 20.0));
        assert_eq!(pair_consents.sales.detail.expect("shown").spreads, None, "one person has no spread");
        let three = [pair[0], pair[1], (Side::Sales, [5; 20])];
        assert_eq!(compare(&three, THRESHOLD, true).both_details(), None, "only two can both agree");
    }

    #[test]
    fn the_check_values_of_six_people() {
        let rows = [
            (Side::Sales, [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4]),
            (Side::Sales, [2, 1, 3, 1, 2, 4, 2, 2, 3, 2, 1, 2, 3, 2, 2, 4, 1, 1, 2, 2]),
            (Side::Sales, [3, 3, 2, 3, 1, 5, 3, 3, 2, 2, 2, 3, 1, 3, 3, 3, 2, 3, 3, 3]),
            (Side::Marketing, [4, 4, 4, 5, 5, 2, 4, 4, 5, 4, 3, 4, 4, 5, 5, 4, 1, 2, 4, 4]),
            (Side::Marketing, [3, 4, 3, 5, 5, 3, 4, 3, 4, 4, 2, 3, 5, 4, 5, 4, 2, 1, 3, 5]),
            (Side::Marketing, [5, 4, 3, 4, 4, 2, 3, 4, 4, 3, 3, 4, 4, 4, 4, 5, 1, 1, 5, 4]),
        ];
        let comparison = compare(&rows, THRESHOLD, false);
        let text = |value: Option<f64>, decimals: usize| format!("{:.decimals$}", value.expect("shown"));
        let sums = [&comparison.sales, &comparison.marketing, &comparison.all]
            .map(|group| text(group.mean_sum(DISPLAY_DECIMALS), 1));
        assert_eq!(sums, ["53.0", "73.3", "63.2"]);
        assert_eq!(text(comparison.sum_gap(), 1), "-20.3");
        let gaps = [4, 5, 6].map(|number| {
            let item = item(number);
            [text(comparison.gap_rounded(item, FILE_DECIMALS), 2), text(comparison.gap(item), 1)]
        });
        // 2.0 and 4.7, 2.3 and 4.7, 4.3 and 2.3.
        assert_eq!(gaps, [["-2.67", "-2.7"], ["-2.33", "-2.4"], ["2.00", "2.0"]]);
        assert_eq!(text(comparison.delta, 1), "-1.0");
        let agreement = [&comparison.sales, &comparison.marketing, &comparison.all]
            .map(|group| text(group.detail.as_ref().and_then(|detail| detail.agreement), 2));
        assert_eq!(agreement, ["0.55", "0.81", "0.42"]);
    }

    #[test]
    fn nothing_at_all_is_no_error() {
        let empty = compare(&[], 1, true);
        assert_eq!((empty.all.respondents, empty.all.mean, empty.delta), (0, None, None));
        assert_eq!(empty.findings(), Findings::default());
        let one_side = compare(&[(Side::Sales, [4; 20]); 3], 3, false);
        assert!(one_side.sales.detail.is_some() && one_side.both_details().is_none());
    }

    #[test]
    fn the_lists_lead_to_talk() {
        let mut sales = [3; 20];
        let mut marketing = [3; 20];
        (sales[0], marketing[0]) = (5, 2);
        (sales[1], marketing[1]) = (2, 2);
        (sales[2], marketing[2]) = (5, 5);
        let mut rows = vec![(Side::Sales, sales); 3];
        rows.extend([(Side::Marketing, marketing); 3]);
        rows[0].1[9] = 1;
        rows[1].1[9] = 5;
        let findings = compare(&rows, 3, false).findings();
        assert_eq!(findings.gaps, [item(1)]);
        assert_eq!(findings.weaknesses, [item(2)]);
        assert_eq!(findings.strengths, [item(3)]);
        assert_eq!(findings.divided, [(Side::Sales, item(10))]);
    }

    proptest! {
        #[test]
        fn the_order_of_the_results_never_matters(rows in rows(), by in any::<u64>(), threshold in 1u32..5) {
            let mut mixed = rows.clone();
            let mut state = by;
            for index in (1..mixed.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                mixed.swap(index, usize::try_from(state >> 33).expect("31 bits") % (index + 1));
            }
            prop_assert_eq!(compare(&rows, threshold, false), compare(&mixed, threshold, false));
        }

        /// Two sets of answers with the same sums cannot be told apart in a group below the threshold, whatever is asked of the
        /// comparison: nothing else of them is in it.
        #[test]
        fn nothing_but_the_sums_of_a_small_group_can_be_seen(rows in rows(), by in 1usize..20, side in 0usize..3, pair_consents: bool) {
            let hidden = Side::ALL[side];
            let respondents = rows.iter().filter(|(side, _)| *side == hidden).count();
            let threshold = u32::try_from(respondents + 1).expect("few");
            // The same sums from other answers: each respondent's answers moved round by some statements.
            let other: Vec<Row> = rows.iter().map(|(side, values)| {
                let mut values = *values;
                if *side == hidden {
                    values.rotate_left(by);
                }
                (*side, values)
            }).collect();
            let (one, two) = (compare(&rows, threshold, pair_consents), compare(&other, threshold, pair_consents));
            if !(pair_consents && one.is_pair()) {
                prop_assert_eq!(&one, &two);
                for order in Order::ALL {
                    prop_assert_eq!(one.ordered(order), two.ordered(order));
                }
                prop_assert_eq!(one.findings(), two.findings());
            }
        }

        #[test]
        fn a_gap_is_that_of_the_figures_beside_it_and_its_place_and_direction_are_its_own(rows in rows()) {
            let comparison = compare(&rows, 1, false);
            let tenths = |value: f64| (value * 10.0).round();
            for item in ItemNumber::all() {
                let means = comparison.sales.display_mean(item).zip(comparison.marketing.display_mean(item));
                prop_assert_eq!(comparison.gap(item).map(tenths), means.map(|(sales, marketing)| tenths(sales) - tenths(marketing)));
            }
            let sums = comparison.sales.mean_sum(DISPLAY_DECIMALS).zip(comparison.marketing.mean_sum(DISPLAY_DECIMALS));
            prop_assert_eq!(comparison.sum_gap().map(tenths), sums.map(|(sales, marketing)| tenths(sales) - tenths(marketing)));
            let gaps: Vec<f64> = comparison.ordered(Order::Gap).into_iter().filter_map(|item| comparison.gap(item)).collect();
            prop_assert!(gaps.is_sorted_by(|wide, narrow| wide.abs() >= narrow.abs()), "{:?}", gaps);
            for group in [&comparison.sales, &comparison.marketing, &comparison.all] {
                for decimals in [DISPLAY_DECIMALS, FILE_DECIMALS] {
                    prop_assert_eq!(group.mean_sum(decimals).map(Level::of_mean), group.mean.map(|(_, level)| level));
                }
            }
        }

        #[test]
        fn what_is_shown_is_really_there(values in proptest::array::uniform20(1u8..=5), by in 1usize..20) {
            let mut moved = values;
            moved.rotate_left(by);
            let (one, two) = ([(Side::Sales, values); 3], [(Side::Sales, moved); 3]);
            prop_assert_eq!(compare(&one, 3, false) == compare(&two, 3, false), values == moved);
        }

        #[test]
        fn a_gap_is_the_opposite_of_that_of_the_other_side(rows in rows()) {
            let turned: Vec<Row> = rows.iter().map(|(side, values)| {
                let side = match side {
                    Side::Sales => Side::Marketing,
                    Side::Marketing => Side::Sales,
                    other => *other,
                };
                (side, *values)
            }).collect();
            let (one, two) = (compare(&rows, 1, false), compare(&turned, 1, false));
            for item in ItemNumber::all() {
                prop_assert_eq!(one.gap(item), two.gap(item).map(|gap| -gap));
            }
            prop_assert_eq!(one.delta, two.delta.map(|delta| -delta));
            prop_assert_eq!(one.findings().weaknesses, two.findings().weaknesses);
        }
    }
}
