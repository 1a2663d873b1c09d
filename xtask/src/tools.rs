//! Which tools there are, in which version, and where they lie.
//!
//! All lie in one folder of the user's that checkouts share, never among the user's own tools: `DUET_TOOLS`, or
//! `duet-tools` in the platform's cache folder. A folder is named by tool and version, so that checkouts of different
//! ages do not get in each other's way.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::install::{Tool, install};
use crate::process::{self, on_path, path_with};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";

/// The folder that holds the tools.
pub struct Cache(PathBuf);

/// What building the site needs.
pub struct BuildTools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    /// The folder of wasm-opt and what it says of its version; none when it is not to be had.
    wasm_opt: Option<(PathBuf, String)>,
    /// One line a tool: a change of it makes another site.
    pub versions: String,
}

impl BuildTools {
    /// The program that wasm-bindgen is.
    pub fn wasm_bindgen(&self) -> PathBuf {
        self.wasm_bindgen.join(executable("wasm-bindgen"))
    }

    /// The program that wasm-opt is; none when it is not to be had.
    pub fn wasm_opt(&self) -> Option<PathBuf> {
        let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
        self.wasm_opt.as_ref().map(|(folder, _)| folder.join(name))
    }

    /// PATH with what Trunk uses before all other programs.
    pub fn path(&self) -> Result<OsString> {
        path_with(&[&self.trunk, &self.wasm_bindgen])
    }
}

impl Cache {
    /// The folder on this machine; it need not exist yet.
    pub fn locate() -> Result<Self> {
        let set = |name| env::var_os(name).filter(|value: &OsString| !value.is_empty());
        let folder = if let Some(chosen) = set("DUET_TOOLS") {
            PathBuf::from(chosen)
        } else {
            let caches = if cfg!(windows) {
                set("LOCALAPPDATA").map(PathBuf::from)
            } else if cfg!(target_os = "macos") {
                env::home_dir().map(|home| home.join("Library").join("Caches"))
            } else {
                set("XDG_CACHE_HOME")
                    .map(PathBuf::from)
                    // The specification wants relative values ignored.
                    .filter(|folder| folder.is_absolute())
                    .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            };
            caches.context("The user's cache folder is not known; name a folder in DUET_TOOLS.")?.join("duet-tools")
        };
        let folder =
            std::path::absolute(&folder).with_context(|| format!("{} is not a usable folder.", folder.display()))?;
        Ok(Self(folder))
    }

    /// Everything the site's build needs, installed where it is missing.
    pub fn for_build(&self, root: &Path) -> Result<BuildTools> {
        wasm_target()?;
        let trunk = self.crate_programs("Trunk", "trunk", TRUNK, &["--locked"], "6–15 minutes")?;
        let (wasm_bindgen, bindgen_version) = self.wasm_bindgen(root)?;
        let wasm_opt = self.wasm_opt();
        let optimiser = wasm_opt.as_ref().map_or("no wasm-opt", |(_, version)| version);
        let versions = format!("trunk {TRUNK}\nwasm-bindgen {bindgen_version}\n{optimiser}\n{}", compiler());
        Ok(BuildTools { trunk, wasm_bindgen, wasm_opt, versions })
    }

    /// The folder of wasm-bindgen and its test runner, and its version: exactly that of the library, of which it must know
    /// the inner workings.
    pub fn wasm_bindgen(&self, root: &Path) -> Result<(PathBuf, String)> {
        let file = root.join("Cargo.lock");
        let lock = fs::read_to_string(&file).with_context(|| format!("{} could not be read.", file.display()))?;
        let version = locked_version(&lock, "wasm-bindgen")
            .with_context(|| format!("{} names no wasm-bindgen.", file.display()))?;
        // Without --locked: with its own lock file, 0.2.130 did not compile.
        let folder = self.crate_programs("wasm-bindgen", "wasm-bindgen-cli", version, &[], "5 minutes")?;
        Ok((folder, version.to_owned()))
    }

    /// The program that drives Firefox.
    pub fn geckodriver(&self) -> Result<PathBuf> {
        let name = "geckodriver";
        let folder = self.crate_programs(name, name, GECKODRIVER, &["--locked"], "2–4 minutes")?;
        Ok(folder.join(executable(name)))
    }

    /// Installs a tool that comes as a crate; gives the folder of its programs.
    fn crate_programs(
        &self,
        title: &str,
        package: &str,
        version: &str,
        more: &[&str],
        minutes: &str,
    ) -> Result<PathBuf> {
        let program = package.strip_suffix("-cli").unwrap_or(package);
        let tool = Tool {
            title: &format!("{title} {version}"),
            folder: &format!("{package}-{version}"),
            program: &Path::new("bin").join(executable(program)),
            effort: &format!("compiling, about {minutes}, once per machine"),
        };
        let folder = install(&self.0, &tool, |bench| {
            let mut cargo = process::cargo();
            cargo
                .args(["install", package, "--version", version])
                .args(more)
                .arg("--root")
                .arg(&bench.root)
                .arg("--target-dir")
                .arg(&bench.scratch)
                // Out of the checkout, whose settings are not the tool's.
                .current_dir(&bench.root);
            for setting in ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
                cargo.env_remove(setting);
            }
            process::run(&mut cargo, "cargo install")
                .context("What has been compiled is kept: the same command goes on from here.")
        })?;
        Ok(folder.join("bin"))
    }

    /// axe-core, which finds faults that keep people out: the script that is put into a page. None without npm.
    pub fn axe(&self) -> Option<PathBuf> {
        self.npm_file("axe-core", AXE, "axe.min.js")
    }

    /// A file of a package, downloaded with npm where it is missing. None where it is not to be had.
    pub fn npm_file(&self, package: &str, version: &str, file: &str) -> Option<PathBuf> {
        self.npm_package(package, version, &Path::new("node_modules").join(package).join(file))
    }

    /// The same for a file that lies anywhere among what npm installs with a package.
    fn npm_package(&self, package: &str, version: &str, file: &Path) -> Option<PathBuf> {
        let folder = format!("{package}-{version}");
        let ours = self.0.join(&folder).join(file);
        if let Some(npm) = on_path("npm").filter(|_| !ours.exists()) {
            let tool = Tool {
                title: &format!("{package} {version}"),
                folder: &folder,
                program: file,
                effort: "downloading with npm, less than a minute, once per machine",
            };
            let installed = install(&self.0, &tool, |bench| {
                let mut npm = Command::new(&npm);
                npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
                    // Without it the work goes on, so it should not be waited for long.
                    .args(["--fetch-retries=3", "--fetch-timeout=60000", "--prefix"])
                    .arg(&bench.root)
                    .arg(format!("{package}@{version}"))
                    .current_dir(&bench.root);
                process::run(&mut npm, "npm install")
            });
            if let Err(error) = installed {
                println!("{error:#} Going on without it.");
            }
        }
        ours.exists().then_some(ours)
    }

    /// wasm-opt: ours from npm, else the user's own, else none. The site works without, it is just larger.
    fn wasm_opt(&self) -> Option<(PathBuf, String)> {
        let programs = Path::new("node_modules").join(".bin");
        let file = programs.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
        let ours = self.npm_package("binaryen", BINARYEN, &file);
        // Each is asked for its version: npm's is a script that needs Node, which may have gone since.
        for file in [ours, on_path("wasm-opt")].into_iter().flatten() {
            let version = process::quiet(Command::new(&file).arg("--version"));
            if let (Some(version), Some(folder)) = (version, file.parent()) {
                return Some((folder.to_owned(), version.trim().to_owned()));
            }
        }
        None
    }
}

/// Lets the compiler make WebAssembly.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET]);
    let there = process::quiet(&mut ask).is_some_and(|folder| Path::new(folder.trim()).exists());
    if there {
        return Ok(());
    }
    println!("Rust for WebAssembly: downloading with rustup, less than a minute, once per machine.");
    process::run(Command::new("rustup").args(["target", "add", TARGET]), &format!("rustup target add {TARGET}"))
        .with_context(|| format!("The compiler has no target {TARGET}, and it could not be added."))
}

/// Adds rustfmt or clippy (`cargo fmt`, `cargo clippy`), which rustup's minimal profile leaves out.
pub fn component(subcommand: &str, component: &str) -> Result<()> {
    if process::quiet(process::cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    println!("{component}: downloading with rustup, less than a minute, once per machine.");
    process::run(
        Command::new("rustup").args(["component", "add", component]),
        &format!("rustup component add {component}"),
    )
}

fn compiler() -> String {
    process::quiet(Command::new("rustc").arg("--version")).unwrap_or_default()
}

fn executable(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.lines().skip_while(|line| line.trim() != name).nth(1)?.trim().strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\
                        dependencies = [\n \"wasm-bindgen\",\n]\n\n[[package]]\nname = \"wasm-bindgen\"\n\
                        version = \"0.2.130\"\nchecksum = \"00\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn windows_line_ends_do_not_matter() {
        let lock = LOCK.replace('\n', "\r\n");
        assert_eq!(locked_version(&lock, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }
}
