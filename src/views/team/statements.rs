//! The twenty statements, Sales and Marketing with their gap: as a chart, and every figure as a table.

use leptos::prelude::*;

use super::{Desk, both_means};
use crate::charts::sides::Dumbbell;
use crate::components::radio::radio;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Detail, Group, Order};

/// The decimals of a spread: agreement ends at 5/6.
const SPREAD: u8 = 2;

pub fn statements(desk: Desk) -> AnyView {
    let words = desk.session().language().team();
    let any = move || {
        desk.comparison.with(|comparison| comparison.sales.detail.is_some() || comparison.marketing.detail.is_some())
    };
    let any = Memo::new(move |_| any());
    let orders = move || {
        Order::ALL.map(|order| {
            let chosen = move || desk.order.get() == order;
            radio("choice", "order", order.key(), (words.orders)(order).to_owned(), chosen, move || {
                desk.order.set(order);
            })
        })
    };
    let shown = move || {
        any.get().then(|| {
            view! {
                <h3>{words.statements}</h3>
                <p class="small">{words.statements_note}</p>
                <fieldset class="ticks-in-row"><legend>{words.order}</legend>{orders().collect_view()}</fieldset>
                {move || chart(desk)}
                <details>
                    <summary>{words.table}</summary>
                    {move || desk.comparison.with(|comparison| table(comparison, desk.session().language()))}
                </details>
            }
        })
    };
    view! { <div class="stack">{shown}</div> }.into_any()
}

fn chart(desk: Desk) -> AnyView {
    let comparison = desk.comparison.get();
    let order = desk.order.get();
    let instrument = desk.session().language().instrument();
    let mut theme_before = None;
    let rows = comparison.ordered(order).into_iter().map(|item| {
        let text = instrument.item(item);
        let first = order == Order::Theme && theme_before != Some(text.theme);
        theme_before = Some(text.theme);
        let head = first.then(|| view! { <li class="theme"><h4>{instrument.theme(text.theme)}</h4></li> });
        let (sales, marketing) = (comparison.sales.display_mean(item), comparison.marketing.display_mean(item));
        view! {
            {head}
            <li data-item=item.number() data-gap=comparison.exact_gap(item).map(|gap| format!("{gap:.4}"))>
                <span class="number">{item.number()}</span>
                <span class="statement">{text.text.as_str()}</span>
                <Dumbbell sales marketing/>
                <span class="said">{figures(desk, &comparison, item)}</span>
            </li>
        }
    });
    view! { <ol class="dumbbells">{rows.collect_view()}</ol> }.into_any()
}

/// The means, and the gap.
fn figures(desk: Desk, comparison: &Comparison, item: ItemNumber) -> String {
    let means = both_means(comparison, item, desk.session().language());
    let gap =
        comparison.gap(item).map(|gap| format!("{} {}", desk.session().language().team().gap, desk.number(gap.abs())));
    gap.map_or_else(|| means.clone(), |gap| format!("{means} · {gap}"))
}

/// Every figure: means, spreads, gaps, and the mean of all.
pub fn table(comparison: &Comparison, language: Language) -> AnyView {
    let instrument = language.instrument();
    let words = language.team();
    let number =
        |value: Option<f64>, decimals| value.map_or_else(|| "–".to_owned(), |value| language.number(value, decimals));
    let spread = |group: &Group, item| group.detail.as_ref().and_then(|detail: &Detail| Some(detail.spread(item)?.0));
    let row = |item: ItemNumber| {
        let cells = [
            (comparison.sales.display_mean(item), DISPLAY_DECIMALS),
            (spread(&comparison.sales, item), SPREAD),
            (comparison.marketing.display_mean(item), DISPLAY_DECIMALS),
            (spread(&comparison.marketing, item), SPREAD),
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
    // The roles are those that the elements have; a screen lays them out in another way (team.css), and some browsers take them for no table then.
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
