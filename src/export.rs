//! Export formats: calendar, CSV, text, picture, QR code. Pure functions from a record or a comparison to a text; nothing here touches the browser.

pub mod calendar;
pub mod comparison;
pub mod csv;
pub mod picture;
pub mod qr;
pub mod text;

/// Escapes a text for HTML and XML, as content and as the value of an attribute in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
