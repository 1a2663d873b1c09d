//! The level: its sum, name, words and picture, and the way to the next one. Without all twenty answers there is none.

use leptos::prelude::*;

use crate::browser::intl;
use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::components::standing::Standing;
use crate::domain::score::{Level, Score};
use crate::screen::Screen;
use crate::session::Session;

/// The result of the answers in this browser.
#[component]
pub fn Outcome() -> impl IntoView {
    let session = expect_context::<Session>();
    move || match session.draft().answers.complete() {
        Some(answers) => view! { <Finished score=Score::of(&answers)/> }.into_any(),
        None => view! { <NotYet/> }.into_any(),
    }
}

#[component]
fn Finished(score: Score) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let level = score.level();
    let instrument = session.instrument();
    let level_words = instrument.level(level);
    let draft = session.draft();
    let day = draft.completed.map(|moment| intl::day(&moment, session.language()));
    let side = draft.side.map(|side| (session.words().side)(side));
    let dateline: Vec<String> = day.into_iter().chain(side.map(str::to_owned)).collect();
    let to_next = score.to_next().map_or_else(
        || words.highest.to_owned(),
        |(next, points)| (words.to_next)(&instrument.level(next).name, points),
    );
    let looks = level_words.looks.iter().map(|look| view! { <li>{look.as_str()}</li> });
    view! {
        <article class="result" data-score=score.points() data-level=level.key()>
            <p class="small">{dateline.join(" · ")}</p>
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
            <p class="next"><b>{to_next}</b></p>
            <h2>{words.looks}</h2>
            <ul class="looks">{looks.collect_view()}</ul>
            <h2>{words.all_levels}</h2>
            <Levels current=level/>
            <p>{words.perspective}</p>
            <p class="small">{words.source}</p>
            <p class="row">
                <button
                    type="button"
                    data-action="again"
                    on:click=move |_| session.begin_anew()
                >
                    {words.again}
                </button>
                <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.change}</a>
                <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
            </p>
        </article>
    }
}

/// The four levels, each with its picture, its sums and its name.
#[component]
fn Levels(current: Level) -> impl IntoView {
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
    view! { <ol class="levels">{Level::ALL.map(row).collect_view()}</ol> }
}

/// Some answers are missing, or all of them.
#[component]
fn NotYet() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = &session.words().result;
    let text = session.draft().answers.is_empty().then(|| view! { <p>{words.none_yet}</p> });
    view! {
        <h1 tabindex="-1">{words.none}</h1>
        {text}
        <Standing/>
        <p class="row">
            <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.to_review}</a>
            <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
        </p>
    }
}
