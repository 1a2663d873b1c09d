//! How this browser's user wants Duet to behave.

use serde::{Deserialize, Serialize};

use super::stored::{self, Restored, Stored};
use super::team::compare::{THRESHOLD, THRESHOLD_LIMITS};

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColorScheme {
    /// Those of the system.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// The reverse.
    Dark,
}

impl ColorScheme {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in the storage, in addresses and in the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.key() == key)
    }
}

/// The choices, each with what holds for those who chose nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the digit keys 1 to 5 answer. Who dictates to the computer or has an unsteady hand may want them off.
    pub digit_keys: bool,
    /// How many respondents a side needs before its statements are shown: 1 to 10.
    pub threshold: u32,
    /// The colours.
    #[serde(rename = "theme")]
    pub color_scheme: ColorScheme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { digit_keys: true, threshold: THRESHOLD, color_scheme: ColorScheme::Auto }
    }
}

impl Settings {
    /// Sets how many respondents a side needs before its statements are shown: 1 to 10.
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
