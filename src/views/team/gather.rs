//! The ways in: a pasted text, files, one's own result; and what came of them.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use crate::components::files::{FileField, dropped};
use crate::components::import_lines::{import_lines, slips};
use crate::platform::focus;
use crate::state::{Gathered, Session, Source};
use duet_domain::team::RepeatedCode;

/// How many codes that came more than once are named.
const REPEATS: usize = 20;

pub fn gather(session: Session) -> AnyView {
    let words = session.language().team();
    let text = session.team.pasted;
    let add = move |_| session.team.read_text(&text.get_untracked(), words.pasted);
    let take = Callback::new(move |files| session.team.read_files(files));
    let reading = Memo::new(move |_| session.team.progress.get().is_some());
    view! {
        <section class="import gather" on:dragover=|event: DragEvent| event.prevent_default() on:drop=move |event| dropped(&event, take)>
            <h2>{words.gather}</h2>
            <div class="stack">
                <label class="field">
                    <span>{words.paste}</span>
                    <textarea
                        name="team-text"
                    translate="no"
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
                    {move || session.results.own().map(|own| own_button(session, own))}
                </p>
            </div>
            <p class="small">{words.paste_note}</p>
            {move || reading.get().then(|| progress(session))}
            <div role="status" class="stack">
                {move || session.team.gathered.get().map(|gathered| report(session, &gathered))}
                {move || repeated(session, Source::Own)}
                {move || undo(session)}
            </div>
        </section>
    }.into_any()
}

fn own_button(session: Session, own: duet_domain::record::Record) -> AnyView {
    let add = move |_| session.team.add([own.clone()]);
    view! { <button type="button" class="quiet" data-action="add-own" on:click=add>{session.language().team().add_own}</button> }.into_any()
}

fn progress(session: Session) -> AnyView {
    let words = session.language().team();
    let stop = move |_| {
        session.team.stop_reading();
        focus::set_later(&["[name=team-text]"]);
    };
    view! {
        <div class="reading row">
            <label>{words.reading}" "<progress max="1" prop:value=move || session.team.progress.get().unwrap_or(0.0)></progress></label>
            <button type="button" class="quiet" data-action="stop" on:click=stop>{words.stop}</button>
        </div>
    }.into_any()
}

fn report(session: Session, gathered: &Gathered) -> AnyView {
    let words = session.language().team();
    let added = &gathered.added;
    let nothing = added.new + added.known == 0;
    let notes: Vec<AnyView> =
        gathered.files.iter().flat_map(|(name, import)| import_lines(session, name, import)).collect();
    let has_slips = gathered.files.iter().any(|(_, import)| !import.broken_codes.is_empty());
    let said = match (nothing, notes.is_empty() && !has_slips) {
        (false, _) => Some((words.added)(added)),
        (true, true) => Some(words.nothing_found.to_owned()),
        (true, false) => None,
    };
    let fault = (nothing || gathered.files.iter().any(|(_, import)| !import.errors.is_empty())).then_some("gathered");
    let notes = (!notes.is_empty()).then(|| {
        view! { <ul class="looks">{notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}</ul> }
    });
    let rest = gathered.rest.then(|| {
        let clear = move |_| {
            session.team.clear_pasted();
            focus::set_later(&["[name=team-text]"]);
        };
        view! {
            <p class="row">
                <span>{words.rest_stays}</span>
                <button type="button" class="quiet" data-action="clear-text" on:click=clear>{words.clear_text}</button>
            </p>
        }
    });
    view! {
        <div class="panel" data-notice="gathered" data-new=added.new data-known=added.known data-fault=fault>
            {said.map(|said| view! { <p>{said}</p> })}
            {notes}
            {slips(session, &gathered.files)}
            {rest}
        </div>
    }
    .into_any()
}

/// Equal codes: how many people they are is for a person to say, once for all of them.
pub fn repeated(session: Session, source: Source) -> Option<AnyView> {
    let words = session.language().team();
    let repeats = session.team.of(source).repeated_codes();
    let codes: usize = repeats.iter().map(|repeat| repeat.times).sum();
    let said = repeats_said(session, &repeats);
    let apart = repeats.iter().all(|repeat| repeat.people >= repeat.times);
    let choice = move |several: bool, action: &'static str, text: String| {
        let pressed = if apart == several { "true" } else { "false" };
        view! {
            <button type="button" class="quiet" data-action=action aria-pressed=pressed on:click=move |_| {
                session.team.tell_apart(several);
                focus::set_later(if several { &["[data-action=several-people]"] } else { &["[data-action=one-person]"] });
            }>{text}</button>
        }
    };
    (!repeats.is_empty()).then(|| {
        view! {
            <div class="panel" data-notice="repeated">
                {said}
                <p class="row">
                    {choice(false, "one-person", words.one_person.to_owned())}
                    {choice(true, "several-people", (words.several_people)(codes))}
                </p>
            </div>
        }
        .into_any()
    })
}

/// Which codes are equal to others, and for how many people they are taken.
pub fn repeats_said(session: Session, repeats: &[RepeatedCode]) -> AnyView {
    let sum = |of: fn(&RepeatedCode) -> usize| repeats.iter().map(of).sum();
    let text = (session.language().team().repeated)(sum(|repeat| repeat.times), sum(|repeat| repeat.people));
    let codes = repeats.iter().take(REPEATS).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let more = if repeats.len() > REPEATS { ", …" } else { "" };
    view! { <p data-repeated="">{text}" "<span translate="no">{codes}{more}</span></p> }.into_any()
}

fn undo(session: Session) -> Option<AnyView> {
    let undo = move |_| session.team.undo();
    session.team.can_undo().then(|| {
        view! {
            <p class="row">
                <button type="button" class="quiet" data-action="undo" on:click=undo>{session.language().team().undo}</button>
            </p>
        }.into_any()
    })
}
