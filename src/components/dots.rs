//! Twenty dots that lead to the twenty statements.

use leptos::prelude::*;

use crate::i18n::Language;
use crate::markup::{CollectMarkup, Markup, view};
use crate::screen::Screen;
use crate::session::Session;
use duet_domain::answers::{Answer, ItemNumber};

/// The dots; a full one has an answer.
#[component]
pub fn Dots() -> Markup {
    let session = expect_context::<Session>();
    let language = session.language();
    // Drawn together: to follow each by itself took a phone longer than to draw all of them.
    let dots = move || {
        let (answers, current) = (session.answers(), session.item());
        ItemNumber::all().map(|item| dot(language, item, answers.get(item), Some(item) == current)).collect_markup()
    };
    view! {
        <nav class="dots" aria-label=language.basics().question.all_items>
            <ol>{dots}</ol>
        </nav>
    }
}

/// One of them, which an answer leaves as it is but for two or three.
fn dot(language: Language, item: ItemNumber, answer: Option<Answer>, current: bool) -> Markup {
    let answer = answer.map_or(0, Answer::value);
    let state = [u8::from(language == Language::English), u8::from(current), answer, item.number()];
    Markup::while_same(u32::from_be_bytes(state), |state| {
        let [english, current, answer, item] = state.to_be_bytes();
        let language = if english == 0 { Language::Polish } else { Language::English };
        let answer = Answer::new(answer).map(Answer::value);
        view! {
            <li>
                <a
                    href=ItemNumber::new(item).map(|item| Screen::Question(item).fragment())
                    aria-current=(current != 0).then_some("step")
                    aria-label=(language.basics().question.item)(item, answer)
                    data-answer=answer
                ></a>
            </li>
        }
    })
}
