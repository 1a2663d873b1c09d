//! The report for paper: A4 or Letter, two pages at most. It is in the page from when somebody prints, and seen in print alone; there
//! it stands in for everything else.

use leptos::prelude::*;

use super::answers::bars;
use super::summary::{dateline, to_next};
use crate::charts::band::Band;
use crate::charts::strands::Strands;
use crate::components::cited::cited;
use crate::components::qr::Qr;
use crate::state::{Session, Which};
use duet_domain::answers::ItemNumber;
use duet_domain::plan::{Plan, Step};
use duet_domain::record::Record;
use duet_domain::score::Level;
use duet_domain::timestamp::Day;

/// The report, from when somebody prints. It is drawn at once then, and not by way of a signal: Firefox does nothing that is put off until
/// the page is on paper. Where a browser tells nobody, the page itself is printed.
#[cfg(target_arch = "wasm32")]
pub fn for_paper(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    use crate::platform::page;
    use crate::platform::paper::BeforePaper;

    let (record, owner) = (record.clone(), Owner::current());
    let mut drawn = None;
    let draw = move || {
        if let (None, Some(owner), Some(place)) = (&drawn, &owner, page::view()) {
            let record = record.clone();
            let report = move || report(session, &record, which);
            drawn = Some(owner.with(|| mount_to_renderer(&place, report)));
        }
    };
    // It goes with the result, and takes along what it has drawn.
    StoredValue::new_local(BeforePaper::call(draw));
    ().into_any()
}

/// The report; outside a browser nobody prints.
#[cfg(not(target_arch = "wasm32"))]
pub use report as for_paper;

/// The report. Label and plan are drawn again when they change.
pub fn report(session: Session, record: &Record, which: Option<Which>) -> AnyView {
    let language = session.language();
    let score = record.score();
    let level = score.level();
    let level_words = session.language().instrument().level(level);
    let code = record.code();
    let kept = move || which.and_then(|which| session.results.result(which));
    let label = move || {
        let label = kept().map(|result| result.label).filter(|label| !label.is_empty());
        label.map(|label| view! { <p class="label" translate="no">{label}</p> })
    };
    let plan = move || to_do(session, level, kept().map(|result| result.plan).unwrap_or_default());
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
            <h2>{language.acting().themes}</h2>
            {bars(session, &record.themes())}
            <p class="fine">{language.acting().themes_note}</p>
            <h2>{if level.next().is_some() { language.acting().up } else { language.acting().actions_keep }}</h2>
            {plan}
            <section>
                <h2>{language.acting().all_answers}</h2>
                {twenty(session, record)}
            </section>
            <p class="fine">{cited(language.result().source)}" "{language.acting().limits}</p>
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

/// The plan; the actions to choose from where there is none.
fn to_do(session: Session, level: Level, plan: Plan) -> AnyView {
    let words = session.language().acting();
    let goal = (!plan.goal.is_empty())
        .then(|| view! { <p><b>{words.goal}": "</b><span translate="no">{plan.goal.clone()}</span></p> });
    view! {
        {if plan.steps.is_empty() { choices(session, level) } else { steps(session, &plan.steps) }}
        {measures(session, level, &plan)}
        {goal}
    }
    .into_any()
}

fn choices(session: Session, level: Level) -> AnyView {
    let actions = session.language().instrument().level(level).actions.iter();
    let rows = actions.map(|action| view! { <li>{action.title.as_str()}</li> });
    view! { <ul class="to-do">{rows.collect_view()}</ul> }.into_any()
}

fn steps(session: Session, steps: &[Step]) -> AnyView {
    let words = session.language().acting();
    let row = move |step: &Step| {
        let known = session.language().instrument().action(&step.action);
        let title = known.map_or_else(|| step.action.clone(), |action| action.title.to_string());
        let due = Day::parse(&step.due).map(|due| session.language().day(&due));
        view! { <tr><th scope="row">{title}</th><td translate="no">{step.owner.clone()}</td><td>{due}</td></tr> }
    };
    view! {
        <table class="planned">
            <thead><tr><th scope="col">{words.plan}</th><th scope="col">{words.owner}</th><th scope="col">{words.due}</th></tr></thead>
            <tbody>{steps.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The measures of the level, with the figures of the plan where it has some.
fn measures(session: Session, level: Level, plan: &Plan) -> AnyView {
    let words = session.language().acting();
    let texts = session.language().instrument().measures(level).enumerate().map(|(place, measure)| {
        let target = plan.target(&measure.id);
        let figures = [(words.today, target.today), (words.target, target.target)];
        let filled = figures.into_iter().filter(|(_, figure)| !figure.is_empty()).enumerate();
        let filled = filled.map(|(place, (name, figure))| {
            view! { {if place == 0 { " (" } else { ", " }}{name.to_lowercase()}": "<span translate="no">{figure}</span> }
                .into_any()
        });
        let filled: Vec<AnyView> = filled.collect();
        let end = (!filled.is_empty()).then_some(")");
        view! { {(place > 0).then_some(" · ")}{measure.name.as_str()}{filled.collect_view()}{end} }
    });
    view! { <p><b>{words.measures}": "</b>{texts.collect_view()}</p> }.into_any()
}
