//! What is kept for use without a network is the business of `offline.js` and `sw.js`; here is what they and the program say to
//! each other.

use wasm_bindgen::JsValue;

use super::tell;

/// The event by which the program learns that a newer version of Duet waits.
pub const NEWER: &str = "duet:newer";

/// Takes the newer version. The page is loaded again.
pub fn take_newer() {
    tell("duet:take-newer", &JsValue::NULL);
}
