//! A result as a picture for a slide: a self-contained SVG of 1200 by 675 units. Always in the light colours.

use super::escape;
use crate::charts::geometry::{Decimal, position, zone};
use crate::charts::weave::{Strands, closeness, strands};
use crate::texts::Language;
use duet_domain::record::Record;
use duet_domain::score::Level;

/// Width and height, in units of the SVG and in pixels of the PNG.
pub const SIZE: (u32, u32) = (1200, 675);

/// The background of pictures and icons: `--paper` of style/tokens.css in the light theme.
pub const PAPER: &str = "#faf7f1";
const INK: &str = "#1f2328";
const SOFT: &str = "#585e65";
const SALES: &str = "#b04c22";
const MARKETING: &str = "#1f4e5f";
const SERIF: &str = "Palatino, 'URW Palladio L', P052, Georgia, serif";
const SANS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

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

/// Stroke and fill of the zone of a level.
fn colours(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Undefined => ("#b3362b", "#f6ddd8"),
        Level::Defined => ("#9c5500", "#f7e6cc"),
        Level::Aligned => ("#746000", "#f1ebc4"),
        Level::Integrated => ("#25703f", "#d9ecdd"),
    }
}

/// The SVG. `about` is the last line: the day and the side.
pub fn write(record: &Record, language: Language, about: &str) -> String {
    let instrument = language.instrument();
    let score = record.score();
    let level = score.level();
    let name = (language.result().level)(&instrument.level(level).name);
    let strands = strands(|_| closeness(level), 4, 480.0, 128.0);
    let drawing = piece(&strands.fence, SOFT, 5) + &strands_svg(&strands, 9);
    let band: String = Level::ALL
        .map(|level| {
            let (start, width) = zone(level);
            let (edge, tint) = colours(level);
            let (x, width, middle) = (start * 10.4, width * 10.4, (start + width / 2.0) * 10.4);
            let [x, width, middle] = [x, width, middle].map(Decimal);
            let zone_name = escape(&instrument.level(level).name.to_lowercase());
            format!(
                "<rect x=\"{x}\" y=\"0\" width=\"{width}\" height=\"36\" fill=\"{tint}\" stroke=\"{edge}\"/>\
             <text x=\"{x}\" y=\"66\">{}</text><text x=\"{middle}\" y=\"94\" text-anchor=\"middle\">{zone_name}</text>",
                level.min_points()
            )
        })
        .concat();
    let mark = Decimal(position(score) * 10.4);
    let next = score.to_next().map_or_else(
        || language.result().highest.to_owned(),
        |(next, points)| (language.result().to_next)(&instrument.level(next).name, points),
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\">\
         <title>{title}</title><rect width=\"{w}\" height=\"{h}\" fill=\"{PAPER}\"/>\
         <g transform=\"translate(80 70)\" fill=\"none\" stroke-linecap=\"butt\">{drawing}</g>\
         <text x=\"80\" y=\"370\" font-family=\"{SERIF}\" font-size=\"150\" fill=\"{INK}\">{points}</text>\
         <text x=\"310\" y=\"370\" font-family=\"{SERIF}\" font-size=\"58\" fill=\"{edge}\">{name}</text>\
         <g transform=\"translate(80 450)\" font-family=\"{SANS}\" font-size=\"22\" fill=\"{SOFT}\">{band}\
         <text x=\"1040\" y=\"66\" text-anchor=\"end\">100</text>\
         <path d=\"M{mark} -6l-14 -20h28z\" fill=\"{INK}\"/><path d=\"M{mark} -10v52\" stroke=\"{INK}\" stroke-width=\"5\"/></g>\
         <text x=\"80\" y=\"606\" font-family=\"{SANS}\" font-size=\"28\" font-weight=\"600\" fill=\"{INK}\">{next}</text>\
         <text x=\"80\" y=\"644\" font-family=\"{SANS}\" font-size=\"20\" fill=\"{SOFT}\">Duet · {about} · Kotler, Rackham, Krishnaswamy, HBR 2006</text>\
         </svg>",
        w = SIZE.0,
        h = SIZE.1,
        title = escape(&format!("{name}, {}", (language.result().on_scale)(score.points()))),
        points = score.points(),
        edge = colours(level).0,
        name = escape(&name),
        next = escape(&next),
        about = escape(about),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::example;
    use crate::texts::Language;

    #[test]
    fn it_is_well_formed_and_says_what_it_shows() {
        let (record, _) = Record::from_json(example()).expect("a result");
        for language in Language::ALL {
            let svg = write(&record, language, "24 · <Sales> & \"more\"");
            let mut reader = quick_xml::Reader::from_str(&svg);
            let mut text = String::new();
            loop {
                match reader.read_event().expect("well-formed") {
                    quick_xml::events::Event::Text(part) => text.push_str(&part.decode().expect("text")),
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            assert!(text.contains("64"), "{text}");
            assert!(!svg.contains("<Sales>"));
        }
    }
}
