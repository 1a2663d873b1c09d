//! Duet in one file, which runs from a disk: style, script and program are in the page itself.
//!
//! From a disk, browsers load no script modules and no WebAssembly. Here the policy of the page names its scripts and style by
//! their hashes, so it is as strict as that of the site: nothing but what the build has put there runs, and nothing at all is
//! loaded.

use std::fs;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{Fault, Sheets, body, escape, files, icon};
use crate::i18n::Language;

const LOOK: &str = include_str!("../../public/look.js");
const BOOT: &str = include_str!("../../public/boot.js");
const NOSCRIPT: &str = include_str!("../../public/noscript.css");

/// Gets the program out of the page. It is packed, which makes the file half as large.
const UNPACK: &str = r#"
globalThis.duetInOneFile = async () => {
  const packed = Uint8Array.from(atob(document.querySelector("script[data-wasm]").textContent), (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return { start: __wbg_init, code: await new Response(unpacked).arrayBuffer() };
};
"#;

/// The name of the file for a language.
pub fn name(language: Language) -> String {
    format!("duet-{}.html", language.tag())
}

/// The file for a language, made from the program in the folder.
pub fn page(staging: &Path, language: Language, sheets: &Sheets) -> Result<String, Fault> {
    let program = Program::find(staging)?;
    let words = &language.catalog().page;
    let look = inline(LOOK);
    // In a block: the program's own script has names of its own.
    let boot = inline(&format!("{}{UNPACK}{{\n{BOOT}}}\n", program.script));
    let scripts = [&look, &boot].map(|text| source(text)).join(" ");
    let styles = [&sheets.all, &sheets.dark, NOSCRIPT].map(source).join(" ");
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
    <link rel="icon" href="data:image/svg+xml;base64,{icon}">
    <style>{style}</style>
    <style id="dark" media="screen and (prefers-color-scheme: dark)">{dark}</style>
    <noscript><style>{noscript}</style></noscript>
    <script>{look}</script>
  </head>
  <body>
    {body}
    <script type="text/plain" data-js="" data-wasm="">{code}</script>
    <script type="module">{boot}</script>
  </body>
</html>
"#,
        lang = language.tag(),
        title = escape(words.title),
        description = escape(words.description),
        icon = STANDARD.encode(icon::icon()),
        style = sheets.all,
        dark = sheets.dark,
        noscript = NOSCRIPT,
        body = body::body(language, ""),
        code = program.code,
    ))
}

/// A script as it may stand in a page: there, these would end it or begin a comment.
fn inline(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// The name of a text in a policy.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The program that Trunk has staged.
struct Program {
    /// The script that starts it.
    script: String,
    /// Its code, packed and as text.
    code: String,
}

impl Program {
    fn find(staging: &Path) -> Result<Self, Fault> {
        let names = files(staging)?;
        let find = |ending: &str| {
            let name = names.iter().find(|name| name.starts_with("duet-") && name.ends_with(ending));
            name.map(|name| staging.join(name))
                .ok_or_else(|| Fault::new(staging, format!("there is no duet-…{ending} in it")))
        };
        let (script, code) = (find(".js")?, find(".wasm")?);
        let failed = |place: &Path| {
            let place = place.to_owned();
            move |error| Fault::new(&place, error)
        };
        let packed = gzip(&fs::read(&code).map_err(failed(&code))?).map_err(failed(&code))?;
        Ok(Self { script: fs::read_to_string(&script).map_err(failed(&script))?, code: STANDARD.encode(packed) })
    }
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
