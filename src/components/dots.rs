//! The row of dots on a statement.

use leptos::prelude::*;

use crate::route::Screen;
use crate::state::Session;
use crate::texts::Language;
use duet_domain::answers::{Answer, ItemNumber};

/// Twenty dots, each a link to its statement. A filled one has an answer.
#[component]
pub fn Dots() -> impl IntoView {
    let session = expect_context::<Session>();
    let language = session.language();
    // Rendered together: an effect for each dot was measured to be slower.
    let dots = move || {
        let (answers, current) = (session.run.answers(), session.navigation.item());
        ItemNumber::all().map(|item| dot(language, item, answers.get(item), Some(item) == current)).collect_view()
    };
    view! {
        <nav class="dots" aria-label=language.question().all_items>
            <ol>{dots}</ol>
        </nav>
    }
}

fn dot(language: Language, item: ItemNumber, answer: Option<Answer>, current: bool) -> AnyView {
    let answer = answer.map(Answer::value);
    view! {
        <li>
            <a
                href=Screen::Question(item).fragment()
                aria-current=current.then_some("step")
                aria-label=(language.question().item)(item.number(), answer)
                data-answer=answer
            ></a>
        </li>
    }
    .into_any()
}
