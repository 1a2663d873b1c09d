//! The level and what follows from it. Without all twenty answers there is none.
//!
//! One's own result, one from the history and one that a link carries are the same page; a link has no label and no plan.

mod answers;
pub mod handing;
mod next;
mod plan;
pub mod report;
mod summary;
mod why;

use leptos::prelude::*;

use crate::components::after_paint;
use crate::components::chunk::not_loaded;
use crate::components::standing::Standing;
use crate::lazy;
use crate::platform::{focus, spawn};
use crate::route::Screen;
use crate::state::{Session, Which};
use duet_domain::Side;
use duet_domain::code::{Code, CodeError};
use duet_domain::record::Record;

/// The name of a file with a result, without its ending: `duet-wynik-2026-11-24-64`.
pub fn file_name(session: Session, record: &Record) -> String {
    format!("{}-{}-{}", session.language().sharing().file_name, record.day.as_str(), record.score().points())
}

/// The result of the answers in this browser.
#[component]
pub fn Outcome() -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = move || {
        let draft = session.run.draft.get();
        // Not to be drawn anew for every word of the plan, which is a part of it.
        let result = draft.answers.complete().and_then(|_| untrack(|| session.results.result(Which::Current)));
        result.map_or_else(|| not_yet(session), |record| whole(session, &record, Some(Which::Current)))
    };
    shown.into_any()
}

/// A result that a link carries. One that is in the history is shown as it is there.
#[component]
pub fn Shared(
    /// The code in the link, or what is wrong with it.
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
        Err(fault) => return refused((words.bad_code)(fault)),
    };
    let kept = untrack(|| session.results.result(Which::Kept(code))).filter(Record::is_of_this_wording);
    if let Some(record) = kept {
        let notice = notice(words.kept, "kept", Screen::History, session.language().result().history);
        return view! { {notice}{whole(session, &record, Some(Which::Kept(code)))} }.into_any();
    }
    match Record::from_current_code(code) {
        Some(record) => {
            let notice = notice(words.shared, "shared", Screen::Start, words.own);
            view! { {notice}{whole(session, &record, None)} }.into_any()
        }
        None => refused(words.other_wording.to_owned()),
    }
}

/// The page of a result. `which` says where its label and its plan are kept; there are none without it.
fn whole(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    let score = record.score();
    session.navigation.set_titles(session.language().result().title, Some(file_name(session, record)));
    // A phone takes a while to draw all of it: what was waited for comes first. What the rest reads while it is drawn is no reason
    // to draw it again.
    let drawn = after_paint::after_a_paint();
    let (below, printed) = (record.clone(), record.clone());
    view! {
        <article class="result screen-only" data-score=score.points() data-level=score.level().key()>
            {summary::summary(session, record)}
            {move || drawn.get().then(|| untrack(|| details(session, &below, which)))}
        </article>
        {move || drawn.get().then(|| untrack(|| report::for_paper(session, &printed, which)))}
    }
    .into_any()
}

/// Everything after the head of a result.
fn details(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    let words = session.language().result();
    let level = record.score().level();
    let correct = (which == Some(Which::Current)).then(|| {
        view! {
            <p class="row">
                <button type="button" data-action="again" on:click=move |_| session.restart()>{words.again}</button>
                <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.change}</a>
                <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
            </p>
        }
    });
    let ask = (which == Some(Which::Current) && record.side == Side::Unstated).then(|| ask_side(session));
    view! {
        {ask}
        {jumps(session, which)}
        {answers::themes(session, record)}
        {next::up(session, record)}
        {next::what_if(session, record)}
        {next::stay_or_move(session, level)}
        {which.map(|which| plan::plan(session, which, level))}
        <h2 id="handing" tabindex="-1">{session.language().sharing().title}</h2>
        {handing::handing(session, record, which)}
        {compare(session, record)}
        {answers::all(session, record, which)}
        <h2>{words.all_levels}</h2>
        {summary::levels(session, level)}
        {why::why(session)}
        {correct}
    }
    .into_any()
}

/// Who has not said a side is asked once more: without one, the result counts on neither.
fn ask_side(session: Session) -> AnyView {
    let choice = move |side: Side| {
        view! {
            <button type="button" class="quiet" data-action="set-side" data-side=side.key() on:click=move |_| session.results.set_side(Which::Current, side)>
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

/// The way to the other side of the table.
fn compare(session: Session, record: &Record) -> AnyView {
    let record = record.clone();
    let missing = RwSignal::new(false);
    let add = move || {
        let result = session.results.result(Which::Kept(record.code())).unwrap_or_else(|| record.clone());
        missing.set(false);
        spawn(async move {
            match lazy::add_to_team(session, result).await {
                Ok(()) => session.go(Screen::Team),
                Err(_) => _ = missing.try_set(true),
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
            missing.get().then(|| not_loaded(session, move || untrack(&retry)))
        }}
    }
    .into_any()
}

/// The way to the parts of a long page. The fragment says which view is shown, so these are no links.
fn jumps(session: Session, which: Option<Which>) -> AnyView {
    let (acting, sharing) = (session.language().acting(), session.language().sharing());
    let parts =
        [("#themes", acting.themes), ("#up", acting.to_up), ("#plan", acting.plan), ("#handing", sharing.title)];
    let jump = move |(part, text): (&'static str, &'static str)| {
        (part != "#plan" || which.is_some()).then(|| {
            view! { <li><button type="button" class="quiet" on:click=move |_| focus::jump(part)>{text}</button></li> }
        })
    };
    view! { <nav aria-label=acting.parts><ul class="jumps">{parts.map(jump).collect_view()}</ul></nav> }.into_any()
}

/// Some answers are missing, or all of them.
fn not_yet(session: Session) -> AnyView {
    let words = session.language().result();
    session.navigation.set_titles(words.title, None);
    let text = session.run.answers().is_empty().then(|| view! { <p>{words.none_yet}</p> });
    view! {
        <h1 tabindex="-1">{words.none}</h1>
        {text}
        <Standing/>
        <p class="row">
            <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.to_review}</a>
            <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
        </p>
    }
    .into_any()
}
