//! Opening the view outside its frame.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::chunk::Chunk;
use crate::lazy;
use crate::platform::frame;
use crate::state::Session;

/// A link to the same view in a new tab, with the answers; nothing if the page is not restricted by a frame. If the tab cannot be opened,
/// the address is shown, to be copied.
#[component]
pub fn OpenInTab() -> impl IntoView {
    let session = expect_context::<Session>();
    let is_sandboxed_tab = !frame::is_framed() && frame::has_opaque_origin();
    if !(frame::is_framed() || is_sandboxed_tab) || session.tab_link().is_none() {
        return ().into_any();
    }
    let words = session.language().shell();
    // A tab opened from a sandboxed frame inherits the sandbox, and so would another one.
    let blocked = RwSignal::new(is_sandboxed_tab);
    let address = move || session.tab_link().unwrap_or_default();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        blocked.set(!frame::open_tab(&untrack(address)));
    };
    let by_hand = move || {
        view! {
            <label class="field">
                <span>{words.tab_blocked}</span>
                <textarea rows="3" readonly spellcheck="false" translate="no" prop:value=address></textarea>
            </label>
            <Chunk load=lazy::copy_tab_link/>
        }
    };
    view! {
        <div class="own-tab">
            {(!is_sandboxed_tab).then(|| view! {
                <a class="button quiet" href=address target="_blank" data-action="own-tab" on:click=open>{words.open_in_tab}</a>
            })}
            <div role="status">{move || blocked.get().then(by_hand)}</div>
        </div>
    }
    .into_any()
}

/// A note that the frame may block downloads and printing, with the link to a new tab; nothing outside a frame.
#[component]
pub fn FrameNote() -> impl IntoView {
    let session = expect_context::<Session>();
    frame::is_framed()
        .then(|| view! { <div class="panel" data-notice="frame"><p>{session.language().frame().frame_note}</p><OpenInTab/></div> })
        .into_any()
}
