//! What has the focus in the page.

use web_sys::{Element, FocusOptions, HtmlElement, HtmlTextAreaElement};

use super::page::find;
use super::{document, frame};

/// Gives the focus to the first element of these selectors, tried one after the other. A frame never takes it from the page
/// around.
pub fn set(selectors: &[&str]) {
    give_focus(selectors, false);
}

/// Gives the focus within a view that is new, whose top is to be seen first. A page around a frame would be scrolled too; it brings the top
/// of the frame into sight by itself.
pub fn set_in_new_view(selectors: &[&str]) {
    give_focus(selectors, frame::is_framed());
}

fn give_focus(selectors: &[&str], stay: bool) {
    let found = selectors.iter().find_map(|selector| find::<HtmlElement>(selector));
    if let Some(element) = found.filter(|_| frame::may_take_focus()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(stay);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Brings a part of a long view to the top of the screen, and gives it the focus. The focus alone would scroll no further than until it is seen.
pub fn jump(selector: &str) {
    give_focus(&[selector], true);
    if let Some(part) = find::<Element>(selector) {
        part.scroll_into_view();
    }
}

/// Whether something within an element has the focus, or had it last where another window has it now.
pub fn is_within(selector: &str) -> bool {
    let focused = document().active_element().and_then(|element| element.closest(selector).ok().flatten());
    focused.is_some()
}

/// Gives the focus after what was just changed is rendered.
pub fn set_later(selectors: &'static [&'static str]) {
    super::spawn(async move {
        leptos::task::tick().await;
        set(selectors);
    });
}

/// Selects the text of a field, after what was just changed is rendered: to be copied by hand.
pub fn select_text_later(selector: String) {
    super::spawn(async move {
        leptos::task::tick().await;
        if let Some(field) = find::<HtmlTextAreaElement>(&selector).filter(|_| frame::may_take_focus()) {
            // A field that cannot take the focus is there to be read all the same.
            let _ = field.focus();
            // More than a text can have: all of it. iOS selects nothing when it is only asked to select.
            let _ = field.set_selection_range(0, u32::MAX);
        }
    });
}
