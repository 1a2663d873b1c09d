//! What a person has typed or a file is called, in a sentence of the page: a browser's translation must leave it as it is.

use leptos::prelude::*;

/// The sentence, in which `typed` is not translated. It is looked for once; a sentence without it stays as it is.
pub fn verbatim(sentence: &str, typed: &str) -> AnyView {
    match sentence.split_once(typed).filter(|_| !typed.is_empty()) {
        Some((before, after)) => {
            view! { {before.to_owned()}<span translate="no">{typed.to_owned()}</span>{after.to_owned()} }.into_any()
        }
        None => sentence.to_owned().into_any(),
    }
}
