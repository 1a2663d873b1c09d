//! The printer.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, MediaQueryList};

use super::window;

/// Calls back before the page is laid out for paper, until it is dropped.
pub struct BeforePaper {
    act: Closure<dyn FnMut()>,
    /// A browser that says nothing beforehand says so here.
    medium: Option<MediaQueryList>,
}

impl BeforePaper {
    /// Calls `act` from now on, perhaps more than once for one print.
    pub fn call(act: impl FnMut() + 'static) -> Self {
        let own = Self { act: Closure::new(act), medium: window().match_media("print").ok().flatten() };
        let add = |target: &EventTarget, event| {
            // Listening to an event of that name cannot fail.
            let _ = target.add_event_listener_with_callback(event, own.act.as_ref().unchecked_ref());
        };
        add(&window(), "beforeprint");
        if let Some(medium) = &own.medium {
            add(medium, "change");
        }
        own
    }
}

impl Drop for BeforePaper {
    fn drop(&mut self) {
        let remove = |target: &EventTarget, event| {
            let _ = target.remove_event_listener_with_callback(event, self.act.as_ref().unchecked_ref());
        };
        remove(&window(), "beforeprint");
        if let Some(medium) = &self.medium {
            remove(medium, "change");
        }
    }
}

/// Prints the page. Says whether the browser has begun to: in a frame the page around may forbid it, without a word to anybody.
pub fn print() -> bool {
    let begun = Rc::new(Cell::new(false));
    let noted = Rc::clone(&begun);
    let _before = BeforePaper::call(move || noted.set(true));
    // Without printing there is nothing to wait for.
    let _ = window().print();
    begun.get()
}
