//! Events between the program and `offline.js`, which registers the service worker.

use wasm_bindgen::JsValue;

use super::dispatch;

/// Dispatched by `offline.js` when a newer version of Duet is ready.
pub const UPDATE_EVENT: &str = "duet:newer";

/// Activates the newer version and reloads the page.
pub fn apply_update() {
    dispatch("duet:take-newer", &JsValue::NULL);
}
