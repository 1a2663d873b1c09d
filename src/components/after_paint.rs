//! Views that need not be there at once.

use leptos::prelude::*;

use crate::platform::{failure, page};

/// Turns true when the browser has painted what is being drawn now. It is true from the start where nothing is painted, and with the
/// first view of the program: nobody has asked for that, and what is on the screen must not move.
pub fn after_a_paint() -> RwSignal<bool> {
    let at_once = cfg!(not(target_arch = "wasm32")) || !failure::runs();
    let painted = RwSignal::new(at_once);
    if !at_once {
        page::after_a_paint(move || _ = painted.try_set(true));
    }
    painted
}
