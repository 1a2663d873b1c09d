//! The tools, their versions and where they are installed.
//!
//! All are in one folder that checkouts share, never among the user's own tools: `DUET_TOOLS`, or `duet-tools` in the platform's
//! cache folder. The folder of a tool is named after tool and version, so that checkouts of different ages do not conflict.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::install::{Tool, install};
use crate::process::{self, on_path};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
const MUTANTS: &str = "27.1.0";
const DENY: &str = "0.20.2";

/// Settings for `cargo install`.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"),
];

/// The folder that holds the tools.
pub struct Cache(PathBuf);

/// The programs that build the site, besides cargo.
pub struct BuildTools {
    pub trunk: PathBuf,
    pub wasm_opt: Option<WasmOpt>,
    /// One line a tool: when it changes, the site is built again.
    pub versions: String,
}

pub struct WasmOpt {
    pub path: PathBuf,
    version: String,
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

    /// The tools of the site's build, installed where they are missing.
    pub fn for_build(&self) -> Result<BuildTools> {
        wasm_target()?;
        // Without the default features: it needs neither TLS nor news of its own versions.
        let trunk = self.crate_program("Trunk", "trunk", TRUNK, &["--no-default-features"], "2–5 minutes")?;
        let wasm_opt = self.wasm_opt();
        let optimiser = wasm_opt.as_ref().map_or("no wasm-opt", |wasm_opt| &wasm_opt.version);
        let versions = format!("trunk {TRUNK}\n{optimiser}\n{}", compiler());
        Ok(BuildTools { trunk, wasm_opt, versions })
    }

    /// The program that drives Firefox.
    pub fn geckodriver(&self) -> Result<PathBuf> {
        self.crate_program("geckodriver", "geckodriver", GECKODRIVER, &[], "2–4 minutes")
    }

    /// The program that puts faults into the sources.
    pub fn mutants(&self) -> Result<PathBuf> {
        self.crate_program("cargo-mutants", "cargo-mutants", MUTANTS, &[], "2–4 minutes")
    }

    /// The program that checks the dependencies.
    pub fn deny(&self) -> Result<PathBuf> {
        self.crate_program("cargo-deny", "cargo-deny", DENY, &[], "3–8 minutes")
    }

    /// Installs a tool that is published as a crate; returns its program.
    fn crate_program(
        &self,
        title: &str,
        package: &str,
        version: &str,
        more: &[&str],
        minutes: &str,
    ) -> Result<PathBuf> {
        let program = Path::new("bin").join(executable(package));
        let tool = Tool {
            title: &format!("{title} {version}"),
            folder: &format!("{package}-{version}"),
            program: &program,
            effort: &format!("compiling, about {minutes}, once per machine"),
        };
        let folder = install(&self.0, &tool, |bench| {
            let mut cargo = process::cargo();
            cargo
                .args(["install", package, "--version", version, "--locked"])
                .args(more)
                .arg("--root")
                .arg(&bench.root)
                .arg("--target-dir")
                .arg(&bench.scratch)
                // Outside the checkout, whose settings are not the tool's.
                .current_dir(&bench.root)
                // They run for seconds: compiling them fast matters more than running them fast.
                .envs(QUICK_PROFILE);
            for setting in ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
                cargo.env_remove(setting);
            }
            process::run(&mut cargo, "cargo install")
                .context("What has been compiled is kept: the same command continues from here.")
        })?;
        Ok(folder.join(program))
    }

    /// The script of axe-core, which finds accessibility faults in a page. None without npm.
    pub fn axe(&self) -> Option<PathBuf> {
        self.npm_file("axe-core", AXE, "axe.min.js")
    }

    /// A file of a package, downloaded with npm where it is missing. None where that fails.
    pub fn npm_file(&self, package: &str, version: &str, file: &str) -> Option<PathBuf> {
        self.npm_package(package, version, &Path::new("node_modules").join(package).join(file))
    }

    /// The same for any file that npm installs with a package.
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
                    // The build continues without it, so it should not wait long.
                    .args(["--fetch-retries=3", "--fetch-timeout=60000", "--prefix"])
                    .arg(&bench.root)
                    .arg(format!("{package}@{version}"))
                    .current_dir(&bench.root);
                process::run(&mut npm, "npm install")
            });
            if let Err(error) = installed {
                println!("{error:#} Continuing without it.");
            }
        }
        ours.exists().then_some(ours)
    }

    /// wasm-opt: ours from npm, else the user's own, else none. Without it the site works, but is larger.
    pub fn wasm_opt(&self) -> Option<WasmOpt> {
        let programs = Path::new("node_modules").join(".bin");
        let file = programs.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
        let ours = self.npm_package("binaryen", BINARYEN, &file);
        // Run to see that it works: npm's is a script for Node, which may have been uninstalled since.
        [ours, on_path("wasm-opt")].into_iter().flatten().find_map(|path| {
            let version = process::quiet(Command::new(&path).arg("--version"))?.trim().to_owned();
            Some(WasmOpt { path, version })
        })
    }
}

/// Adds the compiler's target for WebAssembly.
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
