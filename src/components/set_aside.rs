//! The way to the values that were set aside.

use leptos::prelude::*;

use crate::markup::{Markup, view};
use crate::session::Session;

/// Gives them to the person as a file.
#[component]
pub fn DownloadSetAside() -> Markup {
    let session = expect_context::<Session>();
    view! {
        <button type="button" class="quiet" data-action="download-quarantine" on:click=move |_| session.download_set_aside()>
            {session.further().saving.download}
        </button>
    }
}
