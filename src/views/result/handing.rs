//! Keeping a result and handing it over: file, spreadsheet, code, link, picture, print.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::summary::dateline;
use crate::browser::{address, files, intl, share};
use crate::components::qr::Qr;
use crate::domain::plan::{SHORT_TEXT, shortened};
use crate::domain::record::Record;
use crate::export::{csv, picture, text};
use crate::screen::Screen;
use crate::session::Session;

/// The link that carries a result.
pub fn link(record: &Record) -> String {
    format!("{}{}", address::base(), Screen::Shared(Ok(record.code())).fragment())
}

/// The name of a file with this result, without its ending: `duet-wynik-2026-11-24-64`.
pub fn file_name(session: Session, record: &Record) -> String {
    format!("{}-{}-{}", session.words().handing.file_name, record.completed.date(), record.score().points())
}

/// The controls. What is handed over is the result as it is at that moment, label and plan included.
#[component]
pub fn Handing(record: Record, own: bool) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().handing;
    let code = record.code().to_string();
    let now = StoredValue::new(record);
    let current = move || untrack(|| session.own_result()).filter(|_| own).unwrap_or_else(|| now.get_value());
    let said = RwSignal::new(None::<Result<(), String>>);
    let copy = move |what: String| {
        spawn_local(async move {
            let copied = share::copy(&what).await;
            said.set(Some(if copied { Ok(()) } else { Err(what) }));
        });
    };
    let download = move |ending: &str, kind: &str, text: &str| {
        // A browser that cannot offer files says so itself.
        let _ = files::download(&format!("{}.{ending}", file_name(session, &current())), kind, text);
    };
    let lines = move || {
        let record = current();
        let day = intl::day(&record.completed, session.language());
        text::write(&record, session.language(), &day, &link(&record))
    };
    let svg = move || picture::write(&current(), session.language(), &dateline(session, &current()));
    let actions = [
        ("export-json", words.file),
        ("print", words.print),
        ("copy-link", words.copy_link),
        ("share", words.share),
        ("copy-code", words.copy_code),
        ("copy-text", words.copy_text),
        ("export-csv", words.csv),
        ("export-png", words.png),
        ("export-svg", words.svg),
    ];
    let run = move |action: &str| match action {
        "export-json" => download("json", "application/json", &current().to_json().to_string()),
        "export-csv" => download("csv", "text/csv;charset=utf-8", &csv::write(&current(), session.language())),
        "export-svg" => download("svg", "image/svg+xml", &svg()),
        "export-png" => files::download_png(&format!("{}.png", file_name(session, &current())), &svg(), picture::SIZE),
        "print" => share::print(&file_name(session, &current())),
        "copy-link" => copy(link(&current())),
        "copy-code" => copy(current().code().to_string()),
        "copy-text" => copy(lines()),
        _ => spawn_local(async move {
            share::share("Duet", &lines(), &link(&current())).await;
        }),
    };
    let there = move |action: &str| action != "share" || (cfg!(target_arch = "wasm32") && share::can_share());
    let button = move |(action, text): (&'static str, &'static str)| {
        there(action).then(|| {
            view! {
                <button type="button" class="quiet" data-action=action on:click=move |_| run(action)>{text}</button>
            }
        })
    };
    let answer = move || match said.get() {
        None => ().into_any(),
        Some(Ok(())) => view! { <p>{words.copied}</p> }.into_any(),
        Some(Err(text)) => view! {
            <p>{words.not_copied}</p>
            <textarea rows="4" readonly>{text}</textarea>
        }
        .into_any(),
    };
    view! {
        <h2>{words.title}</h2>
        {own.then(|| view! { <Label/> })}
        <p class="row handing">{actions.map(button).collect_view()}</p>
        <div role="status">{answer}</div>
        <div class="code-and-qr">
            <p>
                {words.code}<br/>
                <output class="code" data-code=code.clone()>{code.clone()}</output><br/>
                <span class="small">{words.code_note}</span>
            </p>
            <Qr record=now.get_value()/>
        </div>
    }
    .into_any()
}

/// What the person calls the result.
#[component]
fn Label() -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().handing;
    let label = move || session.own_result().map(|result| result.label).unwrap_or_default();
    view! {
        <label class="field">
            <b>{words.label}</b>
            <span class="small">{words.label_note}</span>
            <input
                type="text"
                name="label"
                maxlength=SHORT_TEXT
                autocomplete="off"
                prop:value=label
                on:change=move |event| {
                    let label = shortened(&event_target_value(&event), SHORT_TEXT);
                    session.change_plan(|own, _| *own = label);
                }
            />
        </label>
    }
    .into_any()
}
