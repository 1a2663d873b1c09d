//! One statement with five answers.
//!
//! The answers are native radios. Browsers dispatch a click for arrow keys too, so the last key event tells a pointer from a key. A click by
//! a pointer answers and goes to the next statement; an arrow key only selects.

use leptos::ev::{Event, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use crate::charts::strands::ProgressStrands;
use crate::components::digit_keys::DigitKeys;
use crate::components::dots::Dots;
use crate::components::enter;
use crate::platform::{IS_BROWSER, failure, page};
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::{Answer, ItemNumber};

/// A second click within this time after the one that led to a statement may be part of a double tap, in milliseconds: about 50 until the
/// statement is rendered, and 150 in which nobody can react. Intended answers are at least 300 apart.
const DOUBLE_TAP_MS: f64 = 200.0;

/// Whether answers are given by key, touch or mouse, and when the statement was shown.
#[derive(Clone, Copy)]
struct AnswerInput {
    /// Whether the next click on an answer comes from an arrow key or the space bar. Not reset on key-up, because the click of the space bar
    /// follows it.
    by_key: StoredValue<bool>,
    by_touch: StoredValue<bool>,
    /// The time stamp of the click that led to the statement. Time stamps of events are compared, because a busy phone handles events with a delay.
    shown_at: StoredValue<f64>,
}

impl AnswerInput {
    fn new() -> Self {
        // The first view replaces no statement, so no double tap can reach it.
        let is_later_view = IS_BROWSER && failure::has_started();
        let shown_at = if is_later_view { page::event_time() } else { f64::NEG_INFINITY };
        Self {
            by_key: StoredValue::new(false),
            by_touch: StoredValue::new(false),
            shown_at: StoredValue::new(shown_at),
        }
    }

    fn key_down(self, event: &KeyboardEvent) {
        self.by_key.set_value(event.key().starts_with("Arrow") || event.key() == " ");
    }

    fn pointer_down(self, event: &PointerEvent) {
        self.by_key.set_value(false);
        self.by_touch.set_value(event.pointer_type() == "touch");
    }

    /// Whether a click is the second half of a double tap on the previous statement. The click count alone is not enough: browsers count on
    /// through twenty quick answers at one place, and do not count all touches.
    fn is_double_tap(self, click: &MouseEvent) -> bool {
        // The absolute difference, so that a clock that was set back does not block answering.
        let soon = (click.time_stamp() - self.shown_at.get_value()).abs() < DOUBLE_TAP_MS;
        soon && !self.by_key.get_value() && (click.detail() >= 2 || self.by_touch.get_value())
    }

    /// To be called when a click leads to another statement.
    fn set_shown(self, click: &MouseEvent) {
        self.shown_at.set_value(click.time_stamp());
    }
}

/// The view of the statements. Only the statement is re-rendered when the item changes; re-rendering the dots doubled the time on a
/// phone.
#[component]
pub fn Questions() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().question();
    let input = AnswerInput::new();
    // Answer count at the last render of the strands, which move from there.
    let rendered = StoredValue::new(session.run.draft.read_untracked().answers.answered());
    view! {
        <For each=move || session.navigation.item() key=|item| *item let:item>{question(session, item, input, rendered)}</For>
        <Dots/>
        <p class="row small">
            <a href=Screen::Review.fragment() data-action="review">{words.review}</a>
            <DigitKeys/>
        </p>
    }
}

/// One statement, with new elements for each: a radio that is renamed would keep browser state of the previous statement.
fn question(session: Session, item: ItemNumber, input: AnswerInput, rendered: StoredValue<u8>) -> AnyView {
    let answered = session.run.draft.read_untracked().answers.answered();
    let before = rendered.get_value();
    rendered.set_value(answered);
    let words = session.language().question();
    let number = item.number();
    let next = item.next().map_or(Screen::Review, Screen::Question);
    let previous = item.previous().map_or(Screen::Start, Screen::Question);
    let on_enter = move |event: KeyboardEvent| {
        if enter::submits(&event) {
            session.go(next);
        }
    };
    input.by_key.set_value(false);
    let on_next = move |event: MouseEvent| {
        if !input.is_double_tap(&event) {
            input.set_shown(&event);
            session.go(next);
        }
    };
    view! {
        <div class="question" on:keydown=on_enter on:pointerdown=move |event| input.pointer_down(&event)>
            <p class="progress">
                <ProgressStrands before answered/>
                <span id="progress">{(words.progress)(number)}</span>
            </p>
            <Options item input/>
            <p class="row steps">
                <a class="button quiet" href=previous.fragment() data-action="back">{words.back}</a>
                <button type="button" data-action="next" on:click=on_next>{words.next}</button>
            </p>
        </div>
    }
    .into_any()
}

/// The answer whose radio is the target of an event.
fn answer_of(event: &Event) -> Option<Answer> {
    page::input_value(event).and_then(|value| value.parse().ok()).and_then(Answer::new)
}

#[component]
fn Options(item: ItemNumber, input: AnswerInput) -> impl IntoView {
    let session = expect_context::<Session>();
    let statements = session.language().statements();
    // One listener for all answers: listeners are a large part of the render time.
    let click = move |event: MouseEvent| {
        // Also prevent the selection by the browser. The listener sees the click on the label: the click that WebKit then dispatches on the
        // radio has no click count.
        if input.is_double_tap(&event) {
            event.prevent_default();
        } else if let Some(answer) = answer_of(&event) {
            if input.by_key.get_value() {
                session.run.answer(item, answer);
            } else {
                input.set_shown(&event);
                session.answer(item, answer);
            }
        }
    };
    // For browsers that select a radio by key without a click.
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
            on:keydown=move |event| input.key_down(&event)
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
