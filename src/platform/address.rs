//! The address of the page.

use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use super::window;
use crate::route::section_of;
use crate::texts::Language;

/// The fragment, with its `#`; empty when there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the fragment and adds an entry to the browser's history.
///
/// With `pushState`, because WebKit adds no entry when a script sets `location.hash`.
pub fn push(fragment: &str) {
    let pushed = window().history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(fragment)));
    if pushed.is_err() {
        // Browsers limit how often a page may call `pushState`.
        let _ = window().location().set_hash(fragment);
    }
}

/// Replaces the address and the current entry of the browser's history, without loading a page. Returns whether the browser did it.
pub fn replace(address: &str) -> bool {
    let history = window().history();
    history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address))).is_ok()
}

/// The fragment without the section.
pub fn view_fragment() -> String {
    let fragment = fragment();
    let section = section_of(&fragment).map(|section| format!("/{section}"));
    section.and_then(|section| fragment.strip_suffix(&section).map(str::to_owned)).unwrap_or(fragment)
}

/// Sets or removes the section in the fragment ([`section_of`]), without an entry in the browser's history.
pub fn set_section(name: Option<&str>) {
    let section = name.map(|name| format!("/{name}")).unwrap_or_default();
    replace(&format!("{}{section}", view_fragment()));
}

/// The address of this page with a fragment, without the query, for others to open. None if the page was opened from a disk, and outside a
/// browser.
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

/// The value of a parameter of the query, if it has one of that name.
pub fn parameter(name: &str) -> Option<String> {
    UrlSearchParams::new_with_str(&query()).ok()?.get(name)
}

/// The relative path from the page of a language to that of another. Empty in the single file, which has both.
pub fn relative_path(from: Language, to: Language) -> &'static str {
    if super::page::is_single() { "" } else { to.path_from(from) }
}

/// The address of the page in a language without query and fragment, for others to open. None where [`link`] is none.
pub fn page(from: Language, to: Language) -> Option<String> {
    file(relative_path(from, to))
}

/// The absolute address of a file of the site, given relative to this page. None where [`link`] is none.
pub fn file(href: &str) -> Option<String> {
    Url::new_with_base(href, &link("")?).ok().map(|url| url.href())
}
