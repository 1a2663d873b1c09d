//! The statements with the means of both sides and their gap: as a chart, and all figures as a table.

use leptos::prelude::*;

use super::{ViewState, both, both_means};
use crate::charts::sides::Dumbbell;
use crate::components::radio::radio;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::{Answer, ITEMS, ItemNumber};
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Detail, Group, Order};

/// The decimals of a spread. Two, because agreement ends at 5/6.
const SPREAD_DECIMALS: u8 = 2;

pub fn statements(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    let any = move || {
        state.comparison.with(|comparison| comparison.sales.detail.is_some() || comparison.marketing.detail.is_some())
    };
    let any = Memo::new(move |_| any());
    let spreads = Memo::new(move |_| state.comparison.with(has_spreads));
    let orders = move || {
        Order::ALL.map(|order| {
            let chosen = move || state.order.get() == order;
            radio("choice", "order", order.key(), (words.orders)(order).to_owned(), chosen, move || {
                state.order.set(order);
            })
        })
    };
    let shown = move || {
        any.get().then(|| {
            view! {
                <p class="small">{words.statements_note}</p>
                {move || spreads.get().then(|| view! { <p class="small">{words.spread_note}</p> })}
                <fieldset class="ticks-in-row"><legend>{words.order}</legend>{orders().collect_view()}</fieldset>
                {ends(state.session.language())}
                {move || chart(state)}
            }
        })
    };
    view! { <div class="stack">{shown}</div> }.into_any()
}

/// Whether the distribution of a side is shown.
fn has_spreads(comparison: &Comparison) -> bool {
    [&comparison.sales, &comparison.marketing].into_iter().any(|group| distribution(group).is_some())
}

fn distribution(group: &Group) -> Option<&[[u32; 5]; ITEMS as usize]> {
    group.detail.as_ref()?.distribution.as_ref()
}

/// The names of the ends of the scale, above the chart.
fn ends(language: Language) -> AnyView {
    let end = |answer: Answer| format!("{} – {}", answer.value(), language.instrument().scale(answer));
    view! { <p class="scale-ends small" aria-hidden="true"><span>{end(Answer::MIN)}</span><span>{end(Answer::MAX)}</span></p> }
        .into_any()
}

/// All figures as a table.
pub fn all_figures(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    view! {
        <details>
            <summary>{words.table}</summary>
            {move || state.comparison.with(|comparison| table(comparison, state.session.language()))}
        </details>
    }
    .into_any()
}

fn chart(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let order = state.order.get();
    let instrument = state.session.language().instrument();
    let mut theme_before = None;
    let rows = comparison.ordered(order).into_iter().map(|item| {
        let text = instrument.item(item);
        let first = order == Order::Theme && theme_before != Some(text.theme);
        theme_before = Some(text.theme);
        let head = first.then(|| view! { <li class="theme"><h4>{instrument.theme(text.theme)}</h4></li> });
        let (sales, marketing) = (comparison.sales.display_mean(item), comparison.marketing.display_mean(item));
        let counts = |group| distribution(group).map(|counts| counts[item.index()]);
        let (sales_counts, marketing_counts) = (counts(&comparison.sales), counts(&comparison.marketing));
        view! {
            {head}
            <li data-item=item.number() data-gap=comparison.exact_gap(item).map(|gap| format!("{gap:.4}"))>
                <span class="number">{item.number()}</span>
                <span class="statement">{text.text.as_str()}</span>
                <Dumbbell sales marketing sales_counts marketing_counts/>
                <span class="said">{figures(state, &comparison, item)}</span>
                {counts_text(&comparison, item, state.session.language()).map(|counts| view! { <span class="counts">{counts}</span> })}
            </li>
        }
    });
    view! { <ol class="dumbbells">{rows.collect_view()}</ol> }.into_any()
}

/// The means and the gap as text.
fn figures(state: ViewState, comparison: &Comparison, item: ItemNumber) -> String {
    let means = both_means(comparison, item, state.session.language());
    let gap =
        comparison.gap(item).map(|gap| format!("{} {}", state.session.language().team().gap, state.number(gap.abs())));
    gap.map_or_else(|| means.clone(), |gap| format!("{means} · {gap}"))
}

/// How many of each side gave each answer, as text. None if that is hidden.
fn counts_text(comparison: &Comparison, item: ItemNumber, language: Language) -> Option<String> {
    let counts = both(comparison, language, |group| {
        let counts = distribution(group)?[item.index()];
        Some(counts.map(|count| count.to_string()).join("–"))
    });
    (!counts.is_empty()).then(|| format!("{} {counts}", language.team().counts))
}

/// All figures: means, spreads, gaps, and the mean of everybody.
pub fn table(comparison: &Comparison, language: Language) -> AnyView {
    let instrument = language.instrument();
    let words = language.team();
    let number =
        |value: Option<f64>, decimals| value.map_or_else(|| "–".to_owned(), |value| language.number(value, decimals));
    let spread = |group: &Group, item| group.detail.as_ref().and_then(|detail: &Detail| Some(detail.spread(item)?.0));
    let row = |item: ItemNumber| {
        let cells = [
            (comparison.sales.display_mean(item), DISPLAY_DECIMALS),
            (spread(&comparison.sales, item), SPREAD_DECIMALS),
            (comparison.marketing.display_mean(item), DISPLAY_DECIMALS),
            (spread(&comparison.marketing, item), SPREAD_DECIMALS),
            (comparison.gap(item), DISPLAY_DECIMALS),
            (comparison.all.display_mean(item), DISPLAY_DECIMALS),
        ];
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{item.number()}". "{instrument.item(item).text.as_str()}</th>
                {cells.map(|(cell, decimals)| view! { <td role="cell">{number(cell, decimals)}</td> }).collect_view()}
            </tr>
        }
    };
    let of = |side: Side| format!("{}, n = {}", language.side(side), comparison.group(side).respondents);
    // Explicit roles, because team.css changes `display`, by which some browsers drop the implicit roles of a table.
    view! {
        <table class="all-figures by-statement" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader" rowspan="2">{words.statement}</th>
                    <th scope="colgroup" role="columnheader" colspan="2">{of(Side::Sales)}</th>
                    <th scope="colgroup" role="columnheader" colspan="2">{of(Side::Marketing)}</th>
                    <th scope="col" role="columnheader" rowspan="2">{words.gap}</th>
                    <th scope="col" role="columnheader" rowspan="2">{words.all}", n = "{comparison.all.respondents}": "{words.mean}</th>
                </tr>
                <tr role="row">
                    <th scope="col" role="columnheader">{words.mean}</th><th scope="col" role="columnheader">{words.spread}</th>
                    <th scope="col" role="columnheader">{words.mean}</th><th scope="col" role="columnheader">{words.spread}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{ItemNumber::all().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
