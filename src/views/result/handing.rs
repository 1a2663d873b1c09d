//! Keeping a result and handing it over: print, link, code, files.

use leptos::prelude::*;

use super::file_name;
use super::summary::dateline;
use crate::components::copy::{copy_button, share_button};
use crate::components::field::{Kind, field};
use crate::components::folded::folded;
use crate::components::next_way::{Doubt, next_way};
use crate::components::own_tab::FrameNote;
use crate::components::qr::Qr;
use crate::export::{csv, picture, text};
use crate::platform::{address, clock, files, paper};
use crate::route::Screen;
use crate::state::{Session, Which};
use duet_domain::plan::{MAX_SHORT_TEXT, truncated};
use duet_domain::record::Record;

/// A file that a result can be kept as.
#[derive(Clone, Copy)]
enum File {
    Json,
    Csv,
    Png,
    Svg,
}

impl File {
    const ALL: [Self; 4] = [Self::Json, Self::Csv, Self::Png, Self::Svg];

    /// The hook of its button.
    const fn action(self) -> &'static str {
        match self {
            Self::Json => "export-json",
            Self::Csv => "export-csv",
            Self::Png => "export-png",
            Self::Svg => "export-svg",
        }
    }

    /// The ending of its name and its type.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("json", "application/json"),
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
            Self::Png => ("png", "image/png"),
            Self::Svg => ("svg", "image/svg+xml"),
        }
    }
}

/// The result as it is at that moment, label and plan included.
#[derive(Clone, Copy)]
struct Subject {
    session: Session,
    which: Option<Which>,
    record: StoredValue<Record>,
}

impl Subject {
    fn record(self) -> Record {
        let kept = self.which.and_then(|which| self.session.results.result(which));
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
        text::write(&record, self.session.language(), &day, &link)
    }

    fn picture(self) -> String {
        let record = self.record();
        picture::write(&record, self.session.language(), &dateline(self.session, &record))
    }

    /// Offers a file, and says what to do should nothing come of it.
    fn save(self, file: File, doubt: RwSignal<Option<Doubt>>) {
        let (ending, kind) = file.kind();
        let name = format!("{}.{ending}", file_name(self.session, &self.record()));
        let text = match file {
            File::Json => self.record().write(),
            File::Csv => csv::write(&self.record(), self.session.language()),
            File::Svg => self.picture(),
            File::Png => {
                let failed = move || doubt.set(Some(Doubt::of_file(false, None)));
                doubt.set(Some(Doubt::of_file(true, None)));
                return files::download_png(&name, &self.picture(), picture::SIZE, failed);
            }
        };
        let offered = files::download(&name, kind, &text).is_ok();
        doubt.set(Some(Doubt::of_file(offered, Some(text))));
    }

    /// The way to a printer, and what to do where there is none.
    fn printing(self) -> AnyView {
        let doubt = RwSignal::new(None);
        let print = move |_| doubt.set(Doubt::of_print(paper::print(), Some(untrack(|| self.lines()))));
        view! {
            <p class="row">
                <button type="button" class="quiet" data-action="print" on:click=print>{self.session.language().handing().print}</button>
            </p>
            {next_way(self.session, doubt, Signal::derive(move || self.link()))}
        }.into_any()
    }

    /// The ways to other people.
    fn sending(self) -> AnyView {
        let words = self.session.language().handing();
        let lines = Signal::derive(move || self.lines());
        // Outside a browser the page is drawn as it is on a site.
        let has_link = cfg!(not(target_arch = "wasm32")) || untrack(|| self.link()).is_some();
        let link = has_link.then(|| {
            copy_button(
                self.session,
                "copy-link",
                words.copy_link,
                Signal::derive(move || self.link().unwrap_or_default()),
            )
        });
        let code = Signal::derive(move || self.record().code().to_string());
        view! {
            <div class="row">
                {link}
                {copy_button(self.session, "copy-text", words.copy_text, lines)}
                {copy_button(self.session, "copy-code", words.copy_code, code)}
                {share_button(self.session, lines)}
            </div>
        }
        .into_any()
    }

    /// The files.
    fn keeping(self) -> AnyView {
        let words = self.session.language().handing();
        let doubt = RwSignal::new(None);
        let button = |file: File| {
            let label = match file {
                File::Json => words.file,
                File::Csv => words.csv,
                File::Png => words.png,
                File::Svg => words.svg,
            };
            let save = move |_| untrack(|| self.save(file, doubt));
            view! { <button type="button" class="quiet" data-action=file.action() on:click=save>{label}</button> }
        };
        view! {
            <p class="row">{File::ALL.map(button).collect_view()}</p>
            {next_way(self.session, doubt, Signal::derive(move || self.link()))}
        }
        .into_any()
    }
}

/// The controls.
pub fn handing(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    let words = session.language().handing();
    let code = record.code();
    let subject = Subject { session, which, record: StoredValue::new(record.clone()) };
    view! {
        {which.map(|which| label(session, which))}
        {subject.printing()}
        <h3>{words.send}</h3>
        {subject.sending()}
        <p>
            {words.code}<br/>
            <output class="code" translate="no" data-code=code.to_string()>{code.to_string()}</output><br/>
            <span class="small">{words.code_note}</span>
        </p>
        {folded(Some("scanned"), words.show_qr, move || view! { <Qr code/> })}
        <h3>{words.keep}</h3>
        {subject.keeping()}
        <FrameNote/>
    }
    .into_any()
}

/// What the person calls the result.
fn label(session: Session, which: Which) -> AnyView {
    let words = session.language().handing();
    let value = move || session.results.result(which).map(|result| result.label).unwrap_or_default();
    let change = move |text: String| {
        session.results.change_result(which, |label, _| *label = truncated(&text, MAX_SHORT_TEXT));
    };
    view! {
        <div>
            {field(Kind::Text, words.label, "label".to_owned(), Signal::derive(value), change)}
            <p class="small">{words.label_note}</p>
        </div>
    }
    .into_any()
}
