//! The motif: two strands, Sales and Marketing, and how close they are.

use leptos::prelude::*;

use super::geometry::{self, Strands as Shape};
use crate::domain::score::Level;

/// The picture of a level. The name of the level always stands beside it, so it has no text of its own.
#[component]
pub fn Strands(
    /// Which level.
    level: Level,
) -> impl IntoView {
    let (width, height) = (240.0, 64.0);
    draw(&geometry::level(level, width, height), width, height, "strands")
}

/// All four levels in a row.
#[component]
pub fn Journey() -> impl IntoView {
    let (width, height) = (640.0, 96.0);
    draw(&geometry::journey(width, height), width, height, "strands journey")
}

/// The mark of Duet: woven.
#[component]
pub fn Logo() -> impl IntoView {
    let (width, height) = (44.0, 20.0);
    draw(&geometry::level(Level::Integrated, width, height), width, height, "strands logo")
}

fn draw(shape: &Shape, width: f64, height: f64, class: &'static str) -> impl IntoView + use<> {
    // Room for the thickness of the line.
    let view_box = format!("-4 -4 {} {}", width + 8.0, height + 8.0);
    let fence = (!shape.fence.is_empty()).then(|| view! { <path class="fence" d=shape.fence.clone()></path> });
    let over = |class: &'static str, pieces: &String| {
        (!pieces.is_empty()).then(|| {
            view! {
                <path class="gap" d=pieces.clone()></path>
                <path class=class d=pieces.clone()></path>
            }
        })
    };
    view! {
        <svg class=class viewBox=view_box aria-hidden="true" focusable="false">
            {fence}
            <path class="sales" d=shape.sales.clone()></path>
            <path class="marketing" d=shape.marketing.clone()></path>
            {over("marketing", &shape.marketing_over)}
            {over("sales", &shape.sales_over)}
        </svg>
    }
}
