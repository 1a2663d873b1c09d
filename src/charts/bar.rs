//! A bar for a value between two bounds. The figure stands beside it as text.

use leptos::prelude::*;

/// The bar.
#[component]
pub fn Bar(
    /// What it shows.
    value: u8,
    /// Where it is empty.
    least: u8,
    /// Where it is full.
    most: u8,
) -> impl IntoView {
    let width = 100 * u32::from(value.saturating_sub(least)) / u32::from(most - least);
    view! {
        <svg class="bar" aria-hidden="true">
            <rect class="track" width="100%" height="100%" rx="5"></rect>
            <rect class="filled" width=format!("{width}%") height="100%" rx="5"></rect>
        </svg>
    }
    .into_any()
}
