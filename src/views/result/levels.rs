//! The four levels: what the current one looks like, and the conditions for staying on it or moving up.

use leptos::prelude::*;

use crate::charts::strands::Strands;
use crate::state::Session;
use duet_domain::instrument::{List, Text};
use duet_domain::score::Level;

/// What the current level looks like, all levels, and the conditions for staying or moving up.
pub fn levels(session: Session, level: Level) -> AnyView {
    let looks =
        session.language().instrument().level(level).looks.iter().map(|look| view! { <li>{look.as_str()}</li> });
    view! {
        <h3>{session.language().result().looks}</h3>
        <ul class="looks">{looks.collect_view()}</ul>
        {list(session, level)}
        {stay_or_move(session, level)}
    }
    .into_any()
}

/// Each level with its picture, its sums, its name, and a sentence.
fn list(session: Session, current: Level) -> AnyView {
    let words = session.language().result();
    let row = move |level: Level| {
        let level_words = session.language().instrument().level(level);
        let here = (level == current).then(|| view! { <em>{words.here}</em> });
        view! {
            <li class=format!("level-{}", level.key()) aria-current=(level == current).then_some("true")>
                <Strands level/>
                <span>
                    <span class="name">{level_words.name.as_str()}</span>
                    " "
                    {here}
                    <span class="small">{level_words.summary.as_str()}</span>
                </span>
                <span class="sums">{format!("{}–{}", level.min_points(), level.max_points())}</span>
            </li>
        }
    };
    view! { <ol class="levels">{Level::ALL.map(row).collect_view()}</ol> }.into_any()
}

/// The conditions of the instrument for staying and for moving up, to be ticked. Nothing on the highest level.
fn stay_or_move(session: Session, level: Level) -> AnyView {
    let words = session.language().advice();
    let conditions = session.language().instrument().level(level);
    if conditions.move_up.is_empty() {
        return ().into_any();
    }
    let (stay, up) = (RwSignal::new(0), RwSignal::new(0));
    view! {
        <h3>{words.stay_or_move}</h3>
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
