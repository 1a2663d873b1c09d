//! How the site is built, and when it need not be.
//!
//! The build itself is Trunk's and described in `Trunk.toml` and `index.html`. Here it gets its tools, and is left out when
//! nothing has changed: `target/xtask/dist.fingerprint` holds a hash of everything the site is made from and one of the
//! site. Contents are compared, not times, so a fresh checkout of the same state does not count as a change.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::report::duration;
use crate::tools::{BuildTools, Cache};
use crate::weight::Weight;
use crate::{compress, install, process, serve};

/// What the site is made from, relative to the checkout. Whatever else it will be made from belongs here; a test finds what the sources
/// and manifests name.
const INPUTS: [&str; 11] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    // It cuts the program into chunks, and compresses the files.
    "xtask",
];

/// Builds the release site, unless it is up to date; gives its folder.
pub fn build(root: &Path) -> Result<PathBuf> {
    let tools = Cache::locate()?.for_build(root)?;
    let dist = root.join("dist");
    let notes = root.join("target").join("xtask");
    fs::create_dir_all(&notes).with_context(|| format!("The folder {} could not be made.", notes.display()))?;
    let _held = install::lock(&notes.join("dist.lock"), "Waiting for another build of the site in this checkout.")?;

    let inputs = hash_inputs(root, &tools)?;
    let record = notes.join("dist.fingerprint");
    if dist.join("index.html").is_file() {
        let built_last = fs::read_to_string(&record).unwrap_or_default();
        if built_last == fingerprint(inputs, &dist)? {
            println!("The site in dist/ is up to date.");
            return Ok(dist);
        }
    }

    // Gone before the build begins: a build that fails half way must not look like the one before.
    match fs::remove_file(&record) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("{} could not be removed.", record.display()));
        }
        _ => {}
    }
    let started = Instant::now();
    println!("The site: building for release, about 1–3 minutes the first time.");
    fetch(root)?;
    let mut trunk = trunk(root, &tools, "build", &dist)?;
    trunk.arg("--release=true");
    if tools.wasm_opt().is_none() {
        println!(
            "wasm-opt is not to be had (no npm, none on PATH): the site is built without it, \
             which makes it some 5 % larger on the wire."
        );
    }
    process::run(&mut trunk, "trunk build")?;
    compress::compress(&dist)?;
    // What the inputs were when the build began: a change made meanwhile is built the next time.
    fs::write(&record, fingerprint(inputs, &dist)?)
        .with_context(|| format!("{} could not be written.", record.display()))?;
    println!("The site: built in {}. {}", duration(started.elapsed()), Weight::of(root, &dist)?.sentence());
    Ok(dist)
}

/// Serves a debug build and builds it again after every change, until Ctrl-C.
pub fn develop(root: &Path, port: Option<u16>) -> Result<()> {
    let tools = Cache::locate()?.for_build(root)?;
    // Found now and given back, since it is Trunk that listens; nobody is likely to take it in between.
    let port = serve::listen(port)?.local_addr().context("The port could not be read.")?.port();
    fetch(root)?;
    // Not dist/, which holds the release site.
    let dist = root.join("target").join("dev-dist");
    let mut trunk = trunk(root, &tools, "serve", &dist)?;
    trunk.arg("--release=false").args(["--address", "127.0.0.1"]).arg(format!("--port={port}"));
    println!("The site: building for development; then it is at http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    process::run(&mut trunk, "trunk serve")
}

/// How the program is compiled.
fn rust_flags(root: &Path, release: bool) -> String {
    // What the cutting tool needs to know of it.
    let mut flags = vec!["-Clink-arg=--emit-relocs".to_owned()];
    if release {
        // A quarter of the usual memory for calls is plenty for what is as flat as this.
        flags.push("-Clink-arg=-zstack-size=262144".to_owned());
    }
    // Where the program says in which line it has failed, it says nothing of the machine it was made on, and says it in short.
    flags.extend(source_folders(root).iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags.join(" ")
}

/// The folders with the sources of the program and its libraries.
fn source_folders(root: &Path) -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let mut folders: Vec<PathBuf> = registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.push(root.to_owned());
    // Rust takes no flag with a space in it from here.
    folders.retain(|folder| !folder.to_string_lossy().contains(char::is_whitespace));
    folders
}

/// Downloads the libraries, because Trunk works offline.
fn fetch(root: &Path) -> Result<()> {
    process::run(
        process::cargo().args(["fetch", "--quiet", "--locked"]).current_dir(root),
        "Downloading the libraries (cargo fetch)",
    )
}

/// Trunk, which finds its tools on PATH and downloads nothing.
fn trunk(root: &Path, tools: &BuildTools, command: &str, dist: &Path) -> Result<Command> {
    let mut trunk = Command::new("trunk");
    trunk
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags(root, command == "build"))
        .current_dir(root)
        // Offline: a tool that is not found is an error, not a download from somewhere; nor does it look for news.
        .args([command, "--offline=true", "--dist"])
        .arg(dist);
    // Trunk takes only the words true and false for NO_COLOR and ends at any other value, also the usual 1.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.arg("--color=never");
    }
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// A hash of everything the site is made from, and with which tools.
///
/// The standard hasher may change with the compiler; then the site is built once more, which it would be anyway.
fn hash_inputs(root: &Path, tools: &BuildTools) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    "release".hash(&mut hasher);
    tools.versions.hash(&mut hasher);
    for setting in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "DUET_URL"] {
        std::env::var_os(setting).hash(&mut hasher);
    }
    for input in INPUTS {
        hash_path(&root.join(input), input, &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn fingerprint(inputs: u64, dist: &Path) -> Result<String> {
    let mut site = DefaultHasher::new();
    hash_path(dist, "dist", &mut site)?;
    Ok(format!("{inputs:016x} {:016x}\n", site.finish()))
}

/// Adds a file or a folder with everything in it, names included; what does not exist adds only that.
pub fn hash_path(path: &Path, name: &str, hasher: &mut DefaultHasher) -> Result<()> {
    let unreadable = || format!("{} could not be read.", path.display());
    name.hash(hasher);
    if path.is_dir() {
        let mut children =
            fs::read_dir(path).and_then(Iterator::collect::<std::io::Result<Vec<_>>>).with_context(unreadable)?;
        children.sort_by_key(fs::DirEntry::file_name);
        children.len().hash(hasher);
        for child in children {
            hash_path(&child.path(), &child.file_name().to_string_lossy(), hasher)?;
        }
    } else if path.exists() {
        fs::read(path).with_context(unreadable)?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts between a beginning and the next quotation mark.
    fn quoted<'a>(text: &'a str, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        text.split(beginning).skip(1).filter_map(|rest| rest.split('"').next())
    }

    /// The files in a folder and in those in it, each with the folder that it lies in.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn everything_that_sources_and_manifests_name_is_an_input() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout");
        let read = |path: &Path| fs::read_to_string(path).expect("a text");
        let mut named = Vec::new();
        // Packages of ours; those for tests alone follow later in the manifest.
        let manifest = read(&root.join("Cargo.toml"));
        let dependencies = manifest.split("dev-dependencies]").next().expect("a beginning");
        named.extend(quoted(dependencies, "path = \"").map(|path| root.join(path)));
        for file in ["index.html", "Trunk.toml"].map(|name| root.join(name)) {
            named.extend(quoted(&read(&file), "href=\"public").map(|rest| root.join("public").join(&rest[1..])));
            named.push(file);
        }
        for package in ["src", "crates/domain/src"] {
            // A file of tests alone may name samples that the site is not made from.
            for file in files(&root.join(package)).into_iter().filter(|file| !file.ends_with("tests.rs")) {
                for include in ["include_str!(\"", "include_bytes!(\"", "module = \"/"] {
                    let base =
                        if include.starts_with("module") { root.as_path() } else { file.parent().expect("a folder") };
                    named.extend(quoted(&read(&file), include).map(|path| base.join(path)));
                }
            }
        }
        assert!(named.len() > 10, "{named:?}");
        for path in named {
            let path = path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let covered = INPUTS.iter().any(|input| path.starts_with(root.join(input)));
            assert!(covered, "{} is not among the inputs", path.display());
        }
    }

    #[test]
    fn the_fingerprint_follows_contents_and_names_not_times() {
        let folder = std::env::temp_dir().join(format!("duet-site-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            fs::create_dir_all(folder.join("in")).expect("a folder");
            fs::write(folder.join("in").join(name), text).expect("a file");
        };
        let print = || fingerprint(0, &folder).expect("readable");
        write("a", "1");
        let first = print();
        write("a", "2");
        let second = print();
        write("a", "1");
        assert_eq!(print(), first);
        assert_ne!(second, first);
        fs::rename(folder.join("in/a"), folder.join("in/b")).expect("renamed");
        assert_ne!(print(), first);
        fs::remove_dir_all(&folder).expect("removed");
        assert_ne!(print(), first);
    }
}
