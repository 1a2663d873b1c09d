//! Giving something to another program: the clipboard, the share sheet of the system.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::window;

/// What came of opening the share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Something was shared, or the person has closed the sheet again.
    Done,
    /// There was no sheet: browsers inside other apps have the function and refuse to do it.
    Refused,
}

/// Copies a text. Says whether the browser did it; it may not, without https or without permission.
pub async fn copy(text: &str) -> bool {
    // Where the page is not secure there is no clipboard at all.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    call(&clipboard, "writeText", &text.into()).await.is_ok()
}

/// Whether the system has a sheet for sharing.
pub fn can_share() -> bool {
    cfg!(target_arch = "wasm32") && Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the sheet with a text.
pub async fn share(text: &str) -> Shared {
    let data = ShareData::new();
    data.set_title("Duet");
    data.set_text(text);
    match call(&window().navigator(), "share", &data).await {
        Err(error) if name(&error).as_deref() != Some("AbortError") => Shared::Refused,
        _ => Shared::Done,
    }
}

/// Calls a function that promises something. That it is missing or throws is a refusal like any other: an exception would go through
/// the program, which cannot go on after that.
async fn call(object: &JsValue, function: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &function.into())?.dyn_into()?;
    let promised = function.call1(object, argument)?;
    JsFuture::from(Promise::resolve(&promised)).await
}

fn name(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}
