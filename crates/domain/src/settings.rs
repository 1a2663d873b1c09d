//! Preferences of the user.

use serde::{Deserialize, Serialize};

use super::stored::{self, Restored, Stored};
use super::team::compare::{THRESHOLD, THRESHOLD_LIMITS};

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
    /// Minimum number of respondents of a side for item figures to be shown: 1 to 10.
    pub threshold: u32,
    /// Color scheme.
    #[serde(rename = "theme")]
    pub color_scheme: ColorScheme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { digit_keys: true, threshold: THRESHOLD, color_scheme: ColorScheme::Auto }
    }
}

impl Settings {
    /// Sets the threshold, clamped to 1 to 10.
    pub fn set_threshold(&mut self, threshold: u32) {
        let (least, most) = THRESHOLD_LIMITS;
        self.threshold = threshold.clamp(least, most);
    }
}

impl Stored for Settings {
    const KEY: &'static str = "duet.settings";
    const VERSION: u64 = 1;

    fn write(&self) -> String {
        stored::write(self)
    }

    fn read(text: &str) -> Restored<Self> {
        stored::read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_was_not_made_has_its_default() {
        assert_eq!(Settings::read(r#"{"version":1}"#).value, Some(Settings::default()));
        let off = Settings { digit_keys: false, threshold: 5, color_scheme: ColorScheme::Dark };
        assert_eq!(Settings::read(&off.write()).value, Some(off));
    }
}
