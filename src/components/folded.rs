//! What is folded until somebody opens it.

use leptos::prelude::*;

use crate::markup::{IntoMarkup, Markup, view};

/// A part of a page under a title, folded. What is in it is drawn when it is opened for the first time: it is most of
/// the page, and few people open all of it.
pub fn folded<T: IntoMarkup>(
    class: Option<&'static str>,
    title: impl IntoMarkup,
    content: impl Fn() -> T + 'static,
) -> Markup {
    // Outside a browser nobody opens anything.
    let opened = RwSignal::new(cfg!(not(target_arch = "wasm32")));
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <details class=class on:toggle=open>
            <summary>{title}</summary>
            {move || opened.get().then(|| untrack(&content))}
        </details>
    }
    .anew()
}
