//! Words about what just happened to what is kept beside the answers.

use crate::browser::page;
use crate::session::{Notice, Session};
use leptos::prelude::*;

/// Where the focus goes when the notice that had it is gone.
const AFTER: &[&str] = &["fieldset.answers input:checked", "fieldset.answers input", "main h1"];

/// The notice, where it is one of these.
pub fn late_notice(session: Session, notice: &Notice) -> AnyView {
    match notice {
        Notice::Carried(carried) => {
            let words = session.words().sharing;
            let text = (words.carried)(carried.answers.answered(), session.answers().answered());
            view! {
                <p class="notice" data-notice="carried">
                    <span>{text}</span>
                    <button type="button" data-action="take-carried" on:click=move |_| {
                        session.take_carried();
                        page::focus_later(AFTER);
                    }>
                        {words.take_carried}
                    </button>
                    <button type="button" class="quiet" data-action="keep-own" on:click=move |_| {
                        session.keep_own();
                        page::focus_later(AFTER);
                    }>
                        {words.keep_own}
                    </button>
                </p>
            }
            .into_any()
        }
        Notice::Cleared => session.rest().map(|rest| (rest.cleared)(session)).into_any(),
        Notice::Resumed | Notice::Restarted(_) => ().into_any(),
    }
}

/// The word that everything was deleted.
pub fn cleared(session: Session) -> AnyView {
    view! { <p class="notice" data-notice="cleared"><span>{session.further().about.cleared}</span></p> }.into_any()
}
