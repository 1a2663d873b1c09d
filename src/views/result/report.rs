//! The report for paper: A4 or Letter, two pages at most. It is in the page all the time and seen in print alone; there it
//! stands in for everything else.

use leptos::prelude::*;

use super::answers::Bars;
use super::summary::{dateline, to_next};
use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::components::qr::Qr;
use crate::domain::answers::ItemNumber;
use crate::domain::plan::{Plan, Step};
use crate::domain::record::Record;
use crate::session::Session;

/// The report.
#[component]
pub fn Report(record: Record, own: bool) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words();
    let score = record.score();
    let level = score.level();
    let level_words = session.instrument().level(level);
    let code = record.code().to_string();
    let first = record.clone();
    let current = move || session.own_result().filter(|_| own).unwrap_or_else(|| record.clone());
    let label = {
        let current = current.clone();
        move || {
            Some(current().label).filter(|label| !label.is_empty()).map(|label| view! { <p class="label">{label}</p> })
        }
    };
    let answers = {
        let answers = first.answers;
        ItemNumber::all().map(move |item| {
            view! {
                <li>
                    <span class="number">{item.number()}</span>
                    <span>{session.instrument().item(item).text.as_str()}</span>
                    <b>{answers.get(item).value()}</b>
                </li>
            }
        })
    };
    let measures = session.instrument().measures(level).map(|measure| measure.name.as_str());
    let steps = move || {
        let plan = current().plan;
        if plan.steps.is_empty() {
            let actions = session.instrument().level(level).actions.iter();
            let all = actions.map(|action| view! { <li>{action.title.as_str()}</li> });
            return view! { <ul class="to-do">{all.collect_view()}</ul> }.into_any();
        }
        planned(session, plan)
    };
    view! {
        <article class="report" aria-hidden="true">
            <header>
                <div>
                    <h1>{(words.result.level)(&level_words.name)}</h1>
                    {label}
                    <p>{dateline(session, &first)}" · "{code}</p>
                </div>
                <Strands level/>
                <Qr record=first.clone()/>
            </header>
            <p class="sum"><b>{score.points()}</b>" "{(words.result.on_scale)(score.points())}". "{to_next(session, &first)}</p>
            <Band score/>
            <p>{level_words.summary.as_str()}</p>
            <h2>{words.acting.themes}</h2>
            <Bars themes=first.themes()/>
            <p class="fine">{words.acting.themes_note}</p>
            <h2>{words.acting.all_answers}</h2>
            <ol class="twenty">{answers.collect_view()}</ol>
            <h2>{if level.next().is_some() { words.acting.up } else { words.acting.actions_keep }}</h2>
            {steps}
            <p>{words.acting.measures}": "{measures.collect::<Vec<_>>().join(" · ")}</p>
            <p class="fine">{words.result.source}" "{words.acting.limits}</p>
        </article>
    }
    .into_any()
}

fn planned(session: Session, plan: Plan) -> AnyView {
    let words = session.words().acting;
    let row = move |step: Step| {
        let title =
            session.instrument().action(&step.action).map_or(step.action.clone(), |action| action.title.clone());
        view! { <tr><th scope="row">{title}</th><td>{step.owner}</td><td>{step.due}</td></tr> }
    };
    let goal = (!plan.goal.is_empty()).then(|| view! { <p><b>{words.goal}": "</b>{plan.goal}</p> });
    view! {
        <table class="planned">
            <thead><tr><th scope="col">{words.plan}</th><th scope="col">{words.owner}</th><th scope="col">{words.due}</th></tr></thead>
            <tbody>{plan.steps.into_iter().map(row).collect_view()}</tbody>
        </table>
        {goal}
    }
    .into_any()
}
