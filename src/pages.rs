//! The static pages: one a language, with the start page, the form for a pen and the words for a failure in the HTML itself.
//!
//! Trunk stages `index.html` with the program's own links in it; this fills its gaps and writes the page of each language.
//! What is read before the program has come, or without it, is made here, from the same views, words and instrument.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use leptos::prelude::*;

use crate::app::App;
use crate::domain::answers::{Answer, ItemNumber};
use crate::domain::instrument::BuiltIn;
use crate::domain::score::Level;
use crate::i18n::Language;
use crate::screen::Screen;
use crate::session::Session;

/// The parts of the style sheet, in the order in which they go into one file.
const STYLES: [&str; 11] =
    ["tokens", "base", "controls", "start", "question", "result", "acting", "history", "paper", "report", "team"];

/// What kept the pages from being written.
#[derive(Debug)]
pub struct Fault {
    place: PathBuf,
    reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place.display(), self.reason)
    }
}

impl std::error::Error for Fault {}

/// Writes the pages into the folder where Trunk has staged the site. `style` is the folder of the style sheets.
///
/// # Errors
/// The file that could not be read or written, or the gap that the staged page lacks.
pub fn write(staging: &Path, style: &Path) -> Result<(), Fault> {
    let sheet = style_sheet(style)?;
    // By content, so that a browser never shows a new page with an old style.
    let sheet_name = format!("duet-{:016x}.css", fnv(&sheet));
    put(&staging.join(&sheet_name), &sheet)?;
    let place = staging.join("index.html");
    let template = read(&place)?;
    for language in Language::ALL {
        let folder = staging.join(language.folder());
        fs::create_dir_all(&folder).map_err(|error| fault(&folder, &error))?;
        let page = page(&template, language, &sheet_name)
            .map_err(|gap| Fault { place: place.clone(), reason: format!("there is no {gap} in it") })?;
        put(&folder.join("index.html"), &page)?;
    }
    Ok(())
}

/// The page of a language. The error is the gap that the template lacks.
fn page(template: &str, language: Language, sheet: &str) -> Result<String, String> {
    let words = language.catalog();
    let page = &words.page;
    let fill = [
        ("%lang%", language.tag().to_owned()),
        ("%title%", escape(page.title)),
        ("%description%", escape(page.description)),
        ("%polish%", Language::Polish.path_from(language).to_owned()),
        ("%english%", Language::English.path_from(language).to_owned()),
        ("%style%", format!("./{sheet}")),
        ("%waiting%", waiting(language)),
        ("%app%", app(language)),
        ("%failure%", failure(language)),
        ("%paper%", paper(language)),
    ];
    // The links of the template first: those of the parts are already right for their language.
    let mut html = if language.folder().is_empty() {
        template.to_owned()
    } else {
        template.replace("\"./", "\"../").replace("'./", "'../")
    };
    for (gap, text) in fill {
        if !html.contains(gap) {
            return Err(gap.to_owned());
        }
        let text = if gap == "%style%" && !language.folder().is_empty() { format!(".{text}") } else { text };
        html = html.replace(gap, &text);
    }
    Ok(html)
}

/// The start page, as the program would show it to someone who is here for the first time.
pub fn app(language: Language) -> String {
    render(move || {
        let session = Session::new(language, Screen::Start);
        view! { <App session/> }
    })
}

/// What is shown to those who press Start before the program has come. The start leads here, by its fragment, as long as
/// this is displayed.
fn waiting(language: Language) -> String {
    let words = &language.catalog().start;
    render(move || view! { <p id="q1" class="waiting">{words.loading}" "<a href="#paper">{words.paper}</a></p> })
}

/// What is shown when the program has failed; `boot.js` fills it.
fn failure(language: Language) -> String {
    let words = &language.catalog().failure;
    render(move || {
        view! {
            <h1 tabindex="-1" class="stopped">{words.title}</h1>
            <p class="stopped">{words.text}</p>
            <h1 tabindex="-1" class="not-loaded">{words.load_title}</h1>
            <p class="not-loaded">{words.load_text}</p>
            <p class="row"><a class="button" data-action="reload" href="">{words.reload}</a></p>
            <p class="nothing-saved">{words.nothing_saved}</p>
            <div class="something-saved">
                <label for="saved">{words.saved}</label>
                <textarea id="saved" rows="8" readonly spellcheck="false"></textarea>
                <p class="row">
                    <button type="button" class="quiet" data-action="copy-answers">{words.copy}</button>
                    <span role="status" class="copied" hidden>{words.copied}</span>
                </p>
            </div>
        }
    })
}

/// The twenty statements and the table of levels, to be filled in with a pen.
fn paper(language: Language) -> String {
    let words = &language.catalog().paper;
    let built_in = BuiltIn::get();
    let instrument = match language {
        Language::Polish => &built_in.polish,
        Language::English => &built_in.english,
    };
    let scale = || Answer::all().map(|answer| view! { <li>{answer.value()}" – "{instrument.scale(answer)}</li> });
    let item = |number: ItemNumber| {
        let boxes = Answer::all().map(|answer| view! { <td class="choice">{answer.value()}</td> });
        view! {
            <tr>
                <td>{number.number()}</td>
                <th scope="row">{instrument.item(number).text.as_str()}</th>
                {boxes.collect_view()}
            </tr>
        }
    };
    let level = |level: Level| {
        let texts = instrument.level(level);
        view! {
            <tr>
                <td>{format!("{}–{}", level.first(), level.last())}</td>
                <th scope="row">{texts.name.as_str()}</th>
                <td>{texts.summary.as_str()}</td>
            </tr>
        }
    };
    render(move || {
        view! {
            <h1>{words.title}</h1>
            <p class="why">{words.why}</p>
            <p>{words.how}</p>
            <ul class="scale">{scale().collect_view()}</ul>
            <table class="statements">
                <thead>
                    <tr>
                        <th scope="col">{words.number}</th>
                        <th scope="col">{words.statement}</th>
                        {Answer::all().map(|answer| view! { <th scope="col">{answer.value()}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{ItemNumber::all().map(item).collect_view()}</tbody>
                // Not a foot, which would stand under the table on every page.
                <tbody>
                    <tr><td></td><th scope="row">{words.sum}</th><td colspan="5" class="blank"></td></tr>
                </tbody>
            </table>
            <table class="key">
                <thead>
                    <tr>
                        <th scope="col">{words.from_to}</th>
                        <th scope="col">{words.level}</th>
                        <th scope="col">{words.looks}</th>
                    </tr>
                </thead>
                <tbody>{Level::ALL.map(level).collect_view()}</tbody>
            </table>
            <p class="small">{language.catalog().result.source}</p>
        }
    })
}

/// A view as HTML, without the marks by which a page would be brought to life: the program draws its own.
pub fn render<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().into_view().to_html());
    html.replace("<!>", "").replace("<!---->", "")
}

fn style_sheet(folder: &Path) -> Result<String, Fault> {
    STYLES.iter().map(|name| read(&folder.join(format!("{name}.css")))).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// 64-bit FNV-1a: a name for a content, no protection.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn read(place: &Path) -> Result<String, Fault> {
    fs::read_to_string(place).map_err(|error| fault(place, &error))
}

fn put(place: &Path, text: &str) -> Result<(), Fault> {
    fs::write(place, text).map_err(|error| fault(place, &error))
}

fn fault(place: &Path, error: &io::Error) -> Fault {
    Fault { place: place.to_owned(), reason: error.to_string() }
}
