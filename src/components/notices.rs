//! Messages above the view: about stored values, chunks, updates, and the answers in progress.

use leptos::prelude::*;

use super::chunk::{Chunk, not_loaded};
use crate::lazy;
use crate::platform::{focus, offline};
use crate::state::{Notice, Session};

/// Where the focus goes when the focused notice is removed.
const FOCUS_AFTER: &[&str] = &["fieldset.answers input:checked", "fieldset.answers input", "main h1"];

/// All current notices.
#[component]
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    let has_unreadable = Memo::new(move |_| !session.storage.unreadable().is_empty());
    view! {
        {move || has_unreadable.get().then(|| view! { <Chunk load=lazy::unreadable_values/> })}
        <div role="status">
            {move || session.navigation.load_error().map(|error| not_loaded(session, error, move || session.navigation.retry()))}
        </div>
        <div role="status">{move || session.offers_update().then(|| update_notice(session))}</div>
        <div role="status">{move || session.run.notice.get().map(|notice| notice_view(session, &notice))}</div>
    }
}

fn notice_view(session: Session, notice: &Notice) -> AnyView {
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
        Notice::IncomingAnswers(incoming) => incoming_answers(session, incoming.answers.answered()),
        Notice::Cleared => {
            view! { <p class="notice" data-notice="cleared"><span>{session.language().shell().cleared}</span></p> }
                .into_any()
        }
    }
}

/// The question whether the answers of a link replace those in progress.
fn incoming_answers(session: Session, count: u8) -> AnyView {
    let words = session.language().shell();
    let choose = move |act: fn(Session)| {
        move |_| {
            act(session);
            focus::set_after_render(FOCUS_AFTER);
        }
    };
    view! {
        <p class="notice" data-notice="carried">
            <span>{(words.incoming_answers)(count, session.run.answers().answered())}</span>
            <button type="button" data-action="take-carried" on:click=choose(Session::accept_incoming)>{words.accept_incoming}</button>
            <button type="button" class="quiet" data-action="keep-own" on:click=choose(|session| session.run.notice.set(None))>
                {words.keep_own}
            </button>
        </p>
    }
    .into_any()
}

/// The offer of a newer version.
fn update_notice(session: Session) -> AnyView {
    let words = session.language().shell();
    view! {
        <p class="notice" data-notice="newer">
            <span>{words.update_available}</span>
            <button type="button" class="quiet" data-action="take-newer" on:click=|_| offline::apply_update()>{words.apply_update}</button>
        </p>
    }
    .into_any()
}
