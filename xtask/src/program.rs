//! From the sources to the program that a browser loads: compiled, split into chunks, bound and optimised.
//!
//! The order is that of cargo-leptos: cargo, `wasm_split`, wasm-bindgen, wasm-opt (docs/adr/0021).

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use fs_err as fs;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::files::files;
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler uses of WebAssembly. The chunks do not declare it themselves, and wasm-opt refuses what it was not told of.
const FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// The files that each chunk needs, its own included, by the name given to `#[wasm_split]`; without their extension.
pub type Chunks = BTreeMap<String, Vec<String>>;

/// How the program's script is loaded.
#[derive(Clone, Copy)]
pub enum Script {
    /// As a module.
    Module,
    /// As a classic script, for Duet in one file (src/pages/single.rs).
    Classic,
}

/// Compiles the program; gives the module.
pub fn compile(root: &Path, release: bool) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--locked", "--package=duet", "--bin=duet", "--target", TARGET])
        .args(release.then_some("--release"))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags(root, release))
        .current_dir(root);
    process::run(&mut cargo, "Compiling the program")?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join(TARGET).join(if release { "release" } else { "debug" }).join("duet.wasm"))
}

fn rust_flags(root: &Path, release: bool) -> String {
    // wasm_split reads the relocations.
    let mut flags = vec!["-Clink-arg=--emit-relocs".to_owned()];
    if release {
        // A quarter of the default stack: the program has no deep recursion.
        flags.push("-Clink-arg=-zstack-size=262144".to_owned());
    }
    // Panic messages name source files: relative paths are short, and the same on every machine.
    flags.extend(source_folders(root).iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags.join(" ")
}

/// The folders with the sources of the program and its libraries.
fn source_folders(root: &Path) -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let mut folders: Vec<PathBuf> = registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.push(root.to_owned());
    // The variable separates flags by spaces, with no way to quote one.
    folders.retain(|folder| !folder.to_string_lossy().contains(char::is_whitespace));
    folders
}

/// Splits the program at the functions marked with `#[wasm_split]`: the chunks and their loader go to `folder`, the main module to
/// `main`.
pub fn split(compiled: &Path, folder: &Path, main: &Path) -> Result<Chunks> {
    let input = fs::read(compiled)?;
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = "./duet.js";
    options.link_name = "./chunks.js";
    fs::create_dir_all(folder)?;
    let split = transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .with_context(|| format!("{} could not be split into chunks.", compiled.display()))?;
    Ok(split.prefetch_map.into_iter().collect())
}

/// Writes the script that a module needs to `folder`, and the module as that script expects it.
pub fn bind(module: &Path, script: Script, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    // The chunks share the table of functions, which the linker exports. The other settings are those of wasm-bindgen's command.
    bindgen.input_path(module).out_name("duet").keep_lld_exports(true).omit_default_module_path(false);
    match script {
        Script::Module => bindgen.web(true)?,
        Script::Classic => bindgen.no_modules(true)?,
    };
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen failed on {}.", module.display()))
}

/// Optimises all modules of a folder.
pub fn optimise(wasm_opt: &Path, folder: &Path) -> Result<()> {
    for module in files(folder)?.iter().filter(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
        let mut command = Command::new(wasm_opt);
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
