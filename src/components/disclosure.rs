//! A `details` element whose content is rendered when it is opened. Unlike a [section](super::section), the address does not name it.

use leptos::prelude::*;

/// A closed `details` with a title. The content is rendered when it is first opened, because it is most of the elements of a result and
/// few people open all of it.
pub fn disclosure<T: IntoView + 'static>(
    class: Option<&'static str>,
    title: impl IntoView,
    content: impl Fn() -> T + Send + 'static,
) -> AnyView {
    // Static rendering includes the content.
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
