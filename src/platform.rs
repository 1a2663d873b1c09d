//! Everything that touches the browser.
//!
//! It also compiles for other machines, where the pages are rendered to text; there none of it is called but
//! [`clock::day_of`], for which no day is ahead of time then.

pub mod address;
pub mod agent;
pub mod clock;
pub mod failure;
pub mod files;
pub mod focus;
pub mod frame;
pub mod offline;
pub mod page;
pub mod paper;
pub mod share;
pub mod storage;

use std::pin::Pin;

use js_sys::{Object, Reflect};
// Which ask the browser for them once.
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
// Not that of Leptos, which has one only once something is mounted.
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, CustomEventInit};

/// Whether this is the program in a browser, and not the rendering of pages or a test.
pub const IS_BROWSER: bool = cfg!(target_arch = "wasm32");

/// An object with these properties.
fn object(properties: impl IntoIterator<Item = (&'static str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of an object of our own cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// Does something that takes a while. Boxed, so that what runs it is compiled once.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}

/// Tells the scripts of the page something.
fn tell(event: &str, detail: &JsValue) {
    let options = CustomEventInit::new();
    options.set_detail(detail);
    // Nothing can be done where even this fails; the console has the message.
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &options) {
        let _ = window().dispatch_event(&event);
    }
}
