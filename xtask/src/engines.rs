//! The browsers of the tests, and what they need from the system.

use std::process::Command;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::process::{self, on_path};

/// A browser engine. Nearly every browser in use has one of these three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK, the nearest thing to Safari on Linux.
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name on the command line and in `DUET_ENGINE`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::from_str(key, false).ok()
    }

    /// The programs it needs on PATH, one of each list.
    ///
    /// On other systems than Linux browsers are not on PATH, and their drivers find them.
    fn programs(self) -> &'static [&'static [&'static str]] {
        let linux = cfg!(target_os = "linux");
        match self {
            Self::Chromium if linux => &[&["chromium", "chromium-browser", "google-chrome"], &["chromedriver"]],
            Self::Chromium => &[&["chromedriver"]],
            Self::Firefox if linux => &[&["firefox", "firefox-esr"]],
            Self::Firefox => &[],
            Self::WebKit => &[&["WebKitWebDriver"], &["Xvfb"]],
        }
    }

    /// The Debian packages with those programs.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    /// The programs that are missing on this machine.
    pub fn missing(self) -> Vec<&'static str> {
        self.programs()
            .iter()
            .filter(|choice| choice.iter().all(|program| on_path(program).is_none()))
            .filter_map(|choice| choice.first().copied())
            .collect()
    }
}

impl ValueEnum for Engine {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()))
    }
}

/// Installs missing engines where that needs no password: on Debian and its derivatives, as root. Elsewhere it prints what to do.
/// Afterwards [`Engine::missing`] tells which are still missing.
pub fn install(engines: &[Engine]) {
    let missing: Vec<Engine> = engines.iter().copied().filter(|engine| !engine.missing().is_empty()).collect();
    if missing.is_empty() {
        return;
    }
    if on_path("apt-get").is_none() {
        for engine in missing {
            let programs = engine.missing().join(" and ");
            println!("{}: {programs} not found on PATH; install what provides it.", engine.key());
        }
        return;
    }
    let packages: Vec<&str> = missing.iter().flat_map(|engine| engine.packages()).copied().collect();
    if !is_root() {
        println!(
            "Browsers for the tests are missing. To install them: sudo apt-get update && \
             sudo apt-get install -y --no-install-recommends {}",
            packages.join(" ")
        );
        return;
    }
    println!("Browsers for the tests: installing with apt-get, about 1–3 minutes, once per machine.");
    if let Err(error) = process::run(apt_get().arg("update"), "apt-get update") {
        println!("{error:#} Trying with the lists of the last update.");
    }
    // One by one: a distribution may lack one of them.
    for engine in missing {
        let mut apt_get = apt_get();
        apt_get.args(["install", "-y", "--no-install-recommends"]).args(engine.packages());
        if let Err(error) = process::run(&mut apt_get, "apt-get install") {
            println!("{}: {error:#}", engine.key());
        }
    }
}

/// Installs npm where that needs no password. The browser tests take axe-core from it, which checks every view.
pub fn install_npm() {
    if on_path("npm").is_some() || on_path("apt-get").is_none() || !is_root() {
        return;
    }
    println!("npm: installing with apt-get, about 1–3 minutes, once per machine.");
    let lists = process::run(apt_get().arg("update"), "apt-get update");
    let installed =
        process::run(apt_get().args(["install", "-y", "--no-install-recommends", "npm"]), "apt-get install");
    for error in [lists, installed].into_iter().filter_map(Result::err) {
        println!("npm: {error:#}");
    }
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    process::quiet(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_found_by_its_key() {
        for engine in Engine::ALL {
            assert_eq!(Engine::from_key(engine.key()), Some(engine));
        }
        assert_eq!(Engine::from_key("presto"), None);
    }
}
