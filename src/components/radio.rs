//! A radio button.

use leptos::prelude::*;

/// A native radio in a `label` with a class. `choose` is called when it is chosen.
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
