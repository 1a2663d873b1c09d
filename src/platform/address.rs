//! The address of the page.

use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use super::window;
use crate::texts::Language;

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment, as a link would: Back leads here again.
///
/// Not by setting the fragment: WebKit then makes no entry in the history.
pub fn push(fragment: &str) {
    let pushed = window().history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(fragment)));
    if pushed.is_err() {
        // Browsers refuse when a page does so very often. The view changes all the same, only Back does not know it.
        let _ = window().location().set_hash(fragment);
    }
}

/// Puts another address in place of this one; the page stays. Says whether the browser did it.
pub fn replace(address: &str) -> bool {
    let history = window().history();
    history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address))).is_ok()
}

/// The address of this page with a fragment, for others to open. None for a page that only this device has, one opened from a
/// disk, and outside a browser.
pub fn link(fragment: &str) -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let location = window().location();
    let address = format!("{}{}{fragment}", location.origin().ok()?, location.pathname().ok()?);
    address.starts_with("http").then_some(address)
}

/// The query, with its `?`; empty when there is none.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The value of a parameter of the query.
pub fn parameter(name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(&query()).ok()?.get(name)
}

/// The way from the page of a language to that of another. In one file there is only one page, for both.
pub fn way(from: Language, to: Language) -> &'static str {
    if super::page::is_single() { "" } else { to.path_from(from) }
}

/// The address of the page in a language, for others to open: without query and fragment. None where [`link`] has none.
pub fn page(from: Language, to: Language) -> Option<String> {
    file(way(from, to))
}

/// The whole address of a file of the site, for others to open; named as a link of this page names it.
pub fn file(href: &str) -> Option<String> {
    Url::new_with_base(href, &link("")?).ok().map(|url| url.href())
}
