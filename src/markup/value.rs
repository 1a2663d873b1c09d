//! Values of attributes, properties and styles.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, RwSignal, Signal};

/// A value.
pub enum Value {
    /// None: the attribute is not there, the property is false.
    Off,
    /// The attribute is there without a text, the property is true.
    On,
    /// A text.
    Text(Cow<'static, str>),
    /// One that is kept up to date.
    Changing(Box<dyn Fn() -> Value>),
}

/// What can be a value.
pub trait IntoValue {
    /// Makes it one.
    fn into_value(self) -> Value;
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::On } else { Value::Off }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Off, T::into_value)
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Changing(Box::new(move || self().into_value()))
    }
}

/// What Leptos keeps up to date.
macro_rules! signals {
    ($($signal:ident),*) => {$(
        impl<T: IntoValue + Clone + Send + Sync + 'static> IntoValue for $signal<T> {
            fn into_value(self) -> Value {
                (move || self.get()).into_value()
            }
        }
    )*};
}

signals!(Memo, RwSignal, Signal);
