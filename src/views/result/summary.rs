//! The first screen of a result: sum, level, scale, what has changed since the last one, and three first steps.

use crate::charts::band::Band;
use crate::components::level_names::level_names;
use crate::export::text::ranked;
use crate::platform::clock;
use crate::state::Session;
use duet_domain::change::Change;
use duet_domain::record::Record;
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

/// The level with its sum, the scale, and what follows in one sentence each. `former` is the previous result of the same side.
pub fn summary(session: Session, record: &Record, former: Option<&Record>) -> AnyView {
    let words = session.language().result();
    let score = record.score();
    let level = score.level();
    let level_words = session.language().instrument().level(level);
    let label = record.label.clone();
    let label = (!label.is_empty()).then(|| view! { " · "<span translate="no">{label}</span> });
    let former_score = former.map(Record::score);
    view! {
        <header class="summary">
            <p class="small">{dateline(session, record)}{label}</p>
            <h1 tabindex="-1">
                <span class="score">{score.points()}</span>
                " "
                <span class="level">{(words.level)(&level_words.name)}</span>
            </h1>
            {former.map(|former| since(session, former, record))}
            <figure>
                <Band score former=former_score/>
                {level_names(session, level)}
                <figcaption class="heard">{(words.on_scale)(score.points())}</figcaption>
            </figure>
            <p class="lead">{level_words.summary.as_str()}</p>
            <p class="next"><b>{to_next(session, record)}</b></p>
        </header>
    }
    .into_any()
}

/// The change since the former result, in one line. Nothing for another wording.
fn since(session: Session, former: &Record, record: &Record) -> Option<AnyView> {
    let words = session.language().result();
    let change = Change::between(former, record)?;
    let day = clock::day_of(former, session.language());
    let points = session.language().signed(f64::from(change.points), 0);
    let text = (words.since)(&points, change.levels, &day);
    Some(view! { <p class="since" data-change=change.points><b>{text}</b></p> }.into_any())
}

/// Three first steps: a statement to talk about, an action, a person to ask.
pub fn monday(session: Session, record: &Record) -> AnyView {
    let words = session.language().advice();
    let instrument = session.language().instrument();
    let lowest = ranked(record).first().map(|item| instrument.item(*item).text.as_str());
    let action = instrument.recommended(record).first().map(|action| action.title.as_str());
    view! {
        <section class="monday">
            <h2>{words.monday}</h2>
            <ol>
                <li>{words.monday_talk}" "<b>{lowest}</b></li>
                <li>{words.monday_act}" "<b>{action}</b>"."</li>
                <li>{words.monday_goal}</li>
            </ol>
            <p class="small">{words.culture}</p>
        </section>
    }
    .into_any()
}
