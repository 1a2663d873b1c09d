//! Collecting results: a field for pasted text, files, the respondent's own result; and the report of the last import.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use crate::components::files::{FileField, dropped};
use crate::components::import_lines::{broken_codes, import_lines};
use crate::platform::focus;
use crate::state::{ImportReport, Session, Source};
use duet_domain::Side;
use duet_domain::team::RepeatedCode;

/// The most repeated codes that are listed.
const MAX_REPEATS: usize = 20;

pub fn import(session: Session) -> AnyView {
    let words = session.language().team();
    let text = session.team.pasted;
    let add = move |_| session.team.import_text(&text.get_untracked(), words.pasted);
    let take = Callback::new(move |files| session.team.import_files(files));
    let reading = Memo::new(move |_| session.team.progress.get().is_some());
    view! {
        <section class="import gather" on:dragover=|event: DragEvent| event.prevent_default() on:drop=move |event| dropped(&event, take)>
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
                    {move || session.results.own_result().map(|own| own_button(session, own))}
                </p>
            </div>
            <p class="small">{words.paste_note}</p>
        </section>
    }.into_any()
}

/// What an import is doing and has found, and questions about it. Above the comparison, because the field may be folded by then.
pub fn status(session: Session) -> AnyView {
    let reading = Memo::new(move |_| session.team.progress.get().is_some());
    view! {
        {move || reading.get().then(|| progress(session))}
        {move || session.team.is_in_tab_only().then(|| view! {
            <p class="warning" role="status" data-team-saved="tab">{session.language().team().in_tab}</p>
        })}
        <div role="status" class="stack">
            {move || session.team.report.get().map(|report| import_report(session, &report))}
            {move || repeated(session, Source::Own)}
            {move || unstated(session)}
            {move || undo(session)}
        </div>
    }
    .into_any()
}

fn own_button(session: Session, own: duet_domain::record::Record) -> AnyView {
    let add = move |_| session.team.add([own.clone()]);
    view! { <button type="button" class="quiet" data-action="add-own" on:click=add>{session.language().team().add_own}</button> }.into_any()
}

fn progress(session: Session) -> AnyView {
    let words = session.language().team();
    let stop = move |_| {
        session.team.cancel_import();
        focus::set_after_render(&["[name=team-text]"]);
    };
    view! {
        <div class="reading row">
            <label>{words.reading}" "<progress max="1" prop:value=move || session.team.progress.get().unwrap_or(0.0)></progress></label>
            <button type="button" class="quiet" data-action="stop" on:click=stop>{words.stop}</button>
        </div>
    }.into_any()
}

fn import_report(session: Session, report: &ImportReport) -> AnyView {
    let words = session.language().team();
    let added = &report.added;
    let nothing = added.new + added.known + added.refused == 0;
    let notes: Vec<AnyView> =
        report.files.iter().flat_map(|(name, import)| import_lines(session, name, import)).collect();
    let has_broken_codes = report.files.iter().any(|(_, import)| !import.broken_codes.is_empty());
    let text = match (nothing, notes.is_empty() && !has_broken_codes) {
        (false, _) if added.new + added.known == 0 => None,
        (false, _) => Some((words.added)(added)),
        (true, true) => Some(words.nothing_found.to_owned()),
        (true, false) => None,
    };
    let refused = (added.refused > 0).then(|| view! { <p>{(session.language().seal().refused)(added.refused)}</p> });
    let error = (nothing || report.files.iter().any(|(_, import)| !import.errors.is_empty())).then_some("gathered");
    let notes = (!notes.is_empty()).then(|| {
        view! { <ul class="looks">{notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}</ul> }
    });
    let unused = report.has_unused_lines.then(|| {
        let clear = move |_| {
            session.team.clear_pasted();
            focus::set_after_render(&["[name=team-text]"]);
        };
        view! {
            <p class="row">
                <span>{words.rest_stays}</span>
                <button type="button" class="quiet" data-action="clear-text" on:click=clear>{words.clear_text}</button>
            </p>
        }
    });
    view! {
        <div class="panel" data-notice="gathered" data-new=added.new data-known=added.known data-fault=error>
            {text.map(|text| view! { <p>{text}</p> })}
            {refused}
            {notes}
            {broken_codes(session, &report.files)}
            {unused}
        </div>
    }
    .into_any()
}

/// How many have not said their side; they count on neither. The list of results has a choice for each.
fn unstated(session: Session) -> Option<AnyView> {
    let team = session.team.team_of(Source::Own);
    let count = team.results.iter().filter(|result| result.side == Side::Unstated).count();
    let text = (session.language().team().unstated)(count);
    (count > 0).then(|| view! { <p class="warning" data-notice="unstated">{text}</p> }.into_any())
}

/// The question whether equal codes are one person or several, once for all of them.
pub fn repeated(session: Session, source: Source) -> Option<AnyView> {
    let words = session.language().team();
    let repeats = session.team.team_of(source).repeated_codes();
    let codes: usize = repeats.iter().map(|repeat| repeat.times).sum();
    let text = repeats_text(session, &repeats);
    let all_apart = repeats.iter().all(|repeat| repeat.people >= repeat.times);
    let choice = move |as_several: bool, action: &'static str, text: String| {
        let pressed = if all_apart == as_several { "true" } else { "false" };
        view! {
            <button type="button" class="quiet" data-action=action aria-pressed=pressed on:click=move |_| {
                session.team.resolve_repeats(as_several);
                focus::set_after_render(if as_several { &["[data-action=several-people]"] } else { &["[data-action=one-person]"] });
            }>{text}</button>
        }
    };
    let can_choose = session.team.team_of(source).accepts_results();
    (!repeats.is_empty() && can_choose).then(|| {
        view! {
            <div class="panel" data-notice="repeated">
                {text}
                <p class="row">
                    {choice(false, "one-person", words.one_person.to_owned())}
                    {choice(true, "several-people", (words.several_people)(codes))}
                </p>
            </div>
        }
        .into_any()
    })
}

/// The repeated codes, and as how many people they are counted.
pub fn repeats_text(session: Session, repeats: &[RepeatedCode]) -> AnyView {
    let sum = |of: fn(&RepeatedCode) -> usize| repeats.iter().map(of).sum();
    let text = (session.language().team().repeated)(sum(|repeat| repeat.times), sum(|repeat| repeat.people));
    let codes = repeats.iter().take(MAX_REPEATS).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let more = if repeats.len() > MAX_REPEATS { ", …" } else { "" };
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
