//! A labelled field for a short text or a day.

use leptos::prelude::*;

use duet_domain::plan::{MAX_OWN_TITLE, MAX_SHORT_TEXT};

/// The type of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A short text of at most [`MAX_SHORT_TEXT`] characters. `change` is called with each input.
    Text,
    /// A text of at most [`MAX_OWN_TITLE`] characters. Likewise.
    Title,
    /// A day. `change` is called when it is complete.
    Day,
}

/// The field. `name` is its `name` attribute; `change` gets the new value.
pub fn field(
    kind: Kind,
    label: &'static str,
    name: String,
    value: Signal<String>,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let on_input = move |event| change(event_target_value(&event));
    let input = match kind {
        Kind::Day => view! { <input type="date" name=name prop:value=value on:change=on_input/> }.into_any(),
        Kind::Text | Kind::Title => {
            let longest = if kind == Kind::Title { MAX_OWN_TITLE } else { MAX_SHORT_TEXT };
            view! { <input type="text" translate="no" name=name maxlength=longest autocomplete="off" prop:value=value on:input=on_input/> }.into_any()
        }
    };
    view! { <label class="field"><span>{label}</span>{input}</label> }.into_any()
}
