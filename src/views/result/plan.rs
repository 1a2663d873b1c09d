//! What to do, who does it and by when, what to measure, and the one shared goal. Everything here is kept with the result.

use leptos::prelude::*;

use crate::domain::instrument::{Action, Measure};
use crate::domain::plan::{GOAL, SHORT_TEXT};
use crate::domain::score::Level;
use crate::session::Session;

/// The plan for the step from a level to the next.
#[component]
pub fn Plan(level: Level) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let instrument = session.instrument();
    let title = if level.next().is_some() { words.actions } else { words.actions_keep };
    let actions = instrument.level(level).actions.iter().map(|action| view! { <ActionRow action/> });
    let measures = instrument.measures(level).map(|measure| view! { <MeasureRow measure/> });
    let goal = move || session.own_result().map(|result| result.plan.goal).unwrap_or_default();
    view! {
        <h2>{title}</h2>
        <p>{words.actions_note}</p>
        <ul class="actions">{actions.collect_view()}</ul>
        <h2>{words.measures}</h2>
        <ul class="measures">{measures.collect_view()}</ul>
        <label class="field">
            <b>{words.goal}</b>
            <span class="small">{words.goal_note}</span>
            <textarea
                name="goal"
                rows="2"
                maxlength=GOAL
                prop:value=goal
                on:change=move |event| session.change_plan(|_, plan| plan.set_goal(&event_target_value(&event)))
            ></textarea>
        </label>
    }
    .into_any()
}

#[component]
fn ActionRow(action: &'static Action) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let id = action.id.as_str();
    let step = move || session.own_result().and_then(|result| result.plan.step(id).cloned());
    let chosen = Memo::new(move |_| step().is_some());
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        session.change_plan(|_, plan| plan.choose(id, chosen));
    };
    let set_owner = move |event| {
        let owner = event_target_value(&event);
        session.change_plan(|_, plan| plan.change_step(id, |step| step.owner = owner));
    };
    let set_due = move |event| {
        let due = event_target_value(&event);
        session.change_plan(|_, plan| plan.change_step(id, |step| step.due = due));
    };
    let who_and_when = move || {
        chosen.get().then(|| {
            view! {
                <p class="who-and-when">
                    <label class="field">
                        <span>{words.owner}</span>
                        <input
                            type="text"
                            name=format!("owner-{id}")
                            maxlength=SHORT_TEXT
                            autocomplete="off"
                            prop:value=move || step().map(|step| step.owner).unwrap_or_default()
                            on:change=set_owner
                        />
                    </label>
                    <label class="field">
                        <span>{words.due}</span>
                        <input
                            type="date"
                            name=format!("due-{id}")
                            prop:value=move || step().map(|step| step.due).unwrap_or_default()
                            on:change=set_due
                        />
                    </label>
                </p>
            }
        })
    };
    view! {
        <li data-plan=id>
            <label class="tick">
                <input type="checkbox" name=format!("action-{id}") autocomplete="off" prop:checked=chosen on:change=choose/>
                <span><b>{action.title.as_str()}</b><br/>{action.text.as_str()}</span>
            </label>
            {who_and_when}
        </li>
    }
    .into_any()
}

#[component]
fn MeasureRow(measure: &'static Measure) -> AnyView {
    let session = expect_context::<Session>();
    let words = session.words().acting;
    let id = measure.id.as_str();
    let values = move || session.own_result().map(|result| result.plan.target(id)).unwrap_or_default();
    view! {
        <li>
            <p>
                <b>{measure.name.as_str()}</b>
                <span class="small">" = "{measure.formula.as_str()}" ("{words.unit}": "{measure.unit.as_str()}")"</span>
            </p>
            <p class="who-and-when">
                <label class="field">
                    <span>{words.today}</span>
                    <input
                        type="text"
                        name=format!("today-{id}")
                        maxlength=SHORT_TEXT
                        autocomplete="off"
                        prop:value=move || values().today
                        on:change=move |event| {
                            let today = event_target_value(&event);
                            session.change_plan(|_, plan| plan.change_target(id, |target| target.today = today));
                        }
                    />
                </label>
                <label class="field">
                    <span>{words.target}</span>
                    <input
                        type="text"
                        name=format!("target-{id}")
                        maxlength=SHORT_TEXT
                        autocomplete="off"
                        prop:value=move || values().target
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            session.change_plan(|_, plan| plan.change_target(id, |target| target.target = value));
                        }
                    />
                </label>
            </p>
        </li>
    }
    .into_any()
}
