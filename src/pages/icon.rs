//! The icon: the mark of Duet, on its ground.

use crate::charts::weave::strands;

/// The name of its file.
pub const NAME: &str = "icon.svg";

/// The colours of the light theme (style/tokens.css): an icon does not know what it stands on.
const GROUND: &str = "#faf7f1";
const SALES: &str = "#b04c22";
const MARKETING: &str = "#1f4e5f";

/// The icon as SVG, 32 by 32.
pub fn icon() -> String {
    let mark = strands(|_| 1.0, 2, 22.0, 22.0);
    let piece = |path: &str, colour: &str, width: u8| {
        format!("    <path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n")
    };
    let mut drawing = piece(&mark.sales, SALES, 4) + &piece(&mark.marketing, MARKETING, 4);
    for (over, colour) in [(&mark.marketing_over, MARKETING), (&mark.sales_over, SALES)] {
        // Cut off straight, so that only what lies below is parted.
        drawing += &piece(over, GROUND, 8).replace("/>", " stroke-linecap=\"butt\"/>");
        drawing += &piece(over, colour, 4);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" fill=\"none\" stroke-linecap=\"round\">\n  \
         <rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{GROUND}\"/>\n  <g transform=\"translate(5 5)\">\n{drawing}  </g>\n</svg>\n"
    )
}
