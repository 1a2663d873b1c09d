//! The summary for everybody on one sheet: what its link shows, with the link as a QR code.

use leptos::prelude::*;

use super::super::{ViewState, discussion, period};
use super::report::{both_sides, listed};
use crate::components::qr::QrOf;
use crate::platform::address;
use duet_domain::summary::{ComparisonSummary, Summary};

/// The sheet; nothing if no side may be shown.
pub fn summary(state: ViewState) -> Option<AnyView> {
    let language = state.session.language();
    let words = language.summary();
    let title = state.summary_title.get();
    let summary = state.comparison.with(|comparison| ComparisonSummary::of(comparison, &title))?;
    // Not the comparison itself, which has more than everybody may get.
    let comparison = summary.to_comparison();
    let heading =
        if summary.title().is_empty() { language.team().report_title.to_owned() } else { summary.title().to_owned() };
    let link = address::link(&Summary::Comparison(summary).encode());
    Some(
        view! {
            <header>
                <div>
                    <h1 translate="no">{heading}</h1>
                    <p>{period(&comparison, language)}</p>
                    <p class="fine">{words.for_everybody_note}</p>
                </div>
                {link.map(|text| view! { <QrOf text/> })}
            </header>
            {both_sides(&comparison, language)}
            {discussion::lists(&comparison, language).into_iter().map(|list| listed(list, language)).collect_view()}
            <p class="fine">{language.team().source}</p>
        }
        .into_any(),
    )
}
