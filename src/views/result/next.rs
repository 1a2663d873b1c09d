//! One level up: the shortest honest way, a trial, and whether to go at all.

use leptos::prelude::*;

use crate::charts::band::Band;
use crate::domain::answers::{Answer, Answers, ItemNumber};
use crate::domain::record::Record;
use crate::domain::score::{Level, Score, route};
use crate::export::text::ranked;
use crate::session::Session;

/// The points that are missing and the answers to raise for them. Nothing on the highest level.
#[component]
pub fn Up(record: Record) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let instrument = session.instrument();
    record
        .score()
        .to_next()
        .map(|(next, points)| {
            let steps = route(&record.answers, points);
            let row = |(item, now, then): (ItemNumber, Answer, Answer)| {
                view! {
                    <li data-item=item.number()>
                        <b>{format!("{} → {}", now.value(), then.value())}</b>
                        <span>{instrument.item(item).text.as_str()}</span>
                    </li>
                }
            };
            view! {
                <h2>{words.up}</h2>
                <p>{(words.route)(&instrument.level(next).name, points)}</p>
                <ul class="extremes route">{steps.into_iter().map(row).collect_view()}</ul>
            }
        })
        .into_any()
}

/// Answers to play with, apart from the real ones.
#[component]
pub fn WhatIf(record: Record) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let real: Answers = record.answers.into();
    let trial = RwSignal::new(real);
    let score = move || trial.get().complete().map(|answers| Score::of(&answers));
    let row = move |item: ItemNumber| {
        let value = move || trial.read().get(item).map_or(0, Answer::value);
        let is_least = move || value() <= Answer::MIN.value();
        let is_most = move || value() >= Answer::MAX.value();
        let step = move |by: i8| {
            if let Some(answer) = value().checked_add_signed(by).and_then(Answer::new) {
                trial.update(|trial| trial.set(item, answer));
            }
        };
        let text = session.instrument().item(item).text.as_str();
        view! {
            <li>
                <span id=format!("what-if-{}", item.number())>{text}</span>
                <span class="stepper" role="group" aria-labelledby=format!("what-if-{}", item.number())>
                    <button
                        type="button"
                        class="quiet"
                        aria-label=words.less
                        prop:disabled=is_least
                        on:click=move |_| step(-1)
                    >
                        "−"
                    </button>
                    <output data-changed=move || (trial.read().get(item) != real.get(item)).then_some("true")>{value}</output>
                    <button
                        type="button"
                        class="quiet"
                        aria-label=words.more
                        prop:disabled=is_most
                        on:click=move |_| step(1)
                    >
                        "+"
                    </button>
                </span>
            </li>
        }
    };
    let would_be = move || {
        score().map(|score| {
            let level = &session.instrument().level(score.level()).name;
            view! {
                <p role="status" data-what-if=score.points()><b>{(words.would_be)(score.points(), level)}</b></p>
                <Band score/>
            }
        })
    };
    view! {
        <details class="what-if">
            <summary><h2>{words.what_if}</h2></summary>
            <p class="small">{words.what_if_note}</p>
            <div class="would-be">{would_be}</div>
            <ul>{ranked(&record).into_iter().map(row).collect_view()}</ul>
            <p><button type="button" class="quiet" on:click=move |_| trial.set(real)>{words.reset}</button></p>
        </details>
    }
    .into_any()
}

/// The conditions of the source for staying and for moving up. Nothing on the highest level.
#[component]
pub fn StayOrMove(level: Level) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let conditions = session.instrument().level(level);
    let (stay, up) = (RwSignal::new(0usize), RwSignal::new(0usize));
    let list = |title: &'static str, texts: &'static [String], count: RwSignal<usize>, name: &'static str| {
        let row = move |text: &'static String| {
            let change = move |event| {
                let ticked = event_target_checked(&event);
                count.update(|count| *count = if ticked { *count + 1 } else { count.saturating_sub(1) });
            };
            view! {
                <label class="tick">
                    <input type="checkbox" name=name autocomplete="off" on:change=change/>
                    <span>{text.as_str()}</span>
                </label>
            }
        };
        view! { <fieldset class="ticks"><legend>{title}</legend>{texts.iter().map(row).collect_view()}</fieldset> }
    };
    (!conditions.move_up.is_empty())
        .then(|| {
            view! {
                <h2>{words.stay_or_move}</h2>
                <p>{words.stay_or_move_note}</p>
                <div class="pair">
                    {list(words.stay, &conditions.stay, stay, "stay")}
                    {list(words.move_up, &conditions.move_up, up, "move")}
                </div>
                <p role="status" class="tendency">{move || (words.tendency)(stay.get(), up.get())}</p>
            }
        })
        .into_any()
}
