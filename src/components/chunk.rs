//! A piece of a view whose code is in another chunk.

use leptos::prelude::*;

use crate::lazy::{LoadingPiece, Piece};
use crate::platform::{IS_BROWSER, spawn};
use crate::state::Session;

/// The piece, once its chunk is loaded; until then nothing. Where the chunk does not come, a sentence says so, with a button that tries
/// again.
#[component]
pub fn Chunk(
    /// Loads it.
    load: fn() -> LoadingPiece,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let piece = RwSignal::new(None::<Result<Piece, ()>>);
    let attempt = move || {
        piece.set(None);
        spawn(async move {
            let loaded = load().await;
            // Nobody waits for it where the view around it is gone.
            _ = piece.try_set(Some(loaded.map_err(|_| ())));
        });
    };
    if IS_BROWSER {
        attempt();
    }
    move || match piece.get() {
        None => ().into_any(),
        Some(Ok(piece)) => untrack(|| piece(session)),
        Some(Err(())) => not_loaded(session, attempt),
    }
}

/// A chunk did not come; and how to try again.
pub fn not_loaded(session: Session, retry: impl Fn() + 'static) -> AnyView {
    let words = session.language().around();
    view! {
        <p class="notice warning" data-notice="not-loaded">
            <span>{words.not_loaded}</span>
            <button type="button" class="quiet" data-action="retry" on:click=move |_| retry()>{words.retry}</button>
        </p>
    }
    .into_any()
}
