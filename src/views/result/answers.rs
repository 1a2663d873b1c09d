//! Where it hurts: the themes, the strongest and the weakest statements, and every answer.

use leptos::prelude::*;

use crate::charts::bar::Bar;
use crate::components::rows::Rows;
use crate::domain::answers::ItemNumber;
use crate::domain::instrument::Theme;
use crate::domain::record::Record;
use crate::export::text::ranked;
use crate::session::Session;

/// How many statements are shown as the strongest, and as the weakest.
const EXTREMES: usize = 3;

/// The five themes from the weakest on, and the statements at both ends.
#[component]
pub fn Themes(record: Record) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let mut themes = record.themes();
    themes.sort_by_key(|(_, sum)| *sum);
    let ranked = ranked(&record);
    let weakest = ranked.iter().take(EXTREMES).copied().collect();
    let strongest = ranked.iter().rev().take(EXTREMES).copied().collect();
    view! {
        <h2>{words.themes}</h2>
        <Bars themes/>
        <p class="small">{words.themes_note}</p>
        <div class="pair">
            <section><h3>{words.weakest}</h3><Statements record=record.clone() items=weakest/></section>
            <section><h3>{words.strongest}</h3><Statements record=record.clone() items=strongest/></section>
        </div>
    }
    .into_any()
}

/// A bar for each theme.
#[component]
pub fn Bars(themes: [(Theme, u8); 5]) -> AnyView {
    let session = expect_context::<Session>();
    let bar = move |(theme, sum): (Theme, u8)| {
        view! {
            <li data-theme=theme.key()>
                <span>{session.instrument().theme(theme)}</span>
                <Bar value=sum least=4 most=20/>
                <span class="number">{format!("{sum}/20")}</span>
            </li>
        }
    };
    view! { <ul class="bars">{themes.map(bar).collect_view()}</ul> }.into_any()
}

#[component]
fn Statements(record: Record, items: Vec<ItemNumber>) -> AnyView {
    let session = expect_context::<Session>();
    let row = move |item: ItemNumber| {
        view! {
            <li>
                <b>{record.answers.get(item).value()}</b>
                <span>{session.instrument().item(item).text.as_str()}</span>
            </li>
        }
    };
    view! { <ul class="extremes">{items.into_iter().map(row).collect_view()}</ul> }.into_any()
}

/// All twenty answers, folded; one's own lead to where they can be corrected.
#[component]
pub fn AllAnswers(record: Record, own: bool) -> AnyView {
    let session = expect_context::<Session>();
    view! {
        <details class="all-answers">
            <summary><h2>{session.words().acting.all_answers}</h2></summary>
            <Rows items=ItemNumber::all().collect() answers=record.answers.into() linked=own/>
        </details>
    }
    .into_any()
}
