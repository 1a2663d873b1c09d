//! The actions of a plan: recommended ones, to be chosen, and all others that are in the plan.

use std::cell::RefCell;

use leptos::prelude::*;

use super::PlanEditor;
use crate::components::field::Kind;
use crate::platform::clock;
use duet_domain::instrument::Action;
use duet_domain::plan::{Due, Step, StepState};

/// A recommended action with a checkbox. Its fields are shown while it is in the plan.
pub fn recommended(editor: PlanEditor, action: &'static Action) -> AnyView {
    let id = action.id.as_str();
    // A memo, so that the fields below are not re-rendered with every change of the plan: the caret would jump to the end.
    let chosen = Memo::new(move |_| editor.step(id).is_some());
    // The fields of an action that was unchosen, to restore them if it is chosen again.
    let former = RefCell::new(None::<Step>);
    let choose = move |event| {
        let chosen = event_target_checked(&event);
        let step = untrack(|| editor.step(id));
        editor.change(|plan| {
            plan.choose(id, chosen);
            if let Some(former) = former.take().filter(|_| chosen) {
                plan.change_step(id, |step| *step = former);
            }
        });
        former.replace(step);
    };
    view! {
        <li data-plan=id>
            <label class="tick">
                <input type="checkbox" name=format!("action-{id}") autocomplete="off" prop:checked=chosen on:change=choose/>
                <span><b>{action.title.as_str()}</b><br/>{action.text.as_str()}</span>
            </label>
            {move || chosen.get().then(|| fields(editor, id))}
        </li>
    }
    .into_any()
}

/// An own action, or one that was recommended for another result.
pub fn other(editor: PlanEditor, id: String) -> AnyView {
    let words = editor.session.language().planning();
    let step = untrack(|| editor.step(&id)).unwrap_or_default();
    let title = editor.session.language().step_title(&step).to_owned();
    let label = (words.remove_named)(&title);
    let heading = if step.is_own() {
        editor.step_field(Kind::Title, "title", words.own_title, &id, |step| &mut step.title)
    } else {
        view! { <p><b>{title}</b></p> }.into_any()
    };
    let removed = id.clone();
    view! {
        <li data-plan=id.clone() class="other">
            {heading}
            {fields(editor, &id)}
            <button type="button" class="quiet" data-action="remove-step" aria-label=label on:click=move |_| editor.change(|plan| plan.remove(&removed))>
                {words.remove}
            </button>
        </li>
    }
    .into_any()
}

/// State, owner and date of a step.
fn fields(editor: PlanEditor, id: &str) -> AnyView {
    let words = editor.session.language().advice();
    view! {
        <div class="who-and-when">
            {editor.step_field(Kind::Text, "owner", words.owner, id, |step| &mut step.owner)}
            {editor.step_field(Kind::Day, "due", words.due, id, |step| &mut step.due)}
            {state(editor, id)}
        </div>
        {due(editor, id)}
    }
    .into_any()
}

fn state(editor: PlanEditor, id: &str) -> AnyView {
    let words = editor.session.language().planning();
    let (of, changed) = (id.to_owned(), id.to_owned());
    let current = Memo::new(move |_| editor.step(&of).map(|step| step.state).unwrap_or_default());
    let change = move |event| {
        if let Some(state) = StepState::from_key(&event_target_value(&event)) {
            editor.change(|plan| plan.change_step(&changed, |step| step.state = state));
        }
    };
    let option = |state: StepState| {
        view! { <option value=state.key() selected=move || current.get() == state>{(words.state)(state)}</option> }
    };
    view! {
        <label class="field">
            <span>{words.state_label}</span>
            <select name=format!("state-{id}") prop:value=move || current.get().key() on:change=change>
                {StepState::ALL.map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// Whether the step is due or overdue.
fn due(editor: PlanEditor, id: &str) -> AnyView {
    let words = editor.session.language().planning();
    let id = id.to_owned();
    let due = Memo::new(move |_| editor.step(&id).map_or(Due::None, |step| step.due_on(&clock::today())));
    let text = move || match due.get() {
        Due::Overdue => Some(view! { <p class="due overdue" data-due="overdue">{words.overdue}</p> }.into_any()),
        Due::Today => Some(view! { <p class="due" data-due="today">{words.due_today}</p> }.into_any()),
        Due::None | Due::Later => None,
    };
    view! { <div>{text}</div> }.into_any()
}
