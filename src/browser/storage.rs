//! The browser's storage for this site, `localStorage`, each access guarded.
//!
//! A browser may refuse it (private windows, framed pages, a setting), by an exception or by having none; it may be full; and
//! the person may change their mind while the page is open. gloo-storage panics where access is refused, so it is asked only
//! after web-sys has found the storage to be there.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage};

use super::{failure, window};

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
        Ok(()) => change_unstored(|unstored| unstored.remove(key)),
        Err(_) => change_unstored(|unstored| unstored.insert(key, text.to_owned())),
    }
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
    change_unstored(|unstored| unstored.remove(key));
}

/// Changes what could not be stored, and hands a copy to the page, which has it whatever becomes of the program.
fn change_unstored(change: impl FnOnce(&mut BTreeMap<&'static str, String>) -> Option<String>) {
    let now = UNSTORED.with_borrow_mut(|unstored| {
        let before = unstored.clone();
        change(unstored);
        (*unstored != before).then(|| unstored.clone())
    });
    if let Some(now) = now {
        failure::hand_over(&now);
    }
}

/// What could not be stored, by key.
pub fn unstored() -> BTreeMap<&'static str, String> {
    UNSTORED.with_borrow(Clone::clone)
}
