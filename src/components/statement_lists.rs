//! Lists of statements, with their answers or with a figure.

use leptos::prelude::*;

use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::{Answer, Answers, ItemNumber};

/// Statements with their answers; nothing if there are no items.
#[component]
pub fn AnswerList(
    /// The items, in this order.
    items: Vec<ItemNumber>,
    /// The answers.
    answers: Answers,
    /// Whether each row links to its statement.
    linked: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let instrument = session.language().instrument();
    let row = move |item: ItemNumber| {
        let answer = answers.get(item);
        let answer_text = match answer {
            Some(answer) => format!("{} · {}", answer.value(), instrument.scale(answer)),
            None => session.language().review().no_answer.to_owned(),
        };
        let target = linked.then(|| Screen::Question(item).fragment());
        view! {
            <li>
                <a href=target data-answer=answer.map(Answer::value)>
                    <span class="number">{item.number()}</span>
                    <span class="statement">{instrument.item(item).text.as_str()}</span>
                    <span class="said">{answer_text}</span>
                </a>
            </li>
        }
    };
    (!items.is_empty())
        .then(|| view! { <ol class="answers-given">{items.into_iter().map(row).collect_view()}</ol> })
        .into_any()
}

/// Statements, each after a figure; nothing if there are no rows.
#[component]
pub fn FigureList(
    /// The items with their figures.
    rows: Vec<(ItemNumber, String)>,
    /// A note below each statement, in the same order. May be shorter than `rows`.
    #[prop(optional)]
    notes: Vec<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    if rows.is_empty() {
        return ().into_any();
    }
    let notes = notes.into_iter().map(Some).chain(std::iter::repeat(None));
    let row = move |((item, figure), note): ((ItemNumber, String), Option<String>)| {
        view! {
            <li data-item=item.number()>
                <b>{figure}</b>
                <span>
                    {session.language().instrument().item(item).text.as_str()}
                    {note.map(|note| view! { <br/><span class="small">{note}</span> })}
                </span>
            </li>
        }
    };
    view! { <ul class="figures">{rows.into_iter().zip(notes).map(row).collect_view()}</ul> }.into_any()
}

/// A change of an answer as a figure: "2 → 4".
pub fn from_to(from: Answer, to: Answer) -> String {
    format!("{} → {}", from.value(), to.value())
}
