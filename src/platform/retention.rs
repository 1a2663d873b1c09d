//! How long the browser retains stored values, guessed from the user agent.
//!
//! WebKit (Safari, and every browser on an iPhone or iPad) removes what scripts have stored after seven days of use without a visit to the
//! site. The in-app browser of another app has a storage of its own.

use js_sys::Reflect;

use super::window;

/// How long stored values are retained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// Until somebody deletes them.
    Unlimited,
    /// About a week without a visit.
    Week,
    /// Unknown, and in the storage of another app.
    InApp,
}

/// The retention of this browser; [`Retention::Unlimited`] outside a browser.
pub fn retention() -> Retention {
    if cfg!(not(target_arch = "wasm32")) {
        return Retention::Unlimited;
    }
    let navigator = window().navigator();
    let text = |name: &str| Reflect::get(&navigator, &name.into()).ok().and_then(|text| text.as_string());
    let retention = of_agent(&text("userAgent").unwrap_or_default(), &text("vendor").unwrap_or_default());
    // For a site on the home screen WebKit counts only the days on which it is used.
    let on_home_screen =
        || window().match_media("(display-mode: standalone)").ok().flatten().is_some_and(|is| is.matches());
    if retention == Retention::Week && on_home_screen() { Retention::Unlimited } else { retention }
}

/// Parts of the user agents of in-app browsers. One that begins with a space is the beginning of a word.
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

/// The retention of a browser with this user agent and vendor.
fn of_agent(agent: &str, vendor: &str) -> Retention {
    let is_webkit = vendor.starts_with("Apple");
    let is_ios = ["iPhone", "iPad", "iPod"].iter().any(|device| agent.contains(device));
    // Browsers on iOS name Safari in their user agent; web views in apps usually do not.
    let is_web_view = is_ios && !agent.contains("Safari/");
    if is_web_view || APPS.iter().any(|app| agent.contains(app)) {
        Retention::InApp
    } else if is_webkit || is_ios {
        Retention::Week
    } else {
        Retention::Unlimited
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
    fn browsers_retain_values_and_webkit_for_a_week() {
        for (agent, vendor, retention) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Google Inc.",
                Retention::Unlimited,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                "Google Inc.",
                Retention::Unlimited,
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "", Retention::Unlimited),
            (
                &format!("{ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"),
                "Google Inc.",
                Retention::Unlimited,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                APPLE,
                Retention::Week,
            ),
            // An iPad with the user agent of a Mac.
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Version/11.1 Safari/605.1.15",
                APPLE,
                Retention::Week,
            ),
            (&format!("{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1"), APPLE, Retention::Week),
            (&format!("{IPHONE} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1"), APPLE, Retention::Week),
            (&format!("{IPHONE} FxiOS/132.0 Mobile/15E148 Safari/605.1.15"), APPLE, Retention::Week),
            // GNOME Web: WebKitGTK, with the same rule.
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                APPLE,
                Retention::Week,
            ),
            ("", "", Retention::Unlimited),
        ] {
            assert_eq!(of_agent(agent, vendor), retention, "{agent}");
        }
    }

    #[test]
    fn in_app_browsers_are_recognised() {
        for agent in [
            &format!("{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/465.0.0.41.105;FBBV/602000000]"),
            &format!("{IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; pl_PL)"),
            &format!("{IPHONE} Mobile/15E148 [LinkedInApp]/9.30.1"),
            &format!("{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 Line/14.5.0"),
            &format!("{IPHONE} Mobile/15E148 musical_ly_34.0.0 BytedanceWebview/d8a21c6"),
            &format!("{IPHONE} GSA/319.0.639 Mobile/15E148 Safari/604.1"),
            // A web view that does not name its app.
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
                Retention::InApp,
                "{agent}"
            );
        }
        assert_eq!(of_agent("Mozilla/5.0 (X11; Linux x86_64) Offline/1.0 Firefox/128.0", ""), Retention::Unlimited);
    }
}
