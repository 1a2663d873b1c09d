//! The level and what follows from it. Without all twenty answers there is none.
//!
//! One's own result and one that a link carries are the same page; only one's own has a plan, a label and answers to correct.

mod answers;
mod handing;
mod next;
mod plan;
mod report;
mod summary;
mod why;

use leptos::prelude::*;

use crate::components::standing::Standing;
use crate::domain::code::{Code, Fault};
use crate::domain::record::Record;
use crate::screen::Screen;
use crate::session::Session;

use answers::{AllAnswers, Themes};
use handing::Handing;
use next::{StayOrMove, Up, WhatIf};
use plan::Plan;
use report::Report;
use summary::{Levels, Summary};
use why::Why;

/// The result of the answers in this browser.
#[component]
pub fn Outcome() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let draft = session.draft();
        // Not to be drawn anew for every word of the plan, which is a part of it.
        let record = draft.answers.complete().and_then(|_| untrack(|| session.own_result()));
        match record {
            Some(record) => view! { <Whole record own=true/> }.into_any(),
            None => view! { <NotYet/> }.into_any(),
        }
    }
}

/// A result that a link carries.
#[component]
pub fn Shared(
    /// The code in the link, or what is wrong with it.
    code: Result<Code, Fault>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.words().handing;
    let own = view! { <p class="row"><a class="button quiet" href=Screen::Start.fragment()>{words.own}</a></p> };
    let refused = |text: String| {
        view! {
            <h1 tabindex="-1">{words.bad_link}</h1>
            <p role="alert" data-fault="link">{text}</p>
        }
    };
    match code.map(Record::from_code) {
        Ok(Some(record)) => view! {
            <section class="notice" data-notice="shared"><span>{words.shared}</span>{own}</section>
            <Whole record own=false/>
        }
        .into_any(),
        Ok(None) => view! { {refused(words.other_wording.to_owned())}{own} }.into_any(),
        Err(fault) => view! { {refused((words.bad_code)(fault))}{own} }.into_any(),
    }
}

#[component]
fn Whole(record: Record, own: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let level = record.score().level();
    let correct = own.then(|| {
        view! {
            <p class="row">
                <button type="button" data-action="again" on:click=move |_| session.begin_anew()>{words.again}</button>
                <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.change}</a>
                <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
            </p>
        }
    });
    view! {
        <article class="result screen-only" data-score=record.score().points() data-level=level.key()>
            <Summary record=record.clone()/>
            <Themes record=record.clone()/>
            <Up record=record.clone()/>
            <WhatIf record=record.clone()/>
            <StayOrMove level/>
            {own.then(|| view! { <Plan level/> })}
            <Handing record=record.clone() own/>
            <AllAnswers record=record.clone() own/>
            <h2>{words.all_levels}</h2>
            <Levels current=level/>
            <Why/>
            {correct}
        </article>
        <Report record own/>
    }
}

/// Some answers are missing, or all of them.
#[component]
fn NotYet() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let text = session.draft().answers.is_empty().then(|| view! { <p>{words.none_yet}</p> });
    view! {
        <h1 tabindex="-1">{words.none}</h1>
        {text}
        <Standing/>
        <p class="row">
            <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.to_review}</a>
            <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
        </p>
    }
}
