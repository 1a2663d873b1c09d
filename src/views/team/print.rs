//! The printed sheets. All are always in the page, visible in print only; those that are not printed are `hidden`.

mod agenda;
mod board;
mod report;
mod summary;

use leptos::prelude::*;

use super::ViewState;
use super::import::repeats_text;
use crate::texts::Language;
use duet_domain::team::compare::Comparison;

/// What is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The agenda of the meeting, one sheet.
    Agenda,
    /// All figures. Also what the browser prints on its own.
    #[default]
    Report,
    /// The page for the board, one sheet.
    Board,
    /// The summary for everybody, one sheet.
    Summary,
}

pub fn print(state: ViewState) -> AnyView {
    let hidden = move |sheet: Sheet| move || state.sheet.get() != sheet;
    view! {
        <article class="report agenda" aria-hidden="true" hidden=hidden(Sheet::Agenda)>
            {move || state.comparison.with(|comparison| agenda::agenda(comparison, state.agenda.get()))}
        </article>
        <article class="report comparison-report" aria-hidden="true" hidden=hidden(Sheet::Report)>
            {move || report::report(state)}
            {move || repeated(state)}
        </article>
        <article class="report board" aria-hidden="true" hidden=hidden(Sheet::Board)>
            {move || board::board(state)}
        </article>
        <article class="report summary-sheet" aria-hidden="true" hidden=hidden(Sheet::Summary)>
            {move || summary::summary(state)}
        </article>
    }
    .into_any()
}

/// As how many people repeated codes are counted.
fn repeated(state: ViewState) -> Option<AnyView> {
    let repeats = state.session.team.team_of(state.source).repeated_codes();
    (!repeats.is_empty()).then(|| repeats_text(state.session, &repeats))
}

/// From how many people on figures of a side are shown in a sealed gathering.
fn sealed(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let minimum = comparison.seal?.minimum;
    Some(view! { <p class="fine" data-sealed=minimum>{(language.meeting().sealed)(minimum)}</p> }.into_any())
}
