//! The transfer size of the built site, compressed by Brotli, and the budget for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;

use crate::files::files;
use crate::post_build::chunks_file;
use crate::program::Chunks;

/// What a first visit may load, in bytes: until all statements are answered, until its result is shown and can be handed over, and
/// in all. The aim is 125, 225 and 420 KB (docs/adr/0021); these hold what is reached.
const BUDGETS: [u64; 3] = [173_000, 368_000, 610_000];

/// The chunk that a result needs.
const RESULT: &str = "result";

/// What a first visit loads, in bytes, until each of the points that have a budget.
pub struct Weight([u64; 3]);

impl Weight {
    /// That of a built site.
    pub fn of(root: &Path, dist: &Path) -> Result<Self> {
        let text = fs::read(chunks_file(root, "release"))?;
        let mut page = 0;
        let mut program = BTreeMap::new();
        for file in files(dist)? {
            let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
            let Some(name) = path.strip_suffix(".br") else { continue };
            let size = file.metadata()?.len();
            match name.split_once('/') {
                Some((folder, name)) if folder.starts_with("duet-") => _ = program.insert(name.to_owned(), size),
                None if ["index.html", "boot.js"].contains(&name) => page += size,
                _ => {}
            }
        }
        Self::weigh(page, &program, &serde_json::from_slice(&text)?)
    }

    /// Of the files of the program, those that are of no chunk start it.
    fn weigh(page: u64, program: &BTreeMap<String, u64>, chunks: &Chunks) -> Result<Self> {
        let of_chunks: BTreeSet<String> = chunks.values().flatten().map(|name| format!("{name}.wasm")).collect();
        let start: u64 = program.iter().filter(|(name, _)| !of_chunks.contains(*name)).map(|(_, size)| size).sum();
        let needed = chunks.get(RESULT).with_context(|| format!("There is no chunk {RESULT:?}."))?;
        let size = |name| program.get(&format!("{name}.wasm")).with_context(|| format!("There is no {name}.wasm."));
        let result: u64 = needed.iter().map(size).sum::<Result<u64>>()?;
        Ok(Self([page + start, page + start + result, page + program.values().sum::<u64>()]))
    }

    /// In words.
    pub fn sentence(&self) -> String {
        let kilobytes = |bytes: u64| format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100);
        let [run, result, all] =
            [0, 1, 2].map(|step| format!("{} of at most {}", kilobytes(self.0[step]), kilobytes(BUDGETS[step])));
        format!(
            "On the wire (Brotli): {run} until all statements are answered, {result} until the result is shown and can be \
             handed over, {all} with everything else."
        )
    }

    /// Whether it is within the budget.
    pub fn is_fine(&self) -> bool {
        self.0.iter().zip(BUDGETS).all(|(weight, budget)| *weight <= budget)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, u64); 5] = [
        ("duet.js", 6_000),
        ("duet_bg.wasm", 90_050),
        ("chunk_0.wasm", 7),
        ("split_result.wasm", 63),
        ("split_team.wasm", 102),
    ];

    fn weight(program: &[(&str, u64)]) -> Result<Weight> {
        let chunks =
            ["result", "team"].map(|name| (name.to_owned(), vec!["chunk_0".to_owned(), format!("split_{name}")]));
        let program = program.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect();
        Weight::weigh(13_000, &program, &Chunks::from(chunks))
    }

    #[test]
    fn each_file_counts_once_and_where_it_is_loaded() {
        let weight = weight(&FILES).expect("all files");
        assert_eq!(weight.0, [109_050, 109_120, 109_222]);
        assert!(weight.is_fine());
        assert!(weight.sentence().contains("109.0 KB of at most 173.0 KB until"), "{}", weight.sentence());
    }

    #[test]
    fn more_than_the_budget_and_a_site_without_its_chunks_are_refused() {
        let heavy = [&FILES[..], &[("snippets/own.js", BUDGETS[0])]].concat();
        assert!(!weight(&heavy).expect("all files").is_fine());
        assert!(weight(&FILES[..3]).is_err());
    }
}
