//! Shapes, worked out from numbers alone.

use std::fmt::{self, Display, Formatter, Write};

use crate::domain::score::{Level, Score};

/// A point; y grows downwards.
pub type Point = (f64, f64);

/// A length in a picture, -100,000 to 100,000, written with one decimal. By whole numbers: what the standard library has for
/// floats is a tenth of all that a run needs.
#[derive(Clone, Copy)]
pub(super) struct Tenths(pub(super) f64);

impl Display for Tenths {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "it is far from the limits")]
        let tenths = (self.0 * 10.0).round() as i32;
        let sign = if tenths < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
    }
}

/// A length or a percentage from 0 to 10,000, written with two decimals at most. By whole numbers, as in `Tenths`.
#[derive(Clone, Copy)]
pub struct Hundredths(
    /// It.
    pub f64,
);

impl Display for Hundredths {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is far from the limits")]
        let hundredths = (self.0 * 100.0).round() as u32;
        let (whole, part) = (hundredths / 100, hundredths % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// A smooth line through the points, level in each of them.
pub(super) fn path(points: &[Point]) -> String {
    let mut path = String::new();
    let mut before: Option<Point> = None;
    for &(x, y) in points {
        // Writing to a string cannot fail.
        let _ = match before {
            None => write!(path, "M{} {}", Tenths(x), Tenths(y)),
            Some((from, level)) => {
                let [middle, level, x, y] = [f64::midpoint(from, x), level, x, y].map(Tenths);
                write!(path, "C{middle} {level} {middle} {y} {x} {y}")
            }
        };
        before = Some((x, y));
    }
    path
}

/// Where each of several sums stands in a chart of them over time, in percent of its width and height: evenly spaced from left
/// to right, 100 points at the top and 20 at the bottom. Room is left at both sides.
pub fn trend(scores: &[Score]) -> Vec<Point> {
    const LEFT: f64 = 9.0;
    const RIGHT: f64 = 97.0;
    // Thousands at most: exact as a float.
    let last = f64::from(u32::try_from(scores.len().saturating_sub(1)).unwrap_or(u32::MAX)).max(1.0);
    let places = std::iter::successors(Some(0.0), |place| Some(place + 1.0));
    let point = |(index, score): (f64, &Score)| (LEFT + (RIGHT - LEFT) * index / last, 100.0 - place(*score));
    places.zip(scores).map(point).collect()
}

/// Where a sum stands between 20 and 100, in percent of the width.
pub fn place(score: Score) -> f64 {
    percent(score.points())
}

/// Where a level begins and how wide it is, in percent of the width. The highest level ends at 100 points, the others where
/// the next one begins.
pub fn zone(level: Level) -> (f64, f64) {
    let end = level.next().map_or(Score::MAX.points(), Level::first);
    let start = percent(level.first());
    (start, percent(end) - start)
}

fn percent(points: u8) -> f64 {
    let (from, to) = (f64::from(Score::MIN.points()), f64::from(Score::MAX.points()));
    100.0 * (f64::from(points) - from) / (to - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_smooth_and_goes_through_its_points() {
        assert_eq!(path(&[(0.0, 1.0), (10.0, 3.0)]), "M0.0 1.0C5.0 1.0 5.0 3.0 10.0 3.0");
    }

    #[test]
    fn a_percentage_has_the_decimals_it_needs() {
        let shown = [0.0, 25.0, 12.5, 1.25, 98.75, 33.3333, 0.05].map(|value| Hundredths(value).to_string());
        assert_eq!(shown, ["0", "25", "12.5", "1.25", "98.75", "33.33", "0.05"]);
    }

    #[test]
    fn a_chart_over_time_has_the_highest_sum_at_the_top_and_the_newest_at_the_right() {
        let points = trend(&[Score::MIN, Score::MAX, Score::MIN]);
        assert_eq!(points, [(9.0, 100.0), (53.0, 0.0), (97.0, 100.0)]);
        assert_eq!(trend(&[Score::MAX]), [(9.0, 0.0)]);
    }

    #[test]
    fn the_zones_fill_the_band() {
        assert_eq!(Level::ALL.map(zone), [(0.0, 25.0), (25.0, 25.0), (50.0, 25.0), (75.0, 25.0)]);
    }
}
