//! Buttons that copy a link with the answers in progress.

use leptos::prelude::*;

use super::copy::{Prominence, copy_button};
use crate::state::Session;

/// A button that copies a link with the answers, for a browser that may not retain them.
pub fn draft_link(session: Session) -> AnyView {
    draft_link_row(session, false)
}

/// The same with a sentence that depends on whether this browser retains the answers.
pub fn draft_link_row(session: Session, is_retained: bool) -> AnyView {
    let words = session.language().transfer();
    let link = Signal::derive(move || session.draft_link().unwrap_or_default());
    view! {
        <div class="row take-along">
            <span class="small">{if is_retained { words.draft_link_note_on_review } else { words.draft_link_note }}</span>
            {copy_button(session, "take-along", words.copy_draft_link, Prominence::Quiet, link)}
        </div>
    }
    .into_any()
}

/// A button that copies the address of this view outside the frame.
pub fn copy_tab_link(session: Session) -> AnyView {
    let address = Signal::derive(move || session.tab_link().unwrap_or_default());
    copy_button(session, "copy-address", session.language().transfer().copy_address, Prominence::Quiet, address)
}
