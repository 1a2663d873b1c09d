//! Export formats: CSV, text, picture, QR code. Pure functions from a record or a comparison to a text; nothing here touches the browser.

pub mod comparison;
pub mod csv;
pub mod picture;
pub mod qr;
pub mod text;
