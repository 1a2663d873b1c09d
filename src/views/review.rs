//! The review: all statements with their answers, the open ones first.

use leptos::prelude::*;

use crate::components::after_paint;
use crate::components::draft_link;
use crate::components::possible_score::PossibleScore;
use crate::components::statement_lists::AnswerList;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::ItemNumber;

/// The review.
#[component]
pub fn Review() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().review();
    session.navigation.set_titles(words.title, None);
    // The list is rendered after the first paint, because that takes a phone a while.
    let painted = after_paint::is_painted();
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
                <PossibleScore/>
                {move || session.offers_draft_link().then(|| draft_link::draft_link_row(session, true))}
                {move || painted.get().then(|| {
                    let (open, answered) = (open.clone(), answered.clone());
                    view! {
                        {lists.map(|(open, _)| view! { <h2>{open}</h2> })}
                        <AnswerList items=open answers linked=true/>
                        {lists.map(|(_, answered)| view! { <h2>{answered}</h2> })}
                        <AnswerList items=answered answers linked=true/>
                    }
                    .into_any()
                })}
            }
        }}
    }
}
