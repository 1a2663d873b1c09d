//! Paths and positions of the charts.

use std::fmt::{self, Display, Formatter};

use duet_domain::score::{Level, Score};

/// A point (x, y); y grows downwards.
pub type Point = (f64, f64);

/// Builds the `d` of a path. Numbers are written digit by digit: each answer renders two lines of 150 numbers, and the formatting of the
/// standard library is so much code that browsers compile it a second time (docs/adr/0018).
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
        push_tenths(&mut self.0, length);
        self
    }

    /// Adds one more number of a command.
    pub fn and(&mut self, length: f64) -> &mut Self {
        self.0.push(' ');
        push_tenths(&mut self.0, length);
        self
    }

    /// The value of `d`.
    pub fn finish(self) -> String {
        self.0
    }
}

/// Appends a length from -100,000 to 100,000 with one decimal.
pub fn push_tenths(text: &mut String, length: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "the documented range is far below the limits")]
    let tenths = (length * 10.0).round() as isize;
    if tenths < 0 {
        text.push('-');
    }
    push_number(text, tenths.unsigned_abs() / 10);
    text.push('.');
    push_number(text, tenths.unsigned_abs() % 10);
}

/// Appends a number in decimal digits.
pub fn push_number(text: &mut String, number: usize) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    let digit = number % 10;
    text.push_str(&"0123456789"[digit..=digit]);
}

/// Displays a length or a percentage from 0 to 10,000 with at most two decimals. By whole numbers, because the formatting of floats would be
/// a tenth of the first chunk.
#[derive(Clone, Copy)]
pub struct Hundredths(
    /// The length or percentage.
    pub f64,
);

impl Display for Hundredths {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the documented range is far below the limits"
        )]
        let hundredths = (self.0 * 100.0).round() as u32;
        let (whole, part) = (hundredths / 100, hundredths % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
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
        assert_eq!(path(&[(0.0, 1.0), (10.0, 3.0)]), "M0.0 1.0C5.0 1.0 5.0 3.0 10.0 3.0");
    }

    #[test]
    fn a_length_has_one_decimal() {
        let shown = [0.0, 7.04, 7.06, -0.04, -0.3, 1_234.5, -100_000.0, 9.96].map(|length| {
            let mut text = String::new();
            push_tenths(&mut text, length);
            text
        });
        assert_eq!(shown, ["0.0", "7.0", "7.1", "0.0", "-0.3", "1234.5", "-100000.0", "10.0"]);
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
