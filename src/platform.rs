//! Everything that touches the browser.
//!
//! It also compiles natively, where pages are rendered to text. Only functions that check for a browser first, and those of [`clock`]
//! that have a native version, may be called there.

pub mod address;
pub mod chunk;
pub mod clock;
pub mod failure;
pub mod files;
pub mod focus;
pub mod frame;
pub mod offline;
pub mod page;
pub mod print;
pub mod retention;
pub mod share;
pub mod storage;

use std::pin::Pin;

use js_sys::{Object, Reflect};
// They look the objects up once.
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
// Not the `spawn_local` of Leptos, which has no executor before something is mounted.
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit};

/// Whether this is the program in a browser, and not a native build for static pages or tests.
pub const IS_BROWSER: bool = cfg!(target_arch = "wasm32");

/// A JavaScript object with these properties.
fn object(properties: impl IntoIterator<Item = (&'static str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// Runs a future in the background. It is boxed so that the executor is compiled once and not for each type of future.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}

/// Dispatches an event on the window, for the scripts of the page (`public/*.js`).
fn dispatch(event: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    options.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &options) {
        let _ = window().dispatch_event(&event);
    }
}
