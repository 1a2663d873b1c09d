//! The band from 20 to 100 points with its four zones.
//!
//! Without a view box: positions are percentages and sizes CSS pixels, so that the figures have the same size on every screen.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::geometry::{Decimal, position, zone};
use duet_domain::score::{Level, Score};

/// The band with a mark at a sum.
#[component]
pub fn Band(
    /// The sum.
    score: Score,
    /// An earlier sum.
    #[prop(optional_no_strip)]
    former: Option<Score>,
) -> impl IntoView {
    let percent = |score: Score| format!("{}%", Decimal(position(score)));
    let x = percent(score);
    let former = former.map(|former| {
        view! {
            <svg class="former" x=percent(former) y="0">
                <path d="M0 22l-8 -12h16z"></path>
                <path class="line" d="M0 20v26"></path>
            </svg>
        }
    });
    view! {
        <svg class="band" aria-hidden="true">
            <Zones/>
            {former}
            <svg class="own" x=x y="0">
                <path d="M0 22l-8 -12h16z"></path>
                <path class="line" d="M0 20v26"></path>
            </svg>
        </svg>
    }
    .into_any()
}

/// The band with the range of sums that are still possible.
#[component]
pub fn PossibleBand(
    /// The lowest and the highest possible sum.
    range: RangeInclusive<Score>,
) -> impl IntoView {
    let (from, to) = (position(*range.start()), position(*range.end()));
    view! {
        <svg class="band" aria-hidden="true">
            <Zones/>
            <rect class="possible" x=format!("{}%", Decimal(from)) width=format!("{}%", Decimal(to - from)) y="14" height="4" rx="2"></rect>
        </svg>
    }
    .into_any()
}

#[component]
pub(super) fn Zones() -> AnyView {
    let zones = Level::ALL.map(|level| {
        let (start, width) = zone(level);
        let (start, width) = (Decimal(start), Decimal(width));
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
