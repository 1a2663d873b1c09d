//! What is set on an element of the page.

use leptos::prelude::RenderEffect;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, HtmlElement};

use super::{Setting, Value};

/// What was set, under its name. When it is dropped it is not kept up to date any more.
pub struct Kept(&'static str, State);

#[expect(dead_code, reason = "held, so that it is kept up to date")]
enum State {
    Fixed(Kind, Value),
    Changing(Kind, RenderEffect<Value>),
    Listener(Listener),
}

/// Listens until it is dropped. An event that is on its way through the page when what listens to it is removed comes no more.
struct Listener {
    element: Element,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(element: &Element, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Self {
        let handler = Closure::wrap(handler);
        _ = element.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
        Self { element: element.clone(), event, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        _ = self.element.remove_event_listener_with_callback(self.event, self.handler.as_ref().unchecked_ref());
    }
}

/// Where a value goes.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Attribute,
    Property,
    Style,
}

/// Sets all of it.
pub fn keep(settings: Vec<(&'static str, Setting)>, element: &Element) -> Vec<Kept> {
    settings.into_iter().map(|(name, setting)| Kept(name, start(setting, element, name))).collect()
}

/// Sets all of them. One that is set again is set whatever it was: the person may have changed it.
pub fn keep_properties(properties: Vec<(&'static str, Value)>, element: &Element) -> Vec<Kept> {
    properties.into_iter().map(|(name, value)| Kept(name, follow(Kind::Property, value, element, name))).collect()
}

/// Whether the same things are set.
pub fn like(new: &[(&'static str, Setting)], old: &[Kept]) -> bool {
    new.len() == old.len()
        && new.iter().zip(old).all(|((name, new), Kept(before, old))| {
            name == before
                && match (new, old) {
                    (Setting::Listener(_), State::Listener(_)) => true,
                    (Setting::Attribute(_), State::Fixed(kind, _) | State::Changing(kind, _)) => {
                        *kind == Kind::Attribute
                    }
                    (Setting::Style(_), State::Fixed(kind, _) | State::Changing(kind, _)) => *kind == Kind::Style,
                    _ => false,
                }
        })
}

/// Sets what is different.
pub fn replace(new: Vec<(&'static str, Setting)>, old: &mut [Kept], element: &Element) {
    for ((name, new), Kept(_, old)) in new.into_iter().zip(old) {
        match (&new, &*old) {
            (Setting::Attribute(Value::Text(new)), State::Fixed(_, Value::Text(old))) if new == old => continue,
            (Setting::Attribute(Value::Off), State::Fixed(_, Value::Off)) => continue,
            (Setting::Attribute(Value::Off), _) => set(Kind::Attribute, &Value::Off, element, name),
            _ => {}
        }
        *old = start(new, element, name);
    }
}

fn start(setting: Setting, element: &Element, name: &'static str) -> State {
    match setting {
        Setting::Attribute(value) => follow(Kind::Attribute, value, element, name),
        Setting::Style(value) => follow(Kind::Style, value, element, name),
        Setting::Listener(handler) => State::Listener(Listener::new(element, name, handler)),
    }
}

/// Sets a value, and again whenever it changes.
fn follow(kind: Kind, value: Value, element: &Element, name: &'static str) -> State {
    let Value::Changing(value) = value else {
        if kind != Kind::Attribute || !matches!(value, Value::Off) {
            set(kind, &value, element, name);
        }
        return State::Fixed(kind, value);
    };
    let element = element.clone();
    State::Changing(
        kind,
        RenderEffect::new(move |old: Option<Value>| {
            let new = value().now();
            // A property may have been changed by the person.
            if kind == Kind::Property || !new.is(&old.unwrap_or(Value::Off)) {
                set(kind, &new, &element, name);
            }
            new
        }),
    )
}

fn set(kind: Kind, value: &Value, element: &Element, name: &str) {
    // None of these can fail with the names that there are.
    match (kind, value) {
        (Kind::Attribute, Value::Off) => _ = element.remove_attribute(name),
        (Kind::Attribute, _) => _ = element.set_attribute(name, value.as_str()),
        (Kind::Style, _) => {
            let element: &HtmlElement = element.unchecked_ref();
            _ = element.style().set_property(name, value.as_str());
        }
        (Kind::Property, _) => {
            let value = match value {
                Value::Text(text) => JsValue::from_str(text),
                other => JsValue::from_bool(matches!(other, Value::On)),
            };
            _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
        }
    }
}

impl Value {
    /// What it is now.
    fn now(self) -> Self {
        match self {
            Self::Changing(value) => value().now(),
            fixed => fixed,
        }
    }

    fn as_str(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Off, Self::Off) | (Self::On, Self::On) => true,
            (Self::Text(text), Self::Text(other)) => text == other,
            _ => false,
        }
    }
}
