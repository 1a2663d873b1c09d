//! Shapes, worked out from numbers alone.

use std::fmt::Write;

use crate::domain::score::{Level, Score};

/// A point; y grows downwards.
pub type Point = (f64, f64);

/// The two strands of a picture, as the `d` of SVG paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strands {
    /// Sales.
    pub sales: String,
    /// Marketing.
    pub marketing: String,
    /// The pieces of Marketing that pass over Sales.
    pub marketing_over: String,
    /// The pieces of Sales that pass over Marketing.
    pub sales_over: String,
    /// A fence between the two.
    pub fence: String,
}

/// The heights of the two strands at evenly spaced places, as parts of the whole height.
struct Weave {
    sales: &'static [f64],
    marketing: &'static [f64],
    /// From where to where a fence stands, as parts of the whole width.
    fence: Option<(f64, f64)>,
}

/// The picture of a level in a box of that width and height: apart; side by side with a fence; touching; woven.
pub fn level(level: Level, width: f64, height: f64) -> Strands {
    let weave = match level {
        Level::Undefined => {
            Weave { sales: &[0.30, 0.34, 0.14, 0.22, 0.04], marketing: &[0.70, 0.76, 0.80, 0.90, 0.96], fence: None }
        }
        Level::Defined => Weave { sales: &[0.24, 0.24], marketing: &[0.76, 0.76], fence: Some((0.0, 1.0)) },
        Level::Aligned => {
            Weave { sales: &[0.14, 0.47, 0.14, 0.47, 0.14], marketing: &[0.86, 0.53, 0.86, 0.53, 0.86], fence: None }
        }
        Level::Integrated => {
            Weave { sales: &[0.14, 0.86, 0.14, 0.86, 0.14], marketing: &[0.86, 0.14, 0.86, 0.14, 0.86], fence: None }
        }
    };
    weave.draw(width, height)
}

/// All four levels in a row, the strands coming closer from left to right.
pub fn journey(width: f64, height: f64) -> Strands {
    let weave = Weave {
        sales: &[0.04, 0.20, 0.10, 0.28, 0.28, 0.28, 0.47, 0.22, 0.47, 0.22, 0.80, 0.20, 0.80],
        marketing: &[0.96, 0.84, 0.92, 0.72, 0.72, 0.72, 0.53, 0.78, 0.53, 0.78, 0.20, 0.80, 0.20],
        fence: Some((0.25, 0.42)),
    };
    weave.draw(width, height)
}

impl Weave {
    fn draw(&self, width: f64, height: f64) -> Strands {
        let sales = points(self.sales, width, height);
        let marketing = points(self.marketing, width, height);
        // Where they change places they cross, and take turns in passing over.
        let below = |index: usize| sales[index].1 > marketing[index].1;
        let crossings = (1..sales.len()).filter(|end| below(end - 1) != below(*end));
        let (mut sales_over, mut marketing_over) = (String::new(), String::new());
        for (end, turn) in crossings.zip(0..) {
            let (strand, over) =
                if turn % 2 == 0 { (&marketing, &mut marketing_over) } else { (&sales, &mut sales_over) };
            over.push_str(&path(&strand[end - 1..=end]));
        }
        Strands {
            sales_over,
            marketing_over,
            fence: self.fence.map_or_else(String::new, |(from, to)| fence(from * width, to * width, height)),
            sales: path(&sales),
            marketing: path(&marketing),
        }
    }
}

fn points(heights: &[f64], width: f64, height: f64) -> Vec<Point> {
    // At most a dozen places: exact as a float.
    let span = width / f64::from(u32::try_from(heights.len() - 1).unwrap_or(1));
    let places = std::iter::successors(Some(0.0), |x| Some(x + span));
    places.zip(heights).map(|(x, part)| (x, part * height)).collect()
}

/// A smooth line through the points, level in each of them.
fn path(points: &[Point]) -> String {
    let mut path = String::new();
    let mut before: Option<Point> = None;
    for &(x, y) in points {
        // Writing to a string cannot fail.
        let _ = match before {
            None => write!(path, "M{x:.1} {y:.1}"),
            Some((from, level)) => {
                let middle = f64::midpoint(from, x);
                write!(path, "C{middle:.1} {level:.1} {middle:.1} {y:.1} {x:.1} {y:.1}")
            }
        };
        before = Some((x, y));
    }
    path
}

/// Pickets across the middle.
fn fence(from: f64, to: f64, height: f64) -> String {
    const PICKETS: u8 = 9;
    let span = (to - from) / f64::from(PICKETS);
    let (top, bottom) = (0.40 * height, 0.60 * height);
    let mut path = String::new();
    for picket in 0..PICKETS {
        let x = from + (f64::from(picket) + 0.5) * span;
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x:.1} {top:.1}V{bottom:.1}");
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
    fn every_picture_ends_at_the_right_edge() {
        for strands in Level::ALL.map(|each| level(each, 120.0, 40.0)).iter().chain([&journey(120.0, 40.0)]) {
            for strand in [&strands.sales, &strands.marketing] {
                let last: Vec<&str> = strand.rsplitn(3, ' ').collect();
                assert_eq!(last[1], "120.0", "{strand}");
            }
        }
    }

    #[test]
    fn the_levels_have_different_pictures() {
        let pictures = Level::ALL.map(|each| level(each, 120.0, 40.0));
        for (index, picture) in pictures.iter().enumerate() {
            assert!(pictures[index + 1..].iter().all(|other| other != picture));
        }
        let [undefined, defined, aligned, integrated] = pictures;
        assert_eq!([&undefined.fence, &aligned.fence, &integrated.fence], ["", "", ""]);
        assert_eq!(defined.fence.matches('V').count(), 9);
        assert_eq!(integrated.sales_over.matches('M').count(), 2);
        assert_eq!(integrated.marketing_over.matches('M').count(), 2);
        assert_eq!((&*aligned.sales_over, &*aligned.marketing_over), ("", ""));
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
