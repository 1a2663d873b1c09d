//! A trial with changed answers.

use leptos::prelude::*;

use crate::charts::band::Band;
use crate::export::text::ranked;
use crate::state::Session;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::record::Record;
use duet_domain::score::Score;

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
    let rows = items.iter().map(|item| trial_row(session, trial, real, *item)).collect_view();
    view! {
        <p class="small">{words.what_if_note}</p>
        <div class="would-be">{would_be}</div>
        <ul class="trials">{rows}</ul>
        <p><button type="button" class="quiet" data-action="reset" on:click=move |_| trial.set(real)>{words.reset}</button></p>
    }
    .into_any()
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
