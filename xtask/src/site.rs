//! Builds the site, unless it is up to date.
//!
//! The build itself is described in `Trunk.toml` and `index.html`, and continues in `post_build.rs`. It is skipped when nothing has
//! changed: `target/xtask/dist.fingerprint` holds a hash of everything the site is made from and one of the site. Contents are
//! compared, not times, so a fresh checkout of the same state does not count as a change.

use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use fnv::FnvHasher;
use fs_err as fs;

use crate::report::duration;
use crate::tools::{BuildTools, Cache};
use crate::weight::Weight;
use crate::{compress, files, install, process, serve};

/// Everything the site is made from, relative to the checkout. A test checks that whatever sources and manifests name is included.
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
    // It splits the program into chunks, and compresses the files.
    "xtask",
];

/// Builds the release site, unless it is up to date; returns its folder.
pub fn build(root: &Path) -> Result<PathBuf> {
    let tools = Cache::locate()?.for_build()?;
    let dist = root.join("dist");
    let notes = root.join("target").join("xtask");
    fs::create_dir_all(&notes)?;
    let _lock = install::lock(&notes.join("dist.lock"), "Waiting for another build of the site in this checkout.")?;

    let inputs = hash_inputs(root, &tools)?;
    let record = notes.join("dist.fingerprint");
    if dist.join("index.html").is_file() {
        let built_last = fs::read_to_string(&record).unwrap_or_default();
        if built_last == fingerprint(inputs, &dist)? {
            println!("The site in dist/ is up to date.");
            return Ok(dist);
        }
    }

    // Removed before the build begins: a build that fails half way must not pass for the one before.
    files::remove(&record)?;
    let started = Instant::now();
    println!("The site: building for release, about 1–3 minutes the first time.");
    fetch(root)?;
    let mut trunk = trunk(root, &tools, "build", &dist);
    trunk.arg("--release=true");
    if tools.wasm_opt.is_none() {
        println!(
            "wasm-opt is not available (no npm, none on PATH): the site is built without it, which makes it some 3 % larger \
             on the wire."
        );
    }
    process::run(&mut trunk, "trunk build")?;
    compress::compress(&dist)?;
    // The inputs as they were when the build began: a change made meanwhile is built the next time.
    fs::write(&record, fingerprint(inputs, &dist)?)?;
    println!("The site: built in {}. {}", duration(started.elapsed()), Weight::of(root, &dist)?.sentence());
    Ok(dist)
}

/// Builds the release site, and adds the program of the build before it in the folder `former`: a page that is open while the host is
/// updated finds the rest of its program. The next [`build`] removes it.
pub fn build_keeping(root: &Path, former: Option<&Path>) -> Result<PathBuf> {
    let Some(former) = former else { return build(root) };
    let program = program_of(former)?;
    // First, because the folder may be the one that is built.
    let kept = root.join("target").join("xtask").join("former");
    files::remove(&kept)?;
    files::copy(&former.join(&program), &kept)?;
    let dist = build(root)?;
    let place = dist.join(&program);
    if place.exists() {
        println!("The build before has the same program.");
    } else {
        files::copy(&kept, &place)?;
        println!("The program of the build before is kept: {program}/.");
    }
    Ok(dist)
}

/// The name of the folder with the program of a built site: its page names it.
fn program_of(site: &Path) -> Result<String> {
    let page = fs::read_to_string(site.join("index.html"))
        .context("The folder of the build before is to be one that was built, with an index.html")?;
    let named = page.split_once("data-js=").map(|(_, rest)| rest.trim_start_matches('"'));
    let name = named.and_then(|rest| rest.split_once('/')).map(|(name, _)| name.to_owned());
    let name = name.filter(|name| name.starts_with("duet-") && site.join(name).is_dir());
    name.with_context(|| format!("{} does not name a program that lies beside it.", site.join("index.html").display()))
}

/// Serves a debug build and rebuilds it after every change, until Ctrl-C.
pub fn develop(root: &Path, port: Option<u16>) -> Result<()> {
    let tools = Cache::locate()?.for_build()?;
    // Closed again, since it is Trunk that listens; another program is unlikely to take the port in between.
    let port = serve::listen(port)?.local_addr().context("The port could not be read.")?.port();
    fetch(root)?;
    // Not dist/, which holds the release site.
    let dist = root.join("target").join("dev-dist");
    let mut trunk = trunk(root, &tools, "serve", &dist);
    trunk.arg("--release=false").args(["--address", "127.0.0.1"]).arg(format!("--port={port}"));
    println!("The site: building for development; then it is at http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    process::run(&mut trunk, "trunk serve")
}

/// Downloads the libraries: the first cargo that Trunk starts (`cargo metadata`) would do so without `--locked`.
fn fetch(root: &Path) -> Result<()> {
    process::run(
        process::cargo().args(["fetch", "--quiet", "--locked"]).current_dir(root),
        "Downloading the libraries (cargo fetch)",
    )
}

/// Trunk, which downloads nothing.
fn trunk(root: &Path, tools: &BuildTools, command: &str, dist: &Path) -> Command {
    let mut trunk = Command::new(&tools.trunk);
    trunk.current_dir(root).args([command, "--offline=true", "--dist"]).arg(dist);
    // Trunk takes only the words true and false for NO_COLOR and exits at any other value, also the usual 1.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.arg("--color=never");
    }
    trunk.env_remove("NO_COLOR");
    trunk
}

/// A hash of everything the site is made from, and of the tools' versions.
fn hash_inputs(root: &Path, tools: &BuildTools) -> Result<u64> {
    let mut hasher = FnvHasher::default();
    "release".hash(&mut hasher);
    tools.versions.hash(&mut hasher);
    for setting in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "DUET_URL"] {
        std::env::var_os(setting).hash(&mut hasher);
    }
    for input in INPUTS {
        input.hash(&mut hasher);
        files::hash(&root.join(input), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn fingerprint(inputs: u64, dist: &Path) -> Result<String> {
    let mut site = FnvHasher::default();
    files::hash(dist, &mut site)?;
    Ok(format!("{inputs:016x} {:016x}\n", site.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_of_a_build_is_the_one_that_its_page_names() {
        let site = tempfile::tempdir().expect("a folder");
        for program in ["duet-0123456789abcdef", "duet-fedcba9876543210"] {
            fs::create_dir(site.path().join(program)).expect("a folder");
        }
        let page = |text: &str| fs::write(site.path().join("index.html"), text).expect("a page");
        page("<script data-js=\"duet-fedcba9876543210/duet.js\" data-wasm=\"…\">");
        assert_eq!(program_of(site.path()).expect("a program"), "duet-fedcba9876543210");
        page("<script data-js=\"duet-0000000000000000/duet.js\">");
        assert!(program_of(site.path()).is_err());
        page("<p>Another site");
        assert!(program_of(site.path()).is_err());
    }

    /// The texts between a beginning and the next quotation mark.
    fn quoted<'a>(text: &'a str, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        text.split(beginning).skip(1).filter_map(|rest| rest.split('"').next())
    }

    #[test]
    fn everything_that_sources_and_manifests_name_is_an_input() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the checkout");
        let read = |path: &Path| fs::read_to_string(path).expect("a text");
        let mut named = Vec::new();
        // Our own packages; those for tests alone follow later in the manifest.
        let manifest = read(&root.join("Cargo.toml"));
        let dependencies = manifest.split("dev-dependencies]").next().expect("a beginning");
        named.extend(quoted(dependencies, "path = \"").map(|path| root.join(path)));
        for file in ["index.html", "Trunk.toml"].map(|name| root.join(name)) {
            named.extend(quoted(&read(&file), "href=\"public").map(|rest| root.join("public").join(&rest[1..])));
            named.push(file);
        }
        for package in ["src", "crates/domain/src"] {
            // A file of tests alone may name samples that the site is not made from.
            for file in files::files(&root.join(package))
                .expect("a list")
                .into_iter()
                .filter(|file| !file.ends_with("tests.rs"))
            {
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
}
