//! One statement, five answers.
//!
//! The answers are native radios. A browser moves between radios with the arrow keys by sending them a click, just as a finger
//! does; which of the two it was is told by the key that went down before. A finger answers and goes on; an arrow only chooses.

use leptos::ev::{Event, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use crate::charts::strands::Closing;
use crate::components::digit_keys::DigitKeys;
use crate::components::dots::Dots;
use crate::components::enter;
use crate::platform::{failure, page};
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::{Answer, ItemNumber};

/// How many milliseconds after the click that brought a statement another click is not meant for it: some 50 in which the statement is drawn,
/// and 150 in which nobody reads and aims. The fastest answers on purpose are 300 apart.
const DOUBLE_TAP: f64 = 200.0;

/// What answers are given with, and when the statement came that is shown.
#[derive(Clone, Copy)]
struct Hand {
    /// Whether the next click on an answer comes from an arrow or the space bar. Not until the key is up: the click of a space bar comes
    /// only then.
    by_key: StoredValue<bool>,
    by_finger: StoredValue<bool>,
    /// By the clock of events. It is the moment of the click that brought the statement, and a click is compared with it by its own: on a busy
    /// phone both are handled late.
    since: StoredValue<f64>,
}

impl Hand {
    fn new() -> Self {
        // When the program begins with a statement, nothing has changed under a finger.
        let changed = cfg!(target_arch = "wasm32") && failure::runs();
        let since = if changed { page::event_time() } else { f64::NEG_INFINITY };
        Self { by_key: StoredValue::new(false), by_finger: StoredValue::new(false), since: StoredValue::new(since) }
    }

    fn key_down(self, event: &KeyboardEvent) {
        self.by_key.set_value(event.key().starts_with("Arrow") || event.key() == " ");
    }

    fn pointer_down(self, event: &PointerEvent) {
        self.by_key.set_value(false);
        self.by_finger.set_value(event.pointer_type() == "touch");
    }

    /// Whether a click is the second half of a double tap, which belongs to what was shown before. The count of clicks alone does not say so:
    /// a browser counts up to the twentieth quick answer at one place. Nor are all fingers counted.
    fn taps_twice(self, click: &MouseEvent) -> bool {
        // A clock that has gone astray must not keep anybody from answering, so times far apart in either direction are none.
        let soon = (click.time_stamp() - self.since.get_value()).abs() < DOUBLE_TAP;
        soon && !self.by_key.get_value() && (click.detail() >= 2 || self.by_finger.get_value())
    }

    /// A click brings another statement.
    fn goes_on(self, click: &MouseEvent) {
        self.since.set_value(click.time_stamp());
    }
}

/// The view of the items. What is around them stays while the item changes, the dots above all: to make them anew took a phone as long
/// as everything else together.
#[component]
pub fn Questions() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().question();
    let hand = Hand::new();
    // Answer count at the last render of the strands, which move from there.
    let rendered = StoredValue::new(session.run.draft.read_untracked().answers.answered());
    view! {
        <For each=move || session.navigation.item() key=|item| *item let:item>{question(session, item, hand, rendered)}</For>
        <Dots/>
        <p class="row small">
            <a href=Screen::Review.fragment() data-action="review">{words.review}</a>
            <DigitKeys/>
        </p>
    }
}

/// One item. It is made anew, down to the last radio: one that stays in the page under another name would keep what the browser knows
/// of its old one.
fn question(session: Session, item: ItemNumber, hand: Hand, rendered: StoredValue<u8>) -> AnyView {
    let answered = session.run.draft.read_untracked().answers.answered();
    let before = rendered.get_value();
    rendered.set_value(answered);
    let words = session.language().question();
    let number = item.number();
    let next = item.next().map_or(Screen::Review, Screen::Question);
    let previous = item.previous().map_or(Screen::Start, Screen::Question);
    let on_enter = move |event: KeyboardEvent| {
        if enter::sends(&event) {
            session.go(next);
        }
    };
    hand.by_key.set_value(false);
    let on_next = move |event: MouseEvent| {
        if !hand.taps_twice(&event) {
            hand.goes_on(&event);
            session.go(next);
        }
    };
    view! {
        <div class="question" on:keydown=on_enter on:pointerdown=move |event| hand.pointer_down(&event)>
            <p class="progress">
                <Closing before answered/>
                <span id="progress">{(words.progress)(number)}</span>
            </p>
            <Options item hand/>
            <p class="row steps">
                <a class="button quiet" href=previous.fragment() data-action="back">{words.back}</a>
                <button type="button" data-action="next" on:click=on_next>{words.next}</button>
            </p>
        </div>
    }
    .into_any()
}

/// The answer that an event is about, if it comes from one.
fn answer_of(event: &Event) -> Option<Answer> {
    page::value(event).and_then(|value| value.parse().ok()).and_then(Answer::new)
}

#[component]
fn Options(item: ItemNumber, hand: Hand) -> impl IntoView {
    let session = expect_context::<Session>();
    let statements = session.language().statements();
    // Here and not on each answer: listeners are a good part of what a statement takes to be drawn.
    let click = move |event: MouseEvent| {
        // It is kept from the browser too, which would choose the answer; already on its way from the label to the radio, for the click that
        // WebKit passes on to that has lost its count.
        if hand.taps_twice(&event) {
            event.prevent_default();
        } else if let Some(answer) = answer_of(&event) {
            if hand.by_key.get_value() {
                session.run.answer(item, answer);
            } else {
                hand.goes_on(&event);
                session.answer(item, answer);
            }
        }
    };
    // A browser that moves between radios without a click.
    let change = move |event: Event| {
        if let Some(answer) = answer_of(&event) {
            session.run.answer(item, answer);
        }
    };
    let options = Answer::all().map(|answer| option(session, item, answer)).collect_view();
    view! {
        <fieldset
            class="answers"
            aria-describedby="progress"
            on:keydown=move |event| hand.key_down(&event)
            on:click=click
            on:change=change
        >
            <legend><h1>{statements.item(item).text.as_str()}</h1></legend>
            {options}
        </fieldset>
    }
}

/// One answer.
fn option(session: Session, item: ItemNumber, answer: Answer) -> AnyView {
    view! {
        <label class="option">
            <input
                type="radio"
                name=format!("q{}", item.number())
                value=answer.digit()
                autocomplete="off"
                prop:checked=move || session.run.answer_to(item) == Some(answer)
            />
            <b>{answer.digit()}</b>
            <span>{session.language().statements().scale(answer)}</span>
        </label>
    }
    .into_any()
}
