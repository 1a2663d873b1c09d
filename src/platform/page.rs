//! The document and the window: language, title, scroll position, timers, dialogs.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::{dispatch, document, window};
use crate::texts::Language;
use duet_domain::settings::ColorScheme;

/// The language of the document; Polish if it is none of ours.
pub fn language() -> Language {
    let tag = document().document_element().and_then(|html| html.get_attribute("lang"));
    tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or(Language::Polish)
}

/// Whether this is the single file, which has no other files beside it.
pub fn is_single() -> bool {
    cfg!(target_arch = "wasm32") && document().document_element().is_some_and(|html| html.has_attribute("data-single"))
}

/// The first preferred language of the browser that Duet has.
pub fn preferred_language() -> Option<Language> {
    let tags = window().navigator().languages();
    tags.iter().find_map(|tag| Language::from_tag(&tag.as_string()?))
}

/// Sets the language of the document.
pub fn set_language(language: Language) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", language.tag());
    }
}

/// Applies a colour scheme, by an event for `look.js`.
pub fn show_theme(theme: ColorScheme) {
    dispatch("duet:theme", &theme.key().into());
}

/// The `main` element of the current view.
pub fn view_element() -> Option<Element> {
    document().get_element_by_id("content")
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Whether the top edge of an element is not above the window. True if the page is not scrolled; false if there is no such element.
pub fn is_top_visible(selector: &str) -> bool {
    // `getBoundingClientRect` forces a layout, which is not needed if the page is not scrolled.
    let scrolled = window().scroll_y().is_ok_and(|down| down > 0.0);
    !scrolled || find::<Element>(selector).is_some_and(|element| element.get_bounding_client_rect().top() >= 0.0)
}

/// Calls a function after the next paint.
pub fn after_next_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        // Callbacks of `requestAnimationFrame` run before the paint, a timer set in one of them after it.
        set_timeout(act, Duration::ZERO);
    });
}

/// Calls a function after a delay.
pub fn after_delay(wait: Duration, act: impl FnOnce() + 'static) {
    set_timeout(act, wait);
}

/// Whether the page is in the visible tab.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Whether an element takes text input, so that keys typed in it are not commands.
pub fn takes_text(element: &Element) -> bool {
    let typed = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    match typed {
        Some(kind) => !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "submit"),
        None => element.closest("textarea, select, [contenteditable]").is_ok_and(|found| found.is_some()),
    }
}

/// The value of the `input` that is the target of an event. None for other targets.
pub fn input_value(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<HtmlInputElement>().ok().map(|field| field.value())
}

/// The current time by the clock of event time stamps, in milliseconds.
pub fn event_time() -> f64 {
    Event::new("now").map_or(0.0, |event| event.time_stamp())
}

/// The value of the checked radio with a name, for example in the static page.
pub fn checked_radio(name: &str) -> Option<String> {
    find::<HtmlInputElement>(&format!("input[name=\"{name}\"]:checked")).map(|input| input.value())
}

/// The element `#app`, emptied. Also removes the line `.waiting`: its id is the fragment of the first statement, and a browser that
/// follows a link to an id moves the focus.
///
/// # Panics
/// If the page has no `#app`.
pub fn emptied_mount_point() -> HtmlElement {
    let element = find::<HtmlElement>("#app").expect("the page has #app");
    element.replace_children_with_node_0();
    if let Some(waiting) = find::<Element>(".waiting") {
        waiting.remove();
    }
    element
}

/// Reloads the page with the newest version that the host has. Values that are not stored are carried over ([`super::storage`]).
pub fn reload() {
    dispatch("duet:reload", &JsValue::NULL);
}

/// Whether answering was started in the static page (`early.js`).
pub fn has_early_answers() -> bool {
    document().document_element().is_some_and(|html| html.has_attribute("data-early"))
}

pub(super) fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether an element, such as `details`, is open.
pub fn is_open(selector: &str) -> bool {
    find::<Element>(selector).is_some_and(|element| element.has_attribute("open"))
}

/// Opens a modal dialog.
pub fn open_dialog(selector: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(selector) {
        // It fails only if the dialog is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(selector) {
        dialog.close();
    }
}
