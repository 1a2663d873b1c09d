//! The themes, the strongest and the weakest statements, and all answers.

use crate::charts::bar::Bar;
use crate::components::disclosure::disclosure;
use crate::components::statement_lists::{AnswerList, FigureList};
use crate::export::text::ranked;
use crate::state::{ResultId, Session};
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::instrument::Theme;
use duet_domain::record::Record;
use leptos::prelude::*;

/// How many statements are shown as the strongest, and as the weakest.
const EXTREMES: usize = 3;

/// The themes, the weakest first, and the strongest and weakest statements.
pub fn themes(session: Session, record: &Record) -> AnyView {
    let words = session.language().advice();
    let themes = weakest_first(record.themes());
    let ranked = ranked(record);
    let figures = |items: Vec<ItemNumber>| {
        let rows = items.into_iter().map(|item| (item, record.answers.get(item).value().to_string())).collect();
        view! { <FigureList rows/> }
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

/// The themes in ascending order of their sums, 4 to 20; equal sums in the order of the instrument.
fn weakest_first(themes: [(Theme, u8); 5]) -> Vec<(Theme, u8)> {
    let of_sum = |wanted: u8| themes.into_iter().filter(move |(_, sum)| *sum == wanted);
    (4 * Answer::MIN.value()..=4 * Answer::MAX.value()).flat_map(of_sum).collect()
}

/// A bar for each theme, from 4 to 20.
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

/// All answers, folded. Those of the current result link to their statements.
pub fn all(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let answers = record.answers.into();
    let rows =
        move || view! { <AnswerList items=ItemNumber::all().collect() answers linked=id == Some(ResultId::Current)/> };
    disclosure(None, view! { <h2>{session.language().advice().all_answers}</h2> }, rows)
}
