//! How long a browser keeps what a page stores, as far as it tells who it is.
//!
//! WebKit, which is Safari and every browser on an iPhone or iPad, removes what scripts have stored after seven days of use without a
//! visit to the site. The browser inside another app has a storage of its own, which the person's browser does not see.

use js_sys::Reflect;

use super::window;

/// Where answers are that are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// On the device, until somebody deletes them.
    Device,
    /// On the device, for about a week without a visit.
    Week,
    /// In another app's browser.
    App,
}

/// Where this browser keeps them.
pub fn keeping() -> Keeping {
    if cfg!(not(target_arch = "wasm32")) {
        return Keeping::Device;
    }
    let navigator = window().navigator();
    let text = |name: &str| Reflect::get(&navigator, &name.into()).ok().and_then(|text| text.as_string());
    let keeping = of_agent(&text("userAgent").unwrap_or_default(), &text("vendor").unwrap_or_default());
    // On the home screen it is an app itself, whose days WebKit counts by its use.
    let on_home_screen =
        || window().match_media("(display-mode: standalone)").ok().flatten().is_some_and(|is| is.matches());
    if keeping == Keeping::Week && on_home_screen() { Keeping::Device } else { keeping }
}

/// What apps say of themselves in the name of their browser. What begins with a space begins a word.
const APPS: [&str; 16] = [
    "FBAN",
    "FBAV",
    "FB_IAB",
    "Instagram",
    "LinkedInApp",
    "WhatsApp",
    "Messenger",
    " Line/",
    "; wv)",
    "TikTok",
    "musical_ly",
    "Bytedance",
    "Snapchat",
    "Pinterest/",
    "MicroMessenger",
    " GSA/",
];

/// The same by the user agent and the vendor that a browser names.
fn of_agent(agent: &str, vendor: &str) -> Keeping {
    let is_webkit = vendor.starts_with("Apple");
    let is_ios = ["iPhone", "iPad", "iPod"].iter().any(|device| agent.contains(device));
    // A browser on iOS says that it is like Safari; what an app shows in itself does not, unless somebody has taken the trouble.
    let is_within = is_ios && !agent.contains("Safari/");
    if is_within || APPS.iter().any(|app| agent.contains(app)) {
        Keeping::App
    } else if is_webkit || is_ios {
        Keeping::Week
    } else {
        Keeping::Device
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const APPLE: &str = "Apple Computer, Inc.";
    const IPHONE: &str =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 14; Pixel 8";

    #[test]
    fn browsers_of_ones_own_keep_answers_and_webkit_for_a_week() {
        for (agent, vendor, keeping) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Google Inc.",
                Keeping::Device,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                "Google Inc.",
                Keeping::Device,
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "", Keeping::Device),
            (
                &format!("{ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"),
                "Google Inc.",
                Keeping::Device,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                APPLE,
                Keeping::Week,
            ),
            // An iPad that says it is a Mac.
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Version/11.1 Safari/605.1.15",
                APPLE,
                Keeping::Week,
            ),
            (&format!("{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1"), APPLE, Keeping::Week),
            (&format!("{IPHONE} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1"), APPLE, Keeping::Week),
            (&format!("{IPHONE} FxiOS/132.0 Mobile/15E148 Safari/605.1.15"), APPLE, Keeping::Week),
            // WebKitGTK has the same engine, and GNOME Web the same rule.
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                APPLE,
                Keeping::Week,
            ),
            ("", "", Keeping::Device),
        ] {
            assert_eq!(of_agent(agent, vendor), keeping, "{agent}");
        }
    }

    #[test]
    fn the_browser_inside_an_app_is_known_by_what_it_says() {
        for agent in [
            &format!("{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/465.0.0.41.105;FBBV/602000000]"),
            &format!("{IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; pl_PL)"),
            &format!("{IPHONE} Mobile/15E148 [LinkedInApp]/9.30.1"),
            &format!("{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 Line/14.5.0"),
            &format!("{IPHONE} Mobile/15E148 musical_ly_34.0.0 BytedanceWebview/d8a21c6"),
            &format!("{IPHONE} GSA/319.0.639 Mobile/15E148 Safari/604.1"),
            // One that says nothing.
            &format!("{IPHONE} Mobile/15E148"),
            &format!(
                "{ANDROID} Build/UQ1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36"
            ),
            &format!(
                "{ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/465.0;]"
            ),
            &format!(
                "{ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 WhatsApp/2.24"
            ),
        ] {
            assert_eq!(
                of_agent(agent, if agent.contains("iPhone") { APPLE } else { "Google Inc." }),
                Keeping::App,
                "{agent}"
            );
        }
        assert_eq!(of_agent("Mozilla/5.0 (X11; Linux x86_64) Offline/1.0 Firefox/128.0", ""), Keeping::Device);
    }
}
