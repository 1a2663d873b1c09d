//! The browser's clock.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;

use super::window;
use crate::domain::timestamp::Timestamp;

/// This moment, by the clock of the device; the epoch where that is set to a year that is not written in four digits.
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    Timestamp::parse(&text).unwrap_or_else(Timestamp::epoch)
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
