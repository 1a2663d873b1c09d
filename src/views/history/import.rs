//! Results from files: chosen or dropped, read, shown with everything that is wrong, and added to the history only when the person
//! says so.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::FileList;

use crate::browser::files;
use crate::domain::import::{Fault, Import as Read, read};
use crate::domain::record::Record;
use crate::session::Session;

/// The field for files, and what came of them.
#[component]
pub fn Import() -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().handing;
    let found = RwSignal::new(None::<Vec<(String, Read)>>);
    let added = RwSignal::new(None::<String>);
    let take = move |list: Option<FileList>| {
        let Some(list) = list.filter(|list| list.length() > 0) else { return };
        spawn_local(async move {
            let files = files::read(&list).await.into_iter().map(|(name, text)| {
                let import = text.map_or_else(too_large, |text| read(&text));
                (name, import)
            });
            added.set(None);
            found.set(Some(files.collect()));
        });
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let choose = move |event| {
        let input: leptos::web_sys::HtmlInputElement = event_target(&event);
        take(input.files());
        // The same file may be chosen again, after it was mended.
        input.set_value("");
    };
    let add = move |results: Vec<Record>| {
        let count = results.len();
        let new = session.add_results(results);
        added.set(Some((words.added)(new, count - new)));
        found.set(None);
    };
    view! {
        <section class="import" on:dragover=|event| event.prevent_default() on:drop=drop>
            <h2>{words.import}</h2>
            <label class="field">
                <span class="small">{words.import_note}</span>
                <input type="file" name="import" data-action="import" multiple accept=".json,application/json" on:change=choose/>
            </label>
            <div role="status">
                {move || added.get().map(|text| view! { <p class="notice" data-notice="added"><span>{text}</span></p> })}
                {move || found.get().map(|files| outcome(session, files, add, move || found.set(None)))}
            </div>
        </section>
    }
    .into_any()
}

fn too_large() -> Read {
    Read { faults: vec![Fault::TooLarge], ..Read::default() }
}

/// What was found in the files, and the question what to do with it.
fn outcome(
    session: Session,
    files: Vec<(String, Read)>,
    add: impl Fn(Vec<Record>) + 'static,
    cancel: impl Fn() + 'static,
) -> AnyView {
    let words = session.words().handing;
    let lines: Vec<String> = files.iter().flat_map(|(name, import)| lines(session, name, import)).collect();
    let results: Vec<Record> = files.into_iter().flat_map(|(_, import)| import.results).collect();
    let question = (!results.is_empty()).then(|| view! {
        <p class="row">
            <button type="button" data-action="add-to-history" on:click=move |_| add(results.clone())>{words.add}</button>
            <button type="button" class="quiet" on:click=move |_| cancel()>{words.cancel}</button>
        </p>
    });
    view! {
        <div class="panel" data-notice="import">
            <ul class="looks">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {question}
        </div>
    }
    .into_any()
}

/// How many lines are shown of what is wrong with one file.
const LINES: usize = 20;

fn lines(session: Session, name: &str, import: &Read) -> Vec<String> {
    let words = session.words().handing;
    let read = (!import.results.is_empty()).then(|| (words.read)(name, import.results.len()));
    let wrong = import.faults.iter().map(|fault| (words.refused)(name, fault));
    let odd = import.mismatches.iter().map(|(place, mismatch)| (words.mismatch)(name, *place, mismatch));
    let mut lines: Vec<String> = read.into_iter().chain(wrong).chain(odd).take(LINES).collect();
    let all = import.faults.len() + import.mismatches.len();
    if all >= LINES {
        lines.push(format!("… ({all})"));
    }
    lines
}
