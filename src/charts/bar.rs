//! A bar for a value between two bounds.

use leptos::prelude::*;

/// The bar.
#[component]
pub fn Bar(
    /// The value.
    value: u8,
    /// The value of an empty bar.
    least: u8,
    /// The value of a full bar; greater than `least`.
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
