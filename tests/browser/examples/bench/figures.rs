//! What was measured, and the table of it.

use std::collections::BTreeMap;
use std::iter;

use crate::pages::Name;

/// What is measured of every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    WireToAnswer,
    WireToResult,
    WireOfWorker,
    RequestsToAnswer,
    RequestsToResult,
    RequestsOfWorker,
    FirstPaint,
    LargestPaint,
    FirstAnswer,
    AnswerMedian,
    AnswerLongest,
    Result,
    Shift,
    ShiftAll,
    Heap,
    Program,
    Held,
    Process,
    Worker,
    WarmPaint,
    WarmAnswer,
}

/// What a figure is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Kilobytes,
    Megabytes,
    Milliseconds,
    Count,
    Score,
}

impl Measure {
    /// In the order of the rows.
    pub const ALL: [Self; 21] = [
        Self::WireToAnswer,
        Self::WireToResult,
        Self::WireOfWorker,
        Self::RequestsToAnswer,
        Self::RequestsToResult,
        Self::RequestsOfWorker,
        Self::FirstPaint,
        Self::LargestPaint,
        Self::FirstAnswer,
        Self::AnswerMedian,
        Self::AnswerLongest,
        Self::Result,
        Self::Shift,
        Self::ShiftAll,
        Self::Heap,
        Self::Program,
        Self::Held,
        Self::Process,
        Self::Worker,
        Self::WarmPaint,
        Self::WarmAnswer,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::WireToAnswer => "sent until the first answer is stored",
            Self::WireToResult => "sent until the result is shown",
            Self::WireOfWorker => "sent to the service worker, in the background",
            Self::RequestsToAnswer => "requests until the first answer is stored",
            Self::RequestsToResult => "requests until the result is shown",
            Self::RequestsOfWorker => "requests of the service worker",
            Self::FirstPaint => "first contentful paint",
            Self::LargestPaint => "largest contentful paint",
            Self::FirstAnswer => "first answer stored, of somebody who acts at once",
            Self::AnswerMedian => "from an answer to the next statement painted, median of a run",
            Self::AnswerLongest => "the same, longest of a run",
            Self::Result => "from the last press to the result painted",
            Self::Shift => "layout shift, as browsers count it",
            Self::ShiftAll => "layout shift, with what follows a press",
            Self::Heap => "memory after a run: scripts",
            Self::Program => "memory after a run: WebAssembly",
            Self::Held => "memory after a run: both",
            Self::Process => "memory after a run: process",
            Self::Worker => "memory of the service worker, for half a minute",
            Self::WarmPaint => "first contentful paint, second visit (others: first)",
            Self::WarmAnswer => "first answer stored, second visit (others: first)",
        }
    }

    fn unit(self) -> Unit {
        match self {
            Self::WireToAnswer | Self::WireToResult | Self::WireOfWorker => Unit::Kilobytes,
            Self::RequestsToAnswer | Self::RequestsToResult | Self::RequestsOfWorker => Unit::Count,
            Self::Shift | Self::ShiftAll => Unit::Score,
            Self::Heap | Self::Program | Self::Held | Self::Process | Self::Worker => Unit::Megabytes,
            _ => Unit::Milliseconds,
        }
    }
}

impl Unit {
    /// A figure in words.
    pub fn show(self, value: f64) -> String {
        match self {
            Self::Kilobytes => format!("{:.1} KB", value / 1e3),
            Self::Megabytes => format!("{:.1} MB", value / 1e6),
            Self::Milliseconds => format!("{value:.0} ms"),
            Self::Count => format!("{value:.0}"),
            Self::Score => format!("{value:.3}"),
        }
    }
}

/// Every figure of every run.
#[derive(Default)]
pub struct Samples(BTreeMap<(Name, Measure), Vec<f64>>);

impl Samples {
    /// Notes a figure.
    pub fn add(&mut self, page: Name, measure: Measure, value: f64) {
        self.0.entry((page, measure)).or_default().push(value);
    }

    /// Lets the figures of one row of a page stand in another row too.
    pub fn copy(&mut self, page: Name, from: Measure, to: Measure) {
        if let Some(values) = self.0.get(&(page, from)).cloned() {
            self.0.insert((page, to), values);
        }
    }

    /// The median of all runs.
    pub fn median(&self, page: Name, measure: Measure) -> Option<f64> {
        median(self.0.get(&(page, measure))?)
    }

    /// The median of one page as a multiple of that of another.
    pub fn ratio(&self, page: Name, to: Name, measure: Measure) -> Option<f64> {
        let whole = self.median(to, measure)?;
        Some(self.median(page, measure)? / whole).filter(|_| whole > 0.0)
    }

    /// The table, in Markdown.
    pub fn table(&self) -> String {
        let head = "| | floor | Duet | Duet before | SurveyJS | Duet / floor | Duet / before | Duet / SurveyJS |\n\
                    |---|---:|---:|---:|---:|---:|---:|---:|\n";
        let rows = Measure::ALL.into_iter().map(|measure| self.row(measure));
        iter::once(head.to_owned()).chain(rows).collect()
    }

    fn row(&self, measure: Measure) -> String {
        let figures = Name::ALL.map(|name| self.cell(name, measure));
        let pairs = [Name::Floor, Name::Former, Name::SurveyJs].map(|other| (Name::Duet, other));
        let ratios = pairs
            .map(|(page, to)| self.ratio(page, to, measure).map_or_else(String::new, |ratio| format!("{ratio:.2}")));
        format!("| {} | {} | {} |\n", measure.title(), figures.join(" | "), ratios.join(" | "))
    }

    /// The median, and where the figures differ, the least and the greatest.
    fn cell(&self, page: Name, measure: Measure) -> String {
        let Some(values) = self.0.get(&(page, measure)) else { return String::new() };
        let unit = measure.unit();
        let median = median(values).map_or_else(String::new, |median| unit.show(median));
        let [least, greatest] = [least(values), greatest(values)].map(|value| unit.show(value));
        if least == greatest { median } else { format!("{median} ({least}–{greatest})") }
    }
}

fn least(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The greatest of some figures that are not negative; 0 when there are none.
pub fn greatest(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

/// The one in the middle, or the mean of the two there.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let after = *sorted.get(sorted.len() / 2)?;
    let before = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(before, after))
}

/// A number of bytes or of things, for reckoning.
#[expect(clippy::cast_precision_loss, reason = "far below the limit of exact numbers")]
pub fn whole(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[9.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn a_row_has_medians_ranges_and_ratios() {
        let mut samples = Samples::default();
        for value in [100.0, 300.0, 200.0] {
            samples.add(Name::Floor, Measure::FirstPaint, value);
            samples.add(Name::Duet, Measure::FirstPaint, 300.0);
        }
        let row = "| first contentful paint | 200 ms (100 ms–300 ms) | 300 ms |  |  | 1.50 |  |  |\n";
        assert!(samples.table().contains(row), "{}", samples.table());
        samples.copy(Name::Floor, Measure::FirstPaint, Measure::WarmPaint);
        assert_eq!(samples.median(Name::Floor, Measure::WarmPaint), Some(200.0));
    }

    #[test]
    fn nothing_is_a_multiple_of_nothing() {
        let mut samples = Samples::default();
        samples.add(Name::Floor, Measure::Program, 0.0);
        samples.add(Name::Duet, Measure::Program, 1e6);
        assert_eq!(samples.ratio(Name::Duet, Name::Floor, Measure::Program), None);
    }
}
