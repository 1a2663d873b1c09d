//! Twenty dots that lead to the twenty statements.

use leptos::prelude::*;

use crate::domain::answers::{Answer, ItemNumber};
use crate::markup::{CollectMarkup, Markup, view};
use crate::screen::Screen;
use crate::session::Session;

/// The dots; a full one has an answer.
#[component]
pub fn Dots() -> Markup {
    let session = expect_context::<Session>();
    let words = &session.basics().question;
    // Drawn together: to follow each by itself took a phone longer than to draw all of them.
    let dots = move || {
        let (answers, current) = (session.draft().answers, session.item());
        let dot = |item: ItemNumber| {
            let answer = answers.get(item).map(Answer::value);
            view! {
                <li>
                    <a
                        href=Screen::Question(item).fragment()
                        aria-current=(Some(item) == current).then_some("step")
                        aria-label=(words.item)(item.number(), answer)
                        data-answer=answer
                    ></a>
                </li>
            }
        };
        ItemNumber::all().map(dot).collect_markup()
    };
    view! {
        <nav class="dots" aria-label=words.all_items>
            <ol>{dots}</ol>
        </nav>
    }
}
