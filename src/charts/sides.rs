//! Both sides on one axis: Sales a circle, Marketing a diamond, their gap a line between them.
//!
//! Without a view box, so that marks have the same size on every screen.

use leptos::prelude::*;

use super::band::Zones;
use super::geometry::Decimal;
use duet_domain::Side;
use duet_domain::answers::Answer;

/// The mean answers to one statement, on the scale from 1 to 5.
#[component]
pub fn Dumbbell(
    /// The mean of Sales, if it may be shown.
    sales: Option<f64>,
    /// The mean of Marketing, if it may be shown.
    marketing: Option<f64>,
) -> impl IntoView {
    let at = |value: f64| 4.0 + 92.0 * (value - 1.0) / 4.0;
    let ticks = Answer::all().map(|answer| {
        let x = percent(at(f64::from(answer.value())));
        view! { <line class="tick" x1=x.clone() x2=x y1="4" y2="24"></line> }
    });
    view! {
        <svg class="duo" aria-hidden="true">
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
    let at = |sum: f64| 100.0 * (sum - 20.0) / 80.0;
    view! { <svg class="band duo" aria-hidden="true"><Zones/>{pair(sales.map(at), marketing.map(at), 12)}</svg> }
        .into_any()
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
