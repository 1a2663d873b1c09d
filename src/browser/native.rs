//! What is called so often that the way to it counts: functions of the browser itself, with texts of the browser's own.
//!
//! web-sys calls a function of a script for each, which translates the texts, calls the one of the browser's and catches what it throws. An answer
//! makes two hundred such calls, and a browser takes that script for worth a second translation (docs/adr/0019). None of these throws
//! with what it is given here.

use std::cell::RefCell;

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Text};

#[wasm_bindgen(module = "/src/browser/native.js")]
extern "C" {
    /// An element of HTML.
    #[wasm_bindgen(js_name = createElement)]
    pub fn create_element(name: &JsValue) -> Element;
    /// An element of another language, such as SVG.
    #[wasm_bindgen(js_name = createElementNS)]
    pub fn create_element_ns(language: &JsValue, name: &JsValue) -> Element;
    /// A text of the page.
    #[wasm_bindgen(js_name = createTextNode)]
    pub fn create_text_node(text: &JsValue) -> Text;
    /// Puts a node into another, before one that is in there; at the end where that is `NULL`.
    #[wasm_bindgen(js_name = insertBefore)]
    pub fn insert_before(parent: &Node, node: &Node, before: &JsValue);
    /// Sets an attribute.
    #[wasm_bindgen(js_name = setAttribute)]
    pub fn set_attribute(element: &Element, name: &JsValue, value: &JsValue);
    /// Sets a property.
    #[wasm_bindgen(js_name = setProperty)]
    pub fn set_property(element: &Element, name: &JsValue, value: &JsValue);
    /// Has a function called at an event.
    #[wasm_bindgen(js_name = addEventListener)]
    pub fn add_event_listener(element: &Element, event: &JsValue, handler: &JsValue);
    /// Has it called no more.
    #[wasm_bindgen(js_name = removeEventListener)]
    pub fn remove_event_listener(element: &Element, event: &JsValue, handler: &JsValue);
    #[wasm_bindgen(js_name = stored)]
    fn stored_text(key: &JsValue) -> JsValue;
    fn subarray(bytes: &Uint8Array, from: i32, to: i32) -> JsValue;
    fn decode(bytes: &JsValue) -> JsValue;
    fn encode(text: &JsValue) -> Uint8Array;
}

/// The memory of the program.
struct Memory {
    /// How many pages it had then. When it grows, the browser gives it another place.
    pages: usize,
    bytes: Uint8Array,
}

impl Memory {
    fn new() -> Self {
        let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
        Self { pages: pages(), bytes: Uint8Array::new(&memory.buffer()) }
    }
}

#[cfg(target_arch = "wasm32")]
fn pages() -> usize {
    core::arch::wasm32::memory_size(0)
}

#[cfg(not(target_arch = "wasm32"))]
fn pages() -> usize {
    0
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::new(Memory::new());
    /// The names that were used, sorted by where they are in the program.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// A text as one of the browser's.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "where there is a browser an address has 32 bits, and a page has not half of what they reach"
)]
pub fn text(text: &str) -> JsValue {
    MEMORY.with_borrow_mut(|memory| {
        if memory.pages != pages() {
            *memory = Memory::new();
        }
        let from = text.as_ptr() as usize as i32;
        decode(&subarray(&memory.bytes, from, from + text.len() as i32))
    })
}

/// A text that is used again and again: it is made once. For names alone, since it stays.
pub fn name(name: &'static str) -> JsValue {
    let place = |name: &'static str| (name.as_ptr(), name.len());
    NAMES.with_borrow_mut(|names| {
        let found = names.binary_search_by_key(&place(name), |(known, _)| place(known));
        let found = found.unwrap_or_else(|free| {
            names.insert(free, (name, text(name)));
            free
        });
        names[found].1.clone()
    })
}

/// The text that is in the browser's storage under a key. None too where the browser refuses to say.
pub fn stored(key: &str) -> Option<String> {
    let text = stored_text(&text(key));
    // The browser writes nothing else than UTF-8.
    if text.is_null() { None } else { String::from_utf8(encode(&text).to_vec()).ok() }
}
