//! The static part of the site: one page a language, with the start page, the form for a pen and the words for a failure in the
//! HTML itself; Duet in one file; what other programs read about the site; the service worker.
//!
//! Trunk stages `index.html`; this fills its gaps and writes the rest. What is read before
//! the program has come, or without it, is made here, from the same views, words and instrument.

mod body;
mod icon;
mod metadata;
mod missing;
mod single;
mod worker;

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::texts::Language;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use duet_domain::answers::ItemNumber;
use sha2::{Digest, Sha256};

pub use body::{app, render};
pub use metadata::SiteUrl;

/// The parts of the style sheet, in the options in which they go into one file, each with its cascade layer: what a view says
/// holds against what is said of controls everywhere, however the selectors are written.
const STYLES: [(&str, &str); 12] = [
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
    ("frame", "frame"),
];

/// What kept the pages from being written.
#[derive(Debug)]
pub struct PagesError {
    place: PathBuf,
    reason: String,
}

impl PagesError {
    fn new(place: &Path, reason: impl fmt::Display) -> Self {
        Self { place: place.to_owned(), reason: reason.to_string() }
    }
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place.display(), self.reason)
    }
}

impl std::error::Error for PagesError {}

/// How the site is written.
pub struct BuildOptions {
    /// The folder where Trunk has staged the site.
    pub staging: PathBuf,
    /// The folder of the style sheets.
    pub style: PathBuf,
    /// The folder of the scripts that the program is not needed for.
    pub scripts: PathBuf,
    /// The folder of the program in the site.
    pub program: String,
    /// The script that starts the program in Duet in one file. None in a build for those who work on it, which has no such file and is
    /// not kept for use without a network.
    pub single: Option<PathBuf>,
    /// Where the site will be, as far as that is known.
    pub home: SiteUrl,
}

/// What stands in the pages themselves: a page that is opened once is painted sooner by what it need not ask for (docs/adr/0016).
struct Inline {
    style: String,
    /// The colours for the dark.
    dark: String,
    /// What is different without scripts.
    noscript: String,
    look: String,
    early: String,
}

/// Writes everything.
///
/// # Errors
/// The file that could not be read or written, or what is missing in it.
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
    let place = staging.join("index.html");
    let template = read(&place)?;
    write_file(&staging.join(icon::NAME), &icon::icon())?;
    for language in Language::ALL {
        let folder = staging.join(language.folder());
        fs::create_dir_all(&folder).map_err(|error| PagesError::new(&folder, error))?;
        let page = page(&template, language, &inline, options)
            .map_err(|gap| PagesError::new(&place, format!("there is no {gap} in it")))?;
        write_file(&folder.join("index.html"), &page)?;
        write_file(&folder.join(metadata::MANIFEST), &metadata::manifest(language))?;
        write_file(&folder.join(metadata::OEMBED), &metadata::oembed(language, &options.home))?;
        if let Some(glue) = &options.single {
            let scripts = [script("single.js")? + &read(glue)?, script("boot.js")?];
            let page = single::page(&staging.join(&options.program), scripts, language, &inline)?;
            write_file(&staging.join(single::name(language)), &page)?;
        }
    }
    let style = style_sheet(&options.style, |name| missing::STYLES.contains(&name))?;
    write_file(
        &staging.join(missing::NAME),
        &missing::page(&style, &inline.dark, &script("missing.js")?, &options.home),
    )?;
    // The last, since it has a list of all others.
    let worker = if options.single.is_some() { worker::worker(staging)? } else { worker::UNREGISTER_WORKER.to_owned() };
    write_file(&staging.join(worker::NAME), &worker)
}

/// The page of a language. The error is the gap that the template lacks.
fn page(template: &str, language: Language, inline: &Inline, options: &BuildOptions) -> Result<String, String> {
    let words = language.page();
    let home = &options.home;
    let scripts = if options.single.is_some() {
        [&inline.look, &inline.early].map(|script| source(script)).join(" ")
    } else {
        // Trunk puts its script for reloading the page into it when it hands it out.
        "'unsafe-inline'".to_owned()
    };
    // The links of the template and of these parts are as from the root.
    let rooted = [
        ("%card%", metadata::head_links(language, home)),
        ("%own%", home.own_sources()),
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

fn fill<const N: usize>(mut html: String, gaps: [(&str, String); N]) -> Result<String, String> {
    for (gap, text) in gaps {
        if !html.contains(gap) {
            return Err(gap.to_owned());
        }
        html = html.replace(gap, &text);
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

/// The two longest statements of a language, for `question.css`: one of them is the tallest at every width. Where the page is translated
/// into another language, those of the first.
fn longest(language: Language) -> String {
    let statements = language.statements();
    let mut texts: Vec<&str> = ItemNumber::all().map(|number| statements.item(number).text.as_str()).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    let root =
        if language == Language::ALL[0] { ":root".to_owned() } else { format!(":root:lang({})", language.tag()) };
    let [longest, second] = [texts[0], texts[1]].map(|text| text.replace('\\', "\\\\").replace('"', "\\\""));
    format!("@layer tokens {{\n{root} {{ --longest: \"{longest}\"; --second-longest: \"{second}\"; }}\n}}\n")
}

/// The name of a text in a policy.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// 64-bit FNV-1a: a name for a content, no protection.
fn fnv(content: &[u8]) -> u64 {
    content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn read(place: &Path) -> Result<String, PagesError> {
    fs::read_to_string(place).map_err(|error| PagesError::new(place, error))
}

/// The files of a folder and of those in it, as paths relative to it with `/`, in options.
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

fn write_file(place: &Path, text: &str) -> Result<(), PagesError> {
    fs::write(place, text).map_err(|error| PagesError::new(place, error))
}
