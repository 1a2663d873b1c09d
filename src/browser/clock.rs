//! The browser's clock.

use js_sys::Date;

use crate::domain::timestamp::Timestamp;

/// This moment, by the clock of the device.
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    // Only a clock set to a year beyond 9999 or before 0 is written in another form.
    Timestamp::parse(&text).or_else(|| Timestamp::parse("1970-01-01T00:00:00Z")).expect("the epoch is a moment")
}
