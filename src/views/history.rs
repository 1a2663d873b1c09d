//! The results finished in this browser, the newest first: how the sum has changed, what changed from one to the next, and results
//! from files.

mod import;

use leptos::prelude::*;

use crate::browser::intl;
use crate::charts::trend::Trend;
use crate::components::confirm::Confirm;
use crate::domain::answers::ItemNumber;
use crate::domain::record::Record;
use crate::screen::Screen;
use crate::session::Session;

use import::Import;

/// The history.
#[component]
pub fn History() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().history;
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {move || {
            let results = session.history().results;
            if results.is_empty() { nothing(session) } else { list(session, &results) }
        }}
        <Import/>
    }
}

fn nothing(session: Session) -> AnyView {
    view! {
        <p>{session.words().history.empty}</p>
        <p class="row"><a class="button" href=Screen::Start.fragment()>{session.words().start.begin}</a></p>
    }
    .into_any()
}

fn list(session: Session, results: &[Record]) -> AnyView {
    let (words, handing) = (&session.words().history, session.words().handing);
    let scores: Vec<_> = results.iter().map(Record::score).collect();
    let trend = (scores.len() > 1).then(|| {
        view! {
            <figure>
                <figcaption><b>{handing.trend}</b></figcaption>
                <Trend scores/>
            </figure>
        }
    });
    let rows = results.iter().enumerate().rev().map(|(place, record)| {
        let before = place.checked_sub(1).map(|place| results[place].clone());
        view! { <Entry place record=record.clone() before/> }
    });
    view! {
        <p>{words.note}</p>
        {trend}
        <ol class="history">{rows.collect_view()}</ol>
        <Confirm
            label=handing.delete_all
            ask=handing.delete_ask
            action="delete-results"
            run=Callback::new(move |()| session.delete_results())
        />
    }
    .into_any()
}

#[component]
fn Entry(place: usize, record: Record, before: Option<Record>) -> impl IntoView {
    let session = expect_context::<Session>();
    let handing = session.words().handing;
    let score = record.score();
    let level = score.level();
    let mut about = vec![(session.words().side)(record.side).to_owned()];
    about.extend(Some(record.label.clone()).filter(|label| !label.is_empty()));
    let changed = before.map(|before| {
        view! {
            <details>
                <summary>{handing.changed}</summary>
                {changes(session, &before, &record)}
            </details>
        }
    });
    view! {
        <li data-score=score.points() data-level=level.key()>
            <p class="entry">
                <span class="number">{score.points()}</span>
                <span>
                    <b>{intl::day(&record.completed, session.language())}</b>
                    <br/>
                    <span class=format!("mark level-{}", level.key())></span>
                    {session.instrument().level(level).name.to_lowercase()}
                    <br/>
                    <span class="small">{about.join(" · ")}</span>
                </span>
            </p>
            {changed}
            <div class="row">
                <a class="button quiet" href=Screen::Shared(Ok(record.code())).fragment()>{handing.open}</a>
                <Confirm
                    label=handing.delete
                    ask=handing.delete_ask
                    action="delete-result"
                    run=Callback::new(move |()| session.delete_result(place))
                />
            </div>
        </li>
    }
}

/// Statement by statement, what was answered otherwise than the time before.
fn changes(session: Session, before: &Record, now: &Record) -> AnyView {
    let handing = session.words().handing;
    if before.instrument != now.instrument {
        return view! { <p>{handing.wording_differs}</p> }.into_any();
    }
    let changed = ItemNumber::all().filter(|item| before.answers.get(*item) != now.answers.get(*item));
    let row = |item: ItemNumber| {
        let (before, now) = (before.answers.get(item).value(), now.answers.get(item).value());
        view! {
            <li data-item=item.number()>
                <b>{format!("{before} → {now}")}</b>
                <span>{session.instrument().item(item).text.as_str()}</span>
            </li>
        }
    };
    let rows: Vec<_> = changed.map(row).collect();
    if rows.is_empty() {
        return view! { <p>{handing.unchanged}</p> }.into_any();
    }
    view! { <ul class="extremes">{rows}</ul> }.into_any()
}
