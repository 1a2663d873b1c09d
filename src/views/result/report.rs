//! The printed report of a result, at most two pages of A4 or Letter. It is added to the page before the first print, visible in print only,
//! and replaces everything else there.

use leptos::prelude::*;

use super::summary::{dateline, to_next};
use super::themes::beside_strands;
use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::components::cited::cited;
use crate::components::planned_steps::planned_steps;
use crate::components::qr::Qr;
use crate::state::{ResultId, Session};
use duet_domain::answers::ItemNumber;
use duet_domain::plan::Plan;
use duet_domain::record::Record;
use duet_domain::score::Level;

/// How many actions are printed if none is chosen.
const MAX_CHOICES: usize = 6;

/// Renders the report before the first print. It is rendered inside the event listener and not by a signal, because Firefox prints before
/// deferred work runs. A browser without an event before printing prints the page itself.
#[cfg(target_arch = "wasm32")]
pub fn on_print(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    use crate::platform::page;
    use crate::platform::print::BeforePrint;

    let (record, owner) = (record.clone(), Owner::current());
    let mut mounted = None;
    let mount = move || {
        if let (None, Some(owner), Some(main)) = (&mounted, &owner, page::view_element()) {
            let record = record.clone();
            let report = move || report(session, &record, id);
            mounted = Some(owner.with(|| mount_to_renderer(&main, report)));
        }
    };
    // Dropped with the view of the result, together with the mounted report.
    StoredValue::new_local(BeforePrint::call(mount));
    ().into_any()
}

/// Static rendering includes the report.
#[cfg(not(target_arch = "wasm32"))]
pub use report as on_print;

/// The report. Label and plan follow their changes.
pub fn report(session: Session, record: &Record, id: Option<ResultId>) -> AnyView {
    let language = session.language();
    let score = record.score();
    let level = score.level();
    let level_words = session.language().instrument().level(level);
    let code = record.code();
    let recorded = move || id.and_then(|id| session.results.result(id));
    let label = move || {
        let label = recorded().map(|result| result.label).filter(|label| !label.is_empty());
        label.map(|label| view! { <p class="label" translate="no">{label}</p> })
    };
    let of_plan = record.clone();
    let plan = move || plan_section(session, &of_plan, recorded().map(|result| result.plan).unwrap_or_default());
    view! {
        <article class="report" aria-hidden="true">
            <header>
                <div>
                    <h1>{(language.result().level)(&level_words.name)}</h1>
                    {label}
                    <p>{dateline(session, record)}" · "<span class="unbroken" translate="no">{code.to_string()}</span></p>
                </div>
                <Strands level/>
                <Qr code/>
            </header>
            <p class="sum"><b>{score.points()}</b>" "{to_next(session, record)}</p>
            <Band score/>
            <p>{level_words.summary.as_str()}</p>
            <h2>{language.advice().themes}</h2>
            {beside_strands(session, record, None)}
            <p class="fine">{language.advice().strands_note}</p>
            <h2>{if level.next().is_some() { language.advice().up } else { language.advice().actions_keep }}</h2>
            {plan}
            <section>
                <h2>{language.advice().all_answers}</h2>
                {twenty(session, record)}
            </section>
            <p class="fine">{cited(language.result().source)}" "{language.advice().limits}</p>
        </article>
    }
    .into_any()
}

fn twenty(session: Session, record: &Record) -> AnyView {
    let row = |item: ItemNumber| {
        view! {
            <li>
                <span class="number">{item.number()}</span>
                <span>{session.language().instrument().item(item).text.as_str()}</span>
                <b>{record.answers.get(item).value()}</b>
            </li>
        }
    };
    view! { <ol class="twenty">{ItemNumber::all().map(row).collect_view()}</ol> }.into_any()
}

/// The plan, or the actions of the level if none is chosen, with measures and goal.
fn plan_section(session: Session, record: &Record, plan: Plan) -> AnyView {
    let level = record.score().level();
    let words = session.language().advice();
    let goal = (!plan.goal.is_empty())
        .then(|| view! { <p><b>{words.goal}": "</b><span translate="no">{plan.goal.clone()}</span></p> });
    view! {
        {if plan.steps.is_empty() { choices(session, record) } else { planned_steps(session, &plan.steps) }}
        {measures(session, level, &plan)}
        {goal}
    }
    .into_any()
}

/// The first recommended actions, to be ticked by hand.
fn choices(session: Session, record: &Record) -> AnyView {
    let actions = session.language().instrument().recommended(record).into_iter().take(MAX_CHOICES);
    let rows = actions.map(|action| view! { <li><b>{action.title.as_str()}"."</b>" "{action.text.as_str()}</li> });
    view! { <ul class="to-do">{rows.collect_view()}</ul> }.into_any()
}

/// The measures of the level, with the figures of the plan.
fn measures(session: Session, level: Level, plan: &Plan) -> AnyView {
    let words = session.language().advice();
    let texts = session.language().instrument().measures(level).enumerate().map(|(index, measure)| {
        let target = plan.target(&measure.id);
        let figures = [(words.today, target.today), (words.target, target.target)];
        let filled = figures.into_iter().filter(|(_, figure)| !figure.is_empty()).enumerate();
        let filled = filled.map(|(index, (name, figure))| {
            view! { {if index == 0 { " (" } else { ", " }}{name.to_lowercase()}": "<span translate="no">{figure}</span> }
                .into_any()
        });
        let filled: Vec<AnyView> = filled.collect();
        let end = (!filled.is_empty()).then_some(")");
        view! { {(index > 0).then_some(" · ")}{measure.name.as_str()}{filled.collect_view()}{end} }
    });
    view! { <p><b>{words.measures}": "</b>{texts.collect_view()}</p> }.into_any()
}
