//! The pages that the benchmark compares, and how it is run.
//!
//! The pages lie in `bench/`, without what they take from npm. They are put together in `target/bench/`, with compressed copies as
//! the site has them.

use std::fs;
use std::num::NonZeroU32;
use std::path::Path;

use anyhow::{Context, Result};

use crate::engines::{self, Engine};
use crate::test::command;
use crate::tools::Cache;
use crate::{compress, install, process, site};

/// How often everything is measured.
pub const RUNS: NonZeroU32 = NonZeroU32::new(5).unwrap();

/// Measures in Chromium, prints the figures and writes them to `target/bench.md`.
pub fn bench(root: &Path, runs: NonZeroU32) -> Result<()> {
    engines::install(&[Engine::Chromium]);
    engines::install_npm();
    let site = site::build(root)?;
    let target = root.join("target");
    let pages = target.join("bench");
    put_together(&root.join("bench"), &pages)?;
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

/// Makes `to` anew from what lies in `from`.
fn put_together(from: &Path, to: &Path) -> Result<()> {
    install::remove(to)?;
    copy(from, to)?;
    if !add_packages(&to.join("surveyjs"))? {
        println!("SurveyJS is not to be had and is left out.");
        install::remove(&to.join("surveyjs"))?;
    }
    compress::compress(to)
}

/// Puts the files of `files.txt`, each a package and a path in it, into `lib/`. Whether all are there.
fn add_packages(page: &Path) -> Result<bool> {
    let read = |name: &str| {
        let file = page.join(name);
        fs::read_to_string(&file).with_context(|| format!("{} could not be read.", file.display()))
    };
    let (versions, files) = (read("package.json")?, read("files.txt")?);
    let cache = Cache::locate()?;
    for (package, file) in files.lines().filter_map(|line| line.trim().split_once('/')) {
        let version = version(&versions, package).with_context(|| format!("package.json names no {package}."))?;
        let Some(found) = cache.npm_file(package, &version, file) else { return Ok(false) };
        let name = found.file_name().context("A file of a package has no name.")?;
        copy(&found, &page.join("lib").join(name))?;
    }
    Ok(true)
}

/// The version of a package in the text of a package.json.
fn version(text: &str, package: &str) -> Option<String> {
    let about: serde_json::Value = serde_json::from_str(text).ok()?;
    about["dependencies"][package].as_str().map(str::to_owned)
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("{} could not be copied to {}.", from.display(), to.display());
    if from.is_dir() {
        for entry in fs::read_dir(from).with_context(failed)? {
            let entry = entry.with_context(failed)?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(failed)?;
    }
    fs::copy(from, to).map(drop).with_context(failed)
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

    #[test]
    fn a_folder_is_copied_with_all_that_is_in_it() {
        let folder = std::env::temp_dir().join(format!("duet-bench-{}", std::process::id()));
        fs::create_dir_all(folder.join("from/in")).expect("a folder");
        fs::write(folder.join("from/in/a"), "a").expect("a file");
        copy(&folder.join("from"), &folder.join("to")).expect("copied");
        assert_eq!(fs::read_to_string(folder.join("to/in/a")).expect("a copy"), "a");
        fs::remove_dir_all(&folder).expect("removed");
    }
}
