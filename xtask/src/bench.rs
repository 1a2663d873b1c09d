//! Runs the benchmark.
//!
//! The pages it compares are in `bench/`, without the files they take from npm. They are assembled in `target/bench/`, with
//! compressed copies like the site's.

use std::num::NonZeroU32;
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;

use crate::engines::{self, Engine};
use crate::test::command;
use crate::tools::Cache;
use crate::{compress, files, process, site};

/// Measures in Chromium, prints the figures and writes them to `target/bench.md`. `former` is the folder of an earlier build of the site
/// to compare it with.
pub fn bench(root: &Path, former: Option<&Path>, runs: NonZeroU32) -> Result<()> {
    engines::install(&[Engine::Chromium]);
    engines::install_npm();
    let site = site::build(root)?;
    let target = root.join("target");
    let pages = target.join("bench");
    assemble(&root.join("bench"), &pages)?;
    if let Some(former) = former {
        files::copy(former, &pages.join("former"))?;
    }
    let mut bench = command("run", &["--package=duet-browser", "--example=bench", "--"]);
    bench
        .arg(&pages)
        .arg(target.join("bench.md"))
        .arg(target.join("wasm32-unknown-unknown").join("release").join("duet.wasm"))
        .arg(runs.to_string())
        .env("DUET_ENGINE", Engine::Chromium.key())
        .env("DUET_SITE", site)
        .current_dir(root);
    process::run(&mut bench, "Measuring")
}

/// Replaces `to` by the pages of `from`, complete.
fn assemble(from: &Path, to: &Path) -> Result<()> {
    files::remove(to)?;
    files::copy(from, to)?;
    if !add_packages(&to.join("surveyjs"))? {
        println!("SurveyJS cannot be downloaded and is left out.");
        files::remove(&to.join("surveyjs"))?;
    }
    compress::compress(to)
}

/// Copies the files named in `files.txt`, each a package and a path in it, to `lib/`. Whether all could be had.
fn add_packages(page: &Path) -> Result<bool> {
    let versions = fs::read_to_string(page.join("package.json"))?;
    let list = fs::read_to_string(page.join("files.txt"))?;
    let cache = Cache::locate()?;
    for (package, file) in list.lines().filter_map(|line| line.trim().split_once('/')) {
        let version = version(&versions, package).with_context(|| format!("package.json names no {package}."))?;
        let Some(found) = cache.npm_file(package, &version, file) else { return Ok(false) };
        let name = found.file_name().context("A file of a package has no name.")?;
        files::copy(&found, &page.join("lib").join(name))?;
    }
    Ok(true)
}

/// The version of a package in the text of a package.json.
fn version(text: &str, package: &str) -> Option<String> {
    let about: serde_json::Value = serde_json::from_str(text).ok()?;
    about["dependencies"][package].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package() {
        let text = r#"{ "dependencies": { "survey-core": "2.5.38" } }"#;
        assert_eq!(version(text, "survey-core").as_deref(), Some("2.5.38"));
        assert_eq!(version(text, "survey"), None);
        assert_eq!(version("", "survey"), None);
    }
}
