//! The step after Trunk's: compiles the program, splits it into chunks and writes the pages.
//!
//! Trunk stages and serves the site, watches the sources and reloads the page. It has no step for splitting a program
//! (trunk-rs/trunk#1022), so `index.html` tells it to skip the program, and its `post_build` hook runs this.

use std::env;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fnv::FnvHasher;
use fs_err as fs;

use crate::files;
use crate::minify::minify;
use crate::process;
use crate::program::{self, Script};
use crate::tools::Cache;

/// Where a build notes its [`Chunks`](program::Chunks).
pub fn chunks_file(root: &Path, profile: &str) -> PathBuf {
    root.join("target").join("xtask").join(profile).join("chunks.json")
}

/// Finishes the site that Trunk has staged. Run by Trunk, which gives the folder in the environment.
pub fn run(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("TRUNK_STAGING_DIR is not set: this is run by Trunk, see Trunk.toml.")?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_default();
    let release = profile == "release";
    let work = root.join("target").join("xtask").join(&profile);
    files::remove(&work)?;
    let (modules, single) = (work.join("modules"), work.join("single"));

    let compiled = program::compile(root, release)?;
    let main = work.join("main.wasm");
    let chunks = program::split(&compiled, &modules, &main)?;
    fs::write(chunks_file(root, &profile), serde_json::to_string_pretty(&chunks)?)?;
    program::bind(&main, Script::Module, &modules)?;
    let (mut style, mut scripts) = (root.join("style"), root.join("public"));
    if release {
        if let Some(wasm_opt) = Cache::locate()?.wasm_opt() {
            program::optimise(&wasm_opt.path, &modules)?;
        }
        // For Duet in one file: the same modules, with another script.
        program::bind(&main, Script::Classic, &single)?;
        minify(&modules, &modules)?;
        minify(&single, &single)?;
        for folder in [&mut style, &mut scripts] {
            let source = std::mem::replace(folder, work.join(folder.file_name().unwrap_or_default()));
            minify(&source, folder)?;
        }
    }
    let program = add_program(&staging, &modules)?;

    let mut pages = process::cargo();
    pages.args(["run", "--quiet", "--locked", "--package=duet", "--bin=pages"]).current_dir(root);
    pages.env("DUET_PROGRAM", program).env("DUET_STYLE", style).env("DUET_SCRIPTS", scripts);
    if release {
        pages.env("DUET_SINGLE", single.join("duet.js"));
    }
    process::run(&mut pages, "Writing the pages")
}

/// Copies the program into the staging folder; gives the name of its folder. That is a hash of everything in it, so that browsers may
/// cache it for ever, while its files refer to each other by fixed names.
fn add_program(staging: &Path, program: &Path) -> Result<String> {
    let mut hasher = FnvHasher::default();
    files::hash(program, &mut hasher)?;
    let name = format!("duet-{:016x}", hasher.finish());
    files::copy(program, &staging.join(&name))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::files;

    #[test]
    fn the_program_is_in_a_folder_whose_name_follows_its_contents() {
        let folder = tempfile::tempdir().expect("a folder");
        let (staging, modules) = (folder.path().join("staging"), folder.path().join("modules"));
        fs::create_dir_all(modules.join("snippets")).expect("a folder");
        let add = |text: &str| {
            fs::write(modules.join("snippets/own.js"), text).expect("a file");
            add_program(&staging, &modules).expect("added")
        };
        let name = add("1");
        assert!(name.len() == 21 && name.starts_with("duet-"), "{name}");
        assert_eq!(files(&staging).expect("a list"), [staging.join(&name).join("snippets/own.js")]);
        assert_ne!(add("2"), name);
        assert_eq!(add("1"), name);
    }
}
