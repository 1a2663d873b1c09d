//! Keeping a result and handing it over: print, link, code, files.

use leptos::prelude::*;

use super::file_name;
use super::summary::dateline;
use crate::browser::{address, clock, files, frame, paper, share, spawn};
use crate::components::field::{Kind, field};
use crate::components::folded::folded;
use crate::components::own_tab::FrameNote;
use crate::components::qr::Qr;
use crate::domain::plan::{SHORT_TEXT, shortened};
use crate::domain::record::Record;
use crate::export::{csv, picture, text};
use crate::markup::{CollectMarkup, IntoMarkup, IntoValue, Markup, view};
use crate::screen::Screen;
use crate::session::{Session, Which};

/// What is shown of how it went.
#[derive(Clone)]
enum Outcome {
    Copied,
    /// Not copied; this was to be.
    NotCopied(String),
    NotOffered,
    NotPrinted,
}

/// The result as it is at that moment, label and plan included, and what came of handing it over.
#[derive(Clone, Copy)]
struct Subject {
    session: Session,
    which: Option<Which>,
    record: StoredValue<Record>,
    outcome: RwSignal<Option<Outcome>>,
}

impl Subject {
    fn record(self) -> Record {
        let kept = self.which.and_then(|which| untrack(|| self.session.result(which)));
        kept.unwrap_or_else(|| self.record.get_value())
    }

    fn link(self) -> Option<String> {
        address::link(&Screen::Shared(self.record().code().into()).fragment())
    }

    /// The lines for a mail or a chat; with the code where there is no link.
    fn lines(self) -> String {
        let record = self.record();
        let day = clock::day_of(&record, self.session.language());
        let link = self.link().unwrap_or_else(|| record.code().to_string());
        text::write(&record, self.session.words(), &day, &link)
    }

    fn picture(self) -> String {
        let record = self.record();
        picture::write(&record, self.session.words(), &dateline(self.session, &record))
    }

    fn copy(self, text: String) {
        spawn(async move {
            let copied = share::copy(&text).await;
            self.outcome.set(Some(if copied { Outcome::Copied } else { Outcome::NotCopied(text) }));
        });
    }

    fn download(self, ending: &str, kind: &str, text: &str) {
        let name = format!("{}.{ending}", file_name(self.session, &self.record()));
        let failed = files::download(&name, kind, text).is_err();
        self.outcome.set(failed.then_some(Outcome::NotOffered));
    }

    fn download_png(self) {
        let name = format!("{}.png", file_name(self.session, &self.record()));
        let failed = move || self.outcome.set(Some(Outcome::NotOffered));
        self.outcome.set(None);
        files::download_png(&name, &self.picture(), picture::SIZE, failed);
    }

    fn print(self) {
        let begun = paper::print();
        // Outside a frame nobody forbids it, and some browsers say nothing of it.
        self.outcome.set((!begun && frame::is_framed()).then_some(Outcome::NotPrinted));
    }

    fn run(self, action: &str) {
        match action {
            "export-json" => self.download("json", "application/json", &self.record().write()),
            "export-csv" => {
                self.download("csv", "text/csv;charset=utf-8", &csv::write(&self.record(), self.session.words()));
            }
            "export-svg" => self.download("svg", "image/svg+xml", &self.picture()),
            "export-png" => self.download_png(),
            "print" => self.print(),
            "copy-link" => self.copy(self.link().unwrap_or_default()),
            "copy-code" => self.copy(self.record().code().to_string()),
            "copy-text" => self.copy(self.lines()),
            _ => spawn(async move { share::share(&self.lines()).await }),
        }
    }

    /// Controls for these actions, where the browser has them.
    fn buttons(self, actions: &[(&'static str, &'static str)]) -> Markup {
        let there = |action: &str| match action {
            "share" => share::can_share(),
            // Outside a browser the page is drawn as it is on a site.
            "copy-link" => cfg!(not(target_arch = "wasm32")) || self.link().is_some(),
            _ => true,
        };
        let button = |(action, text): (&'static str, &'static str)| {
            view! {
                <button type="button" class="quiet" data-action=action on:click=move |_| self.run(action)>{text}</button>
            }
        };
        let buttons = actions.iter().copied().filter(|(action, _)| there(action)).map(button);
        view! { <p class="row">{buttons.collect_markup()}</p> }.anew()
    }

    fn outcome(self) -> Markup {
        let words = self.session.words().handing();
        match self.outcome.get() {
            None => ().anew(),
            Some(Outcome::Copied) => view! { <p>{words.copied}</p> }.anew(),
            Some(Outcome::NotOffered) => view! { <p>{words.not_offered}</p> }.anew(),
            Some(Outcome::NotPrinted) => {
                view! { <p class="warning">{self.session.language().place().no_print}</p> }.anew()
            }
            Some(Outcome::NotCopied(text)) => view! {
                <p>{words.not_copied}</p>
                <textarea rows="4" readonly aria-label=words.not_copied>{text}</textarea>
            }
            .anew(),
        }
    }
}

/// The controls.
pub fn handing(session: Session, record: &Record, which: Option<Which>) -> Markup {
    let words = session.words().handing();
    let code = record.code();
    let subject = Subject { session, which, record: StoredValue::new(record.clone()), outcome: RwSignal::new(None) };
    let send = [
        ("copy-link", words.copy_link),
        ("copy-text", words.copy_text),
        ("copy-code", words.copy_code),
        ("share", words.share),
    ];
    let keep =
        [("export-json", words.file), ("export-csv", words.csv), ("export-png", words.png), ("export-svg", words.svg)];
    view! {
        {which.map(|which| label(session, which))}
        {subject.buttons(&[("print", words.print)])}
        <h3>{words.send}</h3>
        {subject.buttons(&send)}
        <p>
            {words.code}<br/>
            <output class="code" data-code=code.to_string()>{code.to_string()}</output><br/>
            <span class="small">{words.code_note}</span>
        </p>
        {folded(Some("scanned"), words.show_qr, move || view! { <Qr code/> })}
        <h3>{words.keep}</h3>
        {subject.buttons(&keep)}
        <FrameNote/>
        <div role="status" data-handed="">{move || subject.outcome()}</div>
    }
    .anew()
}

/// What the person calls the result.
fn label(session: Session, which: Which) -> Markup {
    let words = session.words().handing();
    let value = move || session.result(which).map(|result| result.label).unwrap_or_default();
    let change = move |text: String| {
        session.change_result(which, |label, _| *label = shortened(&text, SHORT_TEXT));
    };
    view! {
        <div>
            {field(Kind::Text, words.label, "label".to_owned(), value.into_value(), change)}
            <p class="small">{words.label_note}</p>
        </div>
    }
    .anew()
}
