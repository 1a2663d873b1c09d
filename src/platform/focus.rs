//! The focus in the page.

use web_sys::{Element, FocusOptions, HtmlElement, HtmlTextAreaElement};

use super::page::find;
use super::{document, frame};

/// Focuses the element of the first selector that matches one. A frame does not take the focus from the host page.
pub fn set(selectors: &[&str]) {
    focus_first(selectors, false);
}

/// The same in a view that was just rendered. In a frame without scrolling, because that would scroll the host page too; `embed.js` scrolls
/// to the top of the frame.
pub fn set_in_new_view(selectors: &[&str]) {
    focus_first(selectors, frame::is_framed());
}

fn focus_first(selectors: &[&str], prevent_scroll: bool) {
    let found = selectors.iter().find_map(|selector| find::<HtmlElement>(selector));
    if let Some(element) = found.filter(|_| frame::may_take_focus()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(prevent_scroll);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls an element to the top of the window and focuses it.
pub fn jump(selector: &str) {
    focus_first(&[selector], true);
    if let Some(part) = find::<Element>(selector) {
        part.scroll_into_view();
    }
}

/// Whether an element or one inside it is the active element of the document.
pub fn is_within(selector: &str) -> bool {
    let focused = document().active_element().and_then(|element| element.closest(selector).ok().flatten());
    focused.is_some()
}

/// [`set`] after pending changes are rendered.
pub fn set_after_render(selectors: &'static [&'static str]) {
    super::spawn(async move {
        leptos::task::tick().await;
        set(selectors);
    });
}

/// Focuses a field and selects its text after pending changes are rendered, so that the person can copy it.
pub fn select_text_after_render(selector: String) {
    super::spawn(async move {
        leptos::task::tick().await;
        if let Some(field) = find::<HtmlTextAreaElement>(&selector).filter(|_| frame::may_take_focus()) {
            let _ = field.focus();
            // Not `select()`, which selects nothing on iOS.
            let _ = field.set_selection_range(0, u32::MAX);
        }
    });
}
