//! Words about what just happened, above the view they belong to.

use leptos::prelude::*;

use crate::browser::offline;
use crate::session::{Notice, Session};

/// What the person should know.
#[component]
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        {move || session.rest().and_then(|rest| (rest.troubles)(session))}
        <div role="status">{move || session.misses_part().then(|| not_loaded(session, Session::retry))}</div>
        <div role="status">{move || session.offers_newer().then(|| newer(session))}</div>
        <div role="status">{move || session.notice().map(|notice| word(session, &notice))}</div>
    }
    .into_any()
}

fn word(session: Session, notice: &Notice) -> AnyView {
    let words = &session.basics().question;
    match notice {
        Notice::Resumed => view! {
            <p class="notice" data-notice="resumed">
                <span>{(words.resumed)(session.answers().answered())}</span>
                <button type="button" class="quiet" data-action="restart" on:click=move |_| session.begin_anew()>
                    {words.restart}
                </button>
            </p>
        }
        .into_any(),
        Notice::Restarted(former) => view! {
            <p class="notice" data-notice="restarted">
                <span>{(words.restarted)(former.answers.answered())}</span>
                <button type="button" class="quiet" data-action="undo" on:click=move |_| session.undo()>
                    {words.undo}
                </button>
            </p>
        }
        .into_any(),
        Notice::Carried(_) | Notice::Cleared => session.later().map(|later| (later.notice)(session, notice)).into_any(),
    }
}

/// A part of the program did not come; and how to try again.
pub fn not_loaded(session: Session, retry: fn(Session)) -> AnyView {
    let words = &session.basics().around;
    view! {
        <p class="notice warning" data-notice="not-loaded">
            <span>{words.not_loaded}</span>
            <button type="button" class="quiet" data-action="retry" on:click=move |_| retry(session)>{words.retry}</button>
        </p>
    }
    .into_any()
}

/// A newer version of Duet.
fn newer(session: Session) -> AnyView {
    let words = &session.basics().around;
    view! {
        <p class="notice" data-notice="newer">
            <span>{words.newer}</span>
            <button type="button" class="quiet" data-action="take-newer" on:click=|_| offline::take_newer()>{words.take_newer}</button>
        </p>
    }
    .into_any()
}
