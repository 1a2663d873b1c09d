//! Importing results into the history from files, with all errors, after confirmation; and opening a result by its code or link.

use leptos::prelude::*;

use leptos::web_sys::File;

use crate::components::enter;
use crate::components::field::{Kind, field};
use crate::components::files::{FileField, dropped};
use crate::components::import_lines::{broken_codes, import_lines};
use crate::platform::{clock, files, spawn};
use crate::route::Screen;
use crate::state::Session;
use duet_domain::history::Merged;
use duet_domain::import::{Import as Read, read};
use duet_domain::record::Record;

/// The state of the last import.
#[derive(Clone)]
enum ImportState {
    /// The files were read, and the person is asked to confirm. Each with its name.
    Found(Vec<(String, Read)>),
    /// The results were added.
    Added(Merged),
}

/// The import of files, and the field for a code.
#[component]
pub fn Import() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().transfer();
    let state = RwSignal::new(None::<ImportState>);
    let take = Callback::new(move |files: Vec<File>| {
        spawn(async move {
            let mut found = Vec::new();
            for file in files {
                let text = files::read_text(&file).await;
                let import = text.map_or_else(Read::failed, |text| read(&text, &clock::today()).for_history());
                found.push((file.name(), import));
            }
            state.set(Some(ImportState::Found(found)));
        });
    });
    view! {
        <section class="import" on:dragover=|event| event.prevent_default() on:drop=move |event| dropped(&event, take)>
            <h2>{words.import}</h2>
            <p class="small">{words.import_note}</p>
            <p>
                <FileField name="import" take/>
            </p>
            <div role="status">{move || state.get().map(|current| shown(session, current, state))}</div>
            {by_code(session)}
        </section>
    }
    .into_any()
}

fn shown(session: Session, current: ImportState, state: RwSignal<Option<ImportState>>) -> AnyView {
    match current {
        ImportState::Found(files) => found(session, files, state),
        ImportState::Added(added) => report(session, added, state),
    }
}

/// What was found in the files, and the question whether to add it.
fn found(session: Session, files: Vec<(String, Read)>, state: RwSignal<Option<ImportState>>) -> AnyView {
    let words = session.language().transfer();
    let lines: Vec<AnyView> = files.iter().flat_map(|(name, import)| import_lines(session, name, import)).collect();
    let broken_codes = broken_codes(session, &files);
    let results: Vec<Record> = files.into_iter().flat_map(|(_, import)| import.results).collect();
    let yes = (!results.is_empty()).then(|| {
        let results = StoredValue::new(results);
        let add = move |_| state.set(Some(ImportState::Added(session.results.add_results(results.get_value()))));
        view! { <button type="button" data-action="add-to-history" on:click=add>{words.add}</button> }
    });
    let no = if yes.is_some() { words.cancel } else { session.language().quarantine().close };
    view! {
        <div class="panel" data-notice="import">
            <ul class="looks">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {broken_codes}
            <p class="row">
                {yes}
                <button type="button" class="quiet" data-action="close" on:click=move |_| state.set(None)>{no}</button>
            </p>
        </div>
    }
    .into_any()
}

/// What was added, and the question whether imported labels and plans replace those of the history.
fn report(session: Session, added: Merged, state: RwSignal<Option<ImportState>>) -> AnyView {
    let words = session.language().transfer();
    let text = (words.added)(added.new, added.known);
    let differing = (!added.differing.is_empty()).then(|| {
        let results = StoredValue::new(added.differing);
        let take = move |_| {
            session.results.replace_notes(results.get_value());
            state.set(None);
        };
        view! {
            <p>{(words.differing)(results.with_value(Vec::len))}</p>
            <p class="row">
                <button type="button" data-action="take-notes" on:click=take>{words.replace_notes}</button>
                <button type="button" class="quiet" data-action="close" on:click=move |_| state.set(None)>
                    {words.keep_notes}
                </button>
            </p>
        }
    });
    view! { <div class="panel" data-notice="added"><p>{text}</p>{differing}</div> }.into_any()
}

/// The field for a code or a link, which opens that result.
fn by_code(session: Session) -> AnyView {
    let words = session.language().transfer();
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let open = move || match Screen::from_link(&typed.get_untracked(), &clock::today()) {
        Ok(screen) => session.go(screen),
        Err(reason) => error.set(Some((session.language().sharing().bad_code)(reason))),
    };
    view! {
        <div class="by-code" on:keydown=move |event| if enter::submits(&event) { open() }>
            {field(Kind::Text, words.enter_code, "code".to_owned(), typed.into(), move |text| typed.set(text))}
            <button type="button" class="quiet" data-action="open-code" on:click=move |_| open()>{words.open}</button>
        </div>
        <div role="alert">{move || error.get().map(|error| view! { <p class="warning" data-fault="code">{error}</p> })}</div>
    }
    .into_any()
}
