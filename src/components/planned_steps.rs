//! The steps of a plan as a table, to be read.

use leptos::prelude::*;

use crate::state::Session;
use duet_domain::plan::Step;
use duet_domain::timestamp::Day;

/// The most steps that have the sentences of their actions: a longer plan needs its room for owners and dates.
const MAX_WITH_SENTENCES: usize = 4;

/// Each step with owner, date and state.
pub fn planned_steps(session: Session, steps: &[Step]) -> AnyView {
    let words = session.language().advice();
    let has_sentences = steps.len() <= MAX_WITH_SENTENCES;
    let row = move |step: &Step| {
        let title = session.language().step_title(step).to_owned();
        let due = Day::parse(&step.due).map(|due| session.language().day(&due));
        let action = session.language().instrument().action(&step.action).filter(|_| has_sentences);
        let text = action.map(|action| view! { <br/><span class="fine">{action.text.as_str()}</span> });
        view! {
            <tr>
                <th scope="row">{title}{text}</th>
                <td translate="no">{step.owner.clone()}</td>
                <td>{due}</td>
                <td>{(session.language().planning().state)(step.state)}</td>
            </tr>
        }
    };
    view! {
        <table class="planned">
            <thead><tr><th scope="col">{words.plan}</th><th scope="col">{words.owner}</th><th scope="col">{words.due}</th><th scope="col">{session.language().planning().state_label}</th></tr></thead>
            <tbody>{steps.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
