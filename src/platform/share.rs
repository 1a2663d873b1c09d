//! The clipboard and the share sheet of the system.

use js_sys::{Function, Promise, Reflect};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
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

/// Whether the share sheet is the usual way to send something here: on devices that are used with a finger.
pub fn prefers_share() -> bool {
    can_share() && window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|coarse| coarse.matches())
}

/// The link that opens the mail program with a message. `to` may be empty.
pub fn mail_link(to: &str, subject: &str, text: &str) -> String {
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // Mail programs expect CRLF (RFC 6068).
    let text = text.replace('\n', "\r\n");
    format!("mailto:{}?subject={}&body={}", encode(to).replace("%40", "@"), encode(subject), encode(&text))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_has_its_text() {
        let link = mail_link("ewa@example.org", "Mój wynik", "Kod: A&B\nx");
        assert_eq!(link, "mailto:ewa@example%2Eorg?subject=M%C3%B3j%20wynik&body=Kod%3A%20A%26B%0D%0Ax");
        assert!(mail_link("", "a", "b").starts_with("mailto:?subject=a"));
    }
}
