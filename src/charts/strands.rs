//! The motif, two strands: the logo, the levels, and the progress of a run.

use leptos::prelude::*;

use super::geometry::Decimal;
use super::weave::{Closeness, Strands as Shape, closeness, shift, strands};
use duet_domain::answers::ITEMS;
use duet_domain::score::Level;

/// The number of spans of a picture with constant closeness.
const SPANS: u8 = 4;

/// The picture of a level.
#[component]
pub fn Strands(
    /// The level.
    level: Level,
) -> impl IntoView {
    let (width, height) = (240, 64);
    render(|_| closeness(level), SPANS, (width, height), "strands")
}

/// The closeness of all four levels, from left to right.
#[component]
pub fn LevelSequence() -> impl IntoView {
    let (width, height) = (640, 96);
    render(|x| x, 3 * SPANS, (width, height), "strands journey")
}

/// The logo: woven strands.
#[component]
pub fn Logo() -> impl IntoView {
    let (width, height) = (44, 20);
    render(|_| 1.0, SPANS, (width, height), "strands logo")
}

/// The progress of a run: the strands come closer with each answer. Their closeness says nothing about the level.
#[component]
pub fn ProgressStrands(
    /// Answer count at the last render, where the motion starts.
    before: u8,
    /// Current answer count.
    answered: u8,
) -> impl IntoView {
    let (width, height) = (640, 24);
    let close = |answered: u8| -> Closeness { f64::from(answered) / f64::from(ITEMS) };
    // As a property, because the policy of the page allows no `style` attribute.
    let from = f64::from(height) * shift(close(before), close(answered));
    let from = format!("--from: {}px", Decimal(from));
    let picture = render(|_| close(answered), 3 * SPANS, (width, height), "strands closing");
    view! { <span class="closes" prop:style=from>{picture}</span> }
}

fn render(close: impl Fn(f64) -> Closeness, spans: u8, size: (u16, u16), class: &'static str) -> AnyView {
    let (width, height) = size;
    picture(strands(close, spans, width.into(), height.into()), size, class)
}

fn picture(shape: Shape, (width, height): (u16, u16), class: &'static str) -> AnyView {
    // With a margin for the stroke width.
    let view_box = format!("-4 -4 {} {}", width + 8, height + 8);
    view! {
        <svg class=class viewBox=view_box preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {paths(shape)}
        </svg>
    }
    .into_any()
}

/// The paths of the strands and of the fence.
pub(super) fn paths(shape: Shape) -> AnyView {
    let fence = (!shape.fence.is_empty()).then(|| view! { <path class="fence" d=shape.fence></path> });
    let over = |class: &'static str, pieces: String| {
        (!pieces.is_empty()).then(|| {
            view! {
                <path class=format!("gap of-{class}") d=pieces.clone()></path>
                <path class=format!("{class} over") d=pieces></path>
            }
        })
    };
    view! {
        {fence}
        <path class="sales" d=shape.sales pathLength="1"></path>
        <path class="marketing" d=shape.marketing pathLength="1"></path>
        {over("marketing", shape.marketing_over)}
        {over("sales", shape.sales_over)}
    }
    .into_any()
}
