//! Duet's commands. `cargo xtask help` lists them.
//!
//! A fresh machine has rustup's cargo and a C compiler, no more; whatever else a command needs, it installs first, into a
//! folder of its own that all checkouts share.
//!
//! | file            | what it does                                                            |
//! |-----------------|-------------------------------------------------------------------------|
//! | `main.rs`       | the commands and their arguments                                        |
//! | `tools.rs`      | lists the tools, their versions and where they are installed            |
//! | `install.rs`    | installs one tool: under a lock, resumable, atomically                  |
//! | `packages.rs`   | installs programs from the system's packages                            |
//! | `engines.rs`    | the browsers of the tests                                               |
//! | `site.rs`       | builds the site, unless it is up to date                                |
//! | `post_build.rs` | assembles the site from the program, scripts, style sheets and pages    |
//! | `program.rs`    | compiles the program, splits it into chunks and optimises them          |
//! | `minify.rs`     | minifies scripts and style sheets                                       |
//! | `weight.rs`     | measures the site against its budget                                    |
//! | `compress.rs`   | writes compressed copies of the site's files                            |
//! | `serve.rs`      | serves the built site                                                   |
//! | `selection.rs`  | reads the arguments of `test`                                           |
//! | `test.rs`       | runs each part of the tests                                             |
//! | `files.rs`      | lists, hashes, copies and removes folders                               |
//! | `archive.rs`    | ZIP files                                                               |
//! | `plugin.rs`     | the plugin for WordPress                                                |
//! | `release.rs`    | everything that is published of a version                               |
//! | `report.rs`     | prints the results of the tests as a table                              |
//! | `bench.rs`      | prepares and runs the benchmark                                         |
//! | `process.rs`    | starts other programs                                                   |

mod archive;
mod bench;
mod compress;
mod engines;
mod files;
mod install;
mod minify;
mod packages;
mod plugin;
mod post_build;
mod process;
mod program;
mod release;
mod report;
mod selection;
mod serve;
mod site;
mod test;
mod tools;
mod weight;

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};

/// Duet's commands.
///
/// The tools they need are installed where they are missing, into one folder for all checkouts: the environment variable
/// `DUET_TOOLS`, or duet-tools in the user's cache folder.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true, verbatim_doc_comment)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the site, unless it is up to date, and serve it on this machine
    Serve(Port),
    /// Build the site into dist/
    Build {
        /// A folder with the build before: its program is kept beside the new one, for pages that are open during an update
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
    },
    /// Make everything that is published of a version: the site, the plugin for WordPress, the single files, sums, notes; in
    /// target/release-VERSION
    Release {
        /// A folder with the site of the release before: its program is kept beside the new one
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
    },
    /// Serve an unoptimised build and rebuild it after every change
    Dev(Port),
    /// Measure the site beside two others, in Chromium, and with many results; also writes target/bench.md
    Bench {
        /// Also measure an earlier build of the site, in this folder
        #[arg(long, value_name = "DIR")]
        former: Option<PathBuf>,
        /// How often everything is measured
        #[arg(long, value_name = "N", default_value = "5")]
        runs: NonZeroU32,
    },
    /// Draw the icons and the card images into public/images
    Icons,
    /// Take a screenshot of every view, into target/gallery
    Gallery {
        /// In which browser; only Chromium prints
        #[arg(value_enum, default_value_t = engines::Engine::Chromium)]
        engine: engines::Engine,
    },
    /// Check and test everything, or the parts named
    Test(selection::Arguments),
    /// Compile, split and write what Trunk has staged; run by Trunk
    #[command(hide = true)]
    PostBuild,
}

#[derive(Args)]
struct Port {
    /// The port to listen on; without it, the first that is free from 8080 on
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

fn main() -> ExitCode {
    run(Arguments::parse()).unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    let root = root()?;
    match arguments.command {
        Command::Serve(Port { port }) => serve::serve(&site::build(&root)?, port)?,
        Command::Build { keep } => _ = site::build_keeping(&root, keep.as_deref())?,
        Command::Release { keep } => release::release(&root, keep.as_deref())?,
        Command::Dev(Port { port }) => site::develop(&root, port)?,
        Command::Bench { former, runs } => bench::bench(&root, former.as_deref(), runs)?,
        Command::Icons => test::icons(&root)?,
        Command::Gallery { engine } => test::gallery(&root, engine)?,
        Command::Test(arguments) => return Ok(test::run(&root, &arguments.selection()?)),
        Command::PostBuild => post_build::run(&root)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The checkout: the folder above this crate.
///
/// Cargo says at run time where that is, which stays true when a checkout has been moved since it was compiled.
fn root() -> Result<PathBuf> {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root =
        here.parent().map(Path::to_owned).with_context(|| format!("{} has no folder above it.", here.display()))?;
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
