//! When the program itself fails: what is done then is done by `boot.js`, which does not need the program.

use std::collections::BTreeMap;
use std::panic::set_hook;

use wasm_bindgen::JsValue;

use super::tell;

/// Lets the page know when the program panics.
pub fn watch() {
    set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell("duet:failed", &JsValue::NULL);
    }));
}

/// Gives the page what could not be stored, to be shown should the program fail in whatever way.
pub fn hand_over(unstored: &BTreeMap<&'static str, String>) {
    let text = serde_json::to_string(unstored).unwrap_or_default();
    tell("duet:unstored", &text.into());
}

/// Lets the page know that the program has drawn itself and can be used.
pub fn is_running() {
    if let Some(html) = super::document().document_element() {
        // Setting an attribute of that name cannot fail.
        let _ = html.set_attribute("data-boot", "done");
    }
}
