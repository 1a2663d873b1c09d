//! A result in other forms: for a spreadsheet, for a mail or chat, for a slide, for a camera. Pure functions from a record and the
//! words to a text; nothing here touches the browser.

pub mod comparison;
pub mod csv;
pub mod picture;
pub mod qr;
pub mod text;
