//! How the sum has changed over time: a line over the four zones. The figures stand in the list below it.

use leptos::prelude::*;

use super::geometry::trend;
use crate::domain::score::{Level, Score};

/// The line, from the oldest result to the newest.
#[component]
pub fn Trend(
    /// At least two sums, the oldest first.
    scores: Vec<Score>,
) -> AnyView {
    let line = trend(&scores);
    let dots = line.points.iter().map(|(x, y)| view! { <circle cx=*x cy=*y r="4"></circle> }).collect_view();
    let zones = Level::ALL.map(|level| {
        let y = 4 * (100 - u32::from(level.next().map_or(100, Level::first)));
        view! { <rect class=format!("zone level-{}", level.key()) x="0" y=y width="640" height="80"></rect> }
    });
    view! {
        <svg class="trend" viewBox="0 0 640 320" preserveAspectRatio="none" aria-hidden="true">
            {zones.collect_view()}
            <path d=line.path></path>
            {dots}
        </svg>
    }
    .into_any()
}
