//! A field for a short text or a day.

use leptos::prelude::*;

use crate::domain::plan::SHORT_TEXT;
use crate::markup::{IntoMarkup, Markup, view};

/// The field. A text is handed on with every letter, so that none is lost; a day when it is whole.
#[component]
pub fn Field(
    /// What is written above it.
    label: &'static str,
    /// Its name in the page.
    name: String,
    /// Whether it is for a day.
    #[prop(optional)]
    day: bool,
    /// What it holds.
    value: Signal<String>,
    /// Takes what is written into it.
    change: Callback<String>,
) -> Markup {
    let write = move |event| change.run(event_target_value(&event));
    let field = if day {
        view! { <input type="date" name=name prop:value=value on:change=write/> }.anew()
    } else {
        view! { <input type="text" name=name maxlength=SHORT_TEXT autocomplete="off" prop:value=value on:input=write/> }
            .anew()
    };
    view! { <label class="field"><span>{label}</span>{field}</label> }.anew()
}
