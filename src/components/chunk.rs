//! A part of a view that is in another chunk.

use leptos::prelude::*;

use crate::lazy::{ChunkFuture, ChunkView};
use crate::platform::chunk::ChunkLoadError;
use crate::platform::{IS_BROWSER, page, spawn};
use crate::state::Session;

/// Loads a chunk and renders the part; nothing until it is loaded. If it cannot be loaded, a message with a button to try again.
#[component]
pub fn Chunk(
    /// The function of [`crate::lazy`] that loads the chunk.
    load: fn() -> ChunkFuture,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let part = RwSignal::new(None::<Result<ChunkView, ChunkLoadError>>);
    let attempt = move || {
        part.set(None);
        spawn(async move {
            let loaded = load().await;
            // The view around it may have been removed meanwhile.
            _ = part.try_set(Some(loaded));
        });
    };
    if IS_BROWSER {
        attempt();
    }
    move || match part.get() {
        None => ().into_any(),
        Some(Ok(part)) => untrack(|| part(session)),
        Some(Err(error)) => not_loaded(session, error, attempt),
    }
}

/// The message that a chunk could not be loaded, with a button to try again; or to reload the page, if the host has a newer version.
pub fn not_loaded(session: Session, error: ChunkLoadError, retry: impl Fn() + 'static) -> AnyView {
    let words = session.language().shell();
    let text = match error {
        ChunkLoadError::Network => words.no_network,
        ChunkLoadError::Host => words.host_failed,
        ChunkLoadError::Outdated => return outdated(session),
    };
    view! {
        <p class="notice warning" data-notice="not-loaded">
            <span>{text}</span>
            <button type="button" class="quiet" data-action="retry" on:click=move |_| retry()>{words.retry}</button>
        </p>
    }
    .into_any()
}

fn outdated(session: Session) -> AnyView {
    let words = session.language().shell();
    view! {
        <p class="notice" data-notice="outdated">
            <span>{words.outdated}</span>
            <button type="button" data-action="reload" on:click=|_| page::reload()>{words.reload}</button>
        </p>
    }
    .into_any()
}
