//! What has changed since the previous result: the plan from then, the themes, the statements.

use leptos::prelude::*;

use crate::components::statement_lists::{FigureList, from_to};
use crate::state::Session;
use duet_domain::change::Change;
use duet_domain::plan::{Plan, Step, Target};
use duet_domain::record::Record;

/// The changes, for the section that is shown if there is a previous result.
pub fn change(session: Session, former: &Record, record: &Record) -> AnyView {
    let words = session.language().transfer();
    let Some(change) = Change::between(former, record) else {
        return view! { <p>{words.wording_differs}</p> }.into_any();
    };
    let rows: Vec<_> = change.items.iter().map(|(item, from, to)| (*item, from_to(*from, *to))).collect();
    let unchanged = rows.is_empty().then(|| view! { <p>{words.unchanged}</p> });
    view! {
        {plan_from_then(session, &former.plan, &record.plan)}
        <h3>{session.language().result().answers}</h3>
        {unchanged}
        <FigureList rows/>
    }
    .into_any()
}

/// What has become of the former plan: each action with its state, and each measure with the figures of then and now.
fn plan_from_then(session: Session, former: &Plan, now: &Plan) -> Option<AnyView> {
    let language = session.language();
    let (words, advice) = (language.planning(), language.advice());
    let step = |step: &Step| {
        // An action that was carried over has its state in the new plan.
        let carried = now.steps.iter().find(|other| is_same_action(other, step));
        let state = carried.map_or(step.state, |carried| carried.state);
        let title = language.step_title(step).to_owned();
        view! { <li data-state=state.key()><span translate="no">{title}</span>" – "<b>{(words.state)(state)}</b></li> }
    };
    let measure = |target: &Target| {
        let name = language
            .instrument()
            .measure(&target.measure)
            .map_or(target.measure.as_str(), |measure| measure.name.as_str());
        let today = now.target(&target.measure).today;
        let figures = [(words.then, &target.today), (advice.target, &target.target), (advice.today, &today)];
        let figures = figures.into_iter().filter(|(_, figure)| !figure.is_empty());
        let figures = figures.map(|(name, figure)| format!("{}: {figure}", name.to_lowercase())).collect::<Vec<_>>();
        view! { <li><b>{name.to_owned()}</b>" "<span translate="no">{figures.join(", ")}</span></li> }
    };
    (!former.is_empty()).then(|| {
        view! {
            <h3>{words.former_plan}</h3>
            <ul class="looks">
                {former.steps.iter().map(step).collect_view()}
                {former.targets.iter().map(measure).collect_view()}
            </ul>
        }
        .into_any()
    })
}

/// Whether two steps are about the same action. Own actions may have other identifiers in each plan.
fn is_same_action(one: &Step, other: &Step) -> bool {
    if one.is_own() { other.is_own() && one.title == other.title } else { one.action == other.action }
}
