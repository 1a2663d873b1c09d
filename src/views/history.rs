//! The results finished in this browser, the newest first.

use leptos::prelude::*;

use crate::browser::intl;
use crate::domain::record::Record;
use crate::screen::Screen;
use crate::session::Session;

/// The history.
#[component]
pub fn History() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().history;
    let begin = session.words().start.begin;
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {move || {
            let results = session.history().results;
            if results.is_empty() {
                let empty = view! {
                    <p>{words.empty}</p>
                    <p class="row"><a class="button" href=Screen::Start.fragment()>{begin}</a></p>
                };
                return empty.into_any();
            }
            let rows = results.into_iter().rev().map(|record| view! { <Row record/> });
            view! {
                <p>{words.note}</p>
                <table class="results">
                    <thead>
                        <tr>
                            <th scope="col">{words.date}</th>
                            <th scope="col">{words.score}</th>
                            <th scope="col">{words.level}</th>
                            <th scope="col">{words.side}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        }}
    }
}

#[component]
fn Row(record: Record) -> impl IntoView {
    let session = expect_context::<Session>();
    let score = record.score();
    let level = score.level();
    view! {
        <tr data-score=score.points() data-level=level.key()>
            <th scope="row">{intl::day(&record.completed, session.language())}</th>
            <td class="number">{score.points()}</td>
            <td><span class=format!("mark level-{}", level.key())></span>{session.instrument().level(level).name.to_lowercase()}</td>
            <td>{(session.words().side)(record.side)}</td>
        </tr>
    }
}
