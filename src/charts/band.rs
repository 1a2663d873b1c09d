//! The band from 20 to 100 points with its four zones.
//!
//! It has no view box: places are percentages and everything else is in CSS pixels, so that the figures are as large on a phone
//! as on a desk.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::geometry::{Hundredths, place, zone};
use duet_domain::score::{Level, Score};

/// The band with the mark of one's own sum. The text beside it says the same.
#[component]
pub fn Band(
    /// The sum.
    score: Score,
) -> impl IntoView {
    let x = format!("{}%", Hundredths(place(score)));
    view! {
        <svg class="band" aria-hidden="true">
            <Zones/>
            <svg class="own" x=x y="0">
                <path d="M0 22l-8 -12h16z"></path>
                <path class="line" d="M0 20v26"></path>
            </svg>
        </svg>
    }
    .into_any()
}

/// The band with the sums that are still possible. The text beside it says the same.
#[component]
pub fn PossibleBand(
    /// From the lowest to the highest.
    range: RangeInclusive<Score>,
) -> impl IntoView {
    let (from, to) = (place(*range.start()), place(*range.end()));
    view! {
        <svg class="band" aria-hidden="true">
            <Zones/>
            <rect class="possible" x=format!("{}%", Hundredths(from)) width=format!("{}%", Hundredths(to - from)) y="14" height="4" rx="2"></rect>
        </svg>
    }
    .into_any()
}

#[component]
pub(super) fn Zones() -> AnyView {
    let zones = Level::ALL.map(|level| {
        let (start, width) = zone(level);
        let (start, width) = (Hundredths(start), Hundredths(width));
        view! {
            <rect
                class=format!("zone level-{}", level.key())
                x=format!("{start}%")
                width=format!("{width}%")
                y="24"
                height="18"
            ></rect>
            <text class=if level == Level::Undefined { "tick first" } else { "tick" } x=format!("{start}%") y="62">{level.min_points()}</text>
        }
    });
    view! {
        {zones.collect_view()}
        <text class="tick last" x="100%" y="62">{Score::MAX.points()}</text>
    }
    .into_any()
}
