//! Why it pays, with sources; what to read; what the test is not.

use crate::components::cited::cited;
use crate::components::folded::folded;
use crate::state::Session;
use leptos::prelude::*;

/// Reasons, references, limits.
pub fn why(session: Session) -> AnyView {
    let words = session.language().acting();
    let reason =
        |(text, source): (&'static str, &'static str)| view! { <li>{text}" "<span class="small">{source}</span></li> };
    let reasons = move || {
        view! {
            <ul class="looks">{words.reasons.map(reason).collect_view()}</ul>
            <h3>{words.reading}</h3>
            <ul class="looks small">{words.references.map(|text| view! { <li lang="en">{text}</li> }).collect_view()}</ul>
        }
    };
    view! {
        {folded(None, view! { <h2>{words.why}</h2> }, reasons)}
        <p class="small">{cited(session.language().result().source)}" "{words.limits}</p>
    }
    .into_any()
}
