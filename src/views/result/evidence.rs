//! Evidence that alignment pays, further reading, and the limits of the instrument.

use crate::components::cited::cited;
use crate::state::Session;
use leptos::prelude::*;

/// The reasons with their sources, and the references.
pub fn evidence(session: Session) -> AnyView {
    let words = session.language().advice();
    let reason =
        |(text, source): (&'static str, &'static str)| view! { <li>{text}" "<span class="small">{source}</span></li> };
    view! {
        <ul class="looks">{words.reasons.map(reason).collect_view()}</ul>
        <h3>{words.reading}</h3>
        <ul class="looks small">{words.references.map(|text| view! { <li lang="en">{text}</li> }).collect_view()}</ul>
    }
    .into_any()
}

/// The source of the levels, and the limits of the instrument.
pub fn limits(session: Session) -> AnyView {
    let (words, advice) = (session.language().result(), session.language().advice());
    view! { <p class="small">{cited(words.source)}" "{advice.limits}</p> }.into_any()
}
