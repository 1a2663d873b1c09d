//! The state of an incomplete run: how many answers are missing, and which sums are still possible.

use leptos::prelude::*;

use crate::charts::band::PossibleBand;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::score::{levels_in, possible_range};

/// The missing answers and the possible sums and levels; nothing if all are given.
#[component]
pub fn PossibleScore() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().review();
    let answers = session.run.answers();
    let Some(first) = answers.open().next() else { return ().into_any() };
    let range = possible_range(&answers);
    let names: Vec<&str> =
        levels_in(&range).map(|level| session.language().instrument().level(level).name.as_str()).collect();
    let text = (words.range)(&range, &names);
    view! {
        <section class="standing">
            <p><b>{(words.missing)(answers.missing())}</b></p>
            <p data-possible=format!("{}-{}", range.start().points(), range.end().points())>{text}</p>
            <PossibleBand range/>
            <p class="small">{words.range_note}</p>
            <p class="row">
                <a class="button" href=Screen::Question(first).fragment()>{words.first_open}</a>
            </p>
        </section>
    }
    .into_any()
}
