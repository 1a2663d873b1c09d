//! The sum, the level, what it looks like.

use leptos::prelude::*;

use crate::browser::intl;
use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::domain::record::Record;
use crate::domain::score::Level;
use crate::session::Session;

/// The day and the side, in one line.
pub fn dateline(session: Session, record: &Record) -> String {
    let day = intl::day(&record.completed, session.language());
    format!("{day} · {}", (session.words().side)(record.side))
}

/// The points to the next level, or that there is none.
pub fn to_next(session: Session, record: &Record) -> String {
    let words = &session.words().result;
    record.score().to_next().map_or_else(
        || words.highest.to_owned(),
        |(next, points)| (words.to_next)(&session.instrument().level(next).name, points),
    )
}

/// The head of a result.
#[component]
pub fn Summary(record: Record) -> AnyView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let score = record.score();
    let level = score.level();
    let level_words = session.instrument().level(level);
    let looks = level_words.looks.iter().map(|look| view! { <li>{look.as_str()}</li> });
    view! {
        <p class="small">{dateline(session, &record)}</p>
        <Strands level/>
        <h1 tabindex="-1">
            <span class="score">{score.points()}</span>
            " "
            <span class="level">{(words.level)(&level_words.name)}</span>
        </h1>
        <figure>
            <Band score/>
            <figcaption class="small">{(words.on_scale)(score.points())}</figcaption>
        </figure>
        <p class="lead">{level_words.summary.as_str()}</p>
        <p class="next"><b>{to_next(session, &record)}</b></p>
        <p>{words.perspective}</p>
        <h2>{words.looks}</h2>
        <ul class="looks">{looks.collect_view()}</ul>
    }
    .into_any()
}

/// The four levels, each with its picture, its sums and its name.
#[component]
pub fn Levels(current: Level) -> AnyView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let row = move |level: Level| {
        let here = (level == current).then(|| view! { <em>{words.here}</em> });
        view! {
            <li class=format!("level-{}", level.key()) aria-current=(level == current).then_some("true")>
                <Strands level/>
                <span><span class="name">{session.instrument().level(level).name.as_str()}</span>" "{here}</span>
                <span class="sums">{format!("{}–{}", level.first(), level.last())}</span>
            </li>
        }
    };
    view! { <ol class="levels">{Level::ALL.map(row).collect_view()}</ol> }.into_any()
}
