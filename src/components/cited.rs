//! A sentence with the title of the article behind the instrument in it, which is English in every language.

use leptos::prelude::*;

/// The title.
const TITLE: &str = "Ending the War Between Sales and Marketing";

/// The sentence, of which this stands before and after the title. It is marked as a title and as English, so that it is read out as
/// such.
pub fn cited([before, after]: [&'static str; 2]) -> AnyView {
    view! { {before}<cite lang="en">{TITLE}</cite>{after} }.into_any()
}
