//! Files that a person chooses in a field or drops onto a part of the page.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::web_sys::{File, FileList, HtmlInputElement};

use crate::platform::files;
use crate::state::Session;

/// A button that opens the file picker. It has no `accept` attribute: phones disable files whose type they guess wrong.
#[component]
pub fn FileField(
    /// The `name` of the field.
    name: &'static str,
    /// Whether the field is disabled.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Called with the files; at least one.
    take: Callback<Vec<File>>,
) -> impl IntoView {
    let words = expect_context::<Session>().language().transfer();
    let choose = move |event| {
        let input: HtmlInputElement = event_target(&event);
        take_files(input.files(), take);
        // Otherwise there would be no event if the same file is chosen again.
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

/// Calls `take` with the dropped files. Other drops, such as a text, are left to the browser.
pub fn dropped(event: &DragEvent, take: Callback<Vec<File>>) {
    if take_files(event.data_transfer().and_then(|data| data.files()), take) {
        event.prevent_default();
    }
}

fn take_files(list: Option<FileList>, take: Callback<Vec<File>>) -> bool {
    let files = list.map(|list| files::to_vec(&list)).unwrap_or_default();
    let any = !files.is_empty();
    if any {
        take.run(files);
    }
    any
}
