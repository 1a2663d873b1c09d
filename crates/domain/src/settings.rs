//! Preferences of the user.

use serde::{Deserialize, Serialize};

use super::stored::{self, Restored, Stored};
use super::team::compare::{SPREAD_THRESHOLD, THRESHOLD, Thresholds};

/// Color scheme of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColorScheme {
    /// That of the system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ColorScheme {
    /// All schemes in display order.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Name in storage, addresses and the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The scheme with the given key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.key() == key)
    }
}

/// Stored preferences with their defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the keys 1 to 5 answer an item. Can be disabled for dictation and motor impairments.
    pub digit_keys: bool,
    /// Minimum number of respondents of a side for item means to be shown: 1 to 10.
    pub threshold: u32,
    /// Minimum number of respondents of a side for spreads and distributions to be shown: `threshold` to 10.
    pub spread_threshold: u32,
    /// Color scheme.
    #[serde(rename = "theme")]
    pub color_scheme: ColorScheme,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            digit_keys: true,
            threshold: THRESHOLD,
            spread_threshold: SPREAD_THRESHOLD,
            color_scheme: ColorScheme::Auto,
        }
    }
}

impl Settings {
    /// Both thresholds.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds::new(self.threshold, self.spread_threshold)
    }

    /// Sets the threshold of means, clamped to 1 to 10. That of spreads is raised to it.
    pub fn set_threshold(&mut self, threshold: u32) {
        self.set_thresholds(Thresholds::new(threshold, self.spread_threshold));
    }

    /// Sets the threshold of spreads, clamped to the threshold of means and 10.
    pub fn set_spread_threshold(&mut self, threshold: u32) {
        self.set_thresholds(Thresholds::new(self.threshold, threshold));
    }

    fn set_thresholds(&mut self, thresholds: Thresholds) {
        (self.threshold, self.spread_threshold) = (thresholds.means, thresholds.spreads);
    }
}

impl Stored for Settings {
    const KEY: &'static str = "duet.settings";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        stored::write(self)
    }

    fn read(text: &str) -> Restored<Self> {
        let mut restored: Restored<Self> = stored::read(text);
        if let Some(settings) = &mut restored.value {
            settings.set_thresholds(settings.thresholds());
        }
        restored
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_was_not_made_has_its_default() {
        assert_eq!(Settings::read(r#"{"version":1}"#).value, Some(Settings::default()));
        let off = Settings { digit_keys: false, threshold: 5, spread_threshold: 6, color_scheme: ColorScheme::Dark };
        assert_eq!(Settings::read(&off.write()).value, Some(off));
    }
    #[test]
    fn the_threshold_of_spreads_is_never_below_that_of_means() {
        let mut settings = Settings::default();
        assert_eq!(settings.thresholds(), Thresholds { means: 3, spreads: 5 });
        settings.set_threshold(7);
        assert_eq!(settings.thresholds(), Thresholds { means: 7, spreads: 7 });
        settings.set_spread_threshold(2);
        assert_eq!(settings.thresholds(), Thresholds { means: 7, spreads: 7 });
        settings.set_threshold(0);
        settings.set_spread_threshold(99);
        assert_eq!(settings.thresholds(), Thresholds { means: 1, spreads: 10 });
    }

    #[test]
    fn stored_thresholds_are_clamped_and_older_settings_have_none_of_spreads() {
        let thresholds = |fields: &str| {
            let settings = Settings::read(&format!("{{\"version\":1,{fields}}}")).value.expect("settings");
            (settings.threshold, settings.spread_threshold)
        };
        assert_eq!(thresholds("\"threshold\":2"), (2, 5));
        assert_eq!(thresholds("\"threshold\":8"), (8, 8));
        assert_eq!(thresholds("\"threshold\":0,\"spread_threshold\":4000000000"), (1, 10));
    }
}
