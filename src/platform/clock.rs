//! The browser's clock and calendar.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::texts::Language;
use duet_domain::record::Record;
use duet_domain::timestamp::{Day, Timestamp};

/// This moment, by the clock of the device; the epoch where that is set to a year that is not written in four digits.
#[cfg(target_arch = "wasm32")]
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    Timestamp::parse(&text).unwrap_or_else(Timestamp::epoch)
}

/// Outside a browser, where nothing that was answered is stored, it is always the same moment.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> Timestamp {
    Timestamp::epoch()
}

/// This day where the device is.
#[cfg(target_arch = "wasm32")]
pub fn today() -> Day {
    let date = Date::new_0();
    let written = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    Day::parse(&written).unwrap_or_else(|| Timestamp::epoch().utc_day())
}

/// Outside a browser, where pages and tests are rendered, no day is ahead of time.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> Day {
    Day::from_number(Day::FIRST + 16_000)
}

/// The day of a result in words, as it was for the respondent: "24 listopada 2026", "24 November 2026". One that cannot be is named as
/// that.
pub fn day_of(result: &Record, language: Language) -> String {
    let day = language.day(&result.day);
    if result.day.is_plausible(&today()) { day } else { language.impossible_day(&day) }
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
