//! `localStorage`, with every access guarded.
//!
//! A browser may refuse access (private windows, frames, a setting), by an exception or by a missing object, and may do so while the page
//! is open; the storage may also be full. gloo-storage panics if access is refused, so each call checks with web-sys first.
//!
//! Texts that could not be stored survive a reload in the state of the history entry, or in the name of the window: `reload` in `boot.js`.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

use super::{IS_BROWSER, failure, frame, window};

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The browser gives this page no storage.
    Blocked,
    /// The storage does not take the value, most likely because it is full.
    Full,
}

thread_local! {
    /// The texts that were carried over a reload and not taken yet.
    static CARRIED: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// The texts that could not be stored, for the failure panel.
    static UNSTORED: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the browser gives this page a storage. False outside a browser.
pub fn is_available() -> bool {
    // Some browsers return an object that throws on use.
    local().is_some_and(|storage| storage.length().is_ok())
}

fn local() -> Option<web_sys::Storage> {
    if IS_BROWSER { window().local_storage().ok().flatten() } else { None }
}

/// The text stored under a key. None if there is none or access is refused.
pub fn get(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// The text for a key that could not be stored before the page was reloaded; the first time only.
pub fn take_carried(key: &str) -> Option<String> {
    CARRIED.with_borrow_mut(|carried| {
        let texts = carried.get_or_insert_with(|| take_unstored().unwrap_or_default());
        let text = Reflect::get(texts, &key.into()).ok()?.as_string()?;
        // A plain object takes it.
        let _ = Reflect::set(texts, &key.into(), &JsValue::UNDEFINED);
        Some(text)
    })
}

/// Takes the texts from where `boot.js` has put them: another reload would bring them back.
fn take_unstored() -> Result<JsValue, JsValue> {
    if frame::has_opaque_origin() {
        let name = window().name()?;
        let texts = JSON::parse(&name)?;
        window().set_name("")?;
        return Ok(texts);
    }
    let history = window().history()?;
    let texts = history.state()?;
    history.replace_state(&JsValue::NULL, "")?;
    Ok(texts)
}

/// Stores a text under a key.
///
/// # Errors
/// If the browser refuses. The text is then given to the page by [`failure::publish_unstored`].
pub fn set(key: &'static str, text: &str) -> Result<(), WriteError> {
    let result = if is_available() {
        LocalStorage::raw().set_item(key, text).map_err(|_| WriteError::Full)
    } else {
        Err(WriteError::Blocked)
    };
    note_unstored(key, result.is_err().then_some(text));
    result
}

/// Removes the text stored under a key, and the one that could not be stored.
pub fn remove(key: &str) {
    forget_unstored(key);
    if is_available() {
        LocalStorage::delete(key);
    }
}

/// Forgets the text that could not be stored under a key.
pub fn forget_unstored(key: &str) {
    let known = UNSTORED.with_borrow(|unstored| unstored.iter().find(|(own, _)| *own == key).map(|(own, _)| *own));
    if let Some(key) = known {
        note_unstored(key, None);
    }
}

/// Records the text that could not be stored, or that it was stored, and gives all such texts to the page.
fn note_unstored(key: &'static str, text: Option<&str>) {
    UNSTORED.with_borrow_mut(|unstored| {
        let before = unstored.len();
        unstored.retain(|(own, _)| *own != key);
        if text.is_none() && unstored.len() == before {
            return;
        }
        unstored.extend(text.map(|text| (key, text.to_owned())));
        failure::publish_unstored(unstored);
    });
}

/// The texts that could not be stored, with their keys.
pub fn unstored() -> Vec<(&'static str, String)> {
    UNSTORED.with_borrow(Clone::clone)
}
