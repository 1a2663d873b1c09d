//! The picture of both sides: who rates the relationship higher, the mean sums, and the themes along the two strands.

use super::{
    LEFT, LINE, MARKETING, PAPER, RIGHT, SALES, Type, between, colours, framed, line_height, lines, mark, moved,
    paragraph, text, zones,
};
use crate::charts::geometry::Decimal;
use crate::charts::sides::percent_of_sum;
use crate::charts::theme_sides::{HEAD, Shapes, ThemeRow, WIDTH, at, rows, shapes};
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::Answer;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS};

/// The width of the left column: the sentence and the sums.
const COLUMN: f64 = 420.0;
/// Where the drawing of the themes begins and ends; the figures are beside it.
const DRAWING: (f64, f64) = (556.0, 1066.0);
const TOP: f64 = 64.0;

/// The SVG; none if a side is hidden. `headline` is the sentence about both sums, `about` the days.
pub fn write(comparison: &Comparison, language: Language, headline: &str, about: &str) -> Option<String> {
    let themes = themes(&rows(comparison, language)?, language);
    let sentence = lines(headline, 23, 6);
    let height = line_height(&Type::TITLE) * f64::from(u8::try_from(sentence.len()).unwrap_or(u8::MAX));
    let content = [
        paragraph(LEFT, TOP + 30.0, &Type::TITLE, &sentence),
        moved(LEFT, TOP + height + 50.0, &sums(comparison, language)?),
        themes,
    ];
    Some(framed(headline, &content.concat(), about))
}

/// The band with the mean sums of both sides, and each of them in words.
fn sums(comparison: &Comparison, language: Language) -> Option<String> {
    let x = |side: Side| Some(percent_of_sum(comparison.group(side).mean_sum(DISPLAY_DECIMALS)?) / 100.0 * COLUMN);
    let (sales, marketing) = (x(Side::Sales)?, x(Side::Marketing)?);
    let content = [
        moved(0.0, 18.0, &zones(COLUMN, 26.0, &Type { size: 17, ..Type::SMALL })),
        between(sales, marketing, 0.0),
        mark(Side::Sales, sales, 0.0),
        mark(Side::Marketing, marketing, 0.0),
        moved(0.0, 130.0, &sum(comparison, Side::Sales, language)?),
        moved(0.0, 214.0, &sum(comparison, Side::Marketing, language)?),
    ];
    Some(content.concat())
}

/// Mean sum, level and number of people of a side.
fn sum(comparison: &Comparison, side: Side, language: Language) -> Option<String> {
    let group = comparison.group(side);
    let (_, level) = group.mean?;
    let sum = language.number(group.mean_sum(DISPLAY_DECIMALS)?, DISPLAY_DECIMALS);
    let name = format!("{} · {}", language.side(side), (language.team().people)(group.respondents));
    let level_name = (language.result().level)(&language.instrument().level(level).name);
    let content = [
        mark(side, 12.0, 0.0),
        text(40.0, 16.0, &Type { size: 48, ..Type::TITLE }, &sum),
        text(168.0, -8.0, &Type { size: 22, ..Type::BOLD }, &name),
        text(168.0, 20.0, &Type { size: 22, fill: colours(level).0, ..Type::SMALL }, &level_name),
    ];
    Some(content.concat())
}

/// The themes along the two strands, as on the screen, with their figures at the right.
fn themes(rows: &[ThemeRow], language: Language) -> String {
    let shapes = shapes(rows);
    let (from, to) = DRAWING;
    let scale = (to - from) / WIDTH;
    let top = TOP - HEAD;
    let figures = shapes.rows.iter().zip(rows).map(|((y, ..), row)| figures(top + y * scale, row, language));
    format!(
        "<g transform=\"translate({} {}) scale({})\">{}</g>{}{}",
        Decimal(from),
        Decimal(top),
        Decimal(scale),
        drawing(&shapes, rows),
        figures.collect::<String>(),
        ends(top + shapes.height * scale + 26.0, language),
    )
}

/// The means of a theme.
fn figures(y: f64, row: &ThemeRow, language: Language) -> String {
    let set = |fill| Type { size: 21, fill, anchor: "end", ..Type::BOLD };
    let figure = |mean| language.number(mean, DISPLAY_DECIMALS);
    text(RIGHT, y - 4.0, &set(SALES), &figure(row.sales))
        + &text(RIGHT, y + 20.0, &set(MARKETING), &figure(row.marketing))
}

/// The names of the ends of the scale, below the drawing.
fn ends(y: f64, language: Language) -> String {
    let set = Type { size: 16, ..Type::SMALL };
    let end = |answer: Answer| lines(&format!("{} – {}", answer.value(), language.instrument().scale(answer)), 18, 2);
    paragraph(DRAWING.0, y, &set, &end(Answer::MIN))
        + &paragraph(DRAWING.1, y, &Type { anchor: "end", ..set }, &end(Answer::MAX))
}

fn drawing(shapes: &Shapes, rows: &[ThemeRow]) -> String {
    let tick = |answer: Answer| {
        let x = at(f64::from(answer.value()));
        let (line, bottom) = (Decimal(x), Decimal(shapes.height));
        let set = Type { size: 13, anchor: "middle", ..Type::SMALL };
        let number = text(x, 15.0, &set, &answer.value().to_string());
        format!("<path d=\"M{line} {HEAD}V{bottom}\" stroke=\"{LINE}\"/>{number}")
    };
    let strand = |path: &str, colour: &str| {
        format!("<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"3.5\" opacity=\"0.7\"/>")
    };
    format!(
        "{}<g transform=\"matrix(0 1 1 0 0 0)\">{}{}</g>{}",
        Answer::all().map(tick).collect::<String>(),
        strand(&shapes.sales, SALES),
        strand(&shapes.marketing, MARKETING),
        shapes.rows.iter().zip(rows).map(|(place, row)| theme(*place, row.name)).collect::<String>(),
    )
}

/// The name of a theme, and the marks of both sides at a smaller size than elsewhere.
fn theme((y, sales, marketing): (f64, f64, f64), name: &str) -> String {
    let scale = 0.75;
    let marks = between(sales / scale, marketing / scale, 0.0)
        + &mark(Side::Sales, sales / scale, 0.0)
        + &mark(Side::Marketing, marketing / scale, 0.0);
    let marks = format!("<g transform=\"translate(0 {}) scale({scale})\">{marks}</g>", Decimal(y));
    above(2.0, y - 19.0, &Type { size: 15, ..Type::BOLD }, name) + &marks
}

/// A text above a strand, with an edge in the colour of the background. As two texts, because not every program that shows SVG knows
/// `paint-order`.
fn above(x: f64, y: f64, set: &Type, content: &str) -> String {
    let text = text(x, y, set, content);
    format!("<g stroke=\"{PAPER}\" stroke-width=\"5\" aria-hidden=\"true\">{text}</g>{text}")
}
