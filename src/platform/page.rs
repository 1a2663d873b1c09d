//! The page around the program: its language and title, where it is scrolled to.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::{document, tell, window};
use crate::texts::Language;
use duet_domain::settings::ColorScheme;

/// The language the page was written in.
pub fn language() -> Language {
    let tag = document().document_element().and_then(|html| html.get_attribute("lang"));
    tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or(Language::Polish)
}

/// Whether this is Duet in one file, with no pages and no files beside it.
pub fn is_single() -> bool {
    cfg!(target_arch = "wasm32") && document().document_element().is_some_and(|html| html.has_attribute("data-single"))
}

/// The first language of the browser's that is one of ours.
pub fn reader_language() -> Option<Language> {
    let tags = window().navigator().languages();
    tags.iter().find_map(|tag| Language::from_tag(&tag.as_string()?))
}

/// Says which language the page is in now.
pub fn set_language(language: Language) {
    if let Some(html) = document().document_element() {
        // Setting an attribute of that name cannot fail.
        let _ = html.set_attribute("lang", language.tag());
    }
}

/// Shows the page in a theme; `look.js` does it.
pub fn show_theme(theme: ColorScheme) {
    tell("duet:theme", &theme.key().into());
}

/// Where the view is.
pub fn view() -> Option<Element> {
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

/// Whether the upper edge of an element is not above the screen.
pub fn is_top_in_sight(selector: &str) -> bool {
    // Without a question to the browser where nothing is scrolled: it would have to lay out the page for the answer.
    let scrolled = window().scroll_y().is_ok_and(|down| down > 0.0);
    !scrolled || find::<Element>(selector).is_some_and(|element| element.get_bounding_client_rect().top() >= 0.0)
}

/// Does something when the browser has painted what is being drawn now.
pub fn after_a_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        // A frame is painted after what was asked for in it.
        set_timeout(act, Duration::ZERO);
    });
}

/// Does something after a while.
pub fn later(wait: Duration, act: impl FnOnce() + 'static) {
    set_timeout(act, wait);
}

/// Whether a person can see the page, and it is not in a tab behind another.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Whether an element is one that people type text into.
pub fn takes_text(element: &Element) -> bool {
    let typed = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    match typed {
        Some(kind) => !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "submit"),
        None => element.closest("textarea, select, [contenteditable]").is_ok_and(|found| found.is_some()),
    }
}

/// The value of the field that an event is about. None where it is about something else.
pub fn value(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<HtmlInputElement>().ok().map(|field| field.value())
}

/// This moment, by the clock that gives events their times.
pub fn event_time() -> f64 {
    Event::new("now").map_or(0.0, |event| event.time_stamp())
}

/// The value of the radio of that name that is chosen in the page as it was delivered, before the program took over.
pub fn chosen(name: &str) -> Option<String> {
    find::<HtmlInputElement>(&format!("input[name=\"{name}\"]:checked")).map(|input| input.value())
}

/// The place for the program, emptied. The line for those who wait goes too: it has the name of the first statement, and a
/// browser that follows a link to a name takes the focus away from whatever has it.
///
/// # Panics
/// When the page has no such place, which would be a fault of the build.
pub fn take_over() -> HtmlElement {
    let place = find::<HtmlElement>("#app").expect("the page has a place for the program");
    place.replace_children_with_node_0();
    if let Some(waiting) = find::<Element>(".waiting") {
        waiting.remove();
    }
    place
}

/// Whether the device has a network, as far as the browser knows.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Loads the page again.
pub fn reload() {
    // A browser that refuses leaves everything as it is.
    let _ = window().location().reload();
}

/// Whether the person has begun in this page before the program was there (`early.js`).
pub fn has_begun() -> bool {
    document().document_element().is_some_and(|html| html.has_attribute("data-early"))
}

pub(super) fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether a part of the page that can be closed is open.
pub fn is_open(selector: &str) -> bool {
    find::<Element>(selector).is_some_and(|element| element.has_attribute("open"))
}

/// Opens a dialog above everything else.
pub fn open_dialog(selector: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(selector) {
        // One that is shown already stays so.
        let _ = dialog.show_modal();
    }
}

/// Closes it.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = find::<HtmlDialogElement>(selector) {
        dialog.close();
    }
}
