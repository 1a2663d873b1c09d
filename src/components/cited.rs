//! A sentence with the title of the article behind the instrument in it, which is English in every language.

use crate::markup::{IntoMarkup, Markup, view};

/// The title.
const TITLE: &str = "Ending the War Between Sales and Marketing";

/// The sentence, the title marked as a title and as English, so that it is read out as such.
pub fn cited(text: &'static str) -> Markup {
    match text.split_once(TITLE) {
        Some((before, after)) => view! { {before}<cite lang="en">{TITLE}</cite>{after} }.anew(),
        None => text.anew(),
    }
}
