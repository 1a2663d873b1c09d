//! What the start says of the last result.

use leptos::prelude::*;

use crate::platform::clock;
use crate::route::Screen;
use crate::state::Session;

/// The sum, the level, and the way there; nothing where there is none.
pub fn last_result(session: Session) -> AnyView {
    session.results.open();
    (move || panel(session)).into_any()
}

fn panel(session: Session) -> Option<AnyView> {
    let words = session.language().start();
    let last = session.results.history.get().latest(&clock::today())?.clone();
    let score = last.score();
    let level = session.language().instrument().level(score.level()).name.to_lowercase();
    let day = clock::day_of(&last, session.language());
    // The answers of the last result are there as long as no new run was begun.
    let target = if session.run.draft.get().completed.is_some() { Screen::Result } else { Screen::History };
    let panel = view! {
        <section class="panel">
            <p>{(words.finished)(score.points(), &level, &day)}</p>
            <p class="row"><a class="button quiet" href=target.fragment()>{words.show_result}</a></p>
        </section>
    };
    Some(panel.into_any())
}
