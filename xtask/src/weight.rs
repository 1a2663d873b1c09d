//! What the built site weighs on the way to a phone, in files compressed by Brotli, and the budget for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What a first visit may load, in bytes: until all statements are answered, until its result is shown and can be handed over, and
/// in all. More needs a decision.
const BUDGETS: [u64; 3] = [125_000, 225_000, 420_000];

/// In bytes.
#[derive(Default)]
pub struct Weight {
    /// What a visit loads until all statements are answered, but for the program.
    page: u64,
    /// The first part of the program.
    first: u64,
    /// What it loads besides with its result.
    results: u64,
    /// The words of a result in each language, of which it loads one.
    words: [u64; 2],
    /// What follows it, to hand it over.
    handing: u64,
    /// What the other views load besides.
    rest: u64,
}

impl Weight {
    /// That of a built site.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut weight = Self::default();
        let unreadable = || format!("{} could not be read.", dist.display());
        for entry in fs::read_dir(dist).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let bytes = entry.metadata().with_context(unreadable)?.len();
            if let Some(sum) = weight.sum(&entry.file_name().to_string_lossy()) {
                *sum += bytes;
            }
        }
        Ok(weight)
    }

    /// What a file adds to, if it is one that a visit loads: the page, and the program in its parts.
    fn sum(&mut self, file: &str) -> Option<&mut u64> {
        let name = file.strip_suffix(".br")?;
        match name {
            "index.html" | "boot.js" => Some(&mut self.page),
            name if !name.starts_with("duet-") => None,
            name => match name.split_once(['.', '_']).map(|(_, kind)| kind) {
                Some("js") => Some(&mut self.page),
                Some("bg.wasm") => Some(&mut self.first),
                Some("results.wasm") => Some(&mut self.results),
                Some("handing.wasm") => Some(&mut self.handing),
                Some("polish.wasm") => Some(&mut self.words[0]),
                Some("english.wasm") => Some(&mut self.words[1]),
                Some("html") | None => None,
                Some(_) => Some(&mut self.rest),
            },
        }
    }

    /// What a visit loads until all statements are answered.
    fn run(&self) -> u64 {
        self.page + self.first
    }

    /// What a visit loads until its result is shown, in the language that is the longer of the two.
    fn with_result(&self) -> u64 {
        self.run() + self.results + self.words[0].max(self.words[1])
    }

    /// What the other views load besides: with the words in both languages.
    fn others(&self) -> u64 {
        self.rest + self.words[0].min(self.words[1])
    }

    /// What the budgets are for.
    fn steps(&self) -> [u64; 3] {
        let handed_over = self.with_result() + self.handing;
        [self.run(), handed_over, handed_over + self.others()]
    }

    /// In words.
    pub fn sentence(&self) -> String {
        let kilobytes = |bytes: u64| format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100);
        format!(
            "On the wire (Brotli): {} until all statements are answered (at most {}), {} until the result is shown, {} \
             until it can be handed over (at most {}), {} with everything else (at most {}).",
            kilobytes(self.run()),
            kilobytes(BUDGETS[0]),
            kilobytes(self.with_result()),
            kilobytes(self.steps()[1]),
            kilobytes(BUDGETS[1]),
            kilobytes(self.steps()[2]),
            kilobytes(BUDGETS[2]),
        )
    }

    /// Whether it is within the budget.
    pub fn is_fine(&self) -> bool {
        // A site without its parts was not measured.
        self.steps().iter().zip(BUDGETS).all(|(step, budget)| *step <= budget)
            && [self.page, self.first, self.results, self.words[0], self.words[1], self.handing, self.rest]
                .iter()
                .all(|part| *part > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [(&str, u64); 5] = [
        ("duet-0a_handing.wasm.br", 40),
        ("duet-0a_results.wasm.br", 20),
        ("duet-0a_polish.wasm.br", 3),
        ("duet-0a_english.wasm.br", 2),
        ("duet-0a_rest.wasm.br", 100),
    ];

    fn weight(files: &[(&str, u64)]) -> Weight {
        let mut weight = Weight::default();
        for (file, bytes) in files {
            if let Some(sum) = weight.sum(file) {
                *sum += bytes;
            }
        }
        weight
    }

    #[test]
    fn each_file_counts_where_it_is_loaded() {
        let page = [
            ("index.html.br", 12_000),
            ("boot.js.br", 1_000),
            ("duet-0a.js.br", 6_000),
            ("duet-0a_bg.wasm.br", 90_050),
        ];
        let others = [("duet-en.html.br", 1), ("index.html", 1), ("sw.js.br", 1), ("duet-0a_bg.wasm.gz", 1)];
        let weight = weight(&[&page[..], &PARTS, &others].concat());
        assert_eq!((weight.run(), weight.with_result(), weight.handing, weight.others()), (109_050, 109_073, 40, 102));
        assert!(weight.is_fine());
        assert!(weight.sentence().contains("109.0 KB until"), "{}", weight.sentence());
    }

    #[test]
    fn more_than_the_budget_and_a_site_without_parts_are_refused() {
        let run = [("index.html.br", 1), ("duet-0a_bg.wasm.br", BUDGETS[0] - 1)];
        let all = [&run[..], &PARTS].concat();
        assert!(weight(&all).is_fine());
        assert!(!weight(&[&all[..], &[("boot.js.br", 1)]].concat()).is_fine());
        for missing in &all {
            let others: Vec<_> = all.iter().filter(|file| *file != missing).copied().collect();
            assert!(!weight(&others).is_fine(), "without {}", missing.0);
        }
    }
}
