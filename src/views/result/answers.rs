//! The answers that were rated lowest and highest, and all answers.

use crate::components::disclosure::disclosure;
use crate::components::statement_lists::{AnswerList, FigureList};
use crate::export::text::ranked;
use crate::state::{ResultId, Session};
use duet_domain::answers::ItemNumber;
use duet_domain::record::Record;
use leptos::prelude::*;

/// How many statements are shown as the lowest, and as the highest.
const EXTREMES: usize = 3;

/// The lowest and the highest answers; and all, folded. Those of the current result link to their statements.
pub fn answers(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let words = session.language().advice();
    let ranked = ranked(record);
    let figures = |items: Vec<ItemNumber>| {
        let rows = items.into_iter().map(|item| (item, record.answers.get(item).value().to_string())).collect();
        view! { <FigureList rows/> }
    };
    let lowest = ranked[..EXTREMES].to_vec();
    let highest = ranked.iter().rev().take(EXTREMES).copied().collect();
    let answers = record.answers.into();
    let all =
        move || view! { <AnswerList items=ItemNumber::all().collect() answers linked=id == Some(ResultId::Current)/> };
    view! {
        <div class="pair">
            <section><h3>{words.weakest}</h3>{figures(lowest)}</section>
            <section><h3>{words.strongest}</h3>{figures(highest)}</section>
        </div>
        {disclosure(None, words.all_answers, all)}
    }
    .into_any()
}
