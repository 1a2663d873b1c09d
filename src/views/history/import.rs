//! Results from elsewhere: from files, chosen or dropped, shown with everything that is wrong and added to the history only when
//! the person says so; and from a code or a link typed or pasted.

use leptos::prelude::*;

use leptos::web_sys::File;

use crate::components::enter;
use crate::components::field::{Kind, field};
use crate::components::files::{FileField, dropped};
use crate::components::import_lines::{import_lines, slips};
use crate::platform::{clock, files, spawn};
use crate::route::Screen;
use crate::state::Session;
use duet_domain::history::Merged;
use duet_domain::import::{Import as Read, read};
use duet_domain::record::Record;

/// What came of the last files.
#[derive(Clone)]
enum Outcome {
    /// They were read; by the names of the files.
    Found(Vec<(String, Read)>),
    /// Their results were added.
    Added(Merged),
}

/// The ways in, and what came of them.
#[component]
pub fn Import() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().handing();
    let outcome = RwSignal::new(None::<Outcome>);
    let take = Callback::new(move |files: Vec<File>| {
        spawn(async move {
            let mut found = Vec::new();
            for file in files {
                let text = files::text(&file).await;
                let import = text.map_or_else(Read::failed, |text| read(&text, &clock::today()).for_history());
                found.push((file.name(), import));
            }
            outcome.set(Some(Outcome::Found(found)));
        });
    });
    view! {
        <section class="import" on:dragover=|event| event.prevent_default() on:drop=move |event| dropped(&event, take)>
            <h2>{words.import}</h2>
            <p class="small">{words.import_note}</p>
            <p>
                <FileField name="import" take/>
            </p>
            <div role="status">{move || outcome.get().map(|what| shown(session, what, outcome))}</div>
            {by_code(session)}
        </section>
    }
    .into_any()
}

fn shown(session: Session, what: Outcome, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    match what {
        Outcome::Found(files) => found(session, files, outcome),
        Outcome::Added(added) => report(session, added, outcome),
    }
}

/// What was found in the files, and the question what to do with it.
fn found(session: Session, files: Vec<(String, Read)>, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    let words = session.language().handing();
    let lines: Vec<AnyView> = files.iter().flat_map(|(name, import)| import_lines(session, name, import)).collect();
    let slips = slips(session, &files);
    let results: Vec<Record> = files.into_iter().flat_map(|(_, import)| import.results).collect();
    let yes = (!results.is_empty()).then(|| {
        let results = StoredValue::new(results);
        let add = move |_| outcome.set(Some(Outcome::Added(session.results.add_results(results.get_value()))));
        view! { <button type="button" data-action="add-to-history" on:click=add>{words.add}</button> }
    });
    let no = if yes.is_some() { words.cancel } else { session.language().saving().close };
    view! {
        <div class="panel" data-notice="import">
            <ul class="looks">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {slips}
            <p class="row">
                {yes}
                <button type="button" class="quiet" data-action="close" on:click=move |_| outcome.set(None)>{no}</button>
            </p>
        </div>
    }
    .into_any()
}

/// What was added, and the question whether other labels and plans are to take the place of one's own.
fn report(session: Session, added: Merged, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    let words = session.language().handing();
    let text = (words.added)(added.new, added.known);
    let differing = (!added.differing.is_empty()).then(|| {
        let results = StoredValue::new(added.differing);
        let take = move |_| {
            session.results.take_notes(results.get_value());
            outcome.set(None);
        };
        view! {
            <p>{(words.differing)(results.with_value(Vec::len))}</p>
            <p class="row">
                <button type="button" data-action="take-notes" on:click=take>{words.take_notes}</button>
                <button type="button" class="quiet" data-action="close" on:click=move |_| outcome.set(None)>
                    {words.keep_notes}
                </button>
            </p>
        }
    });
    view! { <div class="panel" data-notice="added"><p>{text}</p>{differing}</div> }.into_any()
}

/// A code that somebody has read out, or a link that somebody has sent.
fn by_code(session: Session) -> AnyView {
    let words = session.language().handing();
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let open = move || match Screen::from_link(&typed.get_untracked(), &clock::today()) {
        Ok(screen) => session.go(screen),
        Err(reason) => fault.set(Some((session.language().sharing().bad_code)(reason))),
    };
    view! {
        <div class="by-code" on:keydown=move |event| if enter::sends(&event) { open() }>
            {field(Kind::Text, words.enter_code, "code".to_owned(), typed.into(), move |text| typed.set(text))}
            <button type="button" class="quiet" data-action="open-code" on:click=move |_| open()>{words.open}</button>
        </div>
        <div role="alert">{move || fault.get().map(|fault| view! { <p class="warning" data-fault="code">{fault}</p> })}</div>
    }
    .into_any()
}
