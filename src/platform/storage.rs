//! The browser's storage for this site, `localStorage`, each access guarded.
//!
//! A browser may refuse it (private windows, framed pages, a setting), by an exception or by having none; it may be full; and
//! the person may change their mind while the page is open. gloo-storage panics where access is refused, so it is asked only
//! after web-sys has found the storage to be there.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage};

use super::{IS_BROWSER, failure, window};

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives this page no storage.
    Blocked,
    /// There is a storage, but it does not take the value.
    Full,
}

thread_local! {
    /// What could not be stored, so that it can still be copied out when the program fails.
    static UNSTORED: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the browser gives this page a storage.
pub fn is_there() -> bool {
    // Some browsers have one and throw at its first use.
    local().is_some_and(|storage| storage.length().is_ok())
}

/// The storage; there is none outside a browser.
fn local() -> Option<web_sys::Storage> {
    if IS_BROWSER { window().local_storage().ok().flatten() } else { None }
}

/// The text stored under a key, if there is one and the browser gives it.
pub fn get(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Stores a text under a key.
///
/// # Errors
/// When the browser refuses; the text is then handed to the page, see [`failure::hand_over`].
pub fn set(key: &'static str, text: &str) -> Result<(), Refusal> {
    let result = if is_there() {
        LocalStorage::raw().set_item(key, text).map_err(|_| Refusal::Full)
    } else {
        Err(Refusal::Blocked)
    };
    note_unstored(key, result.is_err().then_some(text));
    result
}

/// Removes what is stored under a key, and what could not be stored.
pub fn remove(key: &str) {
    forget_unstored(key);
    if is_there() {
        LocalStorage::delete(key);
    }
}

/// Remembers no more what could not be stored under a key.
pub fn forget_unstored(key: &str) {
    let known = UNSTORED.with_borrow(|unstored| unstored.iter().find(|(own, _)| *own == key).map(|(own, _)| *own));
    if let Some(key) = known {
        note_unstored(key, None);
    }
}

/// Notes what could not be stored, and hands a copy to the page, which has it whatever becomes of the program.
fn note_unstored(key: &'static str, text: Option<&str>) {
    UNSTORED.with_borrow_mut(|unstored| {
        let before = unstored.len();
        unstored.retain(|(own, _)| *own != key);
        if text.is_none() && unstored.len() == before {
            return;
        }
        unstored.extend(text.map(|text| (key, text.to_owned())));
        failure::hand_over(unstored);
    });
}

/// What could not be stored, by key.
pub fn unstored() -> Vec<(&'static str, String)> {
    UNSTORED.with_borrow(Clone::clone)
}
