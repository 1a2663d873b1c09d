//! Files that a person brings: chosen in a field, or dropped onto a part of the page.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::web_sys::{File, FileList, HtmlInputElement};

use crate::platform::files;
use crate::state::Session;

/// A button that opens the browser's choice of files. It names no kinds of files: phones grey out what they take for another kind, and
/// what is inside decides.
#[component]
pub fn FileField(
    /// Its name in the page.
    name: &'static str,
    /// Whether files cannot be taken just now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Takes the files; never called with none.
    take: Callback<Vec<File>>,
) -> impl IntoView {
    let words = expect_context::<Session>().language().handing();
    let choose = move |event| {
        let input: HtmlInputElement = event_target(&event);
        hand_on(input.files(), take);
        // The same file may be chosen again, after it was mended.
        input.set_value("");
    };
    view! {
        <label class="button quiet file">
            {words.choose}
            <input
                type="file"
                name=name
                data-action="import"
                multiple
                disabled=disabled
                on:change=choose
            />
        </label>
    }
    .into_any()
}

/// Hands on files that were dropped. A text that is dropped goes where it was dropped.
pub fn dropped(event: &DragEvent, take: Callback<Vec<File>>) {
    if hand_on(event.data_transfer().and_then(|data| data.files()), take) {
        event.prevent_default();
    }
}

fn hand_on(list: Option<FileList>, take: Callback<Vec<File>>) -> bool {
    let files = list.map(|list| files::listed(&list)).unwrap_or_default();
    let any = !files.is_empty();
    if any {
        take.run(files);
    }
    any
}
