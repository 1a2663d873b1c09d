//! Printing.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, MediaQueryList};

use super::window;

/// Calls a function before the page is laid out for print, until it is dropped.
pub struct BeforePrint {
    act: Closure<dyn FnMut()>,
    /// Its `change` event replaces `beforeprint` in browsers without that.
    medium: Option<MediaQueryList>,
}

impl BeforePrint {
    /// Calls `act` before each print, possibly more than once.
    pub fn call(act: impl FnMut() + 'static) -> Self {
        let own = Self { act: Closure::new(act), medium: window().match_media("print").ok().flatten() };
        let add = |target: &EventTarget, event| {
            let _ = target.add_event_listener_with_callback(event, own.act.as_ref().unchecked_ref());
        };
        add(&window(), "beforeprint");
        if let Some(medium) = &own.medium {
            add(medium, "change");
        }
        own
    }
}

impl Drop for BeforePrint {
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

/// What is known after [`print()`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintOutcome {
    /// The browser has started to print.
    Started,
    /// There was no `beforeprint` event. Some browsers print without one; in a frame, the sandbox may have blocked it silently.
    Unknown,
    /// The browser cannot print, like many in-app browsers.
    Unsupported,
}

/// Opens the print dialog.
pub fn print() -> PrintOutcome {
    let started = Rc::new(Cell::new(false));
    let on_print = Rc::clone(&started);
    let _before = BeforePrint::call(move || on_print.set(true));
    match window().print() {
        Err(_) => PrintOutcome::Unsupported,
        Ok(()) if started.get() => PrintOutcome::Started,
        Ok(()) => PrintOutcome::Unknown,
    }
}
