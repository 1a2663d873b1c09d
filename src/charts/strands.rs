//! The motif, two strands, drawn: the mark of Duet, the levels, the way through them, the progress of a run.

use leptos::prelude::*;

use super::geometry::push_tenths;
use super::weave::{Closeness, Strands as Shape, closeness, shift, strands};
use duet_domain::answers::ITEMS;
use duet_domain::score::Level;

/// Over how many spans a picture of one closeness swings.
const SPANS: u8 = 4;

/// The picture of a level. The name of the level always stands beside it, so it has no text of its own.
#[component]
pub fn Strands(
    /// Which level.
    level: Level,
) -> impl IntoView {
    let (width, height) = (240, 64);
    draw(|_| closeness(level), SPANS, (width, height), "strands")
}

/// All four levels in a row.
#[component]
pub fn LevelSequence() -> impl IntoView {
    let (width, height) = (640, 96);
    draw(|x| x, 3 * SPANS, (width, height), "strands journey")
}

/// The mark of Duet: woven.
#[component]
pub fn Logo() -> impl IntoView {
    let (width, height) = (44, 20);
    draw(|_| 1.0, SPANS, (width, height), "strands logo")
}

/// The strands closing as answers come in. The figure stands beside them; how close they are says nothing of the level.
#[component]
pub fn ProgressStrands(
    /// How many answers there were when it was drawn last: it moves from there.
    before: u8,
    /// How many there are.
    answered: u8,
) -> impl IntoView {
    let (width, height) = (640, 24);
    let close = |answered: u8| -> Closeness { f64::from(answered) / f64::from(ITEMS) };
    // As a property: the policy of the page allows no style attribute, which a static page would have.
    let mut from = String::from("--from: ");
    push_tenths(&mut from, f64::from(height) * shift(close(before), close(answered)));
    from.push_str("px");
    let drawn = draw(|_| close(answered), 3 * SPANS, (width, height), "strands closing");
    view! { <span class="closes" prop:style=from>{drawn}</span> }
}

fn draw(close: impl Fn(f64) -> Closeness, spans: u8, size: (u16, u16), class: &'static str) -> AnyView {
    let (width, height) = size;
    picture(strands(close, spans, width.into(), height.into()), size, class)
}

fn picture(shape: Shape, (width, height): (u16, u16), class: &'static str) -> AnyView {
    // Room for the thickness of the line.
    let view_box = format!("-4 -4 {} {}", width + 8, height + 8);
    let fence = (!shape.fence.is_empty()).then(|| view! { <path class="fence" d=shape.fence></path> });
    let over = |class: &'static str, pieces: String| {
        (!pieces.is_empty()).then(|| {
            view! {
                <path class=format!("gap of-{class}") d=pieces.clone()></path>
                <path class=class d=pieces></path>
            }
        })
    };
    view! {
        <svg class=class viewBox=view_box preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {fence}
            <path class="sales" d=shape.sales></path>
            <path class="marketing" d=shape.marketing></path>
            {over("marketing", shape.marketing_over)}
            {over("sales", shape.sales_over)}
        </svg>
    }
    .into_any()
}
