//! What the built site weighs on the way to a phone, in files compressed by Brotli, and the budget for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What a first visit may load until its answers are stored, in bytes. Less is better; more needs a decision (docs/adr/0016).
const BUDGET: u64 = 130_000;

/// In bytes.
pub struct Weight {
    /// What a visit loads until all statements are answered.
    run: u64,
    /// What it loads besides with its result.
    results: u64,
    /// What the other views load besides.
    rest: u64,
}

impl Weight {
    /// That of a built site.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut weight = Self { run: 0, results: 0, rest: 0 };
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
            "index.html" | "boot.js" => Some(&mut self.run),
            name if !name.starts_with("duet-") => None,
            name => match name.split_once(['.', '_']).map(|(_, kind)| kind) {
                Some("js" | "bg.wasm") => Some(&mut self.run),
                Some("rest.wasm") => Some(&mut self.rest),
                Some("html") | None => None,
                // The one with the results, and what it shares with the rest.
                Some(_) => Some(&mut self.results),
            },
        }
    }

    /// In words.
    pub fn sentence(&self) -> String {
        let kilobytes = |bytes: u64| format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100);
        format!(
            "On the wire (Brotli): {} until all statements are answered (at most {}), {} more with the result, {} more with \
             everything else.",
            kilobytes(self.run),
            kilobytes(BUDGET),
            kilobytes(self.results),
            kilobytes(self.rest)
        )
    }

    /// Whether it is within the budget.
    pub fn is_fine(&self) -> bool {
        // A site without its parts was not measured.
        self.run <= BUDGET && self.results > 0 && self.rest > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(files: &[(&str, u64)]) -> Weight {
        let mut weight = Weight { run: 0, results: 0, rest: 0 };
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
        let parts = [("duet-0a_results.wasm.br", 20), ("duet-0a_chunk_3.wasm.br", 3), ("duet-0a_rest.wasm.br", 100)];
        let others = [("duet-en.html.br", 1), ("index.html", 1), ("sw.js.br", 1), ("duet-0a_bg.wasm.gz", 1)];
        let weight = weight(&[&page[..], &parts, &others].concat());
        assert_eq!((weight.run, weight.results, weight.rest), (109_050, 23, 100));
        assert!(weight.is_fine());
        assert!(weight.sentence().contains("109.0 KB until"), "{}", weight.sentence());
    }

    #[test]
    fn more_than_the_budget_and_a_site_without_parts_are_refused() {
        let parts = [("duet-0a_results.wasm.br", 1), ("duet-0a_rest.wasm.br", 1)];
        assert!(!weight(&[&[("duet-0a_bg.wasm.br", BUDGET + 1)][..], &parts].concat()).is_fine());
        assert!(!weight(&[("duet-0a_bg.wasm.br", 1)]).is_fine());
    }
}
