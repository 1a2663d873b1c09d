//! The page for wrong addresses, `404.html`.
//!
//! It is served at any depth, so it references no files; `missing.js` finds the folder of the site and redirects.

use super::{SiteUrl, escape, icon, source};
use crate::texts::Language;

/// The name of the file, which hosts know.
pub const NAME: &str = "404.html";
/// The style sheets of the page.
pub const STYLES: [&str; 3] = ["tokens", "base", "controls"];

/// The page, in both languages.
pub fn page(style: &str, dark: &str, script: &str, site_url: &SiteUrl) -> String {
    let section = |language: Language| {
        let words = &language.document().missing;
        let [title, text, open, up] = [words.title, words.text, words.open, words.up].map(escape);
        let tag = language.tag();
        format!(
            "<section lang=\"{tag}\">\n\
             <h1>{title}</h1>\n\
             <p>{text}</p>\n\
             <p><a class=\"button\" href=\"{}\">{open}</a></p>\n\
             <noscript><p><a href=\"../\">{up}</a></p></noscript>\n\
             </section>\n",
            site_url.near(language)
        )
    };
    let sections = Language::ALL.map(section).concat();
    format!(
        r#"<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {script_source}; style-src {styles}; img-src data:; connect-src {own}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>404 – Duet</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<style>{style}</style>
<style media="screen and (prefers-color-scheme: dark)">{dark}</style>
</head>
<body>
<div id="app">
<main>
{sections}</main>
</div>
<script>{script}</script>
</body>
</html>
"#,
        script_source = source(script),
        styles = [style, dark].map(source).join(" "),
        own = site_url.own_sources(),
        icon = icon::inline(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_speaks_both_languages_and_has_no_address_in_it_unless_the_site_has_one() {
        let plain = page("a{}", "b{}", "c()", &SiteUrl::default());
        for part in ["<section lang=\"pl\">", "<section lang=\"en\">", "class=\"button\" href=\"./\"", "href=\"../\""] {
            assert!(plain.contains(part), "{part} in {plain}");
        }
        assert!(!plain.replace("http://www.w3.org/2000/svg", "").contains("://"), "{plain}");
        let site_url = SiteUrl::new("https://firm.example/duet/").expect("a site address");
        let known = page("a{}", "b{}", "c()", &site_url);
        assert!(known.contains("class=\"button\" href=\"https://firm.example/duet/en/\""), "{known}");
    }
}
