//! The icon: the logo on its background.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::charts::weave::strands;
use crate::export::picture::{PAPER, strands_svg};

/// The name of its file.
pub const NAME: &str = "icon.svg";

/// The icon as SVG, 32 by 32.
pub fn icon() -> String {
    let mark = strands_svg(&strands(|_| 1.0, 2, 22.0, 22.0), 4);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" fill=\"none\" stroke-linecap=\"round\">\
         <rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{PAPER}\"/><g transform=\"translate(5 5)\">{mark}</g></svg>\n"
    )
}

/// The icon as a data URL. Some browsers request an icon file again after each change of the title.
pub fn inline() -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon()))
}
