//! When the program itself fails: what is done then is done by `boot.js`, which does not need the program.

use std::panic::set_hook;

use wasm_bindgen::JsValue;

use super::{object, tell};

/// Lets the page know when the program panics.
pub fn watch() {
    set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        report();
    }));
}

/// Lets the page know that the program cannot go on.
pub fn report() {
    tell("duet:failed", &JsValue::NULL);
}

/// Gives the page what could not be stored, by key, to be shown should the program fail in whatever way.
pub fn hand_over(unstored: &[(&'static str, String)]) {
    tell("duet:unstored", &object(unstored.iter().map(|(key, text)| (*key, text.into()))));
}

/// Whether the program has drawn itself already, or has failed.
pub fn runs() -> bool {
    super::document().document_element().is_some_and(|html| html.has_attribute("data-boot"))
}

/// Lets the page know that the program has drawn itself and can be used.
pub fn is_running() {
    if let Some(html) = super::document().document_element() {
        // Setting an attribute of that name cannot fail.
        let _ = html.set_attribute("data-boot", "done");
    }
    tell("duet:running", &JsValue::NULL);
}
