//! The plan of a result: actions with owner and date, measures with figures, and the shared goal. It is stored with the result.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::components::field::{Kind, field};
use crate::state::{ResultId, Session};
use duet_domain::instrument::{Action, Measure};
use duet_domain::plan::{MAX_GOAL, Plan, Step, Target};
use duet_domain::score::Level;

/// The plan for the actions of a level.
pub fn plan(session: Session, result: ResultId, level: Level) -> AnyView {
    let words = session.language().advice();
    let instrument = session.language().instrument();
    let title = if level.next().is_some() { words.actions } else { words.actions_keep };
    let editor = PlanEditor { session, result };
    let actions = instrument.level(level).actions.iter().map(|action| action_row(editor, action));
    let measures = instrument.measures(level).map(|measure| measure_row(editor, measure));
    view! {
        <h2 id="plan" tabindex="-1">{title}</h2>
        <p>{words.actions_note}</p>
        <ul class="actions">{actions.collect_view()}</ul>
        <h2>{words.measures}</h2>
        <ul class="measures">{measures.collect_view()}</ul>
        <label class="field">
            <b>{words.goal}</b>
            <span class="small">{words.goal_note}</span>
            <textarea
                name="goal"
                translate="no"
                rows="2"
                maxlength=MAX_GOAL
                prop:value=move || editor.plan().goal
                on:input=move |event| editor.change(|plan| plan.set_goal(&event_target_value(&event)))
            ></textarea>
        </label>
    }
    .into_any()
}

/// Selects a text field of a step or a target.
type TextField<T> = fn(&mut T) -> &mut String;

/// Reads and changes the plan of a result.
#[derive(Clone, Copy)]
struct PlanEditor {
    session: Session,
    result: ResultId,
}

impl PlanEditor {
    fn plan(self) -> Plan {
        self.session.results.result(self.result).map(|result| result.plan).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut Plan)) {
        self.session.results.change_result(self.result, |_, plan| change(plan));
    }

    /// A field of a chosen action.
    fn step_field(
        self,
        kind: Kind,
        key: &str,
        label: &'static str,
        action: &'static str,
        part: TextField<Step>,
    ) -> AnyView {
        let value =
            move || self.plan().step(action).cloned().map(|mut step| part(&mut step).clone()).unwrap_or_default();
        let change = move |text| self.change(|plan| plan.change_step(action, |step| *part(step) = text));
        field(kind, label, format!("{key}-{action}"), Signal::derive(value), change)
    }

    /// A field of a measure.
    fn target_field(self, key: &str, label: &'static str, measure: &'static str, part: TextField<Target>) -> AnyView {
        let value = move || part(&mut self.plan().target(measure)).clone();
        let change = move |text| self.change(|plan| plan.change_target(measure, |target| *part(target) = text));
        field(Kind::Text, label, format!("{key}-{measure}"), Signal::derive(value), change)
    }
}

fn action_row(editor: PlanEditor, action: &'static Action) -> AnyView {
    let words = editor.session.language().advice();
    let id = action.id.as_str();
    // A memo, so that the fields below are not re-rendered with every change of the plan: the caret would jump to the end.
    let chosen = Memo::new(move |_| editor.plan().step(id).is_some());
    // The fields of an action that was unchosen, to restore them if it is chosen again.
    let former = RefCell::new(None::<Step>);
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        let step = untrack(|| editor.plan()).step(id).cloned();
        editor.change(|plan| {
            plan.choose(id, chosen);
            if let Some(former) = former.take().filter(|_| chosen) {
                plan.change_step(id, |step| *step = former);
            }
        });
        former.replace(step);
    };
    let who_and_when = move || {
        chosen.get().then(|| {
            view! {
                <div class="who-and-when">
                    {editor.step_field(Kind::Text, "owner", words.owner, id, |step| &mut step.owner)}
                    {editor.step_field(Kind::Day, "due", words.due, id, |step| &mut step.due)}
                </div>
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

fn measure_row(editor: PlanEditor, measure: &'static Measure) -> AnyView {
    let words = editor.session.language().advice();
    let id = measure.id.as_str();
    view! {
        <li>
            <p>
                <b>{measure.name.as_str()}</b>
                <span class="small">" = "{measure.formula.as_str()}" ("{words.unit}": "{measure.unit.as_str()}")"</span>
            </p>
            <div class="who-and-when">
                {editor.target_field("today", words.today, id, |target| &mut target.today)}
                {editor.target_field("target", words.target, id, |target| &mut target.target)}
            </div>
        </li>
    }
    .into_any()
}
