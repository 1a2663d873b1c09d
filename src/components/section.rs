//! A section of a view that can be folded, and the outline of the sections.
//!
//! The address names the section that was opened last, after the view: `#result/plan`. It is open again after a reload, and a link can
//! lead to it.

use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;

use crate::platform::{IS_BROWSER, address, focus, page};
use crate::route::section_of;

/// Name and title of a section, for the outline.
pub type Entry = (&'static str, &'static str);

/// A section with a heading, folded or open.
#[component]
pub fn Section(
    /// Its name in the address, and its id.
    name: &'static str,
    /// Its heading.
    title: &'static str,
    /// Whether it is open if the address names none. The section follows its changes.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// Whether the content is rendered only when the section is first opened.
    #[prop(optional)]
    lazy: bool,
    /// What is said beside the heading.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let is_named = move || IS_BROWSER && section_of(&address::fragment()).as_deref() == Some(name);
    let starts_open = open.get_untracked() || is_named();
    // Static rendering includes the content.
    let rendered = RwSignal::new(starts_open || !lazy || !IS_BROWSER);
    follow_address(details, name, is_named);
    if is_named() {
        // A link from another view, or a reload.
        page::after_next_paint(move || focus::jump(&format!("#{name} > summary")));
    }
    Effect::new(move |before: Option<bool>| {
        let open = open.get();
        if let Some(details) = details.get_untracked().filter(|_| before.is_some_and(|before| before != open)) {
            details.set_open(open);
        }
        open
    });
    let toggle = move |_| {
        let is_open = details.get_untracked().is_some_and(|details| details.open());
        // A set signal re-renders also if it is equal.
        if is_open && !rendered.get_untracked() {
            rendered.set(true);
        }
        if is_open && !open.get_untracked() {
            address::set_section(Some(name));
        } else if !is_open && is_named() {
            address::set_section(None);
        }
    };
    view! {
        <details class="section" id=name node_ref=details open=starts_open on:toggle=toggle>
            <summary>
                <h2>{title}</h2>
                {move || note.get().map(|note| view! { <span class="small">{note}</span> })}
            </summary>
            <div class="stack">{move || rendered.get().then(|| untrack(|| children()))}</div>
        </details>
    }
}

/// Opens the section when a link leads to it: the address changes, and the view stays.
fn follow_address(details: NodeRef<Details>, name: &'static str, is_named: impl Fn() -> bool + 'static) {
    if !IS_BROWSER {
        return;
    }
    let listener = window_event_listener(ev::hashchange, move |_| {
        if let Some(details) = details.get_untracked().filter(|_| is_named()) {
            details.set_open(true);
            focus::jump(&format!("#{name} > summary"));
        }
    });
    on_cleanup(move || listener.remove());
}

/// Links to the sections of a view, beside it on a wide screen.
#[component]
pub fn Outline(
    /// Its accessible name.
    label: &'static str,
    /// The fragment of the view, with its `#`.
    view: String,
    /// The sections.
    sections: Vec<Entry>,
) -> impl IntoView {
    let link = |(name, title): Entry| view! { <li><a href=format!("{view}/{name}")>{title}</a></li> };
    view! { <nav class="outline" aria-label=label><ul>{sections.into_iter().map(link).collect_view()}</ul></nav> }
}
