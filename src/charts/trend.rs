//! The sum over time: a line for each side over the zones of the levels.
//!
//! Without a view box, so that lines and dots have the same size on every screen.

use leptos::prelude::*;

use super::geometry::{Point, trend};
use duet_domain::Side;
use duet_domain::score::{Level, Score};

/// The chart.
#[component]
pub fn Trend(
    /// Side and sum of each result, the oldest first; at least two.
    results: Vec<(Side, Score)>,
) -> impl IntoView {
    let scores: Vec<Score> = results.iter().map(|(_, score)| *score).collect();
    let points = trend(&scores);
    let lines = Side::ALL.map(|side| {
        let own = results.iter().zip(&points).filter(|((of, _), _)| *of == side);
        line(side, &own.map(|(_, point)| *point).collect::<Vec<_>>())
    });
    let zones = Level::ALL.map(|level| {
        let top = 75 - 25 * (level as u8);
        view! {
            <rect class=format!("zone level-{}", level.key()) y=format!("{top}%") width="100%" height="25%"></rect>
            <text class="tick" x="6" y=format!("{}%", top + 25) dy="-5">{level.min_points()}</text>
        }
    });
    view! { <svg class="trend" aria-hidden="true">{zones.collect_view()}{lines.collect_view()}</svg> }.into_any()
}

/// The line of a side, for a legend.
#[component]
pub fn TrendKey(
    /// The side.
    side: Side,
) -> impl IntoView {
    view! { <svg class="trend key" aria-hidden="true">{line(side, &[(0.0, 50.0), (100.0, 50.0)])}</svg> }.into_any()
}

fn line(side: Side, points: &[Point]) -> AnyView {
    let percent = |position: f64| format!("{position:.2}%");
    let piece = |pair: &[Point]| {
        let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
        view! { <line x1=percent(x1) y1=percent(y1) x2=percent(x2) y2=percent(y2)></line> }
    };
    let dot = |&(x, y): &Point| view! { <circle cx=percent(x) cy=percent(y) r="4.5"></circle> };
    view! {
        <g class=side.key()>
            {points.windows(2).map(piece).collect_view()}
            {points.iter().map(dot).collect_view()}
        </g>
    }
    .into_any()
}
