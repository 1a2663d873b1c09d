//! What is folded until somebody opens it.

use leptos::prelude::*;

/// A part of a page under a title, folded. What is in it is drawn when it is opened for the first time: it is most of
/// the page, and few people open all of it.
pub fn folded<T: IntoView + 'static>(
    class: Option<&'static str>,
    title: impl IntoView,
    content: impl Fn() -> T + Send + 'static,
) -> AnyView {
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
    .into_any()
}
