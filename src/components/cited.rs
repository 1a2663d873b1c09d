//! A sentence with the title of the article behind the instrument. The title is English in every language.

use leptos::prelude::*;

/// The title of the article.
const TITLE: &str = "Ending the War Between Sales and Marketing";

/// A sentence, given as the texts before and after the title. The title is marked as English, so that screen readers pronounce it.
pub fn cited([before, after]: [&'static str; 2]) -> AnyView {
    view! { {before}<cite lang="en">{TITLE}</cite>{after} }.into_any()
}
