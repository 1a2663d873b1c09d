//! Runs each part of the tests.
//!
//! A part that fails does not stop the others. Cargo's output is passed through as it comes; only the numbers in its summaries are
//! read, for the table at the end.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};
use std::time::Instant;

use anyhow::Result;

use crate::engines::{self, Engine};
use crate::packages::{self, Servers};
use crate::plugin;
use crate::process::{self, cargo};
use crate::report::{Counts, Outcome, Report, Row};
use crate::selection::{Part, Selection};
use crate::tools::{self, Cache};
use crate::weight::Weight;
use crate::{report, site};

const WASM: &str = "--target=wasm32-unknown-unknown";

/// Runs the selected parts and prints their results.
pub fn run(root: &Path, selection: &Selection) -> ExitCode {
    let started = Instant::now();
    let mut tests = Tests {
        root,
        filter: selection.filter.as_deref(),
        ci: std::env::var("CI").is_ok_and(|value| value == "true" || value == "1"),
        report: Report::default(),
    };
    engines::install(&needed(selection));
    if selection.has(Part::Format) {
        tests.check("format", |_| {
            tools::component("fmt", "rustfmt")?;
            Ok(command("fmt", &["--all", "--check"]))
        });
    }
    if selection.has(Part::Lint) {
        tests.lint();
    }
    if selection.has(Part::Docs) {
        tests.check("docs", |_| {
            let all = ["--no-deps", "--workspace", "--document-private-items"];
            let mut doc = command("doc", &all);
            doc.env("RUSTDOCFLAGS", "-Dwarnings");
            Ok(doc)
        });
    }
    if selection.has(Part::Domain) {
        let alone = ["--package=duet-domain"];
        tests.test("domain", |_| Ok(command("test", &alone)));
    }
    if selection.has(Part::Unit) {
        let packages = ["--package=duet", "--package=static-server", "--package=xtask"];
        tests.test("unit", |_| Ok(command("test", &packages)));
    }
    if selection.has(Part::Fuzz) {
        tests.test("fuzz", |_| {
            let mut fuzz = command("test", &["--package=duet-domain", "--test=fuzz"]);
            fuzz.env("DUET_FUZZ_SECONDS", "60").env("RUST_TEST_THREADS", "1");
            Ok(fuzz)
        });
    }
    if selection.has(Part::Mutants) {
        tests.check("mutants", |root| {
            let mut mutants = Command::new(Cache::locate()?.mutants()?);
            mutants.args(["mutants", "--package=duet-domain", "--output"]).arg(root.join("target").join("mutants"));
            Ok(mutants)
        });
    }
    if selection.has(Part::Deny) {
        // Apart, because the database of advisories is on GitHub, and the others need no network.
        for (name, checks) in [("deny", &["licenses", "bans", "sources"][..]), ("deny advisories", &["advisories"])] {
            tests.check(name, |_| {
                let mut deny = Command::new(Cache::locate()?.deny()?);
                deny.args(["--workspace", "--locked", "check"]).args(checks);
                Ok(deny)
            });
        }
    }
    if selection.has(Part::Weight) {
        tests.step("weight", |root| {
            let weight = Weight::of(root, &site::build(root)?)?;
            println!("{}", weight.sentence());
            let outcome = if weight.is_fine() { Outcome::Passed } else { Outcome::Failed(weight.sentence()) };
            Ok((outcome, None))
        });
    }
    if selection.has(Part::Browser) {
        tests.browser(&selection.engines);
    }
    if selection.has(Part::Hosts) {
        tests.servers("hosts", packages::HOSTS, |_| Ok(()));
    }
    if selection.has(Part::Wordpress) {
        tests.servers("wordpress", packages::WORDPRESS, |root| {
            plugin::package(root, &site::build(root)?, &plugin_file(root))
        });
    }
    println!("\n{}", tests.report);
    println!("It took {}.", report::duration(started.elapsed()));
    if tests.report.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Takes a screenshot of every view.
pub fn gallery(root: &Path, engine: Engine) -> Result<()> {
    engines::install(&[engine]);
    let site = site::build(root)?;
    let folder = root.join("target").join("gallery").join(engine.key());
    let mut take = command("run", &["--package=duet-browser", "--example=gallery", "--"]);
    take.arg(&folder).env("DUET_ENGINE", engine.key()).env("DUET_SITE", site).current_dir(root);
    if engine == Engine::Firefox {
        take.env("DUET_GECKODRIVER", Cache::locate()?.geckodriver()?);
    }
    process::run(&mut take, "Taking the screenshots")?;
    println!("The screenshots are in {}.", folder.display());
    Ok(())
}

/// Draws the icons and card images, which are committed.
pub fn icons(root: &Path) -> Result<()> {
    engines::install(&[Engine::Chromium]);
    let site = site::build(root)?;
    let mut draw = command("run", &["--package=duet-browser", "--example=icons"]);
    draw.env("DUET_ENGINE", Engine::Chromium.key()).env("DUET_SITE", site).current_dir(root);
    process::run(&mut draw, "Drawing the icons")
}

/// The engines that the selected parts use.
fn needed(selection: &Selection) -> Vec<Engine> {
    Engine::ALL
        .into_iter()
        .filter(|engine| {
            let by_servers =
                *engine == Engine::Chromium && (selection.has(Part::Hosts) || selection.has(Part::Wordpress));
            by_servers || selection.has(Part::Browser) && selection.engines.contains(engine)
        })
        .collect()
}

fn plugin_file(root: &Path) -> PathBuf {
    root.join("target").join("xtask").join(plugin::FILE)
}

struct Tests<'a> {
    root: &'a Path,
    filter: Option<&'a str>,
    /// Whether this runs unattended, so that a skipped part counts as a failure.
    ci: bool,
    report: Report,
}

impl Tests<'_> {
    /// Runs a command that succeeds or fails. `prepare` installs what it needs.
    fn check(&mut self, part: &str, prepare: impl FnOnce(&Path) -> Result<Command>) {
        self.step(part, |root| {
            let status = prepare(root)?.current_dir(root).status()?;
            Ok((outcome(status), None))
        });
    }

    /// Runs a command that prints cargo's test summaries, and counts the tests.
    fn test(&mut self, part: &str, prepare: impl FnOnce(&Path) -> Result<Command>) {
        let filter = self.filter.map(str::to_owned);
        self.step(part, |root| {
            let mut command = prepare(root)?;
            command.current_dir(root).args(filter);
            let (status, output) = process::tee(&mut command)?;
            Ok((outcome(status), Some(Counts::read(&output))))
        });
    }

    /// Clippy, with warnings denied, for the native targets and for WebAssembly.
    fn lint(&mut self) {
        let lint = |arguments: &'static [&'static str]| {
            move |_: &Path| {
                tools::component("clippy", "clippy")?;
                let mut clippy = command("clippy", arguments);
                clippy.args(["--", "-Dwarnings"]);
                Ok(clippy)
            }
        };
        // "All" does not include the targets with `test = false`.
        self.check("lint", lint(&["--workspace", "--all-targets", "--test=hosts", "--test=wordpress"]));
        self.check("lint wasm", |root| {
            tools::wasm_target()?;
            lint(&["--package=duet", "--lib", "--bins", WASM])(root)
        });
    }

    /// The built site in each engine.
    fn browser(&mut self, engines: &[Engine]) {
        let available: Vec<Engine> = engines
            .iter()
            .copied()
            .filter(|engine| self.can_run(&format!("browser {}", engine.key()), &engine.missing()))
            .collect();
        if available.is_empty() {
            return;
        }
        engines::install_npm();
        let mut site = None;
        self.step("site", |root| {
            site = Some(site::build(root)?);
            Ok((Outcome::Passed, None))
        });
        let Some(site) = site else { return };
        for engine in available {
            self.test(&format!("browser {}", engine.key()), |_| {
                let mut test = command("test", &["--package=duet-browser"]);
                test.env("DUET_ENGINE", engine.key()).env("DUET_SITE", &site);
                if let Some(axe) = Cache::locate()?.axe() {
                    test.env("DUET_AXE", axe);
                }
                if engine == Engine::Firefox {
                    test.env("DUET_GECKODRIVER", Cache::locate()?.geckodriver()?);
                }
                Ok(test)
            });
        }
    }

    /// A target of the browser tests that runs in Chromium alone, with servers of the system; `prepare` makes what it needs.
    fn servers(&mut self, part: &str, servers: Servers, prepare: impl FnOnce(&Path) -> Result<()>) {
        servers.install();
        let missing: Vec<&str> = Engine::Chromium.missing().into_iter().chain(servers.missing()).collect();
        if !self.can_run(part, &missing) {
            return;
        }
        self.test(part, |root| {
            let site = site::build(root)?;
            prepare(root)?;
            let mut test = command("test", &["--package=duet-browser", "--test", part]);
            test.env("DUET_ENGINE", Engine::Chromium.key())
                .env("DUET_SITE", site)
                .env("DUET_PLUGIN", plugin_file(root));
            Ok(test)
        });
    }

    /// Whether nothing is missing; if not, the part is skipped, or failed in continuous integration.
    fn can_run(&mut self, part: &str, missing: &[&str]) -> bool {
        if missing.is_empty() {
            return true;
        }
        let reason = format!("{} is missing", missing.join(" and "));
        let outcome = if self.ci { Outcome::Failed(reason) } else { Outcome::Skipped(reason) };
        self.step(part, |_| Ok((outcome, None)));
        false
    }

    /// Runs one part and records its outcome and duration.
    fn step(&mut self, part: &str, run: impl FnOnce(&Path) -> Result<(Outcome, Option<Counts>)>) {
        println!("\n== {part}");
        let started = Instant::now();
        let (outcome, counts) = run(self.root).unwrap_or_else(|error| {
            println!("{error:#}");
            (Outcome::Failed("could not be run".to_owned()), None)
        });
        self.report.0.push(Row { part: part.to_owned(), outcome, counts, time: started.elapsed() });
    }
}

/// A cargo command that uses the dependencies of Cargo.lock as they are.
pub fn command(subcommand: &str, arguments: &[&str]) -> Command {
    let mut command = cargo();
    command.arg(subcommand);
    if subcommand != "fmt" {
        command.arg("--locked");
    }
    command.args(arguments);
    command
}

fn outcome(status: ExitStatus) -> Outcome {
    if status.success() { Outcome::Passed } else { Outcome::Failed(status.to_string()) }
}
