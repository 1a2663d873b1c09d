//! The page for the board: one sheet, landscape where the browser can.

use leptos::prelude::*;

use super::super::{ViewState, both_means, period, rounds, sides};
use super::sealed;
use crate::charts::sides::SumsBand;
use crate::charts::theme_sides::{ThemeSides, rows};
use crate::texts::Language;
use duet_domain::answers::ItemNumber;
use duet_domain::plan::{Plan, Step, StepState};
use duet_domain::record::Record;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, QUESTIONS};
use duet_domain::timestamp::Day;

/// The most steps of the plan on the page.
const STEPS: usize = 6;
/// How many actions are proposed without a plan.
const PROPOSALS: usize = 3;

pub fn board(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let language = state.session.language();
    let own = state.session.results.own_result().filter(|result| !result.plan.steps.is_empty());
    let plan = own.map_or_else(|| proposals(&comparison, language), |result| Some(plan(&result, language)));
    view! {
        <h1>{language.meeting().board_title}</h1>
        <p class="fine">{period(&comparison, language)}</p>
        <div class="parts">
            <div>{sums(&comparison, language)}{since(state)}</div>
            {themes(&comparison, language)}
            {to_discuss(&comparison, language)}
        </div>
        {plan}
        <p class="fine">{language.team().source}</p>
    }
    .into_any()
}

fn sums(comparison: &Comparison, language: Language) -> AnyView {
    let hidden = sides::why_hidden(comparison, language).map(|text| view! { <p class="fine">{text}</p> });
    view! {
        <p><b>{sides::headline(comparison, language)}</b></p>
        <SumsBand sales=comparison.sales.mean_sum(DISPLAY_DECIMALS) marketing=comparison.marketing.mean_sum(DISPLAY_DECIMALS)/>
        <ul class="groups">{sides::groups(comparison, language)}</ul>
        {hidden}
        {sealed(comparison, language)}
    }
    .into_any()
}

/// The change between two rounds, if there are two.
fn since(state: ViewState) -> Option<AnyView> {
    let language = state.session.language();
    let table = state.rounds.with(|found| found.as_ref().map(|found| rounds::sums(language, found)))?;
    Some(view! { <h2>{language.meeting().since}</h2>{table} }.into_any())
}

fn themes(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let rows = rows(comparison, language)?;
    Some(view! { <div><h2>{language.team().themes}</h2><ThemeSides rows/></div> }.into_any())
}

/// The widest gaps, and a weakness that both sides see.
fn to_discuss(comparison: &Comparison, language: Language) -> Option<AnyView> {
    comparison.both_details()?;
    let found = comparison.findings();
    let statement = |item: ItemNumber, figure: Option<f64>| {
        let figure = figure.map(|figure| view! { <b>{language.number(figure.abs(), DISPLAY_DECIMALS)}</b>" " });
        let means = both_means(comparison, item, language);
        view! { <li>{figure}{language.instrument().item(item).text.as_str()}" "<span class="fine unbroken">{means}</span></li> }
    };
    let none = |empty: bool| empty.then(|| view! { <li>{language.team().list_empty}</li> });
    let gaps = found.gaps.iter().take(QUESTIONS).map(|item| statement(*item, comparison.gap(*item)));
    let weakness = found.weaknesses.first().map(|item| statement(*item, None));
    Some(
        view! {
            <div class="parts">
                <div>
                    <h2>{language.team().gaps}</h2>
                    <ul class="plain">{none(found.gaps.is_empty())}{gaps.collect_view()}</ul>
                </div>
                <div>
                    <h2>{language.meeting().weakness}</h2>
                    <ul class="plain">{none(weakness.is_none())}{weakness}</ul>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// The first steps of a plan, those that are done after the others, and the number of the rest.
fn first_steps(plan: &Plan) -> (Vec<&Step>, usize) {
    let mut steps: Vec<&Step> = plan.steps.iter().collect();
    steps.sort_by_key(|step| step.state == StepState::Done);
    let further = steps.len().saturating_sub(STEPS);
    steps.truncate(STEPS);
    (steps, further)
}

/// The plan of the respondent's own latest result.
fn plan(result: &Record, language: Language) -> AnyView {
    let (steps, further) = first_steps(&result.plan);
    let row = |step: &Step| {
        let due = Day::parse(&step.due).map(|due| language.day(&due));
        view! {
            <tr>
                <th scope="row" translate=step.is_own().then_some("no")>{language.step_title(step).to_owned()}</th>
                <td translate="no">{step.owner.clone()}</td>
                <td>{due}</td>
                <td>{(language.planning().state)(step.state)}</td>
            </tr>
        }
    };
    let more = (further > 0).then(|| view! { <p class="fine">{(language.meeting().more_steps)(further)}</p> });
    let rows = steps.into_iter().map(row).collect_view();
    let title = (language.meeting().plan_of)(&language.day(&result.day));
    let state = view! { <th scope="col">{language.planning().state_label}</th> };
    view! { <div data-board-plan="own"><h2>{title}</h2>{table(state.into_any(), rows.into_any(), language)}{more}</div> }
        .into_any()
}

/// The first actions of the level of everybody, with room for who and when. None if that level is hidden.
fn proposals(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let (_, level) = comparison.all.mean?;
    let actions = language.instrument().level(level).actions.iter().take(PROPOSALS);
    let row = actions.map(|action| {
        view! {
            <tr>
                <th scope="row"><b>{action.title.as_str()}"."</b>" "<span class="fine">{action.text.as_str()}</span></th>
                <td></td>
                <td></td>
            </tr>
        }
    });
    let words = language.meeting();
    let rows = row.collect_view().into_any();
    Some(
        view! {
            <div data-board-plan="proposals">
                <h2>{words.proposals}</h2>
                <p class="fine">{words.proposals_note}</p>
                {table(().into_any(), rows, language)}
            </div>
        }
        .into_any(),
    )
}

/// A table of actions with owners and dates. `state` is the head of a fourth column.
fn table(state: AnyView, rows: AnyView, language: Language) -> AnyView {
    let words = language.advice();
    view! {
        <table class="planned">
            <thead>
                <tr>
                    <th scope="col">{language.meeting().action}</th>
                    <th scope="col">{words.owner}</th>
                    <th scope="col">{words.due}</th>
                    {state}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_do_comes_first_and_the_rest_is_counted() {
        let mut plan = Plan::default();
        for number in 1..=8 {
            plan.add_own(&format!("step {number}")).expect("room");
        }
        for done in ["own-1", "own-7"] {
            plan.change_step(done, |step| step.state = StepState::Done);
        }
        let (steps, further) = first_steps(&plan);
        let titles: Vec<&str> = steps.iter().map(|step| &*step.title).collect();
        assert_eq!(titles, ["step 2", "step 3", "step 4", "step 5", "step 6", "step 8"]);
        assert_eq!(further, 2);
        assert_eq!(first_steps(&Plan::default()), (Vec::new(), 0));
    }
}
