//! The way to the values that were set aside.

use leptos::prelude::*;

use crate::browser::files;
use crate::components::next_way::{Doubt, next_way};
use crate::session::Session;

/// Gives them to the person as a file.
#[component]
pub fn DownloadSetAside() -> impl IntoView {
    let session = expect_context::<Session>();
    let doubt = RwSignal::new(None);
    let save = move |_| {
        let text = untrack(|| session.all_set_aside());
        let offered = files::download("duet-quarantine.json", "application/json", &text).is_ok();
        doubt.set(Some(Doubt::of_file(offered, Some(text))));
    };
    view! {
        <button type="button" class="quiet" data-action="download-quarantine" on:click=save>
            {session.further().saving.download}
        </button>
        {next_way(session, doubt, Signal::stored(None))}
    }
}
