//! The results finished in this browser, the newest first: how the sum has changed, what changed from one to the next, and results
//! from elsewhere.

mod import;

use leptos::prelude::*;

use crate::charts::trend::{Trend, TrendKey};
use crate::components::confirm::Confirm;
use crate::components::rows::{Figures, from_to};
use crate::platform::clock;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::history::History as Results;
use duet_domain::record::Record;

use import::Import;

/// How many results are shown at once.
const SHOWN: usize = 50;

/// The history.
#[component]
pub fn History() -> impl IntoView {
    let session = expect_context::<Session>();
    session.navigation.set_titles(session.language().history().title, None);
    let words = session.language().history();
    let shown = RwSignal::new(SHOWN);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {move || {
            let history = session.results.history.get();
            if history.results.is_empty() { nothing(session) } else { list(session, &history, shown) }
        }}
        <Import/>
    }
}

fn nothing(session: Session) -> AnyView {
    view! {
        <p>{session.language().history().empty}</p>
        <p class="row"><a class="button" href=Screen::Start.fragment()>{session.language().start().begin}</a></p>
    }
    .into_any()
}

/// The newest results; the older ones when they are asked for.
fn list(session: Session, history: &Results, shown: RwSignal<usize>) -> AnyView {
    let (words, handing) = (session.language().history(), session.language().handing());
    let today = clock::today();
    let in_time = history.chronological(&today);
    let first = in_time.len().saturating_sub(shown.get());
    let visible = &in_time[first..];
    let newest_first = visible.iter().rev();
    let rows =
        newest_first.map(|place| entry(session, &history.results[*place], history.previous_of_side(*place, &today)));
    let results = visible.iter().map(|place| &history.results[*place]);
    let possible: Vec<Record> = results.filter(|result| result.day.is_plausible(&today)).cloned().collect();
    let older = (first > 0).then(|| {
        view! {
            <p class="row">
                <button type="button" class="quiet" data-action="older" on:click=move |_| shown.update(|shown| *shown += SHOWN)>
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
            label=handing.delete_all
            ask=handing.delete_ask
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
            <figcaption><b>{session.language().handing().trend}</b></figcaption>
            <Trend results=results.iter().map(|result| (result.side, result.score())).collect()/>
            <p class="ends small">{ends.collect_view()}</p>
            <ul class="keys small">{keys.collect_view()}</ul>
        </figure>
    }
    .into_any()
}

fn entry(session: Session, record: &Record, before: Option<&Record>) -> AnyView {
    let handing = session.language().handing();
    let score = record.score();
    let level = score.level();
    let side = session.language().side(record.side);
    let label = record.label.clone();
    let label = (!label.is_empty()).then(|| view! { " · "<span translate="no">{label}</span> });
    let changed = before.map(|before| {
        view! { <details><summary>{handing.changed}</summary>{changes(session, before, record)}</details> }
    });
    let open = if record.is_of_this_wording() {
        let target = Screen::Shared(record.code().into()).fragment();
        view! { <a class="button quiet" href=target>{handing.open}</a> }.into_any()
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
                    label=handing.delete
                    ask=handing.delete_ask
                    action="delete-result"
                    run=Callback::new(move |()| session.results.delete(&own))
                />
            </div>
        </li>
    }
    .into_any()
}

/// Statement by statement, what was answered otherwise than the time before.
fn changes(session: Session, before: &Record, now: &Record) -> AnyView {
    let handing = session.language().handing();
    if before.instrument != now.instrument {
        return view! { <p>{handing.wording_differs}</p> }.into_any();
    }
    let pairs = ItemNumber::all().map(|item| (item, before.answers.get(item), now.answers.get(item)));
    let changed = pairs.filter(|(_, before, now)| before != now);
    let rows: Vec<_> = changed.map(|(item, before, now)| (item, from_to(before, now))).collect();
    if rows.is_empty() {
        return view! { <p>{handing.unchanged}</p> }.into_any();
    }
    view! { <Figures rows/> }.into_any()
}
