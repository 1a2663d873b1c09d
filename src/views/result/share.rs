//! Sharing and exporting a result: print, link, text, code, QR code, files.

use leptos::prelude::*;

use super::file_name;
use super::summary::dateline;
use crate::components::copy::{Prominence, copy_button, share_button};
use crate::components::disclosure::disclosure;
use crate::components::fallback::{Fallback, fallback_panel};
use crate::components::field::{Kind, field};
use crate::components::qr::QrOf;
use crate::components::radio::radio;
use crate::export::{csv, picture, text};
use crate::platform::{address, clock, files, print, share};
use crate::route::Screen;
use crate::state::{ResultId, Session};
use duet_domain::invitation::Inviter;
use duet_domain::plan::{MAX_SHORT_TEXT, Plan, truncated};
use duet_domain::record::Record;
use duet_domain::summary::{ResultSummary, Summary};

/// A file format for a result.
#[derive(Clone, Copy)]
enum File {
    Json,
    Csv,
    Png,
    Svg,
}

impl File {
    /// Without answers.
    const PICTURES: [Self; 2] = [Self::Png, Self::Svg];
    /// With all answers.
    const WHOLE: [Self; 2] = [Self::Json, Self::Csv];

    /// The `data-action` of its button.
    const fn action(self) -> &'static str {
        match self {
            Self::Json => "export-json",
            Self::Csv => "export-csv",
            Self::Png => "export-png",
            Self::Svg => "export-svg",
        }
    }

    /// The file extension and the MIME type.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("json", "application/json"),
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
            Self::Png => ("png", "image/png"),
            Self::Svg => ("svg", "image/svg+xml"),
        }
    }
}

/// Exports the result as it is at that moment, with label and plan.
#[derive(Clone, Copy)]
struct ResultExport {
    session: Session,
    id: Option<ResultId>,
    record: StoredValue<Record>,
    /// Whether a summary is sent, without answers.
    only_summary: RwSignal<bool>,
    /// Whether the plan is in the summary.
    with_plan: RwSignal<bool>,
    /// Name of the sender; may be empty.
    from: RwSignal<String>,
}

impl ResultExport {
    fn record(self) -> Record {
        let recorded = self.id.and_then(|id| self.session.results.result(id));
        recorded.unwrap_or_else(|| self.record.get_value())
    }

    /// The link to the result, or to its summary. None if the page has no address that others can open, and for a summary with a plan too
    /// long for a link.
    fn link(self) -> Option<String> {
        let from = self.from.read();
        if self.only_summary.get() {
            let summary = ResultSummary::of(&self.record(), &from, self.with_plan.get()).map(Summary::Result);
            return summary.filter(Summary::fits_link).and_then(|summary| address::link(&summary.encode()));
        }
        let sender = Inviter::new(&from, "");
        let sender = if sender.name.is_empty() { String::new() } else { sender.parameters() };
        address::link(&format!("{}{sender}", Screen::Shared(self.record().code().into()).fragment()))
    }

    /// The text for a mail or a chat, with the code in place of a link if there is none.
    fn summary_text(self) -> String {
        let record = self.record();
        let day = clock::day_of(&record, self.session.language());
        let link = self.link();
        if self.only_summary.get() {
            let record = Record { plan: if self.with_plan.get() { record.plan } else { Plan::default() }, ..record };
            return text::write_summary(&record, self.session.language(), &day, &link.unwrap_or_default());
        }
        let link = link.unwrap_or_else(|| record.code().to_string());
        text::write(&record, self.session.language(), &day, &link)
    }

    fn picture(self) -> String {
        let record = self.record();
        picture::write(&record, self.session.language(), &dateline(self.session, &record))
    }

    /// Starts the download of a file and shows the fallback.
    fn save(self, file: File, fallback: RwSignal<Option<Fallback>>) {
        let (extension, kind) = file.kind();
        let name = format!("{}.{extension}", file_name(self.session, &self.record()));
        let text = match file {
            File::Json => self.record().write(),
            File::Csv => csv::write(&self.record(), self.session.language()),
            File::Svg => self.picture(),
            File::Png => {
                let failed = move || fallback.set(Some(Fallback::for_file(false, None)));
                fallback.set(Some(Fallback::for_file(true, None)));
                return files::download_png(&name, &self.picture(), picture::SIZE, failed);
            }
        };
        let started = files::download(&name, kind, &text).is_ok();
        fallback.set(Some(Fallback::for_file(started, Some(text))));
    }

    /// The primary button and its fallback: the share sheet where a finger points, printing elsewhere.
    fn primary(self) -> AnyView {
        if share::prefers_share() {
            self.share_button(Prominence::Primary)
        } else {
            self.print_button(Prominence::Primary)
        }
    }

    /// The other of the two.
    fn secondary(self) -> AnyView {
        if share::prefers_share() { self.print_button(Prominence::Quiet) } else { self.share_button(Prominence::Quiet) }
    }

    fn share_button(self, prominence: Prominence) -> AnyView {
        let text = Signal::derive(move || self.summary_text());
        share_button(self.session, "share", self.session.language().transfer().share, prominence, text)
    }

    fn print_button(self, prominence: Prominence) -> AnyView {
        let fallback = RwSignal::new(None);
        let print = move |_| fallback.set(Fallback::for_print(print::print(), Some(untrack(|| self.summary_text()))));
        view! {
            <button type="button" class=prominence.class() data-action="print" on:click=print>{self.session.language().transfer().print}</button>
            {fallback_panel(self.session, fallback, Signal::derive(move || self.link()))}
        }.into_any()
    }

    /// The buttons that copy the result.
    fn copy_buttons(self) -> AnyView {
        let words = self.session.language().transfer();
        // Static rendering includes the button, as on a host.
        let has_link = cfg!(not(target_arch = "wasm32")) || untrack(|| self.link()).is_some();
        let button = move |action, label, text| copy_button(self.session, action, label, Prominence::Quiet, text);
        let link = Signal::derive(move || self.link().unwrap_or_default());
        view! {
            {has_link.then(|| button("copy-link", words.copy_link, link))}
            {button("copy-text", words.copy_text, Signal::derive(move || self.summary_text()))}
            {move || (!self.only_summary.get()).then(|| {
                button("copy-code", words.copy_code, Signal::derive(move || self.record().code().to_string()))
            })}
        }
        .into_any()
    }

    /// The choice between the summary and all answers, and the name of the sender.
    fn what_to_send(self) -> AnyView {
        let words = self.session.language().summary();
        let choice = |summary: bool, key: &'static str, text: &'static str| {
            let chosen = move || self.only_summary.get() == summary;
            radio("choice", "what-to-send", key, text.to_owned(), chosen, move || self.only_summary.set(summary))
        };
        let note = move || if self.only_summary.get() { words.only_summary_note } else { words.all_answers_note };
        let with_plan = move || {
            self.only_summary.get().then(|| {
                view! {
                    <label class="tick">
                        <input
                            type="checkbox"
                            name="with-plan"
                            autocomplete="off"
                            prop:checked=move || self.with_plan.get()
                            on:change=move |event| self.with_plan.set(event_target_checked(&event))
                        />
                        <span>{words.with_plan}</span>
                    </label>
                }
            })
        };
        let too_long = move || {
            let is_too_long = self.only_summary.get() && address::link("").is_some() && self.link().is_none();
            is_too_long.then(|| view! { <p class="warning">{words.too_long}</p> })
        };
        let from = self.from;
        view! {
            <fieldset class="ticks-in-row">
                <legend>{words.what}</legend>
                {choice(false, "all", words.all_answers)}
                {choice(true, "summary", words.only_summary)}
            </fieldset>
            <p class="small">{note}</p>
            <div>{with_plan}</div>
            <div role="status">{too_long}</div>
            {field(Kind::Text, words.from, "sender".to_owned(), from.into(), move |text| from.set(text))}
        }
        .into_any()
    }

    /// The download buttons and their fallback.
    fn download_buttons(self) -> AnyView {
        let words = self.session.language().transfer();
        let fallback = RwSignal::new(None);
        let button = move |file: File| {
            let label = match file {
                File::Json => words.file,
                File::Csv => words.csv,
                File::Png => words.png,
                File::Svg => words.svg,
            };
            let save = move |_| untrack(|| self.save(file, fallback));
            view! { <button type="button" class="quiet" data-action=file.action() on:click=save>{label}</button> }
        };
        view! {
            <p class="row">{File::PICTURES.map(button).collect_view()}</p>
            {move || (!self.only_summary.get()).then(|| view! { <p class="row">{File::WHOLE.map(button).collect_view()}</p> })}
            {fallback_panel(self.session, fallback, Signal::derive(move || self.link()))}
        }
        .into_any()
    }
}

/// All controls for sharing and exporting a result: one button, and a menu with the other ways.
pub fn share(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let words = session.language().transfer();
    let code = record.code();
    let export = ResultExport {
        session,
        id,
        record: StoredValue::new(record.clone()),
        only_summary: RwSignal::new(false),
        with_plan: RwSignal::new(false),
        from: RwSignal::new(String::new()),
    };
    view! {
        <div class="row">{export.primary()}</div>
        <details class="menu">
            <summary>{words.more_ways}</summary>
            <div class="stack">
                {id.map(|id| label(session, id))}
                {export.what_to_send()}
                <div class="row">
                    {export.secondary()}
                    // New buttons for another choice: those before may still say that they have copied something else.
                    {move || {
                        export.only_summary.track();
                        export.with_plan.track();
                        untrack(|| export.copy_buttons())
                    }}
                </div>
                {move || (!export.only_summary.get()).then(|| view! {
                    <p>
                        {words.code}<br/>
                        <output class="code" translate="no" data-code=code.to_string()>{code.to_string()}</output><br/>
                        <span class="small">{words.code_note}</span>
                    </p>
                })}
                {disclosure(Some("scanned"), words.show_qr, move || move || {
                    let code = (!export.only_summary.get()).then(|| code.to_string());
                    export.link().or(code).map(|text| view! { <QrOf text/> })
                })}
                <h3>{words.keep}</h3>
                {export.download_buttons()}
            </div>
        </details>
    }
    .into_any()
}

/// The field for the label of the result.
fn label(session: Session, id: ResultId) -> AnyView {
    let words = session.language().transfer();
    let value = move || session.results.result(id).map(|result| result.label).unwrap_or_default();
    let change = move |text: String| {
        session.results.change_result(id, |label, _| *label = truncated(&text, MAX_SHORT_TEXT));
    };
    view! {
        <div>
            {field(Kind::Text, words.label, "label".to_owned(), Signal::derive(value), change)}
            <p class="small">{words.label_note}</p>
        </div>
    }
    .into_any()
}
