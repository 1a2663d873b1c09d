//! Confirmation of an action that cannot be undone.

use leptos::prelude::*;

use crate::state::Session;

/// A button that opens a question with a second button, which runs the action.
#[component]
pub fn Confirm(
    /// The label of the first button.
    label: &'static str,
    /// The question.
    ask: &'static str,
    /// The `data-action` of the second button.
    action: &'static str,
    /// The label of the second button; that of deleting if there is none.
    #[prop(optional)]
    yes: Option<&'static str>,
    /// The action.
    run: Callback<()>,
) -> impl IntoView {
    let yes = yes.unwrap_or_else(|| expect_context::<Session>().language().about().clear_yes);
    view! {
        <details class="confirm">
            <summary class="button quiet">{label}"…"</summary>
            <p>{ask}</p>
            <button type="button" data-action=action on:click=move |_| run.run(())>{yes}</button>
        </details>
    }
    .into_any()
}
