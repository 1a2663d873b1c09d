//! Both sides on one axis: Sales a circle, Marketing a diamond, their gap a line between them.
//!
//! Without a view box, so that marks have the same size on every screen.

use leptos::prelude::*;

use super::band::Zones;
use super::geometry::Decimal;
use duet_domain::Side;
use duet_domain::answers::Answer;

/// How many people gave each answer, from 1 to 5.
pub type Counts = [u32; 5];

/// The height of the bar of the most frequent answer, in pixels.
const BAR: f64 = 18.0;

/// The mean answers to one statement, on the scale from 1 to 5.
#[component]
pub fn Dumbbell(
    /// The mean of Sales, if it may be shown.
    sales: Option<f64>,
    /// The mean of Marketing, if it may be shown.
    marketing: Option<f64>,
    /// How many of Sales gave each answer, if it may be shown: bars above the line.
    #[prop(optional_no_strip)]
    sales_counts: Option<Counts>,
    /// The same of Marketing: bars below the line.
    #[prop(optional_no_strip)]
    marketing_counts: Option<Counts>,
) -> impl IntoView {
    let at = |value: f64| 4.0 + 92.0 * (value - 1.0) / 4.0;
    let ticks = Answer::all().map(|answer| {
        let x = percent(at(f64::from(answer.value())));
        view! { <line class="tick" x1=x.clone() x2=x y1="4" y2="24"></line> }
    });
    let has_counts = sales_counts.is_some() || marketing_counts.is_some();
    let bars = |counts: Option<Counts>, class: &'static str, up: bool| {
        let counts = counts?;
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        let bar = move |(answer, count): (Answer, u32)| {
            let height = f64::from(count) / f64::from(most) * BAR;
            let (from, to) = if up { (4.0 - height, 4.0) } else { (24.0, 24.0 + height) };
            let x = percent(at(f64::from(answer.value())));
            (count > 0).then(|| view! { <line class=class x1=x.clone() x2=x y1=Decimal(from).to_string() y2=Decimal(to).to_string()></line> })
        };
        Some(Answer::all().zip(counts).map(bar).collect_view())
    };
    view! {
        <svg class="duo" class:spread=has_counts aria-hidden="true">
            {bars(sales_counts, "bar-of sales", true)}
            {bars(marketing_counts, "bar-of marketing", false)}
            <line class="track" x1=percent(at(1.0)) x2=percent(at(5.0)) y1="14" y2="14"></line>
            {ticks.collect_view()}
            {pair(sales.map(at), marketing.map(at), 14)}
        </svg>
    }
    .into_any()
}

/// The mean sums, on the band from 20 to 100.
#[component]
pub fn SumsBand(
    /// The mean sum of Sales.
    sales: Option<f64>,
    /// The mean of Marketing, if it may be shown.
    marketing: Option<f64>,
) -> impl IntoView {
    view! { <svg class="band duo" aria-hidden="true"><Zones/>{pair(sales.map(percent_of_sum), marketing.map(percent_of_sum), 12)}</svg> }
        .into_any()
}

/// The position of a mean sum on the band, in percent of its width.
pub fn percent_of_sum(sum: f64) -> f64 {
    100.0 * (sum - 20.0) / 80.0
}

/// The mark of a side, for a legend.
#[component]
pub fn SideKey(
    /// The side.
    side: Side,
) -> impl IntoView {
    view! { <svg class="duo key" aria-hidden="true">{mark(side, 50.0, 9)}</svg> }.into_any()
}

fn pair(sales: Option<f64>, marketing: Option<f64>, y: u8) -> AnyView {
    let gap = sales.zip(marketing).map(|(from, to)| {
        view! { <line class="gap" x1=percent(from) x2=percent(to) y1=y y2=y></line> }
    });
    view! {
        {gap}
        {sales.map(|x| mark(Side::Sales, x, y))}
        {marketing.map(|x| mark(Side::Marketing, x, y))}
    }
    .into_any()
}

fn mark(side: Side, x: f64, y: u8) -> AnyView {
    match side {
        Side::Marketing => view! {
            <svg class="mark-of marketing" x=percent(x) y=y><path d="M0 -9L9 0L0 9L-9 0z"></path></svg>
        }
        .into_any(),
        side => view! { <circle class=format!("mark-of {}", side.key()) cx=percent(x) cy=y r="7"></circle> }.into_any(),
    }
}

fn percent(position: f64) -> String {
    format!("{}%", Decimal(position))
}
