//! A part of a view that is in another chunk.

use leptos::prelude::*;

use crate::lazy::{ChunkFuture, ChunkView};
use crate::platform::{IS_BROWSER, spawn};
use crate::state::Session;

/// Loads a chunk and renders the part; nothing until it is loaded. If it cannot be loaded, a message with a button to try again.
#[component]
pub fn Chunk(
    /// The function of [`crate::lazy`] that loads the chunk.
    load: fn() -> ChunkFuture,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let part = RwSignal::new(None::<Result<ChunkView, ()>>);
    let attempt = move || {
        part.set(None);
        spawn(async move {
            let loaded = load().await;
            // The view around it may have been removed meanwhile.
            _ = part.try_set(Some(loaded.map_err(|_| ())));
        });
    };
    if IS_BROWSER {
        attempt();
    }
    move || match part.get() {
        None => ().into_any(),
        Some(Ok(part)) => untrack(|| part(session)),
        Some(Err(())) => not_loaded(session, attempt),
    }
}

/// The message that a chunk could not be loaded, with a button to try again.
pub fn not_loaded(session: Session, retry: impl Fn() + 'static) -> AnyView {
    let words = session.language().shell();
    view! {
        <p class="notice warning" data-notice="not-loaded">
            <span>{words.not_loaded}</span>
            <button type="button" class="quiet" data-action="retry" on:click=move |_| retry()>{words.retry}</button>
        </p>
    }
    .into_any()
}
