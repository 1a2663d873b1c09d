//! Evidence that alignment pays, further reading, and the limits of the instrument.

use crate::components::cited::cited;
use crate::components::disclosure::disclosure;
use crate::state::Session;
use leptos::prelude::*;

/// The reasons with their sources, the references, and the limits.
pub fn evidence(session: Session) -> AnyView {
    let words = session.language().advice();
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
        {disclosure(None, view! { <h2>{words.evidence}</h2> }, reasons)}
        <p class="small">{cited(session.language().result().source)}" "{words.limits}</p>
    }
    .into_any()
}
