//! The way to the values that were set aside.

use leptos::prelude::*;

use crate::components::next_way::{Doubt, next_way};
use crate::platform::files;
use crate::state::Session;

/// Gives them to the person as a file.
#[component]
pub fn DownloadSetAside() -> impl IntoView {
    let session = expect_context::<Session>();
    let doubt = RwSignal::new(None);
    let save = move |_| {
        let text = untrack(|| session.storage.quarantine_file());
        let offered = files::download("duet-quarantine.json", "application/json", &text).is_ok();
        doubt.set(Some(Doubt::of_file(offered, Some(text))));
    };
    view! {
        <button type="button" class="quiet" data-action="download-quarantine" on:click=save>
            {session.language().saving().download}
        </button>
        {next_way(session, doubt, Signal::stored(None))}
    }
}
