//! Copying a text: the button says on itself that it is done, where the eye is. Where the browser refuses, the text stands beside it,
//! selected, to be copied by hand.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::{focus, page, share, spawn};
use crate::state::Session;

/// How long a button says that it has copied.
const SAID: Duration = Duration::from_secs(6);

/// What came of the last press.
#[derive(Clone, Copy)]
struct Press {
    copied: RwSignal<bool>,
    by_hand: RwSignal<bool>,
    /// Counts them: what comes of one before the last is not shown.
    number: StoredValue<u32>,
}

impl Press {
    fn none() -> Self {
        Self { copied: RwSignal::new(false), by_hand: RwSignal::new(false), number: StoredValue::new(0) }
    }

    /// Another one: what was said of the one before goes.
    fn begin(self) -> u32 {
        self.number.update_value(|number| *number += 1);
        self.copied.set(false);
        self.by_hand.set(false);
        self.number.get_value()
    }

    /// Whether that press is the last one, on a button that is still in the page.
    fn is_last(self, number: u32) -> bool {
        self.number.try_get_value() == Some(number)
    }

    /// Copies a text, and says what came of it unless there was another press meanwhile.
    async fn copy(self, number: u32, action: &'static str, text: &str) {
        let copied = share::copy(text).await;
        if !self.is_last(number) {
            return;
        }
        self.copied.set(copied);
        self.by_hand.set(!copied);
        if !copied {
            focus::select_text_later(format!("[data-by-hand=\"{action}\"]"));
        }
    }
}

/// A button that copies a text as it is when it is pressed. `action` is its hook.
pub fn copy_button(session: Session, action: &'static str, label: &'static str, text: Signal<String>) -> AnyView {
    let words = session.language().handing();
    let press = Press::none();
    let (copied, by_hand) = (press.copied, press.by_hand);
    let pressed = move |_| {
        let (text, number) = (text.get_untracked(), press.begin());
        spawn(async move {
            press.copy(number, action, &text).await;
            page::later(SAID, move || {
                if press.is_last(number) {
                    copied.set(false);
                }
            });
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="quiet" data-action=action data-label=label data-done=words.copied on:click=pressed>
                <span>{move || if copied.get() { words.copied } else { label }}</span>
            </button>
            <span role="status" class="heard">{move || copied.get().then(|| view! { <span>{words.copied}</span> })}</span>
            {move || by_hand.get().then(|| beside(action, words.not_copied, text))}
        </span>
    }.into_any()
}

/// A button that opens the share sheet of the system with a text; nothing where there is none. Where the sheet does not come, the text is
/// copied instead.
pub fn share_button(session: Session, text: Signal<String>) -> AnyView {
    const ACTION: &str = "share";
    if !share::can_share() {
        return ().into_any();
    }
    let words = session.language().handing();
    let press = Press::none();
    let (copied, by_hand) = (press.copied, press.by_hand);
    let pressed = move |_| {
        let (text, number) = (text.get_untracked(), press.begin());
        spawn(async move {
            if share::share(&text).await == share::Shared::Refused {
                press.copy(number, ACTION, &text).await;
            }
        });
    };
    view! {
        <span class="copy">
            <button type="button" class="quiet" data-action=ACTION on:click=pressed>{words.share}</button>
            <span role="status" class="instead">{move || copied.get().then(|| view! { <span>{words.shared_by_copy}</span> })}</span>
            {move || by_hand.get().then(|| beside(ACTION, words.shared_by_hand, text))}
        </span>
    }
    .into_any()
}

/// The text, where the browser did not copy it.
fn beside(action: &'static str, why: &'static str, text: Signal<String>) -> AnyView {
    view! {
        <label class="field by-hand">
            <span>{why}</span>
            <textarea rows="3" readonly spellcheck="false" translate="no" data-by-hand=action prop:value=text></textarea>
        </label>
    }.into_any()
}
