//! The way out of a frame.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::chunk::Chunk;
use crate::lazy;
use crate::platform::frame;
use crate::state::Session;

/// Leads to the same view in a tab of its own, with the answers; nothing where the page is in one already. Where no such tab can
/// be opened, there is the address, to be copied.
#[component]
pub fn OwnTab() -> impl IntoView {
    let session = expect_context::<Session>();
    let confined = !frame::is_framed() && frame::is_without_origin();
    if !(frame::is_framed() || confined) || session.own_tab().is_none() {
        return ().into_any();
    }
    let words = session.language().around();
    // A tab opened from a sandbox is in the sandbox too, and so would be the next one.
    let refused = RwSignal::new(confined);
    let address = move || session.own_tab().unwrap_or_default();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        refused.set(!frame::open_tab(&untrack(address)));
    };
    let by_hand = move || {
        view! {
            <label class="field">
                <span>{words.no_tab}</span>
                <textarea rows="3" readonly spellcheck="false" translate="no" prop:value=address></textarea>
            </label>
            <Chunk load=lazy::copy_own_tab/>
        }
    };
    view! {
        <div class="own-tab">
            {(!confined).then(|| view! {
                <a class="button quiet" href=address target="_blank" data-action="own-tab" on:click=open>{words.own_tab}</a>
            })}
            <div role="status">{move || refused.get().then(by_hand)}</div>
        </div>
    }
    .into_any()
}

/// What a frame may forbid without saying so, and the way out; nothing where there is no frame.
#[component]
pub fn FrameNote() -> impl IntoView {
    let session = expect_context::<Session>();
    frame::is_framed()
        .then(|| view! { <div class="panel" data-notice="frame"><p>{session.language().frame().frame_note}</p><OwnTab/></div> })
        .into_any()
}
