//! One of several choices.

use leptos::prelude::*;

/// A native radio with its text. `class` is for what is particular to it.
pub fn radio(
    class: &'static str,
    name: &'static str,
    value: &'static str,
    text: String,
    chosen: impl Fn() -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <label class=class>
            <input type="radio" name=name value=value autocomplete="off" checked=chosen prop:checked=chosen on:change=move |_| choose()/>
            <span>{text}</span>
        </label>
    }
    .into_any()
}
