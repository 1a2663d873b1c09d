//! The clipboard and the share sheet of the system.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::window;

/// The outcome of [`share`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The text was shared, or the person has cancelled.
    Done,
    /// No sheet was shown. Some in-app browsers have the function and always reject.
    Refused,
}

/// Copies a text to the clipboard. Returns false without https or without permission.
pub async fn copy(text: &str) -> bool {
    // Without a secure context `navigator.clipboard` is undefined.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    call(&clipboard, "writeText", &text.into()).await.is_ok()
}

/// Whether the browser has `navigator.share`.
pub fn can_share() -> bool {
    cfg!(target_arch = "wasm32") && Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the share sheet with a text.
pub async fn share(text: &str) -> ShareOutcome {
    let data = ShareData::new();
    data.set_title("Duet");
    data.set_text(text);
    match call(&window().navigator(), "share", &data).await {
        Err(error) if name(&error).as_deref() != Some("AbortError") => ShareOutcome::Refused,
        _ => ShareOutcome::Done,
    }
}

/// Calls a method that returns a promise. A missing method and an exception are errors like a rejection; an uncaught exception would end
/// the program.
async fn call(object: &JsValue, function: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &function.into())?.dyn_into()?;
    let promised = function.call1(object, argument)?;
    JsFuture::from(Promise::resolve(&promised)).await
}

fn name(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}
