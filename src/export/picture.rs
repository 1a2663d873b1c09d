//! Pictures for a slide: self-contained SVGs of 1200 by 675 units. Always in the light colours.

mod gaps;
mod result;
mod sides;

use super::escape;
use crate::charts::geometry::{Decimal, zone};
use crate::charts::weave::Strands;
use duet_domain::Side;
use duet_domain::score::{Level, Score};

pub use gaps::write as gaps;
pub use result::write;
pub use sides::write as sides;

/// Width and height, in units of the SVG and in pixels of the PNG.
pub const SIZE: (u32, u32) = (1200, 675);

/// The background of pictures and icons: `--paper` of style/tokens.css in the light theme.
pub const PAPER: &str = "#faf7f1";
const INK: &str = "#1f2328";
const SOFT: &str = "#585e65";
const LINE: &str = "#ded7ca";
const SALES: &str = "#b04c22";
const MARKETING: &str = "#1f4e5f";
const SERIF: &str = "Palatino, 'URW Palladio L', P052, Georgia, serif";
const SANS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// The left and the right edge of what is drawn.
const LEFT: f64 = 80.0;
const RIGHT: f64 = 1120.0;
/// The radius of the mark of a side.
const MARK: f64 = 10.0;

/// The SVG elements of the two strands with a stroke width, for a background of [`PAPER`].
pub fn strands_svg(strands: &Strands, width: u8) -> String {
    let mut drawing = piece(&strands.sales, SALES, width) + &piece(&strands.marketing, MARKETING, width);
    for (over, colour) in [(&strands.marketing_over, MARKETING), (&strands.sales_over, SALES)] {
        // With butt caps, so that the gap covers only the strand below.
        drawing += &piece(over, PAPER, 2 * width).replace("/>", " stroke-linecap=\"butt\"/>");
        drawing += &piece(over, colour, width);
    }
    drawing
}

fn piece(path: &str, colour: &str, width: u8) -> String {
    format!("<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>")
}

/// The whole picture: its content on the background, and the last line. `title` is what it shows, in words.
fn framed(title: &str, content: &str, about: &str) -> String {
    let (width, height) = SIZE;
    let source = format!("Duet · {about} · Kotler, Rackham, Krishnaswamy, HBR 2006");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         font-family=\"{SANS}\"><title>{title}</title><rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\
         {content}{source}</svg>",
        title = escape(title),
        source = text(LEFT, 644.0, &Type { size: 19, ..Type::SMALL }, &source),
    )
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Type<'a> {
    /// Its size, in units.
    size: u8,
    /// Its colour.
    fill: &'a str,
    /// Whether it is in the serif face.
    serif: bool,
    /// Whether it is bold.
    bold: bool,
    /// The part of it that is at the given position: `start`, `middle`, `end`.
    anchor: &'static str,
}

impl Type<'_> {
    const SMALL: Self = Self { size: 20, fill: SOFT, serif: false, bold: false, anchor: "start" };
    const BOLD: Self = Self { size: 24, fill: INK, serif: false, bold: true, anchor: "start" };
    const TITLE: Self = Self { size: 33, fill: INK, serif: true, bold: false, anchor: "start" };
}

/// A line of text at the position of its beginning on the base line.
fn text(x: f64, y: f64, set: &Type, content: &str) -> String {
    let Type { size, fill, anchor, .. } = set;
    let face = if set.serif { format!(" font-family=\"{SERIF}\"") } else { String::new() };
    let weight = if set.bold { " font-weight=\"600\"" } else { "" };
    let (x, y) = (Decimal(x), Decimal(y));
    let content = escape(content);
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\" text-anchor=\"{anchor}\"{face}{weight}>{content}</text>"
    )
}

/// Lines of text below each other.
fn paragraph(x: f64, y: f64, set: &Type, lines: &[String]) -> String {
    let heights = std::iter::successors(Some(y), |y| Some(y + line_height(set)));
    heights.zip(lines).map(|(y, line)| text(x, y, set, line)).collect()
}

fn line_height(set: &Type) -> f64 {
    (f64::from(set.size) * 1.25).round()
}

/// Breaks a text at its spaces into at most `most` lines of at most `length` characters; a longer word is a line of its own. What does not
/// fit is left out and marked by "…".
fn lines(text: &str, length: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= length => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let kept = last.trim_end_matches([',', '.', ':', ';']).len();
            last.truncate(kept);
            last.push('…');
        }
    }
    lines
}

/// Stroke and fill of the zone of a level.
fn colours(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Undefined => ("#b3362b", "#f6ddd8"),
        Level::Defined => ("#9c5500", "#f7e6cc"),
        Level::Aligned => ("#746000", "#f1ebc4"),
        Level::Integrated => ("#25703f", "#d9ecdd"),
    }
}

/// The zones of the levels with the sums at which they begin, for a band of a width and a height.
fn zones(width: f64, height: f64, set: &Type) -> String {
    let unit = width / 100.0;
    let below = height + f64::from(set.size) + 8.0;
    let zone = |level: Level| {
        let (start, part) = zone(level);
        let (edge, tint) = colours(level);
        let (x, part, height) = (Decimal(start * unit), Decimal(part * unit), Decimal(height));
        let rectangle =
            format!("<rect x=\"{x}\" y=\"0\" width=\"{part}\" height=\"{height}\" fill=\"{tint}\" stroke=\"{edge}\"/>");
        rectangle + &text(start * unit, below, set, &level.min_points().to_string())
    };
    let end = Type { anchor: "end", ..*set };
    Level::ALL.map(zone).concat() + &text(width, below, &end, &Score::MAX.points().to_string())
}

/// The mark of a side, as on the screen: Sales a circle, Marketing a diamond.
fn mark(side: Side, x: f64, y: f64) -> String {
    let (x, y) = (Decimal(x), Decimal(y));
    if side == Side::Sales {
        return format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{MARK}\" fill=\"{SALES}\" stroke=\"{PAPER}\" stroke-width=\"2\"/>"
        );
    }
    let half = Decimal(MARK * 1.3);
    format!(
        "<path d=\"M{x} {y}m0 -{half}l{half} {half}l-{half} {half}l-{half} -{half}z\" fill=\"{MARKETING}\" stroke=\"{PAPER}\" stroke-width=\"2\"/>"
    )
}

/// The line between two marks.
fn between(from: f64, to: f64, y: f64) -> String {
    let (from, to, y) = (Decimal(from), Decimal(to), Decimal(y));
    format!("<line x1=\"{from}\" x2=\"{to}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{INK}\" stroke-width=\"4\"/>")
}

/// Moves a drawing.
fn moved(x: f64, y: f64, drawing: &str) -> String {
    format!("<g transform=\"translate({} {})\">{drawing}</g>", Decimal(x), Decimal(y))
}

#[cfg(test)]
mod tests;
