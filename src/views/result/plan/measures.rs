//! The measures of a level, with the figure of today and the target.

use leptos::prelude::*;

use super::PlanEditor;
use crate::components::field::{Kind, field};
use duet_domain::instrument::Measure;
use duet_domain::plan::Target;
use duet_domain::score::Level;

/// The measures, folded unless they have figures.
pub fn measures(editor: PlanEditor, level: Level, open: bool) -> AnyView {
    let rows = editor.session.language().instrument().measures(level).map(|measure| row(editor, measure));
    view! {
        <details class="measure-section" open=open>
            <summary>{editor.session.language().advice().measures}</summary>
            <ul class="measures">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn row(editor: PlanEditor, measure: &'static Measure) -> AnyView {
    let words = editor.session.language().advice();
    let figure = |key: &str, label: &'static str, part: fn(&mut Target) -> &mut String| {
        let id = measure.id.as_str();
        let value = move || part(&mut editor.plan().target(id)).clone();
        let change = move |text| editor.change(|plan| plan.change_target(id, |target| *part(target) = text));
        field(Kind::Text, label, format!("{key}-{id}"), Signal::derive(value), change)
    };
    view! {
        <li>
            <p>
                <b>{measure.name.as_str()}</b>
                <span class="small">" = "{measure.formula.as_str()}" ("{words.unit}": "{measure.unit.as_str()}")"</span>
            </p>
            <div class="who-and-when">
                {figure("today", words.today, |target| &mut target.today)}
                {figure("target", words.target, |target| &mut target.target)}
            </div>
        </li>
    }
    .into_any()
}
