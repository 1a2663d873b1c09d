//! The summary of a result: sum, level, its signs, and three first steps.

use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::export::text::ranked;
use crate::platform::clock;
use crate::state::Session;
use duet_domain::record::Record;
use duet_domain::score::Level;
use leptos::prelude::*;

/// The day and the side, in one line.
pub fn dateline(session: Session, record: &Record) -> String {
    let day = clock::day_of(record, session.language());
    format!("{day} · {}", session.language().side(record.side))
}

/// The points to the next level, or that this is the highest.
pub fn to_next(session: Session, record: &Record) -> String {
    let words = session.language().result();
    record.score().to_next().map_or_else(
        || words.highest.to_owned(),
        |(next, points)| (words.to_next)(&session.language().instrument().level(next).name, points),
    )
}

/// The summary.
pub fn summary(session: Session, record: &Record) -> AnyView {
    let words = session.language().result();
    let score = record.score();
    let level = score.level();
    let level_words = session.language().instrument().level(level);
    let label = record.label.clone();
    let label = (!label.is_empty()).then(|| view! { " · "<span translate="no">{label}</span> });
    let looks = level_words.looks.iter().map(|look| view! { <li>{look.as_str()}</li> });
    view! {
        <p class="small">{dateline(session, record)}{label}</p>
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
        <p class="next"><b>{to_next(session, record)}</b></p>
        {monday(session, record)}
        <h2>{words.looks}</h2>
        <ul class="looks">{looks.collect_view()}</ul>
    }
    .into_any()
}

/// Three first steps: a statement to talk about, an action, a person to ask.
fn monday(session: Session, record: &Record) -> AnyView {
    let words = session.language().advice();
    let instrument = session.language().instrument();
    let weakest = ranked(record).first().map(|item| instrument.item(*item).text.as_str());
    let action = instrument.level(record.score().level()).actions.first().map(|action| action.title.as_str());
    view! {
        <section class="monday">
            <h2>{words.monday}</h2>
            <ol>
                <li>{words.monday_talk}" "<b>{weakest}</b></li>
                <li>{words.monday_act}" "<b>{action}</b>"."</li>
                <li>{session.language().result().perspective}" "{(words.monday_ask)(record.side)}</li>
            </ol>
        </section>
    }
    .into_any()
}

/// The four levels, each with its picture, its sums and its name.
pub fn levels(session: Session, current: Level) -> AnyView {
    let words = session.language().result();
    let row = move |level: Level| {
        let here = (level == current).then(|| view! { <em>{words.here}</em> });
        view! {
            <li class=format!("level-{}", level.key()) aria-current=(level == current).then_some("true")>
                <Strands level/>
                <span><span class="name">{session.language().instrument().level(level).name.as_str()}</span>" "{here}</span>
                <span class="sums">{format!("{}–{}", level.min_points(), level.max_points())}</span>
            </li>
        }
    };
    view! { <ol class="levels">{Level::ALL.map(row).collect_view()}</ol> }.into_any()
}
