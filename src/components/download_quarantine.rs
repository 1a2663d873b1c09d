//! The download of the quarantine.

use leptos::prelude::*;

use crate::components::fallback::{Fallback, fallback_panel};
use crate::platform::files;
use crate::state::Session;

/// A button that downloads all values in quarantine as one file.
#[component]
pub fn DownloadQuarantine() -> impl IntoView {
    let session = expect_context::<Session>();
    let fallback = RwSignal::new(None);
    let save = move |_| {
        let text = untrack(|| session.storage.quarantine_file());
        let offered = files::download("duet-quarantine.json", "application/json", &text).is_ok();
        fallback.set(Some(Fallback::for_file(offered, Some(text))));
    };
    view! {
        <button type="button" class="quiet" data-action="download-quarantine" on:click=save>
            {session.language().quarantine().download}
        </button>
        {fallback_panel(session, fallback, Signal::stored(None))}
    }
}
