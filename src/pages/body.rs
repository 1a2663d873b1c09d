//! The body of a static page: the start view, the line shown while the program is loading, the failure panel, the printable form.

use leptos::prelude::*;

use super::escape;
use crate::app;
use crate::charts::strands::Logo;
use crate::components::cited::cited;
use crate::route::Screen;
use crate::state::{Page, Session};
use crate::texts::Language;
use crate::views;
use duet_domain::Side;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::instrument;
use duet_domain::score::Level;
use duet_domain::stored::Stored;

/// The whole body. `page` is the link to the page itself.
pub fn body(language: Language, page: &str) -> String {
    [
        waiting(language),
        format!("<div id=\"app\">{}</div>", app(language)),
        format!("<main id=\"failure\" hidden>{}</main>", failure(language, page)),
        // `main`, because it is the only content at `#paper`. `boot.js` removes the role when it shows the failure panel.
        format!("<section id=\"paper\" role=\"main\" aria-labelledby=\"paper-title\">{}</section>", paper(language)),
    ]
    .join("\n    ")
}

/// The start view of a first visit.
pub fn app(language: Language) -> String {
    render(move || {
        let session = Session::new(language, Page { screen: Screen::Start, view: views::run });
        app::app(session)
    })
}

/// The template with the first statement, from which `early.js` shows all statements until the program is loaded; and an empty draft in its
/// stored form.
pub fn early(language: Language) -> String {
    let screen = Screen::Question(ItemNumber::FIRST);
    let html = render(move || {
        let session = Session::new(language, Page { screen, view: views::run });
        app::app(session)
    });
    let main = html.find("<main").zip(html.find("</main>")).map_or("", |(from, to)| &html[from..to + "</main>".len()]);
    let draft = Draft { instrument: Some(instrument::reference().clone()), ..Draft::default() }.write();
    let title = (language.question().title)(1);
    format!(
        "<template id=\"early\" data-title=\"{} – Duet\" data-draft=\"{}\">{main}</template>",
        escape(&title),
        escape(&draft)
    )
}

/// The line shown after Start is pressed before the program is loaded. Its id is the fragment of the first statement, so `:target` shows it.
fn waiting(language: Language) -> String {
    let words = language.start();
    render(move || view! { <p id="q1" class="waiting">{words.loading}" "<a href="#paper">{words.paper}</a></p> })
}

/// The failure panel; `boot.js` fills and shows it.
fn failure(language: Language, page: &str) -> String {
    let words = &language.document().failure;
    let (page, open_in_tab) = (page.to_owned(), language.shell().open_in_tab);
    let copied = language.transfer().copied;
    let hints = || view! { <ul>{words.lacking_where.map(|hint| view! { <li>{hint}</li> }).collect_view()}</ul> };
    render(move || {
        view! {
            {reason("not-loaded", words.load_title, words.load_text, ())}
            {reason("outdated", words.outdated_title, words.outdated_text, ())}
            {reason("stopped", words.title, words.text, ())}
            {reason("wasm", words.lacking_title, words.lacking_text, hints())}
            <p class="row">
                <a class="button" data-action="reload" href="">{words.reload}</a>
                <a class="button quiet framed" href=page target="_blank">{open_in_tab}</a>
            </p>
            <p class="nothing-saved" hidden>{words.nothing_saved}</p>
            <div class="something-saved" hidden>
                <label for="saved">{words.saved}</label>
                <textarea id="saved" rows="8" readonly spellcheck="false" translate="no" data-count=words.count data-link=words.link></textarea>
                <p class="row">
                    <span class="copy">
                        <button type="button" class="quiet" data-action="copy-answers" data-label=words.copy data-done=copied>
                            <span>{words.copy}</span>
                        </button>
                    </span>
                    <span role="status" class="copied" data-refused=words.not_copied></span>
                </p>
            </div>
        }
    })
}

/// What has happened. Without `boot.js`, the first reason is shown.
fn reason(name: &'static str, title: &'static str, text: &'static str, more: impl IntoView) -> impl IntoView {
    view! {
        <div data-reason=name hidden=name != "not-loaded">
            <h1 tabindex="-1">{title}</h1>
            <p>{text}</p>
            {more}
        </div>
    }
}

/// The printable form: the statements and the table of levels. The style sheet shows it at `#paper`, also without the program.
fn paper(language: Language) -> String {
    let (words, other) = (&language.document().paper, language.other());
    let (instrument, transfer) = (language.instrument(), language.transfer());
    let scale = || Answer::all().map(|answer| view! { <li>{answer.value()}" – "{instrument.scale(answer)}</li> });
    let item = |number: ItemNumber| {
        let boxes = Answer::all().map(|answer| view! { <td class="to-circle">{answer.value()}</td> });
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
                <td>{format!("{}–{}", level.min_points(), level.max_points())}</td>
                <th scope="row">{texts.name.as_str()}</th>
                <td>{texts.summary.as_str()}</td>
            </tr>
        }
    };
    let sides = || Side::STATED.map(|side| view! { <span class="to-tick">{language.side(side)}</span> }).collect_view();
    render(move || {
        view! {
            <header class="top">
                <a class="home" href=Screen::Start.fragment() aria-label=language.page().home>
                    <Logo/>
                    <span aria-hidden="true">"Duet"</span>
                </a>
                <a class="needs-site" href=format!("{}#paper", other.path_from(language)) hreflang=other.tag() lang=other.tag()>
                    {language.page().other_language}
                </a>
            </header>
            <h1 id="paper-title">{words.title}</h1>
            <p class="why">{words.why}</p>
            <p class="why"><button type="button" data-action="print-form">{words.print}</button></p>
            <div class="about">
                <p class="to-write">{words.name}</p>
                <p class="to-write">{words.date}</p>
                <p class="sides-to-tick">{language.start().side}" "{sides()}</p>
            </div>
            <p>{words.how}</p>
            <ul class="scale">{scale().collect_view()}</ul>
            <table class="statements">
                <thead>
                    <tr>
                        <th scope="col">{words.number}</th>
                        <th scope="col">{words.statement}</th>
                        {Answer::all().map(|answer| view! { <th scope="col" class="to-circle">{answer.value()}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{ItemNumber::all().map(item).collect_view()}</tbody>
                // Not a `tfoot`, which is repeated on every printed page.
                <tbody>
                    <tr><td></td><th scope="row">{transfer.sum}</th><td colspan="5" class="sum"></td></tr>
                </tbody>
            </table>
            <table class="key">
                <thead>
                    <tr>
                        <th scope="col">{words.from_to}</th>
                        <th scope="col">{transfer.level}</th>
                        <th scope="col">{words.looks}</th>
                    </tr>
                </thead>
                <tbody>{Level::ALL.map(level).collect_view()}</tbody>
            </table>
            <p class="small">{cited(language.result().source)}</p>
        }
    })
}

/// A view as HTML, without the markers of Leptos for hydration, which the program does not use.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html()).replace("<!>", "").replace("<!--<() />-->", "")
}
