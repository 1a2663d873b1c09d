//! The browsers of the tests, and what they need from the system.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::packages;
use crate::process::on_path;

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

/// Installs missing engines where that needs no password ([`packages`]). Afterwards [`Engine::missing`] tells which are still missing.
pub fn install(engines: &[Engine]) {
    for engine in engines {
        if !engine.missing().is_empty() {
            packages::install(&format!("The browser {}", engine.key()), engine.packages());
        }
    }
}

/// Installs npm where that needs no password. The browser tests take axe-core from it, which checks every view.
pub fn install_npm() {
    if on_path("npm").is_none() {
        packages::install("npm", &["npm"]);
    }
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
