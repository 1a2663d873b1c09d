//! The browser's clock.

use js_sys::Date;

use crate::domain::timestamp::Timestamp;

/// This moment, by the clock of the device; the epoch where that is set to a year that is not written in four digits.
pub fn now() -> Timestamp {
    let text = String::from(Date::new_0().to_iso_string());
    Timestamp::parse(&text).unwrap_or_else(Timestamp::epoch)
}
