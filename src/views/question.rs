//! One statement, five answers.
//!
//! The answers are native radios. A browser moves between radios with the arrow keys by sending them a click, just as a finger
//! does; which of the two it was is told by the key that went down before. A finger answers and goes on; an arrow only chooses.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::browser::page;
use crate::charts::strands::Closing;
use crate::components::digit_keys::DigitKeys;
use crate::components::dots::Dots;
use crate::components::enter;
use crate::domain::answers::{Answer, ItemNumber};
use crate::markup::{CollectMarkup, IntoMarkup, Markup, view};
use crate::screen::Screen;
use crate::session::Session;

/// The view of the items. What is around them stays while the item changes, the dots above all: to make them anew took a phone as long
/// as everything else together.
#[component]
pub fn Questions() -> Markup {
    let session = expect_context::<Session>();
    let words = &session.basics().question;
    view! {
        {move || session.item().map(|item| question(session, item))}
        <Dots/>
        <p class="row small">
            <a href=Screen::Review.fragment() data-action="review">{words.review}</a>
            <DigitKeys/>
        </p>
    }
}

/// One item. It is made anew, down to the last radio: one that stays in the page under another name would keep what the browser knows
/// of its old one.
fn question(session: Session, item: ItemNumber) -> Markup {
    let words = &session.basics().question;
    let number = item.number();
    let next = item.next().map_or(Screen::Review, Screen::Question);
    let previous = item.previous().map_or(Screen::Start, Screen::Question);
    let on_enter = move |event: KeyboardEvent| {
        if enter::sends(&event) {
            session.go(next);
        }
    };
    view! {
        <div class="question" on:keydown=on_enter>
            <p class="progress">
                <Closing before=session.drawn_before() answered=session.answered()/>
                <span id="progress">{(words.progress)(number)}</span>
            </p>
            <Options item/>
            <p class="row steps">
                <a class="button quiet" href=previous.fragment() data-action="back">{words.back}</a>
                <button type="button" data-action="next" on:click=move |_| session.go(next)>{words.next}</button>
            </p>
        </div>
    }
    .anew()
}

/// The answer that an event is about, if it comes from one.
fn answer_of(event: &Event) -> Option<Answer> {
    page::value(event).and_then(|value| value.parse().ok()).and_then(Answer::new)
}

#[component]
fn Options(item: ItemNumber) -> Markup {
    let session = expect_context::<Session>();
    let statements = session.statements();
    // Whether the next click on an answer comes from an arrow or the space bar. Not until the key is up: the click of a space
    // bar comes only then.
    let by_key = Rc::new(Cell::new(false));
    let (going, pointing) = (Rc::clone(&by_key), Rc::clone(&by_key));
    let key_down = move |event: KeyboardEvent| {
        by_key.set(event.key().starts_with("Arrow") || event.key() == " ");
    };
    // Here and not on each answer: listeners are a good part of what a statement takes to be drawn.
    let click = move |event: MouseEvent| {
        // The second half of a double tap belongs to the statement before. It is kept from the browser too, which would choose the answer;
        // already on its way to the radio, for the click that WebKit passes on to that has lost its count.
        if event.detail() >= 2 {
            event.prevent_default();
        } else if let Some(answer) = answer_of(&event) {
            if going.get() {
                session.choose(item, answer);
            } else {
                session.answer(item, answer);
            }
        }
    };
    // A browser that moves between radios without a click.
    let change = move |event: Event| {
        if let Some(answer) = answer_of(&event) {
            session.choose(item, answer);
        }
    };
    // Drawn together: to follow the choice of each by itself took longer than all the rest of them.
    let options = move || {
        let chosen = session.answer_to(item);
        Answer::all().map(|answer| option(session, item, answer, chosen == Some(answer))).collect_markup()
    };
    view! {
        <fieldset
            class="answers"
            aria-describedby="progress"
            on:keydown=key_down
            on:pointerdown=move |_| pointing.set(false)
            on:click=click
            on:change=change
        >
            <legend><h1>{statements.item(item).text.as_str()}</h1></legend>
            {options}
        </fieldset>
    }
}

/// One answer.
fn option(session: Session, item: ItemNumber, answer: Answer, chosen: bool) -> Markup {
    view! {
        <label class="option">
            <input
                type="radio"
                name=format!("q{}", item.number())
                value=answer.digit()
                autocomplete="off"
                prop:checked=chosen
            />
            <b>{answer.digit()}</b>
            <span>{session.statements().scale(answer)}</span>
        </label>
    }
    .into_markup()
}
