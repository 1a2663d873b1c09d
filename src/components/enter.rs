//! The Enter key in place of form submission. There are no forms, because a sandbox without `allow-forms` blocks them without any event.

use leptos::ev::KeyboardEvent;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen::JsCast;

/// Whether a key event is an Enter that would submit a form: in an `input`, not repeated, and not part of an IME composition.
pub fn submits(event: &KeyboardEvent) -> bool {
    let in_field = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
    event.key() == "Enter" && in_field && !event.repeat() && !event.is_composing()
}
