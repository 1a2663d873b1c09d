//! The step after Trunk's build: cuts the program into chunks and writes the pages.
//!
//! Trunk has no step for cutting (trunk-rs/trunk#1022). Its `post_build` hook runs this with the site in a staging folder; this
//! replaces the program that Trunk put there by one that `wasm_split` has cut. The order is that of cargo-leptos: split,
//! wasm-bindgen, wasm-opt (docs/adr/0021).

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use crate::compress::files;
use crate::minify::minify;
use crate::tools::{BuildTools, Cache};
use crate::{install, process, site};

/// What the compiler uses of WebAssembly. The chunks do not say it themselves, and wasm-opt refuses what it was not told of.
const FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// The files that each chunk needs, itself among them, by the name given to `#[wasm_split]`; without their ending.
pub type Chunks = BTreeMap<String, Vec<String>>;

/// Where a build notes its [`Chunks`].
pub fn chunks_file(root: &Path, profile: &str) -> PathBuf {
    root.join("target").join("xtask").join(profile).join("chunks.json")
}

/// Finishes the site that Trunk has staged. Run by Trunk, which says in the environment where that is.
pub fn run(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("TRUNK_STAGING_DIR is not set: this is run by Trunk, see Trunk.toml.")?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_default();
    let release = profile == "release";
    let tools = Cache::locate()?.for_build(root)?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let compiled = target.join("wasm32-unknown-unknown").join(&profile).join("duet.wasm");
    let work = root.join("target").join("xtask").join(&profile);
    install::remove(&work)?;
    let (cut, single) = (work.join("cut"), work.join("single"));

    let main = work.join("main.wasm");
    let chunks = split(&compiled, &cut, &main)?;
    let list = chunks_file(root, &profile);
    fs::write(&list, serde_json::to_string_pretty(&chunks)?)
        .with_context(|| format!("{} could not be written.", list.display()))?;
    bind(&tools, &main, "web", &cut)?;
    let (mut style, mut scripts) = (root.join("style"), root.join("public"));
    if release {
        optimise(&tools, &cut)?;
        // For Duet in one file: the same modules, with another script (src/pages/single.rs).
        bind(&tools, &main, "no-modules", &single)?;
        minify(&cut, &cut)?;
        minify(&single, &single)?;
        for folder in [&mut style, &mut scripts] {
            let source = std::mem::replace(folder, work.join(folder.file_name().unwrap_or_default()));
            minify(&source, folder)?;
        }
    }
    let program = replace(&staging, &cut)?;

    let mut pages = process::cargo();
    pages.args(["run", "--quiet", "--locked", "--package=duet", "--bin=pages"]).current_dir(root);
    pages.env("DUET_PROGRAM", program).env("DUET_STYLE", style).env("DUET_SCRIPTS", scripts);
    if release {
        pages.env("DUET_SINGLE", single.join("duet.js"));
    }
    process::run(&mut pages, "Writing the pages")
}

/// Cuts the program at the functions marked with `#[wasm_split]`: the chunks and their loader go to a folder, what is loaded
/// first to a place where wasm-bindgen takes it up.
fn split(compiled: &Path, folder: &Path, main: &Path) -> Result<Chunks> {
    let input = fs::read(compiled).with_context(|| format!("{} could not be read.", compiled.display()))?;
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = "./duet.js";
    options.link_name = "./chunks.js";
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made.", folder.display()))?;
    let cut = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .with_context(|| format!("{} could not be cut into chunks.", compiled.display()))?;
    Ok(cut.prefetch_map.into_iter().collect())
}

/// Writes the script that a module needs to a folder, and the module as that script expects it.
fn bind(tools: &BuildTools, module: &Path, target: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Command::new(tools.wasm_bindgen());
    // The chunks meet in the table of functions, which the linker exports.
    bindgen
        .args(["--target", target, "--out-name=duet", "--keep-lld-exports", "--no-typescript"])
        .arg("--out-dir")
        .arg(folder)
        .arg(module);
    process::run(&mut bindgen, "wasm-bindgen")
}

/// Makes all modules below a folder smaller, where there is wasm-opt.
fn optimise(tools: &BuildTools, folder: &Path) -> Result<()> {
    let Some(optimiser) = tools.wasm_opt() else { return Ok(()) };
    for module in files(folder)?.iter().filter(|file| file.extension().is_some_and(|ending| ending == "wasm")) {
        let mut command = Command::new(&optimiser);
        command
            .arg("--quiet")
            .args(FEATURES.map(|feature| format!("--enable-{feature}")))
            // The smallest after Brotli: 2 % less than with -Oz.
            .args(["-Os", "--flatten", "--rereloop", "-Os", "--reorder-functions-by-name"])
            .arg(module)
            .arg("-o")
            .arg(module);
        process::run(&mut command, "wasm-opt")?;
    }
    Ok(())
}

/// Puts the program into the staging folder in the place of Trunk's; gives the name of its folder. That is a hash of all that is in it,
/// so that browsers may keep it for ever, and its files can call each other as they were written.
fn replace(staging: &Path, program: &Path) -> Result<String> {
    for file in files(staging)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("duet-") {
            fs::remove_file(&file).with_context(|| format!("{} could not be removed.", file.display()))?;
        }
    }
    let mut hasher = DefaultHasher::new();
    site::hash_path(program, "", &mut hasher)?;
    let name = format!("duet-{:016x}", hasher.finish());
    for file in files(program)? {
        let to = staging.join(&name).join(file.strip_prefix(program)?);
        let copied = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(&file, &to));
        copied.with_context(|| format!("{} could not be written.", to.display()))?;
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_takes_the_place_of_trunks_under_a_name_that_follows_its_contents() {
        let folder = env::temp_dir().join(format!("duet-post-build-{}", std::process::id()));
        let (staging, cut) = (folder.join("staging"), folder.join("cut"));
        fs::create_dir_all(cut.join("snippets")).expect("a folder");
        fs::create_dir_all(&staging).expect("a folder");
        for file in ["duet-0a.js", "duet-0a_bg.wasm", "index.html"] {
            fs::write(staging.join(file), "Trunk").expect("a file");
        }
        let put = |text: &str| {
            fs::write(cut.join("snippets/own.js"), text).expect("a file");
            replace(&staging, &cut).expect("replaced")
        };
        let name = put("1");
        assert!(name.len() == 21 && name.starts_with("duet-"), "{name}");
        let there = || files(&staging).expect("a list").len();
        assert_eq!(
            (there(), fs::read_to_string(staging.join(&name).join("snippets/own.js")).ok()),
            (2, Some("1".to_owned()))
        );
        assert_ne!(put("2"), name);
        assert_eq!(put("1"), name);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
