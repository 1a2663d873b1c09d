//! What is set on an element of the page.

use leptos::prelude::RenderEffect;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, HtmlElement};

use super::{Setting, Value};
use crate::browser::native;

/// What was set, under its name. When it is dropped it is not kept up to date any more.
///
/// It is no larger than the setting it comes of, so that many of them take the memory of those.
pub struct Kept(&'static str, State);

#[expect(dead_code, reason = "held, so that it is kept up to date")]
enum State {
    Fixed(Kind, Value),
    Changing(Kind, RenderEffect<Value>),
    Listener(Box<Listener>),
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
        native::add_event_listener(element, &native::name(event), handler.as_ref());
        Self { element: element.clone(), event, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        native::remove_event_listener(&self.element, &native::name(self.event), self.handler.as_ref());
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
    settings.into_iter().map(|(name, setting)| Kept(name, start(setting, element, name, None))).collect()
}

/// Sets all of them, after others that were set before or none.
pub fn keep_properties(properties: Vec<(&'static str, Value)>, before: Vec<Kept>, element: &Element) -> Vec<Kept> {
    let mut before = before.into_iter();
    let mut keep = |(name, value)| {
        let before = before.next().filter(|Kept(before, _)| *before == name).and_then(|kept| kept.1.into_value());
        Kept(name, follow(Kind::Property, value, element, name, before))
    };
    properties.into_iter().map(&mut keep).collect()
}

impl State {
    /// What is set.
    fn into_value(self) -> Option<Value> {
        match self {
            Self::Fixed(_, value) => Some(value),
            Self::Changing(_, effect) => effect.take_value(),
            Self::Listener(_) => None,
        }
    }
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
    for ((name, new), kept) in new.into_iter().zip(old) {
        let before = std::mem::replace(&mut kept.1, State::Fixed(Kind::Attribute, Value::Off)).into_value();
        kept.1 = start(new, element, name, before);
    }
}

fn start(setting: Setting, element: &Element, name: &'static str, before: Option<Value>) -> State {
    match setting {
        Setting::Attribute(value) => follow(Kind::Attribute, value, element, name, before),
        Setting::Style(value) => follow(Kind::Style, value, element, name, before),
        Setting::Listener(handler) => State::Listener(Box::new(Listener::new(element, name, handler))),
    }
}

/// Sets a value, and again whenever it changes. `before` is what is set, if anything.
fn follow(kind: Kind, value: Value, element: &Element, name: &'static str, before: Option<Value>) -> State {
    let Value::Changing(value) = value else {
        renew(kind, &value, before.as_ref(), element, name);
        return State::Fixed(kind, value);
    };
    let element = element.clone();
    let again = move |before: Option<Value>| {
        let new = value().now();
        renew(kind, &new, before.as_ref(), &element, name);
        new
    };
    State::Changing(kind, RenderEffect::new_with_value(again, before))
}

/// Sets a value in the place of another, where that is anything new.
fn renew(kind: Kind, new: &Value, before: Option<&Value>, element: &Element, name: &'static str) {
    let known = match before {
        Some(before) => new.is(before),
        None => kind == Kind::Attribute && new.is(&Value::Off),
    };
    // What was ticked may have been changed by the person, who would not see what counts. A text they are writing is left to them.
    let may_differ = kind == Kind::Property && name != "value";
    if !known || may_differ {
        set(kind, new, element, name);
    }
}

fn set(kind: Kind, value: &Value, element: &Element, name: &'static str) {
    // None of these can fail with the names that there are.
    match (kind, value) {
        (Kind::Attribute, Value::Off) => _ = element.remove_attribute(name),
        (Kind::Attribute, _) => native::set_attribute(element, &native::name(name), &native::text(value.as_str())),
        (Kind::Style, _) => {
            let element: &HtmlElement = element.unchecked_ref();
            _ = element.style().set_property(name, value.as_str());
        }
        (Kind::Property, _) => {
            let value = match value {
                Value::Text(text) => native::text(text),
                other => JsValue::from_bool(matches!(other, Value::On)),
            };
            native::set_property(element, &native::name(name), &value);
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
