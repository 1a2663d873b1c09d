//! A field for a short text or a day.

use leptos::prelude::*;

use duet_domain::plan::MAX_SHORT_TEXT;

/// What a field is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A short text. It is handed on with every letter, so that none is lost.
    Text,
    /// A day, which is handed on when it is whole.
    Day,
}

/// The field, with what is written above it, its name in the page, what it holds, and what takes what is written into it.
pub fn field(
    kind: Kind,
    label: &'static str,
    name: String,
    value: Signal<String>,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let write = move |event| change(event_target_value(&event));
    let input = match kind {
        Kind::Day => view! { <input type="date" name=name prop:value=value on:change=write/> }.into_any(),
        Kind::Text => {
            view! { <input type="text" translate="no" name=name maxlength=MAX_SHORT_TEXT autocomplete="off" prop:value=value on:input=write/> }.into_any()
        }
    };
    view! { <label class="field"><span>{label}</span>{input}</label> }.into_any()
}
