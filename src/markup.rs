//! What is seen, as one kind of view: elements with their settings and their content.
//!
//! Leptos has a type for every view, and compiles the drawing of each: a result alone was a megabyte of drawing. Here a view is a
//! value, [`Markup`], and what draws it is there once. `view!` of this module takes the same markup as that of Leptos
//! (`markup/src/lib.rs`); signals, effects, contexts and components are those of Leptos, and a `Markup` is one of its views.
//! docs/adr/0017 has the figures.
//!
//! Where one takes the place of another, they are compared and what is different is changed, so that what stays keeps the focus and
//! what the browser knows of it. Use [`IntoMarkup::anew`] where that must not be, or where most is different.

#[cfg(target_arch = "wasm32")]
mod draw;
mod html;
#[cfg(target_arch = "wasm32")]
mod settings;
mod value;

use std::borrow::Cow;

pub use duet_markup::view;
use leptos::ev::EventDescriptor;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Event;
pub use value::{IntoValue, Value};

/// A view.
pub enum Markup {
    /// Nothing is seen.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Box<Element>),
    /// Several, one after the other.
    List(Vec<Markup>),
    /// One that is kept up to date.
    Changing(Box<dyn Fn() -> Markup>),
    /// One that is never compared, see [`IntoMarkup::anew`].
    Anew(Box<Markup>),
    /// One that is not even made again, see [`Markup::while_same`].
    Same(u32, fn(u32) -> Markup),
}

impl Markup {
    /// A view that is made of `state` and nothing else: where the one in its place was of the same state, none is made.
    pub fn while_same(state: u32, view: fn(u32) -> Self) -> Self {
        Self::Same(state, view)
    }
}

/// An element.
pub struct Element {
    name: &'static str,
    settings: Vec<(&'static str, Setting)>,
    /// Set once the content is there: a choice needs its options.
    properties: Vec<(&'static str, Value)>,
    /// What is in it.
    pub content: Content,
}

/// What is in an element.
#[derive(Default)]
pub struct Content(Vec<Markup>);

/// What is set on an element, under a name.
enum Setting {
    Attribute(Value),
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "static pages have no style attributes"))]
    Style(Value),
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "nothing happens outside a browser"))]
    Listener(Box<dyn FnMut(Event)>),
}

impl Element {
    /// An element without anything.
    #[inline(never)]
    pub fn new(name: &'static str) -> Box<Self> {
        Box::new(Self { name, settings: Vec::new(), properties: Vec::new(), content: Content::default() })
    }

    /// Sets an attribute.
    pub fn attribute(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(name, Setting::Attribute(value.into_value()));
    }

    /// Sets an attribute to a text that never changes.
    pub fn plain(&mut self, name: &'static str, value: &'static str) {
        self.set(name, Setting::Attribute(Value::Text(value.into())));
    }

    /// Sets a property.
    pub fn property(&mut self, name: &'static str, value: impl IntoValue) {
        self.properties.push((name, value.into_value()));
    }

    /// Sets a property of the style.
    pub fn style(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(name, Setting::Style(value.into_value()));
    }

    /// Listens to an event.
    pub fn on<E: EventDescriptor<EventType: JsCast>>(
        &mut self,
        event: E,
        mut handler: impl FnMut(E::EventType) + 'static,
    ) {
        // The names of the events that the page listens to are all fixed.
        if let Cow::Borrowed(name) = event.name() {
            self.set(name, Setting::Listener(Box::new(move |event| handler(event.unchecked_into()))));
        }
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, setting: Setting) {
        self.settings.push((name, setting));
    }
}

impl Content {
    /// Adds an element.
    pub fn element(&mut self, element: Box<Element>) {
        self.push(element.into());
    }

    /// Adds a text that never changes.
    pub fn text(&mut self, text: &'static str) {
        self.push(Markup::Text(text.into()));
    }

    /// Adds whatever can be seen.
    pub fn add(&mut self, view: impl IntoMarkup) {
        self.push(view.into_markup());
    }

    #[inline(never)]
    fn push(&mut self, view: Markup) {
        self.0.push(view);
    }
}

impl From<Box<Element>> for Markup {
    fn from(element: Box<Element>) -> Self {
        Self::Element(element)
    }
}

impl From<Content> for Markup {
    fn from(content: Content) -> Self {
        Self::List(content.0)
    }
}

/// What can be made [`Markup`].
pub trait IntoMarkup: Sized {
    /// Makes it markup.
    fn into_markup(self) -> Markup;

    /// Makes it markup that is drawn anew instead of compared with what was in its place. That is less work for the browser where
    /// most is different, and an element that stays keeps what the browser knows of it: which answer was chosen, what has the focus.
    fn anew(self) -> Markup {
        Markup::Anew(Box::new(self.into_markup()))
    }
}

/// What can be collected as markup.
pub trait CollectMarkup {
    /// All of it, one after the other.
    fn collect_markup(self) -> Markup;
}

impl<I: IntoIterator<Item: IntoMarkup>> CollectMarkup for I {
    fn collect_markup(self) -> Markup {
        Markup::List(self.into_iter().map(IntoMarkup::into_markup).collect())
    }
}

impl IntoMarkup for Markup {
    fn into_markup(self) -> Markup {
        self
    }
}

impl IntoMarkup for () {
    fn into_markup(self) -> Markup {
        Markup::Nothing
    }
}

impl IntoMarkup for &'static str {
    fn into_markup(self) -> Markup {
        Markup::Text(self.into())
    }
}

impl IntoMarkup for String {
    fn into_markup(self) -> Markup {
        Markup::Text(self.into())
    }
}

impl<T: IntoMarkup> IntoMarkup for Option<T> {
    fn into_markup(self) -> Markup {
        self.map_or(Markup::Nothing, T::into_markup)
    }
}

impl<F: Fn() -> T + 'static, T: IntoMarkup> IntoMarkup for F {
    fn into_markup(self) -> Markup {
        Markup::Changing(Box::new(move || self().into_markup()))
    }
}

/// Numbers, written in digits.
macro_rules! digits {
    ($($number:ty),*) => {$(
        impl IntoMarkup for $number {
            fn into_markup(self) -> Markup {
                Markup::Text(self.to_string().into())
            }
        }

        impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Text(self.to_string().into())
            }
        }
    )*};
}

digits!(u8, u16, u32, usize, f64);
