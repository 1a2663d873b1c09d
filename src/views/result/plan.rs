//! The plan of a result: actions with state, owner and date, measures with figures, and the shared goal. It is stored with the result.

mod measures;
mod steps;

use leptos::prelude::*;

use crate::components::fallback::{Fallback, fallback_panel};
use crate::components::field::{Kind, field};
use crate::export::calendar;
use crate::platform::{address, clock, files};
use crate::route::Screen;
use crate::state::{ResultId, Session};
use crate::texts::planning::Counts;
use duet_domain::plan::{MAX_GOAL, MAX_OWN_TITLE, MAX_STEPS, Plan, Step};
use duet_domain::record::Record;

/// How many recommended actions are shown at first.
const SHOWN_ACTIONS: usize = 3;

/// The plan of a result. `former` is the previous result, whose plan can be carried over.
pub fn plan(session: Session, result: ResultId, record: &Record, former: Option<&Record>) -> AnyView {
    let words = session.language().advice();
    let editor = PlanEditor { session, result };
    let recommended = session.language().instrument().recommended(record);
    let known: Vec<&str> = recommended.iter().map(|action| action.id.as_str()).collect();
    let others = Memo::new(move |_| {
        let steps = editor.plan().steps;
        steps.into_iter().map(|step| step.action).filter(|id| !known.contains(&id.as_str())).collect::<Vec<_>>()
    });
    let (first, rest) = recommended.split_at(SHOWN_ACTIONS.min(recommended.len()));
    let rows =
        move |actions: &[&'static _]| actions.iter().map(|action| steps::recommended(editor, action)).collect_view();
    let has_targets = !untrack(|| editor.plan()).targets.is_empty();
    view! {
        {former.map(|former| carry_over(editor, former.plan.clone()))}
        <p>{words.actions_note}</p>
        <ul class="actions">{rows(first)}</ul>
        {add_own(editor)}
        <ul class="actions others">
            <For each=move || others.get() key=String::clone let:id>{steps::other(editor, id)}</For>
        </ul>
        <details>
            <summary>{words.more_actions}</summary>
            <ul class="actions">{rows(rest)}</ul>
        </details>
        {measures::measures(editor, record.score().level(), has_targets)}
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
        {save_calendar(editor)}
    }
    .into_any()
}

/// How far the plan is, in a few words; none without steps.
pub fn progress(session: Session, result: ResultId) -> Option<String> {
    let plan = PlanEditor { session, result }.plan();
    let counts = Counts::of(&plan, &clock::today());
    (counts.all > 0).then(|| (session.language().planning().counts)(counts))
}

/// Selects a text field of a step.
type TextField = fn(&mut Step) -> &mut String;

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

    fn step(self, action: &str) -> Option<Step> {
        self.plan().step(action).cloned()
    }

    fn change(self, change: impl FnOnce(&mut Plan)) {
        self.session.results.change_result(self.result, |_, plan| change(plan));
    }

    /// A field of a chosen action.
    fn step_field(self, kind: Kind, key: &str, label: &'static str, action: &str, part: TextField) -> AnyView {
        let name = format!("{key}-{action}");
        let (of, action) = (action.to_owned(), action.to_owned());
        let value = move || self.step(&of).map(|mut step| part(&mut step).clone()).unwrap_or_default();
        let change = move |text| self.change(|plan| plan.change_step(&action, |step| *part(step) = text));
        field(kind, label, name, Signal::derive(value), change)
    }
}

/// The button that takes over what is unfinished from the former plan; nothing if there is nothing.
fn carry_over(editor: PlanEditor, former: Plan) -> AnyView {
    let words = editor.session.language().planning();
    let shown = move || {
        let own = editor.plan();
        let mut with_former = own.clone();
        let steps = with_former.carry_over(&former);
        (with_former != own).then(|| {
            let former = former.clone();
            let carry = move |_| editor.change(|plan| _ = plan.carry_over(&former));
            view! {
                <p class="row">
                    <button type="button" class="quiet" data-action="carry-over" on:click=carry>{(words.carry)(steps)}</button>
                    <span class="small">{words.carry_note}</span>
                </p>
            }
        })
    };
    view! { <div>{shown}</div> }.into_any()
}

/// The field for an own action.
fn add_own(editor: PlanEditor) -> AnyView {
    let words = editor.session.language().planning();
    let title = RwSignal::new(String::new());
    let is_full = Memo::new(move |_| editor.plan().steps.len() >= MAX_STEPS);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut added = None;
        editor.change(|plan| added = plan.add_own(&title.get_untracked()));
        if added.is_some() {
            title.set(String::new());
        }
    };
    view! {
        <form class="row own-action" on:submit=add>
            <label class="field">
                <span>{words.own_title}</span>
                <input
                    type="text"
                    name="own-action"
                    translate="no"
                    autocomplete="off"
                    maxlength=MAX_OWN_TITLE
                    prop:value=move || title.get()
                    on:input=move |event| title.set(event_target_value(&event))
                />
            </label>
            <button type="submit" class="quiet" data-action="add-step" disabled=is_full>{words.add}</button>
        </form>
        {move || is_full.get().then(|| view! { <p role="status">{(words.full)(MAX_STEPS)}</p> })}
    }
    .into_any()
}

/// The button that saves the dates of the plan, and a reminder to answer again, for a calendar.
fn save_calendar(editor: PlanEditor) -> AnyView {
    let PlanEditor { session, result } = editor;
    let words = session.language().planning();
    let fallback = RwSignal::new(None);
    let save = move |_| {
        let Some(record) = untrack(|| session.results.result(result)) else { return };
        let link = address::link(&Screen::Start.fragment());
        let text = calendar::write(&record, session.language(), &clock::now(), link.as_deref());
        let name = format!("{}.ics", super::file_name(session, &record));
        let started = files::download(&name, "text/calendar;charset=utf-8", &text).is_ok();
        fallback.set(Some(Fallback::for_file(started, Some(text))));
    };
    view! {
        <div class="row">
            <button type="button" class="quiet" data-action="calendar" on:click=move |event| untrack(|| save(event))>{words.calendar}</button>
            <span class="small">{words.calendar_note}</span>
        </div>
        {fallback_panel(session, fallback, Signal::stored(None))}
    }
    .into_any()
}
