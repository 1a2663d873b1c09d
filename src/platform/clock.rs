//! The browser's clock and calendar.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::texts::Language;
use duet_domain::record::Record;
use duet_domain::timestamp::{Day, Timestamp};

/// The current time by the clock of the device; the epoch if its year does not have four digits.
#[cfg(target_arch = "wasm32")]
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    Timestamp::parse(&text).unwrap_or_else(Timestamp::epoch)
}

/// Outside a browser: the epoch, so that rendering is reproducible.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> Timestamp {
    Timestamp::epoch()
}

/// The current day in the time zone of the device.
#[cfg(target_arch = "wasm32")]
pub fn today() -> Day {
    let date = Date::new_0();
    let written = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    Day::parse(&written).unwrap_or_else(|| Timestamp::epoch().utc_day())
}

/// Outside a browser: a fixed day so late that no day of a test is in the future.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> Day {
    Day::from_number(Day::FIRST + 16_000)
}

/// The respondent's day of a result in words: "24 listopada 2026", "24 November 2026". An implausible day is marked as such.
pub fn day_of(result: &Record, language: Language) -> String {
    let day = language.day(&result.day);
    if result.day.is_plausible(&today()) { day } else { language.impossible_day(&day) }
}

/// Milliseconds since the epoch, to measure durations.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Yields to the browser, so that it can render and handle events.
pub async fn pause() {
    let resume = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // The promise is never rejected.
    let _ = JsFuture::from(resume).await;
}
