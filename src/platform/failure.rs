//! Events for `boot.js`, which shows the failure panel when the program fails.

use std::panic::set_hook;

use wasm_bindgen::JsValue;

use super::{dispatch, object};

/// Reports each panic to the page and to the console.
pub fn install_panic_hook() {
    set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        report();
    }));
}

/// Reports to the page that the program cannot continue.
pub fn report() {
    dispatch("duet:failed", &JsValue::NULL);
}

/// Gives the page the texts that could not be stored, with their keys. The failure panel shows them.
pub fn publish_unstored(unstored: &[(&'static str, String)]) {
    dispatch("duet:unstored", &object(unstored.iter().map(|(key, text)| (*key, text.into()))));
}

/// Whether the program was mounted, or has failed.
pub fn has_started() -> bool {
    super::document().document_element().is_some_and(|html| html.has_attribute("data-boot"))
}

/// Reports to the page that the program is mounted.
pub fn report_started() {
    if let Some(html) = super::document().document_element() {
        let _ = html.set_attribute("data-boot", "done");
    }
    dispatch("duet:running", &JsValue::NULL);
}
