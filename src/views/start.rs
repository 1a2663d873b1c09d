//! The start page. It is also in the static pages, where it works before the program is loaded.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::charts::strands::LevelSequence;
use crate::components::chunk::Chunk;
use crate::components::radio::radio;
use crate::lazy;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;

/// The start page.
#[component]
pub fn Start() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().start();
    let facts = words.facts.map(|(big, small)| view! { <li><b>{big}</b>" "<span>{small}</span></li> });
    view! {
        <LevelSequence/>
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ul class="facts">{facts.collect_view()}</ul>
        {move || previous_run(session)}
        <SideChoice/>
        <p class="way-in needs-program">
            {move || start_button(session)}
            <span class="small">{words.stop_any_time}</span>
        </p>
        <section class="fit">
            <h2>{words.problem}</h2>
            <p><b>{words.problem_yes.0}</b>", "{words.problem_yes.1}</p>
            <p><b>{words.problem_no.0}</b>", "{words.problem_no.1}</p>
            <p>{words.who}</p>
            <h2>{words.for_team}</h2>
            <p>{words.for_team_text}</p>
            <p class="row"><a class="button quiet" href=Screen::Team.fragment() data-action="open-team">{words.for_team_open}</a></p>
            <p class="small"><a href="#paper">{words.paper}</a></p>
        </section>
    }
}

/// The link to the first statement, or to the one where answering stopped.
fn start_button(session: Session) -> AnyView {
    let words = session.language().start();
    let draft = session.run.draft.get();
    let (target, label) = if draft.in_progress() {
        (session.run.resume_screen(), words.resume)
    } else {
        (Screen::Question(ItemNumber::FIRST), words.begin)
    };
    let click = move |event: MouseEvent| {
        // The draft still has the answers of a finished run; starting again needs an empty one.
        if draft.completed.is_some() {
            event.prevent_default();
            session.restart();
        }
    };
    view! { <a class="button" href=target.fragment() data-action="start" on:click=click>{label}</a> }.into_any()
}

/// The answers in progress, otherwise the last result, otherwise nothing.
fn previous_run(session: Session) -> Option<AnyView> {
    let words = session.language().start();
    let draft = session.run.draft.get();
    if draft.in_progress() {
        let restart = move |_| session.restart();
        let panel = view! {
            <section class="panel">
                <p>{(words.in_progress)(draft.answers.answered())}</p>
                <p class="row">
                    <button type="button" class="quiet" data-action="restart" on:click=restart>
                        {words.restart}
                    </button>
                </p>
            </section>
        };
        return Some(panel.into_any());
    }
    session.results.has_any().then(|| view! { <Chunk load=lazy::last_result/> }.into_any())
}

/// The choice of the side. None is preselected; "unstated" is one of the choices.
#[component]
fn SideChoice() -> impl IntoView {
    let session = expect_context::<Session>();
    let (words, side_name) = (session.language().start(), move |side| session.language().side(side));
    let choice = move |side: Side| {
        let is_chosen = move || session.run.side() == Some(side);
        let text = match side {
            Side::Other => words.side_other,
            Side::Unstated => words.side_none,
            side => side_name(side),
        };
        radio(class(side), "side", side.key(), text.to_owned(), is_chosen, move || session.run.choose_side(Some(side)))
    };
    view! {
        <fieldset class="sides needs-program" aria-describedby="side-note">
            <legend>{words.side}</legend>
            {Side::ALL.map(choice).collect_view()}
            <p class="small" id="side-note">{words.side_note}</p>
        </fieldset>
    }
}

const fn class(side: Side) -> &'static str {
    match side {
        Side::Sales => "side sales",
        Side::Marketing => "side marketing",
        Side::Other => "side other",
        Side::Unstated => "side none",
    }
}
