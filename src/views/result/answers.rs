//! Where it hurts: the themes, the strongest and the weakest statements, and every answer.

use crate::charts::bar::Bar;
use crate::components::folded::folded;
use crate::components::rows::{Figures, Rows};
use crate::export::text::ranked;
use crate::state::{Session, Which};
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::instrument::Theme;
use duet_domain::record::Record;
use leptos::prelude::*;

/// How many statements are shown as the strongest, and as the weakest.
const EXTREMES: usize = 3;

/// The five themes from the weakest on, and the statements at both ends.
pub fn themes(session: Session, record: &Record) -> AnyView {
    let words = session.language().acting();
    let themes = weakest_first(record.themes());
    let ranked = ranked(record);
    let figures = |items: Vec<ItemNumber>| {
        let rows = items.into_iter().map(|item| (item, record.answers.get(item).value().to_string())).collect();
        view! { <Figures rows/> }
    };
    let weakest = ranked[..EXTREMES].to_vec();
    let strongest = ranked.iter().rev().take(EXTREMES).copied().collect();
    view! {
        <h2 id="themes" tabindex="-1">{words.themes}</h2>
        {bars(session, &themes)}
        <p class="small">{words.themes_note}</p>
        <div class="pair">
            <section><h3>{words.weakest}</h3>{figures(weakest)}</section>
            <section><h3>{words.strongest}</h3>{figures(strongest)}</section>
        </div>
    }
    .into_any()
}

/// The themes by their sums, which are small numbers; among equals in their order.
fn weakest_first(themes: [(Theme, u8); 5]) -> Vec<(Theme, u8)> {
    let of_sum = |wanted: u8| themes.into_iter().filter(move |(_, sum)| *sum == wanted);
    (4 * Answer::MIN.value()..=4 * Answer::MAX.value()).flat_map(of_sum).collect()
}

/// A bar for each theme.
pub fn bars(session: Session, themes: &[(Theme, u8)]) -> AnyView {
    let bar = move |&(theme, sum): &(Theme, u8)| {
        view! {
            <li data-theme=theme.key()>
                <span>{session.language().instrument().theme(theme)}</span>
                <Bar value=sum least=4 most=20/>
                <span class="number">{format!("{sum}/20")}</span>
            </li>
        }
    };
    view! { <ul class="bars">{themes.iter().map(bar).collect_view()}</ul> }.into_any()
}

/// All twenty answers, folded; the current ones lead to where they can be corrected.
pub fn all(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    let answers = record.answers.into();
    let rows = move || view! { <Rows items=ItemNumber::all().collect() answers linked=which == Some(Which::Current)/> };
    folded(None, view! { <h2>{session.language().acting().all_answers}</h2> }, rows)
}
