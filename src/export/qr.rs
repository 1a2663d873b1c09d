//! A QR code as the path of an SVG.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// The quiet zone that the standard requires, in modules.
const QUIET: usize = 4;

/// A QR code as a square drawing, one unit a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width and height in modules, including the quiet zone.
    pub size: usize,
    /// The dark modules, as the `d` of an SVG path.
    pub path: String,
}

/// The QR code of a text, with error correction level M (15 %). None if the text is too long for any code, more than some 2,300
/// characters.
pub fn drawing(text: &str) -> Option<Drawing> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let dark = modules[column..].iter().take_while(|module| **module == Color::Dark).count();
            if dark > 0 {
                // Runs in place of single modules: a third of the size, and no hairlines between modules.
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{dark}v1h-{dark}z", column + QUIET, row + QUIET);
            }
            column += dark.max(1);
        }
    }
    Some(Drawing { size: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes the drawing from its pixels.
    fn decoded(drawing: &Drawing) -> String {
        const SCALE: usize = 4;
        let mut dark = vec![false; drawing.size * drawing.size];
        for run in drawing.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split([' ', 'h', 'v', '-', 'z']).filter_map(|number| number.parse().ok()).collect();
            let [x, y, length, ..] = numbers[..] else { panic!("{run}") };
            dark[y * drawing.size + x..][..length].fill(true);
        }
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(drawing.size * SCALE, drawing.size * SCALE, |x, y| {
                if dark[y / SCALE * drawing.size + x / SCALE] { 0 } else { 255 }
            });
        let grids = image.detect_grids();
        grids.first().expect("a code").decode().expect("readable").1
    }

    #[test]
    fn a_decoder_reads_the_link() {
        for link in
            ["https://example.org/duet/#r=8Z89-TXXZ-XCCF-NGGS", "http://127.0.0.1:8080/en/#r=8Z89-TXXZ-XCCF-NGGS"]
        {
            assert_eq!(decoded(&drawing(link).expect("short enough")), link);
        }
    }

    #[test]
    fn a_text_that_no_code_can_hold_has_none() {
        assert_eq!(drawing(&"x".repeat(3000)), None);
    }
}
