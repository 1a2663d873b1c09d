//! The browser's storage for this site, `localStorage`, each access guarded.
//!
//! A browser may refuse it (private windows, framed pages, a setting), by an exception or by having none; it may be full; and
//! the person may change their mind while the page is open. gloo-storage panics where access is refused, so it is asked only
//! after web-sys has found the storage to be there.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage};

use super::window;

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
    static UNSTORED: RefCell<BTreeMap<&'static str, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether the browser gives this page a storage.
pub fn is_there() -> bool {
    // Some browsers have one and throw at its first use.
    window().local_storage().ok().flatten().is_some_and(|storage| storage.length().is_ok())
}

/// The text stored under a key, if there is one.
pub fn get(key: &str) -> Option<String> {
    if !is_there() {
        return None;
    }
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Stores a text under a key.
///
/// # Errors
/// When the browser refuses; the text is then remembered for [`unstored`].
pub fn set(key: &'static str, text: &str) -> Result<(), Refusal> {
    let result = if is_there() {
        LocalStorage::raw().set_item(key, text).map_err(|_| Refusal::Full)
    } else {
        Err(Refusal::Blocked)
    };
    match result {
        Ok(()) => UNSTORED.with_borrow_mut(|unstored| unstored.remove(key)),
        Err(_) => UNSTORED.with_borrow_mut(|unstored| unstored.insert(key, text.to_owned())),
    };
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
    UNSTORED.with_borrow_mut(|unstored| unstored.remove(key));
}

/// What could not be stored, by key. Safe to call when the program has just failed.
pub fn unstored() -> BTreeMap<&'static str, String> {
    UNSTORED.with(|unstored| unstored.try_borrow().map(|unstored| unstored.clone()).unwrap_or_default())
}
