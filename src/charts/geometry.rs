//! Paths and positions of the charts.

use std::fmt::{self, Display, Formatter, Write as _};

use duet_domain::score::{Level, Score};

/// A point (x, y); y grows downwards.
pub type Point = (f64, f64);

/// Builds the `d` of a path, with lengths in tenths: each answer renders two lines of 150 numbers.
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// An empty path with the capacity for `points` curve points.
    fn with_room(points: usize) -> Self {
        Self(String::with_capacity(points * "C120.5 12.5 120.5 12.5 120.5 12.5".len()))
    }

    /// Adds a command, such as `M`, and its first number.
    pub fn command(&mut self, name: char, length: f64) -> &mut Self {
        self.0.push(name);
        self.tenths(length)
    }

    /// Adds one more number of a command.
    pub fn and(&mut self, length: f64) -> &mut Self {
        self.0.push(' ');
        self.tenths(length)
    }

    fn tenths(&mut self, length: f64) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{}", Decimal((length * 10.0).round() / 10.0));
        self
    }

    /// The value of `d`.
    pub fn finish(self) -> String {
        self.0
    }
}

/// Displays a length or a percentage with at most two decimals. By whole numbers, because the formatting of floats would be a tenth of the
/// first chunk.
#[derive(Clone, Copy)]
pub struct Decimal(
    /// The length or percentage, from -1e12 to 1e12.
    pub f64,
);

impl Display for Decimal {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "the documented range is far below the limits")]
        let hundredths = (self.0 * 100.0).round() as i64;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            part => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// A smooth line through the points, horizontal in each of them.
pub(super) fn path(points: &[Point]) -> String {
    let mut path = Path::with_room(points.len());
    let mut before: Option<Point> = None;
    for &(x, y) in points {
        match before {
            None => path.command('M', x).and(y),
            Some((from, level)) => {
                let middle = f64::midpoint(from, x);
                path.command('C', middle).and(level).and(middle).and(y).and(x).and(y)
            }
        };
        before = Some((x, y));
    }
    path.finish()
}

/// The points of a chart of sums over time, in percent of width and height: evenly spaced from left to right with a margin, 100 points at
/// the top and 20 at the bottom.
pub fn trend(scores: &[Score]) -> Vec<Point> {
    const LEFT: f64 = 9.0;
    const RIGHT: f64 = 97.0;
    let last = f64::from(u32::try_from(scores.len().saturating_sub(1)).unwrap_or(u32::MAX)).max(1.0);
    let indices = std::iter::successors(Some(0.0), |index| Some(index + 1.0));
    let point = |(index, score): (f64, &Score)| (LEFT + (RIGHT - LEFT) * index / last, 100.0 - position(*score));
    indices.zip(scores).map(point).collect()
}

/// The position of a sum on the band from 20 to 100, in percent of the width.
pub fn position(score: Score) -> f64 {
    percent(score.points())
}

/// The start and the width of the zone of a level, in percent of the width. Each zone ends where the next one begins, the last at 100
/// points.
pub fn zone(level: Level) -> (f64, f64) {
    let end = level.next().map_or(Score::MAX.points(), Level::min_points);
    let start = percent(level.min_points());
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
        assert_eq!(path(&[(0.0, 1.0), (10.0, 3.0)]), "M0 1C5 1 5 3 10 3");
    }

    #[test]
    fn a_length_has_the_decimals_it_needs() {
        let shown =
            [0.0, 25.0, 12.5, 1.25, 33.3333, 0.05, -0.3, -0.004, -100_000.0].map(|value| Decimal(value).to_string());
        assert_eq!(shown, ["0", "25", "12.5", "1.25", "33.33", "0.05", "-0.3", "0", "-100000"]);
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
