//! Why it pays, with sources; what to read; what the test is not.

use leptos::prelude::*;

use crate::anew::Anew;
use crate::components::cited::cited;
use crate::session::Session;

/// Reasons, references, limits.
pub fn why(session: Session) -> AnyView {
    let words = session.words().acting;
    let reason =
        |(text, source): (&'static str, &'static str)| view! { <li>{text}" "<span class="small">{source}</span></li> };
    view! {
        <details>
            <summary><h2>{words.why}</h2></summary>
            <ul class="looks">{words.reasons.map(reason).collect_view()}</ul>
            <h3>{words.reading}</h3>
            <ul class="looks small">{words.references.map(|text| view! { <li lang="en">{text}</li> }).collect_view()}</ul>
        </details>
        <p class="small">{cited(session.words().result.source)}" "{words.limits}</p>
    }
    .anew()
}
