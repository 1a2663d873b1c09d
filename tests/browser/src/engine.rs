//! How each engine is started, and how each condition is brought about in it.
//!
//! Tried with Chromium 156, Firefox 153 ESR and WebKitGTK 2.50 (MiniBrowser). What was found, per engine:
//!
//! | condition     | Chromium                          | Firefox                                    | WebKitGTK                             |
//! |---------------|-----------------------------------|--------------------------------------------|---------------------------------------|
//! | profile       | `--user-data-dir`                 | `-profile`                                 | not kept, see [`Engine::keeps_profile`] |
//! | viewport      | device metrics of the tab         | window size, `userChrome.css`              | window size, `gtk.css`                |
//! | language      | `intl.accept_languages`           | `intl.accept_languages`                    | locale of the process                 |
//! | no script     | content setting                   | `javascript.enabled`                       | `--enable-javascript=false`           |
//! | no wasm       | `--js-flags=--jitless`            | `javascript.options.wasm`                  | `JSC_useWasm=0`                       |
//! | no storage    | cookie setting; access throws     | `network.cookie.cookieBehavior`; throws    | setting; `localStorage` is `null`     |
//! | dark          | `preferredColorScheme`            | `prefers-color-scheme.content-override`    | `--dark-mode`                         |
//! | less motion   | `--force-prefers-reduced-motion`  | `ui.prefersReducedMotion`                  | GTK setting                           |
//! | proxy         | capability                        | capability                                 | `http_proxy`; the capability crashes  |
//! | forced colors | `--force-high-contrast`           | `document_color_use`, `useAccessibilityTheme` | not available                      |
//!
//! With scripts off the scripts of the page do not run, while those of the driver do: in all three engines the page can
//! be inspected as usual.
//!
//! What did not work: Chromium has no longer an effect of `--js-flags=--noexpose_wasm` (it exposes `WebAssembly` all the
//! same), and WebKit none of `JSC_useWebAssembly` (the option was renamed); `dom.storage.enabled=false` makes
//! `localStorage` null in Firefox, which no setting a person can reach does, hence the cookie setting.

use std::env;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use fs_err as fs;
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::Options;
use crate::profile::Folder;

/// A browser engine and the browser that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink and V8, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in the `MiniBrowser` of WebKitGTK: the nearest thing to Safari on Linux.
    WebKit,
}

impl Engine {
    /// The engine named by `DUET_ENGINE`, Chromium when nothing is named.
    ///
    /// # Panics
    /// When another name is given: a test of the wrong engine would pass for a test of the right one.
    #[must_use]
    pub fn chosen() -> Self {
        match env::var("DUET_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("DUET_ENGINE is chromium, firefox or webkit, not {other:?}"),
        }
    }

    /// Whether a browser that is started again finds what it stored before.
    ///
    /// WebKitGTK does not: under automation its browser keeps everything in memory, and no argument changes that.
    /// [`Person::comes_back`](crate::Person::comes_back) then closes the window and opens another one.
    #[must_use]
    pub fn keeps_profile(self) -> bool {
        self != Self::WebKit
    }

    /// Whether forced colours can be switched on.
    #[must_use]
    pub fn forces_colors(self) -> bool {
        self != Self::WebKit
    }

    /// Whether the browser draws windows only while the X server shows them.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// The command that starts the driver on `port`, after what it reads from the profile was written.
    pub(crate) fn driver(self, port: u16, options: &Options) -> Command {
        match self {
            Self::Chromium => chromedriver(port),
            Self::Firefox => geckodriver(port, options),
            Self::WebKit => webkit_driver(port, options),
        }
    }

    /// What the session is to be like.
    pub(crate) fn capabilities(self, options: &Options) -> Capabilities {
        let (key, value) = match self {
            Self::Chromium => ("goog:chromeOptions", chrome_options(options)),
            Self::Firefox => ("moz:firefoxOptions", firefox_options(options)),
            Self::WebKit => ("webkitgtk:browserOptions", webkit_options(options)),
        };
        let mut all = serde_json::Map::from_iter([(key.to_owned(), value)]);
        // WebKitGTK reads the list `noProxy` past its end now and then, and crashes when it starts: it gets them from its surroundings.
        if let Some(proxy) = options.proxy.as_ref().filter(|_| self != Self::WebKit) {
            let proxy = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1", "localhost"] });
            all.insert("proxy".to_owned(), proxy);
        }
        all.into()
    }
}

fn chromedriver(port: u16) -> Command {
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    command
}

fn chrome_options(options: &Options) -> Value {
    let mut arguments: Vec<String> = [
        "headless",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("user-data-dir={}", options.profile.path().display()));
    let mut add = |wanted: bool, argument: &str| {
        if wanted {
            arguments.push(argument.to_owned());
        }
    };
    // V8 cannot run WebAssembly without its compilers and then does not offer it.
    add(!options.wasm, "js-flags=--jitless");
    add(options.dark, "blink-settings=preferredColorScheme=0");
    add(options.reduced_motion, "force-prefers-reduced-motion");
    add(options.forced_colors, "force-high-contrast");
    json!({ "args": arguments, "prefs": chrome_preferences(options) })
}

fn chrome_preferences(options: &Options) -> Value {
    const BLOCK: u8 = 2;
    let mut preferences = json!({ "intl.accept_languages": options.language });
    if !options.script {
        preferences["profile.default_content_setting_values.javascript"] = BLOCK.into();
    }
    if !options.storage {
        // The setting is named after cookies and governs all storage of a site.
        preferences["profile.default_content_setting_values.cookies"] = BLOCK.into();
    }
    preferences
}

fn geckodriver(port: u16, options: &Options) -> Command {
    // Firefox windows are at least 500 pixels wide, a rule of the style sheet of its own interface.
    let free_size = ":root { min-width: 0 !important; min-height: 0 !important }";
    options.profile.folder().write("chrome/userChrome.css", free_size);
    let program = env::var_os("DUET_GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
    let mut command = Command::new(program);
    command.args(["--port", &port.to_string()]);
    command
}

fn firefox_options(options: &Options) -> Value {
    const REJECT_ALL: u8 = 2;
    let mut preferences = json!({
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "intl.accept_languages": options.language,
    });
    let mut set = |wanted: bool, name: &str, value: Value| {
        if wanted {
            preferences[name] = value;
        }
    };
    set(!options.script, "javascript.enabled", false.into());
    set(!options.wasm, "javascript.options.wasm", false.into());
    set(!options.storage, "network.cookie.cookieBehavior", REJECT_ALL.into());
    let scheme = u8::from(!options.dark);
    set(true, "layout.css.prefers-color-scheme.content-override", scheme.into());
    set(options.reduced_motion, "ui.prefersReducedMotion", 1.into());
    set(options.forced_colors, "ui.useAccessibilityTheme", 1.into());
    set(options.forced_colors, "browser.display.document_color_use", 2.into());
    json!({ "args": ["-headless", "-profile", options.profile.path()], "prefs": preferences })
}

fn webkit_driver(port: u16, options: &Options) -> Command {
    let folder = options.profile.folder();
    write_gtk_settings(folder, options);
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("XDG_CONFIG_HOME", folder.path().join("config"))
        .env("XDG_DATA_HOME", folder.path().join("data"))
        .env("XDG_CACHE_HOME", folder.path().join("cache"))
        // A browser on the session bus of a desktop could meet another one.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    if !options.wasm {
        command.env("JSC_useWasm", "0");
    }
    if let Some(proxy) = &options.proxy {
        let proxy = format!("http://{proxy}");
        command.env("http_proxy", &proxy).env("https_proxy", &proxy).env("no_proxy", "127.0.0.1,localhost");
    }
    set_locale(&mut command, folder, &options.language);
    command
}

/// The browser has no argument for these, but it is an ordinary GTK program and reads the settings of the user.
fn write_gtk_settings(folder: &Folder, options: &Options) {
    // Without it the buttons beside the address keep the window from becoming narrower than 447 pixels.
    let narrow = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border: none; font-size: 1px }\n";
    folder.write("config/gtk-3.0/gtk.css", narrow);
    let animations = u8::from(!options.reduced_motion);
    let settings = format!("[Settings]\ngtk-enable-animations={animations}\n");
    folder.write("config/gtk-3.0/settings.ini", settings);
}

/// WebKitGTK takes the language from the name of the process's locale, and the system refuses the name of a locale that
/// is not installed. So a locale of that name is provided: the plain one that is always there, under another name.
fn set_locale(command: &mut Command, folder: &Folder, language: &str) {
    let name = format!("{}.UTF-8", language.replace('-', "_"));
    let locales = folder.path().join("locales");
    fs::create_dir_all(&locales).expect("a folder can be made");
    let plain = ["/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8"];
    if let Some(plain) = plain.iter().map(Path::new).find(|path| path.exists()) {
        // It may be there from an earlier start with the same profile.
        let _ = symlink(plain, locales.join(&name));
    }
    command.env("LOCPATH", locales).env("LC_ALL", name).env_remove("LANGUAGE");
}

fn webkit_options(options: &Options) -> Value {
    let mut arguments = vec!["--automation"];
    let mut add = |wanted: bool, argument: &'static str| {
        if wanted {
            arguments.push(argument);
        }
    };
    add(!options.script, "--enable-javascript=false");
    add(!options.storage, "--enable-html5-local-storage=false");
    add(options.dark, "--dark-mode");
    json!({ "args": arguments })
}
