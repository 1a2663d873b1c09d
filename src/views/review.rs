//! All twenty statements with their answers, the open ones first.

use leptos::prelude::*;

use crate::components::after_paint;
use crate::components::rows::Rows;
use crate::components::standing::Standing;
use crate::components::take_along;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::ItemNumber;

/// The review.
#[component]
pub fn Review() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().review();
    session.navigation.set_titles(words.title, None);
    // What is to be done comes first, for a phone takes a while to draw twenty rows.
    let drawn = after_paint::after_a_paint();
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {move || {
            let answers = session.run.answers();
            let (open, answered): (Vec<_>, Vec<_>) =
                ItemNumber::all().partition(|item| answers.get(*item).is_none());
            let lists = (!open.is_empty() && !answered.is_empty()).then_some((words.open, words.answered));
            let finish = open.is_empty().then(|| view! {
                <p>{words.complete}</p>
                <p class="row">
                    <a class="button" href=Screen::Result.fragment() data-action="finish">{words.finish}</a>
                </p>
            });
            view! {
                {finish}
                <Standing/>
                {move || session.offers_to_take_along().then(|| take_along::link(session, true))}
                {move || drawn.get().then(|| {
                    let (open, answered) = (open.clone(), answered.clone());
                    view! {
                        {lists.map(|(open, _)| view! { <h2>{open}</h2> })}
                        <Rows items=open answers linked=true/>
                        {lists.map(|(_, answered)| view! { <h2>{answered}</h2> })}
                        <Rows items=answered answers linked=true/>
                    }
                    .into_any()
                })}
            }
        }}
    }
}
