//! Rendering a part of a view after the first paint.

use leptos::prelude::*;

use crate::platform::{failure, page};

/// A signal that becomes true after the next paint. It is true at once outside a browser, and for the first view of the program: it replaces
/// the static page, which must not jump.
pub fn is_painted() -> RwSignal<bool> {
    let at_once = cfg!(not(target_arch = "wasm32")) || !failure::has_started();
    let painted = RwSignal::new(at_once);
    if !at_once {
        page::after_next_paint(move || _ = painted.try_set(true));
    }
    painted
}
