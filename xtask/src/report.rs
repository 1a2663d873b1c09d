//! The results of the tests, as a table.

use std::fmt::{self, Display, Formatter};
use std::ops::AddAssign;
use std::time::Duration;

/// Numbers of tests, from cargo's summaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    pub ignored: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

impl Counts {
    /// Adds up every `test result:` line; a part of the tests has one for each binary, and each crate's documentation.
    pub fn read(output: &str) -> Self {
        let mut all = Self::default();
        for line in output.lines() {
            if let Some((_, summary)) = line.split_once("test result: ") {
                all += Self::from_summary(summary);
            }
        }
        all
    }

    /// From `ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s`.
    fn from_summary(summary: &str) -> Self {
        let number = |label: &str| {
            let words: Vec<&str> = summary.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
            words.windows(2).find(|pair| pair[1] == label).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        Self { passed: number("passed"), failed: number("failed"), ignored: number("ignored") }
    }
}

/// How a part ended, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    pub part: String,
    pub outcome: Outcome,
    /// None when the part runs no tests, or did not run.
    pub counts: Option<Counts>,
    pub time: Duration,
}

/// Everything that was run, in order.
#[derive(Debug, Default)]
pub struct Report(pub Vec<Row>);

impl Report {
    pub fn failed(&self) -> bool {
        self.0.iter().any(|row| matches!(row.outcome, Outcome::Failed(_)))
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let width = self.0.iter().map(|row| row.part.len()).max().unwrap_or(0);
        writeln!(
            f,
            "{:width$}  {:7}  {:>6}  {:>6}  {:>7}  {:>12}",
            "", "result", "passed", "failed", "ignored", "time"
        )?;
        for row in &self.0 {
            let (result, reason) = match &row.outcome {
                Outcome::Passed => ("ok", ""),
                Outcome::Failed(reason) => ("FAILED", reason.as_str()),
                Outcome::Skipped(reason) => ("skipped", reason.as_str()),
            };
            let cells = row.counts.map_or_else(
                || ["–"; 3].map(str::to_owned),
                |counts| [counts.passed, counts.failed, counts.ignored].map(|n| n.to_string()),
            );
            let [passed, failed, ignored] = cells;
            let time = duration(row.time);
            let line = format!(
                "{:width$}  {result:7}  {passed:>6}  {failed:>6}  {ignored:>7}  {time:>12}  {reason}",
                row.part
            );
            writeln!(f, "{}", line.trim_end())?;
        }
        let names = |wanted: fn(&Outcome) -> bool| {
            let names: Vec<&str> =
                self.0.iter().filter(|row| wanted(&row.outcome)).map(|row| row.part.as_str()).collect();
            names.join(", ")
        };
        let failed = names(|outcome| matches!(outcome, Outcome::Failed(_)));
        let skipped = names(|outcome| matches!(outcome, Outcome::Skipped(_)));
        writeln!(f)?;
        match (failed.as_str(), skipped.as_str()) {
            ("", "") => write!(f, "Everything passed."),
            ("", skipped) => write!(f, "Everything that ran passed; skipped: {skipped}."),
            (failed, "") => write!(f, "Failed: {failed}."),
            (failed, skipped) => write!(f, "Failed: {failed}; skipped: {skipped}."),
        }
    }
}

/// A duration for people: `0.4 s`, `42 s`, `6 min 5 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let whole = time.as_secs() + u64::from(time.subsec_millis() >= 500);
    match (whole / 60, whole % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_added_up() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s\n\
            \n   Doc-tests duet\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let expected = Counts { passed: 13, failed: 2, ignored: 1 };
        assert_eq!(Counts::read(output), expected);
        assert_eq!(Counts::read("no tests to run!\n"), Counts::default());
    }

    #[test]
    fn a_coloured_summary_is_read_as_well() {
        let line = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 4 passed; 0 failed; 0 ignored; 0 measured\n";
        assert_eq!(Counts::read(line).passed, 4);
    }

    #[test]
    fn durations_are_in_minutes_and_seconds() {
        let text = |millis| duration(Duration::from_millis(millis));
        assert_eq!(text(40), "0.0 s");
        assert_eq!(text(9_940), "9.9 s");
        assert_eq!(text(9_960), "10 s");
        assert_eq!(text(59_600), "1 min 0 s");
        assert_eq!(text(365_000), "6 min 5 s");
    }

    #[test]
    fn the_table_names_what_failed_and_what_was_skipped() {
        let row =
            |part: &str, outcome, counts| Row { part: part.to_owned(), outcome, counts, time: Duration::from_secs(65) };
        let counts = Counts { passed: 40, failed: 1, ignored: 0 };
        let report = Report(vec![
            row("format", Outcome::Passed, None),
            row("browser firefox", Outcome::Failed("exit status: 101".into()), Some(counts)),
            row("browser webkit", Outcome::Skipped("Xvfb is missing".into()), None),
        ]);
        assert!(report.failed());
        let expected = "                 result   passed  failed  ignored          time\n\
             format           ok            –       –        –     1 min 5 s\n\
             browser firefox  FAILED       40       1        0     1 min 5 s  exit status: 101\n\
             browser webkit   skipped       –       –        –     1 min 5 s  Xvfb is missing\n\n\
             Failed: browser firefox; skipped: browser webkit.";
        assert_eq!(report.to_string(), expected);
    }
}
