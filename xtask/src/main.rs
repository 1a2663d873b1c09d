//! Duet's commands. `cargo xtask help` lists them.
//!
//! A fresh machine has rustup's cargo and a C compiler, no more; whatever else a command needs, it installs first, into a
//! folder of its own that all checkouts share. The way through the files is the way of a command:
//!
//! | file           | what it knows                                                          |
//! |----------------|------------------------------------------------------------------------|
//! | `main.rs`      | the commands and their arguments                                       |
//! | `tools.rs`     | which tools there are, in which version, and where they lie            |
//! | `install.rs`   | how one tool is installed: one at a time, resumable, whole or not there |
//! | `engines.rs`   | which browsers the tests run in and what they need from the system     |
//! | `site.rs`      | how the site is built, and when it need not be                         |
//! | `post_build.rs` | the step after Trunk's: the program in chunks, and the pages           |
//! | `minify.rs`    | scripts and style sheets without comments and space                    |
//! | `weight.rs`    | what the site weighs, and the budget for it                            |
//! | `compress.rs`  | the compressed copies of the site's files                               |
//! | `serve.rs`     | how the built site is served to a browser on this machine              |
//! | `selection.rs` | which parts of the tests were asked for                                |
//! | `bench.rs`     | the pages that the benchmark compares, and how it is run               |
//! | `test.rs`      | what each part of the tests runs                                       |
//! | `report.rs`    | what came of it, in a table                                            |
//! | `process.rs`   | starting other programs                                                |

mod bench;
mod compress;
mod engines;
mod install;
mod minify;
mod post_build;
mod process;
mod report;
mod selection;
mod serve;
mod site;
mod test;
mod tools;
mod weight;

use std::error::Error;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]   build the site, unless it is up to date, and serve it on this machine
  build              build the site into dist/
  dev [--port N]     serve an unoptimised build and build it again after every change
  bench [--runs N]   measure the site beside two others, in Chromium, and what it does with many results;
                     5 runs, unless N are asked for; the figures are written to target/bench.md too
  icons              draw the icons and the pictures of cards anew, into public/icons
  gallery            take a picture of every view in Chromium, into target/gallery
  test [PART…]       check and test everything, or the parts named:
                       format, lint, docs, domain, unit, weight, browser
                     and fuzz, random inputs for a minute a target, which is run only when it is named
                     browser takes engines, and a part that runs tests takes a filter:
                       cargo xtask test browser firefox
                       cargo xtask test browser --engine webkit resume_after_closing
  help               print this

The tools these need are installed where they are missing, in one folder for all checkouts:
DUET_TOOLS, or duet-tools in the user's cache folder.";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = Parser::from_env();
    let command = match arguments.next()? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => "help".to_owned(),
        Some(Arg::Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    let root = root()?;
    match command.as_str() {
        "help" => println!("{HELP}"),
        "serve" => {
            let port = port(arguments)?;
            let dist = site::build(&root)?;
            serve::serve(&dist, port)?;
        }
        "build" => {
            no_more(arguments)?;
            site::build(&root)?;
        }
        "gallery" => {
            no_more(arguments)?;
            test::gallery(&root)?;
        }
        "icons" => {
            no_more(arguments)?;
            test::icons(&root)?;
        }
        "bench" => {
            bench::bench(&root, runs(arguments)?)?;
        }
        // For Trunk alone, so the help does not list it.
        "post-build" => post_build::run(&root)?,
        "dev" => site::develop(&root, port(arguments)?)?,
        "test" => {
            let selection = selection::parse(arguments)?;
            return Ok(test::run(&root, &selection));
        }
        other => bail!("There is no command {other:?}; `cargo xtask help` lists them."),
    }
    Ok(ExitCode::SUCCESS)
}

/// The `--port` of a command that takes nothing else.
fn port(arguments: Parser) -> Result<Option<u16>> {
    number(arguments, "port", "a number from 0 to 65535")
}

/// The `--runs` of a command that takes nothing else.
fn runs(arguments: Parser) -> Result<NonZeroU32> {
    let runs = number(arguments, "runs", "a number from 1 on")?;
    Ok(runs.unwrap_or(bench::RUNS))
}

/// The number given with the only option of a command.
fn number<T: FromStr<Err: Error + Send + Sync + 'static>>(
    mut arguments: Parser,
    option: &str,
    kind: &str,
) -> Result<Option<T>> {
    let mut number = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long(long) if long == option => {
                let value = arguments.value()?.string()?;
                number = Some(value.parse().with_context(|| format!("--{option} takes {kind}, not {value:?}."))?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(number)
}

fn no_more(mut arguments: Parser) -> Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// The checkout: the folder above this crate.
///
/// Cargo tells where that is when it runs us, which stays true when a checkout has been moved since it was compiled.
fn root() -> Result<PathBuf> {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root =
        here.parent().map(Path::to_owned).with_context(|| format!("{} has no folder above it.", here.display()))?;
    Ok(root)
}
