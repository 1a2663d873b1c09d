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

/// What came of asking for a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printing {
    /// The browser has begun to lay the page out.
    Begun,
    /// It has not said so. Some say nothing and print; in a frame the page around may have forbidden it, without a word to anybody.
    Unsure,
    /// It cannot print, as browsers inside other apps.
    Missing,
}

/// Prints the page.
pub fn print() -> Printing {
    let begun = Rc::new(Cell::new(false));
    let noted = Rc::clone(&begun);
    let _before = BeforePaper::call(move || noted.set(true));
    match window().print() {
        Err(_) => Printing::Missing,
        Ok(()) if begun.get() => Printing::Begun,
        Ok(()) => Printing::Unsure,
    }
}
