//! The themes along two strands, from top to bottom: where Sales and Marketing rate each of them, from 1 at the left to 5 at the right.

use leptos::prelude::*;

use super::geometry::{Decimal, Point, path};
use crate::texts::Language;
use duet_domain::answers::Answer;
use duet_domain::instrument::Theme;
use duet_domain::team::compare::Comparison;

/// Width of the drawing, and the height of the row of a theme.
pub const WIDTH: f64 = 360.0;
const ROW: f64 = 62.0;
/// Space above the first row, for the scale.
pub const HEAD: f64 = 24.0;
/// Space at both ends of the scale.
const MARGIN: f64 = 14.0;
/// Where the strands are within a row; the name is above.
const MIDDLE: f64 = 40.0;

/// A theme with the mean answers of both sides, 1 to 5.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeRow {
    /// Its name.
    pub name: &'static str,
    /// Mean of Sales.
    pub sales: f64,
    /// Mean of Marketing.
    pub marketing: f64,
}

/// The themes with the means of both sides. None if a side is hidden.
pub fn rows(comparison: &Comparison, language: Language) -> Option<Vec<ThemeRow>> {
    let row = |theme: Theme| {
        let sales = comparison.sales.display_theme_mean(theme)?;
        let marketing = comparison.marketing.display_theme_mean(theme)?;
        Some(ThemeRow { name: language.instrument().theme(theme), sales, marketing })
    };
    Theme::ALL.into_iter().map(row).collect()
}

/// The shapes of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapes {
    /// The line of Sales, with swapped axes.
    pub sales: String,
    /// The line of Marketing, with swapped axes.
    pub marketing: String,
    /// For each row its height, and the positions of Sales and Marketing.
    pub rows: Vec<(f64, f64, f64)>,
    /// Height of the drawing.
    pub height: f64,
}

/// The position of a mean answer.
pub fn at(mean: f64) -> f64 {
    let (from, to) = (f64::from(Answer::MIN.value()), f64::from(Answer::MAX.value()));
    MARGIN + (WIDTH - 2.0 * MARGIN) * (mean - from) / (to - from)
}

/// Computes the shapes.
pub fn shapes(rows: &[ThemeRow]) -> Shapes {
    let tops = std::iter::successors(Some(HEAD), |top| Some(top + ROW));
    let placed: Vec<(f64, f64, f64)> =
        tops.zip(rows).map(|(top, row)| (top + MIDDLE, at(row.sales), at(row.marketing))).collect();
    let height = placed.last().map_or(HEAD, |(y, ..)| y + ROW - MIDDLE);
    let line = |of: fn(&(f64, f64, f64)) -> Point| {
        let inner: Vec<Point> = placed.iter().map(of).collect();
        let first = inner.first().map(|(_, x)| (HEAD, *x));
        let last = inner.last().map(|(_, x)| (height, *x));
        path(&first.into_iter().chain(inner).chain(last).collect::<Vec<_>>())
    };
    Shapes { sales: line(|row| (row.0, row.1)), marketing: line(|row| (row.0, row.2)), rows: placed, height }
}

/// The drawing.
#[component]
pub fn ThemeSides(
    /// The themes, from top to bottom.
    rows: Vec<ThemeRow>,
) -> impl IntoView {
    let shapes = shapes(&rows);
    let height = shapes.height;
    let ticks = Answer::all().map(|answer| {
        let x = Decimal(at(f64::from(answer.value()))).to_string();
        view! {
            <line class="tick" x1=x.clone() x2=x.clone() y1=HEAD y2=height></line>
            <text class="scale" x=x y="15">{answer.digit()}</text>
        }
    });
    let marks = shapes.rows.iter().zip(&rows).map(|((y, sales, marketing), row)| {
        let y = Decimal(*y).to_string();
        let [sales, marketing] = [sales, marketing].map(|x| Decimal(*x).to_string());
        let diamond = format!("M{marketing} {y}m0 -9l9 9l-9 9l-9 -9z");
        view! {
            <text class="name" x="2" y=y.clone() dy="-21">{row.name}</text>
            <line class="gap" x1=sales.clone() x2=marketing y1=y.clone() y2=y.clone()></line>
            <circle class="mark-of sales" cx=sales cy=y r="7.5"></circle>
            <path class="mark-of marketing" d=diamond></path>
        }
    });
    view! {
        <svg class="theme-sides" viewBox=format!("0 0 {WIDTH} {height}") aria-hidden="true" focusable="false">
            {ticks.collect_view()}
            <g transform="matrix(0 1 1 0 0 0)">
                <path class="strand sales" d=shapes.sales></path>
                <path class="strand marketing" d=shapes.marketing></path>
            </g>
            {marks.collect_view()}
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_strands_go_through_the_means() {
        let row = |sales, marketing| ThemeRow { name: "", sales, marketing };
        let found = shapes(&[row(1.0, 5.0), row(3.0, 3.0)]);
        assert_eq!(found.rows, [(64.0, 14.0, 346.0), (126.0, 180.0, 180.0)]);
        assert!((found.height - 148.0).abs() < 1e-9);
        assert!(found.sales.starts_with("M24 14") && found.sales.ends_with("148 180"), "{}", found.sales);
        assert_eq!(shapes(&[]).rows, []);
    }
}
