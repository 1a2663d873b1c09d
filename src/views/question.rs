//! One statement, five answers.
//!
//! The answers are native radios. A browser moves between radios with the arrow keys by sending them a click, just as a finger
//! does; which of the two it was is told by the key that went down before. A finger answers and goes on; an arrow only chooses.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

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

/// The second half of a double tap belongs to the statement before.
fn is_second_tap(event: &MouseEvent) -> bool {
    event.detail() >= 2
}

/// Keeps a second tap from the browser too, which would choose the answer. Here on the label and not on the radio: the click
/// that WebKit passes on from the one to the other has lost its count.
fn ignore_second_tap(event: &MouseEvent) {
    if is_second_tap(event) {
        event.prevent_default();
    }
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
    // Drawn together: to follow the choice of each by itself took longer than all the rest of them.
    let options = move || {
        let chosen = session.answer_to(item);
        Answer::all().map(|answer| option(session, item, answer, chosen == Some(answer), &going)).collect_markup()
    };
    view! {
        <fieldset
            class="answers"
            aria-describedby="progress"
            on:keydown=key_down
            on:pointerdown=move |_| pointing.set(false)
        >
            <legend><h1>{statements.item(item).text.as_str()}</h1></legend>
            {options}
        </fieldset>
    }
}

/// One answer. `by_key` says whether a click on it comes from a key.
fn option(session: Session, item: ItemNumber, answer: Answer, chosen: bool, by_key: &Rc<Cell<bool>>) -> Markup {
    let by_key = Rc::clone(by_key);
    let click = move |event: MouseEvent| {
        if is_second_tap(&event) {
            return;
        }
        if by_key.get() {
            session.choose(item, answer);
        } else {
            session.answer(item, answer);
        }
    };
    view! {
        <label class="option" on:click=|event| ignore_second_tap(&event)>
            <input
                type="radio"
                name=format!("q{}", item.number())
                value=answer.digit()
                autocomplete="off"
                prop:checked=chosen
                on:click=click
                // A browser that moves between radios without a click.
                on:change=move |_| session.choose(item, answer)
            />
            <b>{answer.digit()}</b>
            <span>{session.statements().scale(answer)}</span>
        </label>
    }
}
