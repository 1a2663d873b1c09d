//! The setting for digit keys.

use leptos::prelude::*;

use crate::state::Session;

/// A checkbox: whether the keys 1 to 5 answer a statement.
#[component]
pub fn DigitKeys() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <label class="digit-keys">
            <input
                type="checkbox"
                name="digit-keys"
                autocomplete="off"
                prop:checked=move || session.settings.read().digit_keys
                on:change=move |event| session.settings.change(|settings| settings.digit_keys = event_target_checked(&event))
            />
            <span>{session.language().question().digit_keys}</span>
        </label>
    }
}
