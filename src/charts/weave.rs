//! The geometry of the motif: two strands, Sales and Marketing, and their closeness. [`strands`] computes the logo, the icon, the pictures
//! of the levels and the progress of a run.

use super::geometry::{Path, Point, path};
use duet_domain::score::Level;

/// The closeness of the strands: 0 apart, 1/3 parallel with a fence between them, 2/3 touching, 1 woven.
pub type Closeness = f64;

/// A picture of the two strands, as values of `d` of SVG paths.
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
    /// The fence between the strands; may be empty.
    pub fence: String,
}

/// Half of the distance between the strands at each third of closeness, as a part of the height.
const APART: [f64; 4] = [0.36, 0.26, 0.195, 0.0];
/// The amplitude of each strand about its middle, likewise.
const SWING: [f64; 4] = [0.05, 0.0, 0.165, 0.36];
/// How far each strand drifts outwards over the width of the picture at closeness 0, as a part of the height.
const DRIFT: f64 = 0.07;
/// The largest distance from closeness 1/3 at which there is a fence.
const FENCE: f64 = 0.085;
/// The number of steps over the width at which the closeness is tested for the fence.
const SAMPLES: u8 = 100;
const PICKETS: u8 = 9;

/// The strands in a box. `close` gives the closeness at a position, from 0 at the left to 1 at the right. Each strand swings once in each of
/// `spans` equal spans.
pub fn strands(close: impl Fn(f64) -> Closeness, spans: u8, width: f64, height: f64) -> Strands {
    let offset = |step: u8| {
        let x = f64::from(step) / f64::from(spans);
        let sign = if step.is_multiple_of(2) { 1.0 } else { -1.0 };
        let close = close(x).clamp(0.0, 1.0);
        (x, between(&APART, close) + sign * between(&SWING, close) + DRIFT * x * (1.0 - 3.0 * close).max(0.0))
    };
    let strand = |sign: f64| -> Vec<Point> {
        (0..=spans).map(offset).map(|(x, offset)| (x * width, (0.5 + sign * offset) * height)).collect()
    };
    let (sales, marketing) = (strand(-1.0), strand(1.0));
    // At each crossing the other strand passes over.
    let below = |index: usize| sales[index].1 > marketing[index].1;
    let crossings = (1..sales.len()).filter(|end| below(end - 1) != below(*end));
    let (mut sales_over, mut marketing_over) = (String::new(), String::new());
    for (end, turn) in crossings.zip(0..) {
        let (strand, over) = if turn % 2 == 0 { (&marketing, &mut marketing_over) } else { (&sales, &mut sales_over) };
        over.push_str(&path(&strand[end - 1..=end]));
    }
    Strands {
        sales_over,
        marketing_over,
        fence: fence(close, width, height),
        sales: path(&sales),
        marketing: path(&marketing),
    }
}

/// The closeness of a level.
pub fn closeness(level: Level) -> Closeness {
    f64::from(level as u8) / 3.0
}

/// The mean displacement of a strand from one closeness to another, as a part of the height.
pub fn shift(from: Closeness, to: Closeness) -> f64 {
    between(&APART, from) - between(&APART, to)
}

/// The value at a closeness, by linear interpolation between those at the thirds.
fn between(values: &[f64; 4], close: Closeness) -> f64 {
    let mut pieces = values.windows(2).zip([0.0, 1.0, 2.0]);
    let thirds = 3.0 * close;
    pieces
        .rfind(|(_, start)| thirds >= *start)
        .map_or(values[0], |(ends, start)| ends[0] + (ends[1] - ends[0]) * (thirds - start))
}

/// Pickets across the middle where the closeness is near 1/3.
fn fence(close: impl Fn(f64) -> Closeness, width: f64, height: f64) -> String {
    let positions = (0..=SAMPLES).map(|step| f64::from(step) / f64::from(SAMPLES));
    let fenced: Vec<f64> = positions.filter(|x| (close(*x) - 1.0 / 3.0).abs() <= FENCE).collect();
    let mut path = Path::default();
    if let (Some(from), Some(to)) = (fenced.first(), fenced.last()) {
        let span = (to - from) / f64::from(PICKETS);
        let (top, bottom) = (0.40 * height, 0.60 * height);
        for picket in 0..PICKETS {
            let x = width * (from + (f64::from(picket) + 0.5) * span);
            path.command('M', x).and(top).command('V', bottom);
        }
    }
    path.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(close: Closeness) -> Strands {
        strands(|_| close, 4, 120.0, 40.0)
    }

    #[test]
    fn every_picture_ends_at_the_right_edge() {
        for strands in [0.0, 0.2, 0.5, 0.9, 1.0].map(picture).iter().chain([&strands(|x| x, 12, 120.0, 40.0)]) {
            for strand in [&strands.sales, &strands.marketing] {
                let last: Vec<&str> = strand.rsplitn(3, ' ').collect();
                assert_eq!(last[1], "120", "{strand}");
            }
        }
    }

    #[test]
    fn the_levels_have_different_pictures() {
        let pictures = Level::ALL.map(|level| picture(closeness(level)));
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
    fn the_closer_the_less_lies_between() {
        let steps = (0..=20).map(|step| between(&APART, f64::from(step) / 20.0)).collect::<Vec<_>>();
        assert!(steps.is_sorted_by(|before, after| before > after), "{steps:?}");
        assert!(shift(0.0, 1.0) > shift(0.0, 0.5) && shift(0.5, 0.0) < 0.0);
        // At the ends and at the thirds it is what the table says.
        let thirds = [0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0].map(|close| between(&SWING, close));
        assert!(thirds.iter().zip(SWING).all(|(found, wanted)| (found - wanted).abs() < 1e-12), "{thirds:?}");
    }

    #[test]
    fn nothing_leaves_the_box() {
        for step in 0..=100 {
            let close = f64::from(step) / 100.0;
            let drawn = picture(close);
            for strand in [&drawn.sales, &drawn.marketing] {
                let heights =
                    strand.split(['M', 'C', ' ']).filter_map(|part| part.parse::<f64>().ok()).skip(1).step_by(2);
                assert!(heights.into_iter().all(|y| (0.0..=40.0).contains(&y)), "{close}: {strand}");
            }
        }
    }
}
