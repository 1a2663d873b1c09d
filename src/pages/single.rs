//! Duet in one file, which runs from a disk: style, script and program are in the page itself.
//!
//! From a disk, browsers load no script modules and no WebAssembly. Here the policy of the page names its scripts and style by
//! their hashes, so it is as strict as that of the site: nothing but what the build has put there runs, and nothing at all is
//! loaded.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Fault, LOOK, Program, Sheets, body, escape, icon, read, source};
use crate::i18n::Language;

const BOOT: &str = include_str!("../../public/boot.js");

/// Gets the program out of the page, each part when it is asked for. It is packed, which makes the file half as large.
const UNPACK: &str = r#"
const unpack = (selector) => {
  const packed = Uint8Array.from(atob(document.querySelector(selector).textContent), (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
};
globalThis.duetPart = async (name) => unpack(`script[data-part="${name}"]`);
globalThis.duetInOneFile = async () => ({ start: __wbg_init, code: await unpack("script[data-wasm]").arrayBuffer() });
"#;

/// The name of the file for a language.
pub fn name(language: Language) -> String {
    format!("duet-{}.html", language.tag())
}

/// The file for a language, made from the program in the folder.
pub fn page(program: &Program, language: Language, sheets: &Sheets) -> Result<String, Fault> {
    let packed = |file: &Path| {
        let failed = |error| Fault::new(file, error);
        fs::read(file).and_then(|content| gzip(&content)).map(|content| STANDARD.encode(content)).map_err(failed)
    };
    let script = read(&program.script)?;
    let part = |(name, file): &(String, PathBuf)| {
        packed(file).map(|code| format!("<script type=\"text/plain\" data-part=\"{name}\">{code}</script>\n    "))
    };
    let parts = program.parts.iter().map(part).collect::<Result<Vec<_>, Fault>>()?.concat();
    let words = &language.basics().page;
    let look = inline(LOOK);
    // In a block: the program's own script has names of its own.
    let boot = inline(&format!("{script}{UNPACK}{{\n{BOOT}}}\n"));
    let scripts = [&look, &boot].map(|text| source(text)).join(" ");
    let styles = [&sheets.all, &sheets.dark, &sheets.noscript].map(|sheet| source(sheet)).join(" ");
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
    {parts}<script type="text/plain" data-js="" data-wasm="">{code}</script>
    <script type="module">{boot}</script>
  </body>
</html>
"#,
        lang = language.tag(),
        title = escape(words.title),
        description = escape(words.description),
        icon = icon::inline(),
        style = sheets.all,
        dark = sheets.dark,
        noscript = sheets.noscript,
        body = body::body(language, ""),
        code = packed(&program.code)?,
    ))
}

/// A script as it may stand in a page: there, these would end it or begin a comment.
fn inline(script: &str) -> String {
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
        assert_eq!(inline("a = '</script>' < b; // <!-- c"), "a = '<\\/script>' < b; // <\\!-- c");
    }

    #[test]
    fn a_source_is_the_hash_that_browsers_compute() {
        // The example of the specification: https://www.w3.org/TR/CSP3/#external-hash has the same form.
        assert_eq!(source("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
