//! Shapes, worked out from numbers alone.

use std::fmt::{self, Display, Formatter};

use duet_domain::score::{Level, Score};

/// A point; y grows downwards.
pub type Point = (f64, f64);

/// The commands of a path, as they are written to its `d`. By hand, digit by digit: an answer draws two lines of 150 numbers, and
/// what the standard library has for that is so much that a browser translates it twice (docs/adr/0018).
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// One that will have about so many points, so that it need not grow.
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

    /// The `d`.
    pub fn finish(self) -> String {
        self.0
    }
}

/// Adds a length of -100,000 to 100,000 to a text, with one decimal.
pub fn push_tenths(text: &mut String, length: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "it is far from the limits")]
    let tenths = (length * 10.0).round() as isize;
    if tenths < 0 {
        text.push('-');
    }
    push_number(text, tenths.unsigned_abs() / 10);
    text.push('.');
    push_number(text, tenths.unsigned_abs() % 10);
}

/// Adds a number to a text.
pub fn push_number(text: &mut String, number: usize) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    let digit = number % 10;
    text.push_str(&"0123456789"[digit..=digit]);
}

/// A length or a percentage from 0 to 10,000, written with two decimals at most. By whole numbers: what the standard library has for
/// floats is a tenth of all that a run needs.
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
