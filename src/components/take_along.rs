//! Links that take unfinished answers along: to another browser or device, and out of a frame.

use leptos::prelude::*;

use super::copy::copy_button;
use crate::state::Session;

/// A button that copies a link with the answers, where they may not last.
pub fn take_along(session: Session) -> AnyView {
    link(session, false)
}

/// A button that copies a link with the answers, after a sentence that says what for: to finish elsewhere where they last, to keep them
/// where they may not.
pub fn link(session: Session, lasts: bool) -> AnyView {
    let words = session.language().handing();
    let link = Signal::derive(move || session.take_along().unwrap_or_default());
    view! {
        <div class="row take-along">
            <span class="small">{if lasts { words.elsewhere } else { words.along }}</span>
            {copy_button(session, "take-along", words.take_along, link)}
        </div>
    }
    .into_any()
}

/// A button that copies the address of a tab of its own.
pub fn copy_own_tab(session: Session) -> AnyView {
    let address = Signal::derive(move || session.own_tab().unwrap_or_default());
    copy_button(session, "copy-address", session.language().handing().copy_address, address)
}
