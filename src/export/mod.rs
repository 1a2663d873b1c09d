//! A result in other forms: for a spreadsheet, for a mail or chat, for a slide, for a camera. Pure functions from a record and the
//! words to a text; nothing here touches the browser.

pub mod comparison;
pub mod csv;
pub mod picture;
pub mod qr;
pub mod text;

use crate::domain::instrument::{BuiltIn, Instrument};
use crate::i18n::Language;

/// The statements and levels in a language.
pub fn instrument(language: Language) -> &'static Instrument {
    let built_in = BuiltIn::get();
    match language {
        Language::Polish => &built_in.polish,
        Language::English => &built_in.english,
    }
}
