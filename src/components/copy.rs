//! Buttons that copy or share a text. The label of the button says that the text was copied. If the browser refuses, the text is shown in
//! a field, selected, to be copied by hand.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::{focus, page, share, spawn};
use crate::state::Session;

/// How long a button says that it has copied.
const COPIED_LABEL: Duration = Duration::from_secs(6);

/// How prominent a button is. A place has one primary button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prominence {
    /// The one button of a place that most people need.
    Primary,
    /// Any other button.
    Quiet,
}

impl Prominence {
    /// Its class.
    pub const fn class(self) -> Option<&'static str> {
        match self {
            Self::Primary => None,
            Self::Quiet => Some("quiet"),
        }
    }
}

/// The outcome of the last press of a button.
#[derive(Clone, Copy)]
struct Press {
    copied: RwSignal<bool>,
    by_hand: RwSignal<bool>,
    /// Number of the last press; outcomes of earlier ones are not shown.
    number: StoredValue<u32>,
}

impl Press {
    fn none() -> Self {
        Self { copied: RwSignal::new(false), by_hand: RwSignal::new(false), number: StoredValue::new(0) }
    }

    /// Starts a press and clears the outcome of the previous one. Returns its number.
    fn begin(self) -> u32 {
        self.number.update_value(|number| *number += 1);
        self.copied.set(false);
        self.by_hand.set(false);
        self.number.get_value()
    }

    /// Whether a press is the last one, and its button is still in the page.
    fn is_last(self, number: u32) -> bool {
        self.number.try_get_value() == Some(number)
    }

    /// Copies a text, and sets the outcome unless there was another press meanwhile.
    async fn copy(self, number: u32, action: &'static str, text: &str) {
        let copied = share::copy(text).await;
        if !self.is_last(number) {
            return;
        }
        self.copied.set(copied);
        self.by_hand.set(!copied);
        if !copied {
            focus::select_text_after_render(format!("[data-by-hand=\"{action}\"]"));
        }
    }
}

/// A button that copies a text, evaluated when it is pressed. `action` is its `data-action`.
pub fn copy_button(
    session: Session,
    action: &'static str,
    label: &'static str,
    prominence: Prominence,
    text: Signal<String>,
) -> AnyView {
    let words = session.language().transfer();
    let press = Press::none();
    let (copied, by_hand) = (press.copied, press.by_hand);
    let pressed = move |_| {
        let (text, number) = (text.get_untracked(), press.begin());
        spawn(async move {
            press.copy(number, action, &text).await;
            page::after_delay(COPIED_LABEL, move || {
                if press.is_last(number) {
                    copied.set(false);
                }
            });
        });
    };
    view! {
        <span class="copy">
            <button type="button" class=prominence.class() data-action=action data-label=label data-done=words.copied on:click=pressed>
                <span>{move || if copied.get() { words.copied } else { label }}</span>
            </button>
            <span role="status" class="heard">{move || copied.get().then(|| view! { <span>{words.copied}</span> })}</span>
            {move || by_hand.get().then(|| copy_by_hand(action, words.not_copied, text))}
        </span>
    }.into_any()
}

/// A button that opens the share sheet of the system with a text; nothing if there is none. If the sheet is refused, the text is copied
/// instead.
pub fn share_button(
    session: Session,
    action: &'static str,
    label: &'static str,
    prominence: Prominence,
    text: Signal<String>,
) -> AnyView {
    if !share::can_share() {
        return ().into_any();
    }
    let words = session.language().transfer();
    let press = Press::none();
    let (copied, by_hand) = (press.copied, press.by_hand);
    let pressed = move |_| {
        let (text, number) = (text.get_untracked(), press.begin());
        spawn(async move {
            if share::share(&text).await == share::ShareOutcome::Refused {
                press.copy(number, action, &text).await;
            }
        });
    };
    view! {
        <span class="copy">
            <button type="button" class=prominence.class() data-action=action on:click=pressed>{label}</button>
            <span role="status" class="instead">{move || copied.get().then(|| view! { <span>{words.shared_by_copy}</span> })}</span>
            {move || by_hand.get().then(|| copy_by_hand(action, words.shared_by_hand, text))}
        </span>
    }
    .into_any()
}

/// A field with the text, to be copied by hand.
fn copy_by_hand(action: &'static str, label: &'static str, text: Signal<String>) -> AnyView {
    view! {
        <label class="field by-hand">
            <span>{label}</span>
            <textarea rows="3" readonly spellcheck="false" translate="no" data-by-hand=action prop:value=text></textarea>
        </label>
    }.into_any()
}
