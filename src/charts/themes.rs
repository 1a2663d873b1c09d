//! The themes along the two strands, from top to bottom: the higher a theme was rated, the closer the strands.

use leptos::prelude::*;

use super::strands::paths;
use super::weave::{Closeness, Strands, strands};
use duet_domain::answers::Answer;

/// The height of the row of a theme and the width of the picture, in units of the drawing. style/result.css gives the rows beside it the
/// same height.
const ROW: u16 = 56;
const BREADTH: u16 = 96;
/// How often the strands swing within a row.
const SWINGS: u8 = 2;

/// The strands beside a list of themes.
#[component]
pub fn ThemeStrands(
    /// The mean answer to the statements of each theme, 1 to 5, from top to bottom.
    means: Vec<f64>,
) -> impl IntoView {
    let rows = u16::try_from(means.len()).unwrap_or(u16::MAX);
    let height = rows * ROW;
    let view_box = format!("-4 -4 {} {}", BREADTH + 8, height + 8);
    // The strands are computed from left to right; the matrix swaps the axes.
    view! {
        <svg class="strands along" viewBox=view_box aria-hidden="true" focusable="false">
            <g transform="matrix(0 1 1 0 0 0)">{paths(along(&means, f64::from(height), f64::from(BREADTH)))}</g>
        </svg>
    }
    .into_any()
}

/// The strands through the themes, from left to right.
pub fn along(means: &[f64], length: f64, breadth: f64) -> Strands {
    let spans = SWINGS * u8::try_from(means.len()).unwrap_or(1);
    let shape = strands(|x| closeness_at(means, x), spans, length, breadth);
    // Between themes, a fence would say something about neither.
    Strands { fence: String::new(), ..shape }
}

/// The closeness of a mean answer: 0 for 1, 1 for 5.
fn closeness(mean: f64) -> Closeness {
    let (from, to) = (f64::from(Answer::MIN.value()), f64::from(Answer::MAX.value()));
    (mean - from) / (to - from)
}

/// The closeness at a position from 0 to 1: that of a theme in the middle of its row, between two of them by linear interpolation.
fn closeness_at(means: &[f64], x: f64) -> Closeness {
    let count = f64::from(u32::try_from(means.len()).unwrap_or(u32::MAX));
    let middle = |index: f64| (index + 0.5) / count;
    let indices = std::iter::successors(Some(0.0), |index| Some(index + 1.0));
    let points: Vec<(f64, Closeness)> = indices.map(middle).zip(means.iter().map(|mean| closeness(*mean))).collect();
    let after = points.iter().position(|(at, _)| *at >= x);
    match after {
        None => points.last().map_or(0.0, |(_, close)| *close),
        Some(0) => points[0].1,
        Some(index) => {
            let ((from, before), (to, then)) = (points[index - 1], points[index]);
            before + (then - before) * (x - from) / (to - from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closeness_is_that_of_a_theme_in_the_middle_of_its_row() {
        let means = [1.0, 5.0, 3.0, 3.0, 2.0];
        let at = |x: f64| format!("{:.0}", 100.0 * closeness_at(&means, x));
        assert_eq!(
            [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9, 1.0].map(at),
            ["0", "0", "50", "100", "75", "50", "50", "25", "25"]
        );
    }

    #[test]
    fn themes_that_were_rated_higher_have_closer_strands() {
        let between = |mean: f64| {
            let shape = along(&[mean; 5], 280.0, 96.0);
            // Where the strands swing towards each other first: the second point of each.
            let second = |path: &str| path.split(['M', 'C', ' ']).nth(8).and_then(|y| y.parse::<f64>().ok());
            second(&shape.marketing).zip(second(&shape.sales)).map(|(lower, upper)| lower - upper).expect("two points")
        };
        assert!(between(1.0) > between(2.0) && between(2.0) > between(3.0), "{} {}", between(1.0), between(3.0));
        assert!(along(&[5.0; 5], 280.0, 96.0).sales_over.contains('M'), "woven");
        assert_eq!(along(&[2.3; 5], 280.0, 96.0).fence, "");
    }
}
