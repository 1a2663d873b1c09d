//! The ways in: a pasted text, files, one's own result; and what came of them.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::components::files::{FileField, dropped};
use crate::components::import_lines::import_lines;
use crate::domain::code;
use crate::markup::{CollectMarkup, IntoMarkup, Markup, view};
use crate::session::{Gathered, Session};

/// How many faulty codes are named.
const SLIPS: usize = 10;

pub fn gather(session: Session) -> Markup {
    let words = session.further().table;
    let text = session.text_to_add();
    let add = move |_| session.gather_text(&text.get_untracked(), words.pasted);
    let take = Callback::new(move |files| session.gather_files(files));
    let reading = Memo::new(move |_| session.progress().is_some());
    view! {
        <section class="import gather" on:dragover=|event: DragEvent| event.prevent_default() on:drop=move |event| dropped(&event, take)>
            <h2>{words.gather}</h2>
            <div class="stack">
                <label class="field">
                    <span>{words.paste}</span>
                    <textarea
                        name="team-text"
                        rows="4"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || text.get()
                        on:input=move |event| text.set(event_target_value(&event))
                    ></textarea>
                </label>
                <p class="row">
                    <button type="button" data-action="add-to-team" disabled=reading on:click=add>{words.add}</button>
                    <FileField name="team-files" disabled=reading take/>
                    {move || session.own_result().map(|own| own_button(session, own))}
                </p>
            </div>
            <p class="small">{words.paste_note}</p>
            {move || reading.get().then(|| progress(session))}
            <div role="status" class="stack">{move || session.gathered().map(|gathered| report(session, &gathered))}{move || undo(session)}</div>
        </section>
    }
}

fn own_button(session: Session, own: crate::domain::record::Record) -> Markup {
    let add = move |_| session.gather([own.clone()]);
    view! { <button type="button" class="quiet" data-action="add-own" on:click=add>{session.further().table.add_own}</button> }
}

fn progress(session: Session) -> Markup {
    let words = session.further().table;
    let stop = move |_| {
        session.stop_gathering();
        page::focus_later(&["[name=team-text]"]);
    };
    view! {
        <div class="reading row">
            <label>{words.reading}" "<progress max="1" prop:value=move || session.progress().unwrap_or(0.0)></progress></label>
            <button type="button" class="quiet" data-action="stop" on:click=stop>{words.stop}</button>
        </div>
    }
}

fn report(session: Session, gathered: &Gathered) -> Markup {
    let words = session.further().table;
    let added = gathered.added;
    let nothing = added.new + added.known == 0;
    let notes: Vec<String> =
        gathered.files.iter().flat_map(|(name, import)| import_lines(session, name, import)).collect();
    let said = match (nothing, notes.is_empty() && gathered.slips.is_empty()) {
        (false, _) => Some((words.added)(added)),
        (true, true) => Some(words.nothing_found.to_owned()),
        (true, false) => None,
    };
    let notes = (!notes.is_empty()).then(|| {
        view! { <ul class="looks">{notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_markup()}</ul> }
    });
    view! {
        <div class="panel" data-notice="gathered" data-new=added.new data-known=added.known>
            {said.map(|said| view! { <p>{said}</p> })}
            {notes}
            {slips(session, &gathered.slips)}
        </div>
    }
}

/// What looks like a code but is none.
pub fn slips(session: Session, slips: &[(String, code::Fault)]) -> Markup {
    let words = session.words();
    let line = |(written, fault): &(String, code::Fault)| {
        let text = (words.table().slip)(written, &(words.sharing.bad_code)(*fault));
        view! { <li>{text}</li> }
    };
    let rest = slips.len().saturating_sub(SLIPS);
    let rest = (rest > 0).then(|| view! { <li>{(words.handing().more_notes)(words.table().pasted, rest)}</li> });
    (!slips.is_empty())
        .then(|| view! { <ul class="looks" data-fault="code">{slips.iter().take(SLIPS).map(line).collect_markup()}{rest}</ul> })
        .into_markup()
}

fn undo(session: Session) -> Option<Markup> {
    let undo = move |_| session.undo_team();
    session.can_undo_team().then(|| {
        view! {
            <p class="row">
                <button type="button" class="quiet" data-action="undo" on:click=undo>{session.further().table.undo}</button>
            </p>
        }
    })
}
