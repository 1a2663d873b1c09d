//! How to reach the next level: the smallest changes, a what-if trial, and the conditions for staying or moving up.

use leptos::prelude::*;

use crate::charts::band::Band;
use crate::components::disclosure::disclosure;
use crate::components::statement_lists::{FigureList, from_to};
use crate::export::text::ranked;
use crate::state::Session;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::instrument::{List, Text};
use duet_domain::record::Record;
use duet_domain::score::{Level, Score, shortest_raise};

/// The missing points and the answers to raise for them. On the highest level only the heading and a sentence.
pub fn next_level(session: Session, record: &Record) -> AnyView {
    let words = session.language().advice();
    let Some((next, points)) = record.score().to_next() else {
        return view! { <h2 id="up" tabindex="-1">{words.actions_keep}</h2><p>{session.language().result().highest}</p> }
            .into_any();
    };
    let steps = shortest_raise(&record.answers, points).into_iter().map(|(item, now, then)| (item, from_to(now, then)));
    view! {
        <h2 id="up" tabindex="-1">{words.up}</h2>
        <p>{(words.route)(&session.language().instrument().level(next).name, points)}</p>
        <FigureList rows=steps.collect()/>
        <p class="small">{words.route_note}</p>
    }
    .into_any()
}

/// A trial with changed answers. The real answers do not change.
pub fn what_if(session: Session, record: &Record) -> AnyView {
    let words = session.language().advice();
    let real: Answers = record.answers.into();
    let trial = RwSignal::new(real);
    let would_be = move || {
        trial.get().complete().map(|answers| {
            let score = Score::of(&answers);
            let level = &session.language().instrument().level(score.level()).name;
            view! {
                <p role="status" data-what-if=score.points()><b>{(words.would_be)(score.points(), level)}</b></p>
                <Band score/>
            }
        })
    };
    let items = ranked(record);
    let trials = move || {
        let rows = items.iter().map(|item| trial_row(session, trial, real, *item)).collect_view();
        view! {
            <p class="small">{words.what_if_note}</p>
            <div class="would-be">{would_be}</div>
            <ul>{rows}</ul>
            <p><button type="button" class="quiet" data-action="reset" on:click=move |_| trial.set(real)>{words.reset}</button></p>
        }
    };
    disclosure(Some("what-if"), view! { <h2>{words.what_if}</h2> }, trials)
}

fn trial_row(session: Session, trial: RwSignal<Answers>, real: Answers, item: ItemNumber) -> AnyView {
    let value = move || trial.read().get(item).map_or(0, Answer::value);
    let changed = move || (trial.read().get(item) != real.get(item)).then_some("true");
    let id = format!("what-if-{}", item.number());
    let button = move |by: i8, sign: &'static str, name: &'static str| {
        let target = move || value().checked_add_signed(by).and_then(Answer::new);
        let step = move |_| {
            if let Some(answer) = target() {
                trial.update(|trial| trial.set(item, answer));
            }
        };
        // `aria-disabled`, because a disabled button would lose the focus.
        view! {
            <button type="button" class="quiet" aria-label=name aria-disabled=move || target().is_none().then_some("true") on:click=step>
                {sign}
            </button>
        }
    };
    let words = session.language().advice();
    view! {
        <li data-item=item.number()>
            <span id=id.clone()>{session.language().instrument().item(item).text.as_str()}</span>
            <span class="stepper" role="group" aria-labelledby=id>
                {button(-1, "−", words.less)}
                <output data-changed=changed>{value}</output>
                {button(1, "+", words.more)}
            </span>
        </li>
    }
    .into_any()
}

/// The conditions of the instrument for staying and for moving up, to be ticked. Nothing on the highest level.
pub fn stay_or_move(session: Session, level: Level) -> AnyView {
    let words = session.language().advice();
    let conditions = session.language().instrument().level(level);
    if conditions.move_up.is_empty() {
        return ().into_any();
    }
    let (stay, up) = (RwSignal::new(0), RwSignal::new(0));
    view! {
        <h2>{words.stay_or_move}</h2>
        <p>{words.stay_or_move_note}</p>
        <div class="pair">
            {ticks(words.stay, conditions.stay, stay, "stay")}
            {ticks(words.move_up, conditions.move_up, up, "move")}
        </div>
        <p role="status" class="tendency">{move || (words.tendency)(stay.get(), up.get())}</p>
    }
    .into_any()
}

fn ticks(title: &'static str, texts: List<Text>, count: RwSignal<usize>, name: &'static str) -> AnyView {
    let change = move |event| {
        let ticked = event_target_checked(&event);
        count.update(|count| *count = if ticked { *count + 1 } else { count.saturating_sub(1) });
    };
    let row = move |text: &'static Text| {
        view! {
            <label class="tick">
                <input type="checkbox" name=name autocomplete="off" on:change=change/>
                <span>{text.as_str()}</span>
            </label>
        }
    };
    view! { <fieldset class="ticks"><legend>{title}</legend>{texts.iter().map(row).collect_view()}</fieldset> }
        .into_any()
}
