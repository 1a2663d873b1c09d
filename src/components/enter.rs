//! Enter, where a browser would send a form. There are no forms: a page around may forbid them to a frame (a sandbox without
//! `allow-forms`), and then the browser says nothing to anybody, not even that it was to be sent.

use leptos::ev::KeyboardEvent;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen::JsCast;

/// Whether a key is an Enter that sends: in a field of one line or on a choice, not held down, and not the one that ends the
/// composition of a letter.
pub fn sends(event: &KeyboardEvent) -> bool {
    let in_field = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
    event.key() == "Enter" && in_field && !event.repeat() && !event.is_composing()
}
