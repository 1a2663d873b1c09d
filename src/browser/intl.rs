//! Dates as the reader writes them, by the browser's own `Intl`.

use crate::domain::timestamp::Timestamp;
use crate::i18n::Language;

/// A day in words, in the time zone of the device: "24 listopada 2026", "24 November 2026".
#[cfg(target_arch = "wasm32")]
pub fn day(moment: &Timestamp, language: Language) -> String {
    use js_sys::{Array, Date, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    let date = Date::new(&moment.as_str().into());
    if date.get_time().is_nan() {
        return moment.date().to_owned();
    }
    let options = Object::new();
    for (part, style) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a property of an object of our own cannot fail.
        let _ = Reflect::set(&options, &part.into(), &style.into());
    }
    // British English: the day before the month, as everywhere in Europe.
    let locale = match language {
        Language::Polish => "pl-PL",
        Language::English => "en-GB",
    };
    let format = Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options).format();
    let text = format.call1(&JsValue::UNDEFINED, &date).ok().and_then(|text| text.as_string());
    text.unwrap_or_else(|| moment.date().to_owned())
}

/// Outside a browser: the day in figures.
#[cfg(not(target_arch = "wasm32"))]
pub fn day(moment: &Timestamp, _: Language) -> String {
    moment.date().to_owned()
}
