//! The conditions a test may ask for. All are real: the browser is started in that way, nothing is patched in the page.

use crate::{Person, Profile, Site};

/// How the browser of a person is set up: `Options::new().language("en").no_script().start().await`.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a condition of its own")]
pub struct Options {
    pub(crate) viewport: (u32, u32),
    pub(crate) language: String,
    pub(crate) profile: Profile,
    pub(crate) script: bool,
    pub(crate) wasm: bool,
    pub(crate) storage: bool,
    pub(crate) dark: bool,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colors: bool,
    /// The name of the time zone; none for that of the machine.
    pub(crate) time_zone: Option<&'static str>,
    /// The address of the proxy, without a scheme.
    pub(crate) proxy: Option<String>,
}

impl Options {
    /// A phone with a Polish browser in which everything works.
    #[must_use]
    pub fn new() -> Self {
        Self {
            viewport: (390, 844),
            language: "pl-PL".to_owned(),
            profile: Profile::new(),
            script: true,
            wasm: true,
            storage: true,
            dark: false,
            reduced_motion: false,
            forced_colors: false,
            time_zone: None,
            proxy: None,
        }
    }

    /// The inner size of the window in CSS pixels. The ratio of device pixels is 1.
    #[must_use]
    pub fn viewport(mut self, width: u32, height: u32) -> Self {
        self.viewport = (width, height);
        self
    }

    /// The first language the browser asks for, as `pl-PL` or `en-GB`.
    #[must_use]
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// The profile to use, so that a browser started later finds what an earlier one stored. See
    /// [`Engine::keeps_profile`](crate::Engine::keeps_profile).
    #[must_use]
    pub fn profile(mut self, profile: &Profile) -> Self {
        self.profile = profile.clone();
        self
    }

    /// Scripts of pages do not run. The driver can still look into the page.
    #[must_use]
    pub fn no_script(mut self) -> Self {
        self.script = false;
        self
    }

    /// There is no `WebAssembly`.
    #[must_use]
    pub fn no_wasm(mut self) -> Self {
        self.wasm = false;
        self
    }

    /// `localStorage` is refused: it throws in Chromium and Firefox, it is `null` in WebKit. Both occur in the wild.
    #[must_use]
    pub fn blocked_storage(mut self) -> Self {
        self.storage = false;
        self
    }

    /// The system prefers dark colours.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// The system asks for less motion.
    #[must_use]
    pub fn reduced_motion(mut self) -> Self {
        self.reduced_motion = true;
        self
    }

    /// The system forces a high-contrast palette. See [`Engine::forces_colors`](crate::Engine::forces_colors).
    #[must_use]
    pub fn forced_colors(mut self) -> Self {
        self.forced_colors = true;
        self
    }

    /// The time zone of the system, as `Europe/Warsaw`.
    #[must_use]
    pub fn time_zone(mut self, name: &'static str) -> Self {
        self.time_zone = Some(name);
        self
    }

    /// Whatever the browser asks of other machines it asks this site instead, which answers as it does to anything and writes it
    /// down: see [`Site::requested`](crate::Site::requested). Requests to this machine go their own way.
    #[must_use]
    pub fn through(mut self, proxy: &Site) -> Self {
        self.proxy = Some(proxy.origin().replace("http://", ""));
        self
    }

    /// Starts the browser.
    ///
    /// # Panics
    /// When the engine chosen by `DUET_ENGINE`, or its driver, does not start.
    pub async fn start(self) -> Person {
        Person::with(self).await
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}
