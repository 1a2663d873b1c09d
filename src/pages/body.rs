//! What is in the body of a page before the program has come: the start view, the line for those who wait, the words for a
//! failure, the form for a pen.

use leptos::prelude::*;

use crate::app::App;
use crate::components::cited::cited;
use crate::domain::answers::{Answer, ItemNumber};
use crate::domain::score::Level;
use crate::i18n::Language;
use crate::screen::Screen;
use crate::session::Session;

/// All of it. `page` leads to the page itself.
pub fn body(language: Language, page: &str) -> String {
    [
        way_out(language, page),
        waiting(language),
        format!("<div id=\"app\">{}</div>", app(language)),
        format!("<main id=\"failure\" hidden>{}</main>", failure(language, page)),
        format!("<section id=\"paper\" aria-labelledby=\"paper-title\">{}</section>", paper(language)),
    ]
    .join("\n    ")
}

/// Seen where not even the style sheet has come: in a frame to which the browser gives nothing of the page's own site.
fn way_out(language: Language, page: &str) -> String {
    let (page, text) = (page.to_owned(), language.catalog().place.own_tab);
    render(move || view! { <p class="unstyled"><a href=page target="_blank">{text}</a></p> })
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
fn failure(language: Language, page: &str) -> String {
    let words = &language.catalog().failure;
    let (page, own_tab) = (page.to_owned(), language.catalog().place.own_tab);
    render(move || {
        view! {
            <h1 tabindex="-1" class="stopped">{words.title}</h1>
            <p class="stopped">{words.text}</p>
            <h1 tabindex="-1" class="not-loaded">{words.load_title}</h1>
            <p class="not-loaded">{words.load_text}</p>
            <p class="row">
                <a class="button" data-action="reload" href="">{words.reload}</a>
                <a class="button quiet framed" href=page target="_blank">{own_tab}</a>
            </p>
            <p class="nothing-saved" hidden>{words.nothing_saved}</p>
            <div class="something-saved" hidden>
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
    let instrument = language.instrument();
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
            <h1 id="paper-title">{words.title}</h1>
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
            <p class="small">{cited(language.catalog().result.source)}</p>
        }
    })
}

/// A view as HTML, without the marks by which a page would be brought to life: the program draws its own.
pub fn render<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().into_view().to_html());
    html.replace("<!>", "").replace("<!---->", "")
}
