//! The picture of the statements that Sales and Marketing rate most differently.

use super::{INK, LEFT, LINE, MARKETING, RIGHT, SALES, SOFT, Type, between, framed, lines, mark, paragraph, text};
use crate::charts::geometry::Decimal;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS};

/// The axis from 1 to 5.
const AXIS: (f64, f64) = (700.0, 1000.0);
/// The most characters of a line of a statement.
pub(super) const LENGTH: usize = 52;
/// The height of the first row, and of each.
const FIRST: f64 = 196.0;
const ROW: f64 = 92.0;

/// The SVG; none if a side is hidden, or if no gap is as wide as those that are listed. Five statements at most, because twenty could not be
/// read from the last row of a room. `about` is the days.
pub fn write(comparison: &Comparison, language: Language, about: &str) -> Option<String> {
    let gaps = comparison.findings().gaps;
    let heights = std::iter::successors(Some(FIRST), |y| Some(y + ROW));
    let rows: Option<String> = heights.zip(&gaps).map(|(y, item)| row(comparison, *item, y, language)).collect();
    let rows = rows.filter(|rows| !rows.is_empty())?;
    let title = language.team().gaps;
    let content =
        [text(LEFT, 96.0, &Type { size: 44, ..Type::TITLE }, title), key(comparison, language), ends(language), rows];
    Some(framed(title, &content.concat(), about))
}

fn at(mean: f64) -> f64 {
    let (from, to) = AXIS;
    let (least, most) = (f64::from(Answer::MIN.value()), f64::from(Answer::MAX.value()));
    from + (to - from) * (mean - least) / (most - least)
}

/// The marks with the sides they stand for.
fn key(comparison: &Comparison, language: Language) -> String {
    let side = |side: Side, x: f64| {
        let name = format!("{} (n = {})", language.side(side), comparison.group(side).respondents);
        mark(side, x, 130.0) + &text(x + 22.0, 137.0, &Type::SMALL, &name)
    };
    side(Side::Sales, LEFT + 12.0) + &side(Side::Marketing, LEFT + 240.0)
}

/// The names of the ends of the scale, above the axis.
fn ends(language: Language) -> String {
    let set = Type { size: 16, ..Type::SMALL };
    let end = |answer: Answer| lines(&format!("{} – {}", answer.value(), language.instrument().scale(answer)), 18, 2);
    paragraph(AXIS.0, 117.0, &set, &end(Answer::MIN))
        + &paragraph(AXIS.1, 117.0, &Type { anchor: "end", ..set }, &end(Answer::MAX))
}

/// A statement, the means of both sides on the axis, and the gap.
fn row(comparison: &Comparison, item: ItemNumber, y: f64, language: Language) -> Option<String> {
    let (sales, marketing) = (comparison.sales.display_mean(item)?, comparison.marketing.display_mean(item)?);
    let number = |value: f64| language.number(value, DISPLAY_DECIMALS);
    let statement = Type { size: 20, fill: INK, ..Type::SMALL };
    let figure = |fill| Type { size: 17, fill, anchor: "middle", ..Type::BOLD };
    let sentence = lines(&language.instrument().item(item).text, LENGTH, 3);
    let first = y - 12.5 * f64::from(u8::try_from(sentence.len()).unwrap_or(u8::MAX)) + 19.0;
    let content = [
        format!("<path d=\"M{LEFT} {0}H{RIGHT}\" stroke=\"{LINE}\"/>", Decimal(y - ROW / 2.0)),
        text(LEFT, first, &Type::SMALL, &item.number().to_string()),
        paragraph(LEFT + 36.0, first, &statement, &sentence),
        axis(y + 8.0),
        between(at(sales), at(marketing), y + 8.0),
        mark(Side::Sales, at(sales), y + 8.0),
        mark(Side::Marketing, at(marketing), y + 8.0),
        text(at(sales), y - 12.0, &figure(SALES), &number(sales)),
        text(at(marketing), y - 12.0, &figure(MARKETING), &number(marketing)),
        text(RIGHT, y + 6.0, &Type { size: 34, anchor: "end", ..Type::TITLE }, &number(comparison.gap(item)?.abs())),
        text(RIGHT, y + 28.0, &Type { size: 16, anchor: "end", ..Type::SMALL }, language.team().gap),
    ];
    Some(content.concat())
}

fn axis(y: f64) -> String {
    let tick = |answer: Answer| format!("M{} {}v12", Decimal(at(f64::from(answer.value()))), Decimal(y - 6.0));
    let ticks: String = Answer::all().map(tick).collect();
    format!("<path d=\"M{} {}H{}{ticks}\" stroke=\"{SOFT}\"/>", Decimal(AXIS.0), Decimal(y), Decimal(AXIS.1))
}
