//! The list of the collected results.

use std::sync::Arc;

use leptos::prelude::*;

use super::MAX_LINKED;
use crate::components::copy::{Prominence, copy_button};
use crate::components::fallback::{Fallback, fallback_panel};
use crate::platform::{address, clock, files, focus, page};
use crate::route::Screen;
use crate::state::{Session, Source};
use duet_domain::Side;
use duet_domain::import;
use duet_domain::record::Record;
use duet_domain::team::Team;

/// How many results are shown at first, and added by each press of the button.
const BATCH: usize = 50;
/// Where the focus goes when the focused element is removed.
const FOCUS_AFTER: &[&str] = &["#gathered", "[data-action=undo]", "h1"];

pub fn list(session: Session) -> AnyView {
    let (shown, open) = (RwSignal::new(BATCH), RwSignal::new(true));
    let content = move || {
        let team = session.team.team_of(Source::Own);
        (!team.results.is_empty()).then(|| details(session, &team, shown, open))
    };
    content.into_any()
}

fn details(session: Session, team: &Team, shown: RwSignal<usize>, open: RwSignal<bool>) -> AnyView {
    let words = session.language().team();
    let results = &team.results;
    let row = |session, result: &Arc<Record>| row(session, result, team);
    let (compared, apart): (Vec<_>, Vec<_>) = results.iter().partition(|result| result.is_of_this_wording());
    let count = shown.get();
    let rows = compared.iter().take(count).map(|result| row(session, result));
    let rest = compared.len().saturating_sub(count);
    let more = (rest > 0).then(|| {
        let more = move |_| {
            shown.update(|shown| *shown += BATCH);
            focus::set_after_render(FOCUS_AFTER);
        };
        view! {
            <p class="row"><button type="button" class="quiet" data-action="more" on:click=more>{(words.more)(rest)}</button></p>
        }
    });
    let apart_rows = apart.iter().take(count).map(|result| row(session, result)).collect_view();
    let apart = (!apart.is_empty()).then(|| {
        view! {
            <h3>{words.apart}</h3>
            <ul class="gathered apart">{apart_rows}</ul>
        }
    });
    let clear = move |_| {
        session.team.clear();
        focus::set_after_render(FOCUS_AFTER);
    };
    view! {
        <details class="results" open=open.get_untracked() on:toggle=move |_| open.set(is_open())>
            <summary><h2 id="gathered" tabindex="-1">{(words.list)(results.len())}</h2></summary>
            <div class="stack">
                <ul class="gathered">{rows.collect_view()}</ul>
                {more}
                {apart}
                // Link and file hold the answers of each person.
                {team.seal.is_none().then(|| export(session, results))}
                <p class="row">
                    <button type="button" class="quiet" data-action="clear-team" on:click=clear>{words.remove_all}</button>
                </p>
            </div>
        </details>
    }.into_any()
}

fn is_open() -> bool {
    page::is_open("details.results")
}

/// A result. Of a sealed gathering it shows no figures, and once that is opened, it cannot be changed.
fn row(session: Session, result: &Arc<Record>, team: &Team) -> AnyView {
    let words = session.language().team();
    let score = result.score();
    let level = score.level();
    let day = clock::day_of(result, session.language());
    let side_name = session.language().side(result.side);
    let about = if result.label.is_empty() { words.no_label } else { result.label.as_str() };
    let shown = if result.label.is_empty() {
        view! { <span>{words.no_label}</span> }.into_any()
    } else {
        view! { <span translate="no">{result.label.clone()}</span> }.into_any()
    };
    let removed = format!("{side_name}, {about}, {day}");
    let own = Arc::clone(result);
    let remove = move |_| {
        session.team.remove_result(&own);
        focus::set_after_render(FOCUS_AFTER);
    };
    let own = Arc::clone(result);
    let set = move |event| {
        if let Some(side) = Side::from_key(&event_target_value(&event)) {
            session.team.set_side(&own, side);
        }
    };
    let can_set_side = !matches!(result.side, Side::Sales | Side::Marketing) || result.side_set;
    let side = if can_set_side && team.accepts_results() {
        let chosen = result.side;
        let option = |side: Side| {
            view! { <option value=side.key() prop:selected=side == chosen selected=side == chosen>{session.language().side(side)}</option> }
        };
        view! { <select name="team-side" aria-label=format!("{}: {about}, {day}", words.side) on:change=set>{Side::ALL.map(option).collect_view()}</select> }.into_any()
    } else {
        view! { <b>{side_name}</b> }.into_any()
    };
    let figures = if team.seal.is_some() && result.is_of_this_wording() {
        ().into_any()
    } else if result.is_of_this_wording() {
        view! {
            <span class="number">{score.points()}</span>
            <span><span class=format!("mark level-{}", level.key())></span>{session.language().instrument().level(level).name.to_lowercase()}</span>
        }.into_any()
    } else {
        view! { <span class="small">{(words.apart_of)(&result.instrument.id, &result.instrument.hash)}</span> }
            .into_any()
    };
    view! {
        <li data-result=result.side.key() data-score=team.seal.is_none().then(|| score.points())>
            <span class="who">{side}<span class="small">{shown}" · "{day}</span></span>
            <span class="what">{figures}</span>
            {team.accepts_results().then(|| view! {
                <button type="button" class="quiet" data-action="remove" aria-label=(words.remove_this)(&removed) on:click=remove>
                    {words.remove}
                </button>
            })}
        </li>
    }.into_any()
}

/// The download of all results as one file, and the button that copies a link.
fn export(session: Session, results: &[Arc<Record>]) -> AnyView {
    let (words, transfer) = (session.language().team(), session.language().transfer());
    let fallback = RwSignal::new(None);
    let save = move |_| {
        let team = untrack(|| session.team.team_of(Source::Own));
        let texts = import::write_files(team.results.iter().map(Arc::as_ref));
        let count = texts.len();
        let name = |number: usize| if count == 1 { String::new() } else { format!("-{number}") };
        let started = texts.iter().zip(1..).all(|(text, number)| {
            let name = format!("{}-{}{}.json", words.file_name, clock::today().as_str(), name(number));
            files::download(&name, "application/json", text).is_ok()
        });
        fallback.set(Some(Fallback::for_file(started, Some(texts.join("\n")))));
    };
    let can_link = results.len() <= MAX_LINKED;
    let link = move || {
        let codes = session.team.team_of(Source::Own).codes();
        address::link(&Screen::team_fragment(&codes)).filter(|_| codes.len() <= MAX_LINKED)
    };
    let copy_link = (can_link && (cfg!(not(target_arch = "wasm32")) || address::link("").is_some())).then(|| {
        copy_button(
            session,
            "copy-team-link",
            transfer.copy_link,
            Prominence::Quiet,
            Signal::derive(move || link().unwrap_or_default()),
        )
    });
    view! {
        <div class="row">
            <button type="button" class="quiet" data-action="save-team" on:click=save>{words.save}</button>
            {copy_link}
        </div>
        {fallback_panel(session, fallback, Signal::derive(link))}
        <p class="small">{words.save_note}" "{if can_link { "" } else { words.too_many_for_link }}</p>
    }
    .into_any()
}
