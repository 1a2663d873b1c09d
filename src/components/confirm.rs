//! Something that cannot be undone, in two steps.

use leptos::prelude::*;

use crate::state::Session;

/// A button that opens a question, and the one that does it.
#[component]
pub fn Confirm(
    /// What it does.
    label: &'static str,
    /// The question.
    ask: &'static str,
    /// The hook of the button that does it.
    action: &'static str,
    /// Does it.
    run: Callback<()>,
) -> impl IntoView {
    let yes = expect_context::<Session>().language().about().clear_yes;
    view! {
        <details class="confirm">
            <summary class="button quiet">{label}"…"</summary>
            <p>{ask}</p>
            <button type="button" data-action=action on:click=move |_| run.run(())>{yes}</button>
        </details>
    }
    .into_any()
}
