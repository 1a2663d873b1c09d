//! Typed texts and file names inside a sentence, which a browser's translation must not change.

use leptos::prelude::*;

/// The sentence with the first occurrence of `typed` marked as not to be translated. Without an occurrence, the sentence as it is.
pub fn verbatim(sentence: &str, typed: &str) -> AnyView {
    match sentence.split_once(typed).filter(|_| !typed.is_empty()) {
        Some((before, after)) => {
            view! { {before.to_owned()}<span translate="no">{typed.to_owned()}</span>{after.to_owned()} }.into_any()
        }
        None => sentence.to_owned().into_any(),
    }
}
