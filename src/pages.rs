//! The static files of the site: a page for each language with the start view, the printable form and the failure panel; the single file;
//! metadata for other programs; the service worker.
//!
//! Trunk stages `index.html`; this module fills its placeholders and writes the other files, from the same views, words and instrument.

mod body;
mod icon;
mod metadata;
mod missing;
mod single;
mod worker;

use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::export::escape;
use crate::texts::Language;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use duet_domain::answers::ItemNumber;
use fnv::FnvHasher;
use sha2::{Digest, Sha256};

pub use body::{app, render};
pub use metadata::SiteUrl;

/// The style sheets in the order in which they are joined, each with its cascade layer. A rule of a view overrides one for controls, whatever
/// their selectors.
const STYLES: [(&str, &str); 13] = [
    ("tokens", "tokens"),
    ("base", "base"),
    ("controls", "controls"),
    ("start", "views"),
    ("question", "views"),
    ("result", "views"),
    ("acting", "views"),
    ("history", "views"),
    ("paper", "views"),
    ("report", "views"),
    ("team", "views"),
    ("sheets", "views"),
    ("frame", "frame"),
];

/// A file that could not be read or written.
#[derive(Debug)]
pub struct PagesError {
    path: PathBuf,
    reason: String,
}

impl PagesError {
    fn new(path: &Path, reason: impl fmt::Display) -> Self {
        Self { path: path.to_owned(), reason: reason.to_string() }
    }
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for PagesError {}

/// Where the inputs and outputs are.
pub struct BuildOptions {
    /// The folder where Trunk has staged the site.
    pub staging: PathBuf,
    /// The folder of the style sheets.
    pub style: PathBuf,
    /// The folder of the scripts of the page (`public/*.js`), minified.
    pub scripts: PathBuf,
    /// The name of the folder of the program in the site.
    pub program: String,
    /// The script of wasm-bindgen for the single file. None in a development build, which has no single file and no service worker.
    pub single: Option<PathBuf>,
    /// The address of the site, if it is known.
    pub site_url: SiteUrl,
}

/// Style sheets and scripts that are inlined into the pages, for an earlier first paint (docs/adr/0016).
struct Inline {
    style: String,
    /// The colours of the dark theme.
    dark: String,
    /// The style sheet for browsers without scripts.
    noscript: String,
    look: String,
    early: String,
}

/// Writes all static files.
///
/// # Errors
/// If a file cannot be read or written, or a template lacks a placeholder.
pub fn write(options: &BuildOptions) -> Result<(), PagesError> {
    let staging = &options.staging;
    let script = |name| read(&options.scripts.join(name));
    let inline = Inline {
        style: style_sheet(&options.style, |_| true)?,
        dark: read(&options.style.join("dark.css"))?,
        noscript: script("noscript.css")?,
        look: script("look.js")?,
        early: script("early.js")?,
    };
    write_file(&staging.join("boot.js"), &script("boot.js")?)?;
    let path = staging.join("index.html");
    let template = read(&path)?;
    write_file(&staging.join(icon::NAME), &icon::icon())?;
    for language in Language::ALL {
        let folder = staging.join(language.folder());
        fs::create_dir_all(&folder).map_err(|error| PagesError::new(&folder, error))?;
        let page = page(&template, language, &inline, options)
            .map_err(|placeholder| PagesError::new(&path, format!("there is no {placeholder} in it")))?;
        write_file(&folder.join("index.html"), &page)?;
        write_file(&folder.join(metadata::MANIFEST), &metadata::manifest(language))?;
        write_file(&folder.join(metadata::OEMBED), &metadata::oembed(language, &options.site_url))?;
        if let Some(glue) = &options.single {
            let scripts = [script("single.js")? + &read(glue)?, script("boot.js")?];
            let page = single::page(&staging.join(&options.program), scripts, language, &inline)?;
            write_file(&staging.join(single::name(language)), &page)?;
        }
    }
    let style = style_sheet(&options.style, |name| missing::STYLES.contains(&name))?;
    write_file(
        &staging.join(missing::NAME),
        &missing::page(&style, &inline.dark, &script("missing.js")?, &options.site_url),
    )?;
    // Last, because it lists all other files.
    let worker = if options.single.is_some() { worker::worker(staging)? } else { worker::UNREGISTER_WORKER.to_owned() };
    write_file(&staging.join(worker::NAME), &worker)
}

/// The page of a language.
///
/// # Errors
/// The placeholder that is missing in the template.
fn page(template: &str, language: Language, inline: &Inline, options: &BuildOptions) -> Result<String, String> {
    let words = language.page();
    let site_url = &options.site_url;
    let scripts = if options.single.is_some() {
        [&inline.look, &inline.early].map(|script| source(script)).join(" ")
    } else {
        // `trunk serve` injects its reload script.
        "'unsafe-inline'".to_owned()
    };
    // The links of the template and of these parts are relative to the root.
    let rooted = [
        ("%card%", metadata::head_links(language, site_url)),
        ("%own%", site_url.own_sources()),
        ("%scripts%", scripts),
        ("%styles%", [&inline.style, &inline.dark, &inline.noscript].map(|sheet| source(sheet)).join(" ")),
        ("%program%", options.program.clone()),
        ("%manifest%", format!("./{}{}", language.folder(), metadata::MANIFEST)),
    ];
    let rest = [
        ("%lang%", language.tag().to_owned()),
        ("%title%", escape(words.title)),
        ("%description%", escape(words.description)),
        ("%style%", inline.style.clone()),
        ("%dark%", inline.dark.clone()),
        ("%noscript%", inline.noscript.clone()),
        ("%look%", inline.look.clone()),
        ("%early%", inline.early.clone()),
        ("%icon%", icon::inline()),
        ("%body%", body::body(language, "./") + "\n    " + &body::early(language)),
    ];
    let mut html = fill(template.to_owned(), rooted)?;
    if !language.folder().is_empty() {
        html = html.replace("\"./", "\"../").replace("'./", "'../");
    }
    fill(html, rest)
}

fn fill<const N: usize>(mut html: String, placeholders: [(&str, String); N]) -> Result<String, String> {
    for (placeholder, text) in placeholders {
        if !html.contains(placeholder) {
            return Err(placeholder.to_owned());
        }
        html = html.replace(placeholder, &text);
    }
    Ok(html)
}

fn style_sheet(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<String, PagesError> {
    let part = |(name, layer): &(&str, &str)| {
        read(&folder.join(format!("{name}.css"))).map(|rules| format!("@layer {layer} {{\n{rules}}}\n"))
    };
    let all: String = STYLES.iter().filter(|(name, _)| wanted(name)).map(part).collect::<Result<_, PagesError>>()?;
    Ok(all + &Language::ALL.map(longest).concat())
}

/// Custom properties with the two longest statements of a language, for `question.css`: one of them is the tallest at every width. A page that
/// a browser has translated uses those of the first language.
fn longest(language: Language) -> String {
    let statements = language.statements();
    let mut texts: Vec<&str> = ItemNumber::all().map(|number| statements.item(number).text.as_str()).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    let root =
        if language == Language::ALL[0] { ":root".to_owned() } else { format!(":root:lang({})", language.tag()) };
    let [longest, second] = [texts[0], texts[1]].map(|text| text.replace('\\', "\\\\").replace('"', "\\\""));
    format!("@layer tokens {{\n{root} {{ --longest: \"{longest}\"; --second-longest: \"{second}\"; }}\n}}\n")
}

/// The CSP source of an inline script or style: its SHA-256.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A name for contents: 64-bit FNV-1a in 16 hexadecimal digits. Not cryptographic.
fn fingerprint(content: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(content);
    format!("{:016x}", hasher.finish())
}

fn read(path: &Path) -> Result<String, PagesError> {
    fs::read_to_string(path).map_err(|error| PagesError::new(path, error))
}

/// The files of a folder and its subfolders, as sorted paths relative to it with `/`.
fn files(folder: &Path) -> Result<Vec<String>, PagesError> {
    let failed = |error: io::Error| PagesError::new(folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

fn write_file(path: &Path, text: &str) -> Result<(), PagesError> {
    fs::write(path, text).map_err(|error| PagesError::new(path, error))
}
