//! The browser's clock and calendar.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::domain::timestamp::Timestamp;
use crate::i18n::Language;

/// This moment, by the clock of the device; the epoch where that is set to a year that is not written in four digits.
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    Timestamp::parse(&text).unwrap_or_else(Timestamp::epoch)
}

/// A day in words, in the time zone of the device: "24 listopada 2026", "24 November 2026". In figures where the calendar has no
/// such day.
pub fn day(moment: &Timestamp, language: Language) -> String {
    let words = local(moment).and_then(|[year, month, day]| language.day(year, month, day));
    words.unwrap_or_else(|| moment.date().to_owned())
}

/// Year, month and day where the device is.
#[cfg(target_arch = "wasm32")]
fn local(moment: &Timestamp) -> Option<[u32; 3]> {
    let date = Date::new(&moment.as_str().into());
    (!date.get_time().is_nan()).then(|| [date.get_full_year(), date.get_month() + 1, date.get_date()])
}

/// Year, month and day in UTC: outside a browser there is no other zone to ask for.
#[cfg(not(target_arch = "wasm32"))]
fn local(moment: &Timestamp) -> Option<[u32; 3]> {
    let mut numbers = moment.date().split('-').map(|number| number.parse().ok());
    Some([numbers.next()??, numbers.next()??, numbers.next()??])
}

/// Milliseconds, to measure how long something takes.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Lets the page draw and answer.
pub async fn pause() {
    let resume = Promise::new(&mut |resolve, _| {
        // Browsers refuse no timer.
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // It is always resolved.
    let _ = JsFuture::from(resume).await;
}
