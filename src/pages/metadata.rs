//! Metadata for other programs: link previews, search engines, oEmbed, the web app manifest.

use serde_json::json;

use super::{escape, single};
use crate::export::picture::PAPER;
use crate::texts::Language;

/// The name of the manifest in the folder of a language.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The name of the oEmbed response in the folder of a language.
pub const OEMBED: &str = "oembed.json";
/// Width and height of the preview picture, in pixels.
const PICTURE: (u32, u32) = (1200, 630);
/// The size of the frame that oEmbed offers, in CSS pixels.
const FRAME: (u32, u32) = (640, 720);

/// The absolute address of the site, if it is known. Links in the site are relative; previews, oEmbed and search engines need absolute
/// addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteUrl(Option<String>);

impl SiteUrl {
    /// Parses an address such as `https://firm.example/duet/`; an empty text is an unknown address.
    ///
    /// # Errors
    /// If it is not an http or https address, or has a query or a fragment.
    pub fn new(address: &str) -> Result<Self, String> {
        let address = address.trim();
        if address.is_empty() {
            return Ok(Self(None));
        }
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let is_plain = |text: &str| !text.contains(['?', '#', '"', '<', '>', ' ', '\'', ';', ',']);
        match host {
            Some(host) if !host.trim_start_matches('/').is_empty() && is_plain(address) => {
                Ok(Self(Some(format!("{}/", address.trim_end_matches('/')))))
            }
            _ => Err(format!("DUET_URL is to be an address such as https://firm.example/duet/, not {address:?}")),
        }
    }

    /// The CSP sources of the site itself: `'self'`, and its origin if known, because in WebKit `'self'` matches nothing in a frame with an
    /// opaque origin.
    pub fn own_sources(&self) -> String {
        let origin = self.0.as_deref().map(|address| address.split('/').take(3).collect::<Vec<_>>().join("/"));
        origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"))
    }

    /// The absolute address of the page of a language; `./` if the address of the site is not known.
    pub fn near(&self, language: Language) -> String {
        self.0.as_ref().map_or_else(|| "./".to_owned(), |address| format!("{address}{}", language.folder()))
    }

    /// The absolute address of a path in the site; relative if the address of the site is not known.
    fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0.as_deref().unwrap_or("./"))
    }
}

/// The `link` and `meta` elements of a page. Relative links are relative to the root of the site.
pub fn head_links(language: Language, site_url: &SiteUrl) -> String {
    let page = language.page();
    let link = |rel: &str, more: &str, path: &str| format!("<link rel=\"{rel}\"{more} href=\"{}\">", site_url.to(path));
    let alternate = |tag: &str, to: Language| link("alternate", &format!(" hreflang=\"{tag}\""), to.folder());
    let meta =
        |property: &str, content: &str| format!("<meta property=\"{property}\" content=\"{}\">", escape(content));
    let mut lines = vec![
        alternate("pl", Language::Polish),
        alternate("en", Language::English),
        alternate("x-default", Language::Polish),
        meta("og:type", "website"),
        meta("og:site_name", "Duet"),
        meta("og:title", page.title),
        meta("og:description", page.description),
        meta("og:image", &site_url.to(&picture(language))),
        meta("og:image:width", &PICTURE.0.to_string()),
        meta("og:image:height", &PICTURE.1.to_string()),
        meta("og:locale", locale(language)),
        meta("og:locale:alternate", locale(language.other())),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ];
    if site_url.0.is_some() {
        // Whoever reads it takes a relative address for one of its own.
        lines.push(link(
            "alternate",
            &format!(" type=\"application/json+oembed\" title=\"{}\"", escape(page.title)),
            &format!("{}{OEMBED}", language.folder()),
        ));
        lines.push(link("canonical", "", language.folder()));
        lines.push(meta("og:url", &site_url.to(language.folder())));
    }
    lines.join("\n    ")
}

/// The path of the preview picture.
fn picture(language: Language) -> String {
    format!("images/card-{}.png", language.tag())
}

const fn locale(language: Language) -> &'static str {
    match language {
        Language::Polish => "pl_PL",
        Language::English => "en_GB",
    }
}

/// The oEmbed response, version 1.0, type `rich`: a frame of a fixed height. See <https://oembed.com>.
pub fn oembed(language: Language, site_url: &SiteUrl) -> String {
    let title = language.page().title;
    let (width, height) = FRAME;
    // For WordPress: it loads the script that follows heights only for a frame after a quotation, and removes `style`.
    let html = format!(
        "<blockquote><a href=\"{address}\">{title}</a></blockquote>\
         <iframe src=\"{address}?embed=1\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
         allow=\"clipboard-write; web-share\" style=\"border:0\"></iframe>",
        address = site_url.to(language.folder()),
        title = escape(title),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Duet",
        "provider_url": site_url.to(language.folder()),
        "thumbnail_url": site_url.to(&picture(language)),
        "thumbnail_width": PICTURE.0,
        "thumbnail_height": PICTURE.1,
        "width": width,
        "height": height,
        "html": html,
    });
    format!("{answer:#}\n")
}

/// The web app manifest.
pub fn manifest(language: Language) -> String {
    let icon = |name: &str, size: &str, kind: &str, purpose: &str| json!({ "src": format!("{}{name}", root(language)), "sizes": size, "type": kind, "purpose": purpose });
    let shortcut = |name: &str, fragment: &str| json!({ "name": name, "url": format!("./#{fragment}") });
    let manifest = json!({
        "name": language.page().title,
        "short_name": "Duet",
        "description": language.page().description,
        "lang": language.tag(),
        "dir": "ltr",
        "start_url": "./",
        "scope": root(language),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["business", "productivity"],
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("images/icon-192.png", "192x192", "image/png", "any"),
            icon("images/icon-512.png", "512x512", "image/png", "any"),
            icon("images/maskable-512.png", "512x512", "image/png", "maskable"),
        ],
        "shortcuts": [
            shortcut(language.start().begin, "q1"),
            shortcut(language.shell().open_team, "team"),
            shortcut(language.page().history, "history"),
        ],
        // `opened.js` passes an opened result file to the import of the history.
        "file_handlers": [{ "action": "./#history", "accept": { "application/json": [".json"] } }],
        "launch_handler": { "client_mode": "navigate-existing" },
    });
    format!("{manifest:#}\n")
}

/// The relative path from the page of a language to the root.
fn root(language: Language) -> &'static str {
    Language::Polish.path_from(language)
}

/// Whether a file is of no use offline: for other programs, or the single file.
pub fn is_for_others(file: &str) -> bool {
    file.ends_with(OEMBED)
        || Language::ALL.iter().any(|language| file == picture(*language) || file == single::name(*language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_url_is_an_address_and_ends_with_a_slash() {
        assert_eq!(SiteUrl::new(""), Ok(SiteUrl(None)));
        assert_eq!(
            SiteUrl::new("https://firm.example/duet").map(|site_url| site_url.to("en/")),
            Ok("https://firm.example/duet/en/".into())
        );
        assert_eq!(
            SiteUrl::new("http://127.0.0.1:8080/").map(|site_url| site_url.to("")),
            Ok("http://127.0.0.1:8080/".into())
        );
        let sources = |address: &str| SiteUrl::new(address).expect("a site address").own_sources();
        assert_eq!(sources(""), "'self'");
        assert_eq!(sources("https://firm.example:8443/a/b"), "'self' https://firm.example:8443");
        for wrong in [
            "firm.example",
            "https://",
            "https:///",
            "ftp://firm.example",
            "https://a.example/?x",
            "https://a.example/\"x",
        ] {
            assert!(SiteUrl::new(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn whole_addresses_where_the_home_is_known_and_relative_ones_where_it_is_not() {
        let site_url = SiteUrl::new("https://firm.example/duet").expect("a site address");
        let known = head_links(Language::English, &site_url);
        for part in [
            "hreflang=\"pl\" href=\"https://firm.example/duet/\"",
            "rel=\"canonical\" href=\"https://firm.example/duet/en/\"",
            "href=\"https://firm.example/duet/en/oembed.json\"",
            "content=\"https://firm.example/duet/images/card-en.png\"",
        ] {
            assert!(known.contains(part), "{part} in {known}");
        }
        let unknown = head_links(Language::English, &SiteUrl::default());
        assert!(!unknown.contains("://") && !unknown.contains("canonical"), "{unknown}");
        assert!(!unknown.contains("oembed"), "{unknown}");
        let answer: serde_json::Value = serde_json::from_str(&oembed(Language::Polish, &site_url)).expect("JSON");
        let html = answer["html"].as_str().expect("a text");
        for part in [
            "<blockquote><a href=\"https://firm.example/duet/\">",
            "src=\"https://firm.example/duet/?embed=1\"",
            "width=\"100%\"",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
