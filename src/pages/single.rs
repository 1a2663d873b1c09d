//! The single file, which runs from a disk: style, scripts and program are in the page itself.
//!
//! From a disk, browsers load neither script modules nor WebAssembly. So the modules of the program are text in this file, and the script is
//! the one that wasm-bindgen writes with `--target no-modules`; `single.js` replaces the chunk loader. The policy names all scripts and styles
//! by their hashes and allows no requests.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Inline, PagesError, body, escape, files, icon, source};
use crate::texts::Language;

/// The name of the file for a language.
pub fn name(language: Language) -> String {
    format!("duet-{}.html", language.tag())
}

/// The file for a language. `program` is the folder of the program; `scripts` are a classic script and then a module, which start it.
pub fn page(program: &Path, scripts: [String; 2], language: Language, inline: &Inline) -> Result<String, PagesError> {
    let files = files(program)?.into_iter().map(|name| program.join(name));
    let module = |file: PathBuf| {
        let packed =
            fs::read(&file).and_then(|content| gzip(&content)).map_err(|error| PagesError::new(&file, error))?;
        let kind = if file.ends_with("duet_bg.wasm") { "data-js data-wasm" } else { "data-chunk" };
        Ok(format!("<script type=\"text/plain\" {kind}>{}</script>\n    ", STANDARD.encode(packed)))
    };
    let modules = files.filter(|file| file.extension().is_some_and(|ending| ending == "wasm")).map(module);
    let modules = modules.collect::<Result<String, PagesError>>()?;
    let words = language.page();
    let [start, boot] = scripts.map(|script| within_page(&script));
    let look = within_page(&inline.look);
    let scripts = [&look, &start, &boot].map(|text| source(text)).join(" ");
    let styles = [&inline.style, &inline.dark, &inline.noscript].map(|sheet| source(sheet)).join(" ");
    Ok(format!(
        r#"<!doctype html>
<html lang="{lang}" data-single>
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{title}</title>
    <meta name="description" content="{description}">
    <link rel="icon" href="{icon}">
    <style>{style}</style>
    <style id="dark" media="screen and (prefers-color-scheme: dark)">{dark}</style>
    <noscript><style>{noscript}</style></noscript>
    <script>{look}</script>
  </head>
  <body>
    {body}
    {modules}<script>{start}</script>
    <script type="module">{boot}</script>
  </body>
</html>
"#,
        lang = language.tag(),
        title = escape(words.title),
        description = escape(words.description),
        icon = icon::inline(),
        style = inline.style,
        dark = inline.dark,
        noscript = inline.noscript,
        body = body::body(language, ""),
    ))
}

/// A script escaped for an inline element: `</script` would end it, and `<!--` would begin a comment.
fn within_page(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_does_not_end_before_its_end() {
        assert_eq!(within_page("a = '</script>' < b; // <!-- c"), "a = '<\\/script>' < b; // <\\!-- c");
    }

    #[test]
    fn a_source_is_the_hash_that_browsers_compute() {
        // The example of the specification: https://www.w3.org/TR/CSP3/#external-hash has the same form.
        assert_eq!(source("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
