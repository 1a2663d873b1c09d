//! Words about what just happened, above the view they belong to.

use leptos::prelude::*;

use super::chunk::{Chunk, not_loaded};
use crate::lazy;
use crate::platform::{focus, offline, page};
use crate::state::{Notice, Session};

/// Where the focus goes when the notice that had it is gone.
const AFTER: &[&str] = &["fieldset.answers input:checked", "fieldset.answers input", "main h1"];

/// What the person should know.
#[component]
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    let has_faults = Memo::new(move |_| !session.storage.faults().is_empty());
    let fails = Memo::new(move |_| session.navigation.failures.get() > 0);
    view! {
        {move || has_faults.get().then(|| view! { <Chunk load=lazy::read_faults/> })}
        <div role="status">{move || fails.get().then(|| not_loaded(session, move || retry(session)))}</div>
        <div role="status">{move || session.offers_newer().then(|| newer(session))}</div>
        <div role="status">{move || session.run.notice.get().map(|notice| word(session, &notice))}</div>
    }
}

/// Tries again to show what is wanted. When that has failed before and there is a network, the host may have a newer Duet, without the chunks
/// of this one: then the whole page is loaded again, unless answers would be lost by it.
fn retry(session: Session) {
    let again = session.navigation.failures.get_untracked() > 1;
    if again && page::is_online() && untrack(|| session.would_survive()) {
        page::reload();
    } else {
        session.navigation.retry();
    }
}

fn word(session: Session, notice: &Notice) -> AnyView {
    match notice {
        Notice::Resumed => {
            let words = session.language().question();
            view! {
                <p class="notice" data-notice="resumed">
                    <span>{(words.resumed)(session.run.answers().answered())}</span>
                    <button type="button" class="quiet" data-action="restart" on:click=move |_| session.restart()>
                        {words.restart}
                    </button>
                </p>
            }
            .into_any()
        }
        Notice::Restarted(former) => {
            let words = session.language().question();
            view! {
                <p class="notice" data-notice="restarted">
                    <span>{(words.restarted)(former.answers.answered())}</span>
                    <button type="button" class="quiet" data-action="undo" on:click=move |_| session.undo_restart()>
                        {words.undo}
                    </button>
                </p>
            }
            .into_any()
        }
        Notice::Carried(carried) => carried_answers(session, carried.answers.answered()),
        Notice::Cleared => {
            view! { <p class="notice" data-notice="cleared"><span>{session.language().around().cleared}</span></p> }
                .into_any()
        }
    }
}

/// A link brings answers, and there are others.
fn carried_answers(session: Session, count: u8) -> AnyView {
    let words = session.language().around();
    let choose = move |act: fn(Session)| {
        move |_| {
            act(session);
            focus::set_later(AFTER);
        }
    };
    view! {
        <p class="notice" data-notice="carried">
            <span>{(words.carried)(count, session.run.answers().answered())}</span>
            <button type="button" data-action="take-carried" on:click=choose(Session::take_carried)>{words.take_carried}</button>
            <button type="button" class="quiet" data-action="keep-own" on:click=choose(|session| session.run.notice.set(None))>
                {words.keep_own}
            </button>
        </p>
    }
    .into_any()
}

/// A newer version of Duet.
fn newer(session: Session) -> AnyView {
    let words = session.language().around();
    view! {
        <p class="notice" data-notice="newer">
            <span>{words.newer}</span>
            <button type="button" class="quiet" data-action="take-newer" on:click=|_| offline::take_newer()>{words.take_newer}</button>
        </p>
    }
    .into_any()
}
