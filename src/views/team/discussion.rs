//! What to discuss: lists of statements, and how far people agree.

use leptos::prelude::*;

use super::sides::why_hidden;
use super::{ViewState, both_means};
use crate::components::statement_lists::FigureList;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS};

/// A list of statements to discuss.
pub struct List {
    /// The value of `data-list`.
    key: &'static str,
    pub title: String,
    /// The rule by which statements are in it.
    pub note: &'static str,
    /// The statements with their figures.
    pub rows: Vec<(ItemNumber, String)>,
    /// A note below each statement; may be empty.
    pub notes: Vec<String>,
}

pub fn discussion(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let words = state.session.language().team();
    let part = |List { key, title, note, rows, notes }: List| {
        let empty = rows.is_empty().then(|| view! { <p>{words.list_empty}</p> });
        view! {
            <section data-list=key>
                <h3>{title}</h3>
                <p class="small">{note}</p>
                {empty}
                <FigureList rows notes/>
            </section>
        }
    };
    let lists = lists(&comparison, state.session.language());
    if lists.is_empty() {
        return why_hidden(&comparison, state.session.language()).map(|text| view! { <p>{text}</p> }).into_any();
    }
    (!lists.is_empty())
        .then(|| view! { <div class="pair">{lists.into_iter().map(part).collect_view()}</div> })
        .into_any()
}

/// The lists with their figures. Those about both sides only if both are shown.
pub fn lists(comparison: &Comparison, language: Language) -> Vec<List> {
    let words = language.team();
    let lists = comparison.findings();
    let [gap_note, weak_note, strong_note, divided_note] = words.list_notes;
    let mean = |item| (item, language.number(comparison.midpoint(item), DISPLAY_DECIMALS));
    let gap =
        |item| (item, comparison.gap(item).map(|gap| language.number(gap.abs(), DISPLAY_DECIMALS)).unwrap_or_default());
    let mut found: Vec<List> = Vec::new();
    if comparison.both_details().is_some() {
        let notes = lists.gaps.iter().map(|item| both_means(comparison, *item, language)).collect();
        let rows = lists.gaps.into_iter().map(gap).collect();
        found.push(List { key: "gaps", title: words.gaps.to_owned(), note: gap_note, rows, notes });
        for (key, title, note, items) in [
            ("weaknesses", words.weaknesses, weak_note, lists.weaknesses),
            ("strengths", words.strengths, strong_note, lists.strengths),
        ] {
            let rows = items.into_iter().map(mean).collect();
            found.push(List { key, title: title.to_owned(), note, rows, notes: Vec::new() });
        }
    }
    for (side, key) in [(Side::Sales, "divided-sales"), (Side::Marketing, "divided-marketing")] {
        let Some(spreads) = comparison.group(side).detail.as_ref().and_then(|detail| detail.spreads) else { continue };
        let own = lists.divided.iter().filter(|(of, _)| *of == side);
        let rows = own.map(|(_, item)| (*item, language.number(spreads[item.index()].0, 1))).collect();
        let title = format!("{}: {}", language.side(side), words.divided);
        found.push(List { key, title, note: divided_note, rows, notes: Vec::new() });
    }
    found
}

/// The sentences about agreement and effect size: the value of `data-figure`, the sentence, and the figure in words.
pub fn sentences(comparison: &Comparison, language: Language) -> Vec<(String, String, String)> {
    let words = language.team();
    let sides = [Side::Sales, Side::Marketing].map(|side| (side.key(), language.side(side), comparison.group(side)));
    let mut found: Vec<_> = sides
        .into_iter()
        .chain([("all", words.all, &comparison.all)])
        .filter_map(|(key, name, group)| {
            let value = group.detail.as_ref()?.agreement?;
            let figure = format!("r*wg = {}; n = {}", language.number(value, 2), group.respondents);
            Some((format!("agreement-{key}={value:.4}"), (words.agree)(name, value), figure))
        })
        .collect();
    if let Some(delta) = comparison.delta {
        let n = [&comparison.sales, &comparison.marketing].map(|group| group.respondents.to_string()).join(" + ");
        let figure = format!("δ = {}; n = {n}", language.number(delta, 2));
        found.push((format!("delta={delta:.4}"), (words.delta)(delta), figure));
    }
    found
}

pub fn agreement(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    let sentences = sentences(&state.comparison.get(), state.session.language());
    if sentences.is_empty() {
        return ().into_any();
    }
    let line = |(key, text, figure): (String, String, String)| {
        view! { <li data-figure=key>{text}" "<span class="small">"("{figure}")"</span></li> }
    };
    view! {
        <h3>{words.agreement}</h3>
        <ul class="looks">{sentences.into_iter().map(line).collect_view()}</ul>
        <details>
            <summary>{words.formulae}</summary>
            <ul class="looks small">{words.formula.map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
        </details>
    }
    .into_any()
}
