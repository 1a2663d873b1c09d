//! The history: the results of this browser, the newest first, with the trend of the sum and the changes from each to the next; and the
//! import of results.

mod import;

use leptos::prelude::*;

use crate::charts::trend::{Trend, TrendKey};
use crate::components::confirm::Confirm;
use crate::components::statement_lists::{FigureList, from_to};
use crate::platform::clock;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::Side;
use duet_domain::change::Change;
use duet_domain::history::History as Results;
use duet_domain::record::Record;

use import::Import;

/// How many results are shown at first, and added by each press of the button.
const BATCH: usize = 50;

/// The history.
#[component]
pub fn History() -> impl IntoView {
    let session = expect_context::<Session>();
    session.navigation.set_titles(session.language().history().title, None);
    let words = session.language().history();
    let shown = RwSignal::new(BATCH);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {move || {
            let history = session.results.history.get();
            if history.results.is_empty() { empty(session) } else { list(session, &history, shown) }
        }}
        <Import/>
    }
}

fn empty(session: Session) -> AnyView {
    view! {
        <p>{session.language().history().empty}</p>
        <p class="row"><a class="button" href=Screen::Start.fragment()>{session.language().start().begin}</a></p>
    }
    .into_any()
}

/// The newest results, and a button for older ones.
fn list(session: Session, history: &Results, shown: RwSignal<usize>) -> AnyView {
    let (words, transfer) = (session.language().history(), session.language().transfer());
    let today = clock::today();
    let chronological = history.chronological(&today);
    let first = chronological.len().saturating_sub(shown.get());
    let visible = &chronological[first..];
    let newest_first = visible.iter().rev();
    let rows =
        newest_first.map(|index| entry(session, &history.results[*index], history.previous_of_side(*index, &today)));
    let results = visible.iter().map(|index| &history.results[*index]);
    let possible: Vec<Record> = results.filter(|result| result.day.is_plausible(&today)).cloned().collect();
    let older = (first > 0).then(|| {
        view! {
            <p class="row">
                <button type="button" class="quiet" data-action="older" on:click=move |_| shown.update(|shown| *shown += BATCH)>
                    {(words.older)(first)}
                </button>
            </p>
        }
    });
    view! {
        <p>{words.note}</p>
        {(possible.len() > 1).then(|| trend(session, &possible))}
        <ol class="history">{rows.collect_view()}</ol>
        {older}
        <Confirm
            label=transfer.delete_all
            ask=transfer.delete_ask
            action="delete-results"
            run=Callback::new(move |()| session.results.delete_all())
        />
    }
    .into_any()
}

fn trend(session: Session, results: &[Record]) -> AnyView {
    let sides = Side::ALL.into_iter().filter(|side| results.iter().any(|result| result.side == *side));
    let keys = sides.map(|side| view! { <li><TrendKey side/>{session.language().side(side)}</li> });
    let ends = [results.first(), results.last()];
    let ends = ends.map(|end| view! { <span>{end.map(|end| clock::day_of(end, session.language()))}</span> });
    view! {
        <figure>
            <figcaption><b>{session.language().transfer().trend}</b></figcaption>
            <Trend results=results.iter().map(|result| (result.side, result.score())).collect()/>
            <p class="ends small">{ends.collect_view()}</p>
            <ul class="keys small">{keys.collect_view()}</ul>
        </figure>
    }
    .into_any()
}

fn entry(session: Session, record: &Record, before: Option<&Record>) -> AnyView {
    let transfer = session.language().transfer();
    let score = record.score();
    let level = score.level();
    let side = session.language().side(record.side);
    let label = record.label.clone();
    let label = (!label.is_empty()).then(|| view! { " · "<span translate="no">{label}</span> });
    let changed = before.map(|before| {
        view! { <details><summary>{transfer.changed}</summary>{changes(session, before, record)}</details> }
    });
    let open = if record.is_of_this_wording() {
        let target = Screen::Shared(record.code().into()).fragment();
        view! { <a class="button quiet" href=target>{transfer.open}</a> }.into_any()
    } else {
        view! { <span class="small">{session.language().sharing().other_wording}</span> }.into_any()
    };
    let own = record.clone();
    view! {
        <li data-score=score.points() data-level=level.key()>
            <p class="entry">
                <span class="number">{score.points()}</span>
                <span>
                    <b>{clock::day_of(record, session.language())}</b>
                    <br/>
                    <span class=format!("mark level-{}", level.key())></span>
                    {session.language().instrument().level(level).name.to_lowercase()}
                    <br/>
                    <span class="small">{side}{label}</span>
                </span>
            </p>
            {changed}
            <div class="row">
                {open}
                <Confirm
                    label=transfer.delete
                    ask=transfer.delete_ask
                    action="delete-result"
                    run=Callback::new(move |()| session.results.delete(&own))
                />
            </div>
        </li>
    }
    .into_any()
}

/// The statements whose answer has changed since the previous result.
fn changes(session: Session, before: &Record, now: &Record) -> AnyView {
    let transfer = session.language().transfer();
    let Some(change) = Change::between(before, now) else {
        return view! { <p>{transfer.wording_differs}</p> }.into_any();
    };
    if change.is_none() {
        return view! { <p>{transfer.unchanged}</p> }.into_any();
    }
    let rows = change.items.into_iter().map(|(item, before, now)| (item, from_to(before, now))).collect();
    view! { <FigureList rows/> }.into_any()
}
