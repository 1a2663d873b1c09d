//! The result: the level, and what follows from it.
//!
//! The respondent's own result, one from the history and one of a link are the same page; that of a link has no label and no plan.

mod answers;
mod evidence;
mod improvement;
mod plan;
pub mod report;
pub mod share;
mod summary;

use leptos::prelude::*;

use crate::components::after_paint;
use crate::components::chunk::not_loaded;
use crate::components::possible_score::PossibleScore;
use crate::lazy;
use crate::platform::{focus, spawn};
use crate::route::Screen;
use crate::state::{ResultId, Session};
use duet_domain::Side;
use duet_domain::code::{Code, CodeError};
use duet_domain::record::Record;

/// The name of a file with a result, without its ending: `duet-wynik-2026-11-24-64`.
pub fn file_name(session: Session, record: &Record) -> String {
    format!("{}-{}-{}", session.language().sharing().file_name, record.day.as_str(), record.score().points())
}

/// The result of the answers in this browser.
#[component]
pub fn OwnResult() -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = move || {
        let answers = session.run.draft.read().answers.complete();
        // Untracked, because the plan is a part of the result and would re-render the page with each edit.
        let result = answers.and_then(|_| untrack(|| session.results.result(ResultId::Current)));
        result.map_or_else(|| no_result(session), |record| result_page(session, &record, Some(ResultId::Current)))
    };
    shown.into_any()
}

/// The result of a link. If it is in the history, it is shown with its label and plan.
#[component]
pub fn Shared(
    /// The code in the link, or its error.
    code: Result<Code, CodeError>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().sharing();
    let notice = |text: &'static str, kind: &'static str, target: Screen, link: &'static str| {
        view! {
            <div class="notice" data-notice=kind>
                <span>{text}</span>
                <a class="button quiet" href=target.fragment()>{link}</a>
            </div>
        }
    };
    let refused = |text: String| {
        session.navigation.set_titles(session.language().result().title, None);
        view! {
            <h1 tabindex="-1">{words.bad_link}</h1>
            <p role="alert" data-fault="link">{text}</p>
            <p class="row"><a class="button quiet" href=Screen::Start.fragment()>{words.own}</a></p>
        }
        .into_any()
    };
    let code = match code {
        Ok(code) => code,
        Err(error) => return refused((words.bad_code)(error)),
    };
    let recorded = untrack(|| session.results.result(ResultId::Code(code))).filter(Record::is_of_this_wording);
    if let Some(record) = recorded {
        let notice = notice(words.from_history, "kept", Screen::History, session.language().result().history);
        return view! { {notice}{result_page(session, &record, Some(ResultId::Code(code)))} }.into_any();
    }
    match Record::from_current_code(code) {
        Some(record) => {
            let notice = notice(words.shared, "shared", Screen::Start, words.own);
            view! { {notice}{result_page(session, &record, None)} }.into_any()
        }
        None => refused(words.other_wording.to_owned()),
    }
}

/// The page of a result. Without an `id` the result is not in the history and has no label and no plan.
fn result_page(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let score = record.score();
    session.navigation.set_titles(session.language().result().title, Some(file_name(session, record)));
    // The details are rendered after the first paint, because that takes a phone a while. Untracked, so that signals read there do not
    // re-render them.
    let painted = after_paint::is_painted();
    let (for_details, for_report) = (record.clone(), record.clone());
    view! {
        <article class="result screen-only" data-score=score.points() data-level=score.level().key()>
            {summary::summary(session, record)}
            {move || painted.get().then(|| untrack(|| details(session, &for_details, id)))}
        </article>
        {move || painted.get().then(|| untrack(|| report::on_print(session, &for_report, id)))}
    }
    .into_any()
}

/// Everything below the summary.
fn details(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let words = session.language().result();
    let level = record.score().level();
    let correct = (id == Some(ResultId::Current)).then(|| {
        view! {
            <p class="row">
                <button type="button" data-action="again" on:click=move |_| session.restart()>{words.again}</button>
                <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.change}</a>
                <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
            </p>
        }
    });
    let ask = (id == Some(ResultId::Current) && record.side == Side::Unstated).then(|| ask_side(session));
    view! {
        {ask}
        {section_buttons(session, id)}
        {answers::themes(session, record)}
        {improvement::next_level(session, record)}
        {improvement::what_if(session, record)}
        {improvement::stay_or_move(session, level)}
        {id.map(|id| plan::plan(session, id, level))}
        <h2 id="handing" tabindex="-1">{session.language().sharing().title}</h2>
        {share::share(session, record, id)}
        {compare(session, record)}
        {answers::all(session, record, id)}
        <h2>{words.all_levels}</h2>
        {summary::levels(session, level)}
        {evidence::evidence(session)}
        {correct}
    }
    .into_any()
}

/// Asks again for a side that was not stated; without one, a comparison counts the result on neither side.
fn ask_side(session: Session) -> AnyView {
    let choice = move |side: Side| {
        view! {
            <button type="button" class="quiet" data-action="set-side" data-side=side.key() on:click=move |_| session.results.set_side(ResultId::Current, side)>
                {session.language().side(side)}
            </button>
        }
    };
    view! {
        <section class="panel" data-notice="side">
            <p>{session.language().sharing().ask_side}</p>
            <p class="row">{Side::STATED.map(choice).collect_view()}</p>
        </section>
    }
    .into_any()
}

/// The button that adds the result to the comparison and opens it.
fn compare(session: Session, record: &Record) -> AnyView {
    let record = record.clone();
    let load_error = RwSignal::new(None);
    let add = move || {
        let result = session.results.result(ResultId::Code(record.code())).unwrap_or_else(|| record.clone());
        load_error.set(None);
        spawn(async move {
            match lazy::add_to_team(session, result).await {
                Ok(()) => session.go(Screen::Team),
                Err(error) => _ = load_error.try_set(Some(error)),
            }
        });
    };
    let retry = add.clone();
    view! {
        <p class="row">
            <button type="button" class="quiet" data-action="add-to-team" on:click=move |_| untrack(&add)>
                {session.language().result().compare}
            </button>
        </p>
        {move || {
            let retry = retry.clone();
            load_error.get().map(|error| not_loaded(session, error, move || untrack(&retry)))
        }}
    }
    .into_any()
}

/// Buttons that scroll to the sections of the page. Not links, because the fragment names the view.
fn section_buttons(session: Session, id: Option<ResultId>) -> AnyView {
    let (advice, sharing) = (session.language().advice(), session.language().sharing());
    let parts =
        [("#themes", advice.themes), ("#up", advice.to_up), ("#plan", advice.plan), ("#handing", sharing.title)];
    let jump = move |(part, text): (&'static str, &'static str)| {
        (part != "#plan" || id.is_some()).then(|| {
            view! { <li><button type="button" class="quiet" on:click=move |_| focus::jump(part)>{text}</button></li> }
        })
    };
    view! { <nav aria-label=advice.parts><ul class="jumps">{parts.map(jump).collect_view()}</ul></nav> }.into_any()
}

/// The page without a result, because answers are missing.
fn no_result(session: Session) -> AnyView {
    let words = session.language().result();
    session.navigation.set_titles(words.title, None);
    let text = session.run.answers().is_empty().then(|| view! { <p>{words.none_yet}</p> });
    view! {
        <h1 tabindex="-1">{words.none}</h1>
        {text}
        <PossibleScore/>
        <p class="row">
            <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.to_review}</a>
            <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
        </p>
    }
    .into_any()
}
