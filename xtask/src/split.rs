//! The program in parts: what comes between the compiler and wasm-bindgen.
//!
//! Trunk has no step for it, so it is given this program in the place of wasm-bindgen ([`stand_in`]). It cuts what the compiler
//! has made at the functions marked in `src/parts.rs`, hands the first part to the real wasm-bindgen, puts the loader of the others
//! into the script that comes of it, and leaves the others in a folder, from which the last step of the build (`src/pages.rs`)
//! takes them. docs/adr/0016 says why.

mod loader;
mod names;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use wasm_split_cli_support::{Options, transform};

use crate::process;

/// Where the real wasm-bindgen is.
pub const REAL: &str = "DUET_WASM_BINDGEN";
/// The folder for the later parts.
pub const PARTS: &str = "DUET_PARTS";
/// wasm-opt, where the build is to use it.
pub const OPTIMISER: &str = "DUET_WASM_OPT";

/// The part that all others need.
const BASE: &str = "results";
/// The part that the last one needs besides.
const NEXT: &str = "handing";
/// The last one.
const LAST: &str = "rest";
/// With what the cutting tool begins the name of what is in one part alone.
const OWN: &str = "split_";
/// The script that loads the later parts, as the cutting tool calls it.
const LOADER: &str = "./split.js";
/// Where wasm-bindgen puts scripts of the program's own.
const IMPORTED: &str = "snippets";

/// Puts this program under the name of wasm-bindgen into a folder of its own; gives the folder.
pub fn stand_in(notes: &Path) -> Result<PathBuf> {
    let folder = notes.join("bin");
    fs::create_dir_all(&folder).with_context(|| format!("The folder {} could not be made.", folder.display()))?;
    let own = std::env::current_exe().context("The path of this program is not known.")?;
    let place = folder.join(format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX));
    // A copy: links need a permission on Windows. Beside the place first, since a program that runs cannot be written to.
    let fresh = place.with_extension("fresh");
    let put = fs::copy(&own, &fresh).and_then(|_| fs::rename(&fresh, &place));
    put.with_context(|| format!("{} could not be written.", place.display()))?;
    Ok(folder)
}

/// Whether this program was called under the name of wasm-bindgen.
pub fn is_stand_in() -> bool {
    let name = std::env::args_os().next().map(PathBuf::from);
    name.is_some_and(|name| name.file_stem().is_some_and(|stem| stem == "wasm-bindgen"))
}

/// What Trunk wants of wasm-bindgen.
struct Order {
    input: PathBuf,
    out: PathBuf,
    name: String,
    others: Vec<OsString>,
}

impl Order {
    /// None for everything but a build, such as the question for the version.
    fn read(arguments: impl Iterator<Item = OsString>) -> Option<Self> {
        let (mut input, mut out, mut name, mut others) = (None, None, None, Vec::new());
        for argument in arguments {
            let text = argument.to_string_lossy().into_owned();
            if let Some(folder) = text.strip_prefix("--out-dir=") {
                out = Some(PathBuf::from(folder));
            } else if let Some(chosen) = text.strip_prefix("--out-name=") {
                name = Some(chosen.to_owned());
            } else if text.starts_with("--") {
                others.push(argument);
            } else {
                input = Some(PathBuf::from(argument));
            }
        }
        Some(Self { input: input?, out: out?, name: name?, others })
    }
}

/// Does what wasm-bindgen is asked for.
pub fn run() -> Result<ExitCode> {
    let real = std::env::var_os(REAL).with_context(|| format!("{REAL} is not set: this is run by cargo xtask."))?;
    let arguments = || std::env::args_os().skip(1);
    let Some(order) = Order::read(arguments()) else {
        let status = Command::new(&real).args(arguments()).status().context("wasm-bindgen could not be started.")?;
        return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    };
    let parts = PathBuf::from(std::env::var_os(PARTS).with_context(|| format!("{PARTS} is not set."))?);
    cut(&order, &real, &parts)?;
    Ok(ExitCode::SUCCESS)
}

fn cut(order: &Order, real: &OsString, parts: &Path) -> Result<()> {
    let input = fs::read(&order.input).with_context(|| format!("{} could not be read.", order.input.display()))?;
    let input = names::without_unused(&input)
        .with_context(|| format!("{} is no program in WebAssembly.", order.input.display()))?;
    let scratch = parts.join("cut");
    if parts.exists() {
        fs::remove_dir_all(parts).with_context(|| format!("{} could not be emptied.", parts.display()))?;
    }
    fs::create_dir_all(&scratch).with_context(|| format!("{} could not be made.", scratch.display()))?;
    let first = scratch.join("first.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &scratch;
    options.main_out_path = &first;
    options.link_name = LOADER;
    let cut = transform(options)
        .map_err(|error| anyhow::anyhow!("{error:#}"))
        .with_context(|| format!("{} could not be cut into parts.", order.input.display()))?;

    let mut bindgen = Command::new(real);
    // The parts meet in its table of functions.
    bindgen
        .args(&order.others)
        .arg("--keep-lld-exports")
        .arg("--out-dir")
        .arg(&order.out)
        .arg("--out-name")
        .arg(&order.name)
        .arg(&first);
    process::run(&mut bindgen, "wasm-bindgen")?;

    let loader = read(&scratch.join(LOADER))?;
    let files = pack(&cut.split_modules, &loader, parts)?;
    let script = order.out.join(format!("{}.js", order.name));
    let glue = read(&script)?;
    let joined = loader::join(&glue, &loader, &files, |path| fs::read_to_string(order.out.join(path)).ok())
        .with_context(|| format!("What {} imports does not fit into it.", script.display()))?;
    let imported = order.out.join(IMPORTED);
    if imported.exists() {
        fs::remove_dir_all(&imported).with_context(|| format!("{} could not be removed.", imported.display()))?;
    }
    let code = order.out.join(format!("{}_bg.wasm", order.name));
    let module = fs::read(&code).with_context(|| format!("{} could not be read.", code.display()))?;
    let (joined, module) =
        names::shorten(&joined, &module).with_context(|| format!("{} could not be shortened.", code.display()))?;
    fs::write(&script, loader::slim(&joined)).with_context(|| format!("{} could not be written.", script.display()))?;
    let whole = scratch.join("whole.wasm");
    fs::write(&whole, module).with_context(|| format!("{} could not be written.", whole.display()))?;
    optimise(&whole, &code)?;
    fs::remove_dir_all(&scratch).with_context(|| format!("{} could not be removed.", scratch.display()))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} could not be read.", file.display()))
}

/// The parts that a part needs, in whose files is what they share.
fn needed(part: &str) -> &'static [&'static str] {
    match part {
        BASE => &[],
        LAST => &[BASE, NEXT],
        _ => &[BASE],
    }
}

/// The part in whose file something is that some parts share, which the loader of the cutting tool says of each module.
fn home(module: &str, loader: &str) -> &'static str {
    let sharing =
        loader.split_once(&format!(" */\nconst __{module} = ")).and_then(|(before, _)| before.rsplit_once("/* "));
    let late = sharing.is_some_and(|(_, parts)| parts.split(", ").all(|part| [NEXT, LAST].contains(&part)));
    if late { NEXT } else { BASE }
}

/// Writes the parts as files. What several of them share goes before the part that all of these need: the cutting tool makes a module
/// of it for each set of parts that share something, most of them a few words long.
fn pack(modules: &[PathBuf], loader: &str, parts: &Path) -> Result<Vec<Packed>> {
    let mut files: BTreeMap<String, Packed> = BTreeMap::new();
    let mut modules = modules.to_vec();
    modules.sort();
    for module in modules {
        let name = module
            .file_stem()
            .and_then(|name| name.to_str())
            .with_context(|| format!("{} has no name.", module.display()))?;
        let name = name.strip_prefix(OWN).unwrap_or_else(|| home(name, loader)).to_owned();
        let small = module.with_extension("small");
        optimise(&module, &small)?;
        let code = fs::read(&small).with_context(|| format!("{} could not be read.", small.display()))?;
        let file = files.entry(name.clone()).or_insert_with(|| Packed { name, lengths: Vec::new(), code: Vec::new() });
        file.lengths.push(code.len());
        file.code.extend(code);
    }
    for file in files.values() {
        let place = parts.join(format!("{}.wasm", file.name));
        fs::write(&place, &file.code).with_context(|| format!("{} could not be written.", place.display()))?;
    }
    Ok(files.into_values().collect())
}

/// Writes a part of the program to another place, as small as it gets where there is something that makes it small.
fn optimise(part: &Path, place: &Path) -> Result<()> {
    let Some(optimiser) = std::env::var_os(OPTIMISER) else {
        fs::copy(part, place).with_context(|| format!("{} could not be written.", place.display()))?;
        return Ok(());
    };
    // The later parts say nothing of what they use of WebAssembly. This is what the compiler uses, and what joins the parts.
    let features =
        ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
    let mut command = Command::new(optimiser);
    // What is smallest after Brotli: a little larger before it than with -Oz, and functions that are alike lie together.
    let passes = ["-Os", "--flatten", "--rereloop", "-Os", "--reorder-functions-by-name"];
    command.args(features.map(|feature| format!("--enable-{feature}"))).args(passes);
    // A large function that has one caller stays apart. A browser takes a function for hot by its calls times its size, and translates
    // it once more with a compiler that takes some megabytes.
    command.args(["--one-caller-inline-max-function-size", "200"]);
    process::run(command.arg(part).arg("-o").arg(place), "wasm-opt")
}

/// A file of a part.
struct Packed {
    name: String,
    /// Of the modules in it, one after the other, in bytes.
    lengths: Vec<usize>,
    code: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_where_all_have_it() {
        let loader = "/* handing, rest */\nconst __chunk_3 = makeLoad();\n/* polish, rest */\nconst __chunk_4 = makeLoad();\n\
                      /* rest, results */\nconst __chunk_34 = makeLoad();\n";
        assert_eq!(
            ["chunk_3", "chunk_4", "chunk_34", "chunk_5"].map(|module| home(module, loader)),
            [NEXT, BASE, BASE, BASE]
        );
        for part in [BASE, NEXT, LAST, "polish"] {
            assert_eq!(needed(part).contains(&BASE), part != BASE);
        }
        assert!(needed(LAST).contains(&NEXT));
    }

    #[test]
    fn trunk_is_understood() {
        let order = ["--target=web", "--out-dir=a/b", "--out-name=duet", "in.wasm", "--no-typescript"];
        let order = Order::read(order.into_iter().map(OsString::from)).expect("an order");
        assert_eq!((order.input, order.out, &*order.name), ("in.wasm".into(), "a/b".into(), "duet"));
        assert_eq!(order.others, ["--target=web", "--no-typescript"]);
        assert!(Order::read(["--version".into()].into_iter()).is_none());
    }
}
