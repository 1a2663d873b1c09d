//! Giving something to another program: the clipboard, the share sheet of the system.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

use super::window;

/// Copies a text. Says whether the browser did it; it may not, without https or without permission.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // Where the page is not secure there is no clipboard at all.
    let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Whether the system has a sheet for sharing.
pub fn can_share() -> bool {
    cfg!(target_arch = "wasm32") && Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the sheet with a text. The person may close it again, which is no error.
pub async fn share(text: &str) {
    let data = ShareData::new();
    data.set_title("Duet");
    data.set_text(text);
    let _ = JsFuture::from(window().navigator().share_with_data(&data)).await;
}
