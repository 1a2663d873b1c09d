//! The themes along the two strands, with both sides.

use leptos::prelude::*;

use super::{ViewState, both};
use crate::charts::theme_sides::{ThemeSides, rows};
use crate::texts::Language;
use duet_domain::instrument::Theme;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS};

/// The drawing, and the same in text; nothing if a side is hidden.
pub fn themes(state: ViewState) -> Option<AnyView> {
    let comparison = state.comparison.get();
    let language = state.session.language();
    let words = language.team();
    let rows = rows(&comparison, language)?;
    let line = |theme: Theme| {
        let name = language.instrument().theme(theme);
        let gap = comparison.theme_gap(theme).map(|gap| format!(" · {} {}", words.gap, state.number(gap.abs())));
        view! {
            <li data-theme=theme.key()>
                <b>{name}</b>
                <span class="small">{figures(&comparison, theme, language)}{gap}</span>
            </li>
        }
    };
    Some(
        view! {
            <figure class="themes both">
                <figcaption><h2>{words.themes}</h2><p class="small">{words.themes_note}</p></figcaption>
                <ThemeSides rows/>
                <ul class="theme-figures">{Theme::ALL.map(line).collect_view()}</ul>
            </figure>
        }
        .into_any(),
    )
}

fn figures(comparison: &Comparison, theme: Theme, language: Language) -> String {
    both(comparison, language, |group| {
        group.display_theme_mean(theme).map(|mean| language.number(mean, DISPLAY_DECIMALS))
    })
}
