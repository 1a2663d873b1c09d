//! The choice whether digit keys answer.

use leptos::prelude::*;

use crate::session::Session;

/// A box to tick.
#[component]
pub fn DigitKeys() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <label class="digit-keys">
            <input
                type="checkbox"
                name="digit-keys"
                autocomplete="off"
                prop:checked=move || session.settings().digit_keys
                on:change=move |event| session.set_digit_keys(event_target_checked(&event))
            />
            <span>{session.basics().question.digit_keys}</span>
        </label>
    }
}
