//! What the start says of the last result.

use crate::browser::clock;
use crate::i18n::lower;
use crate::screen::Screen;
use crate::session::Session;
use leptos::prelude::*;

/// The sum, the level, and the way there; nothing where there is none.
pub fn last_result(session: Session) -> Option<AnyView> {
    let words = &session.basics().start;
    let last = session.history().latest(&clock::today())?.clone();
    let score = last.score();
    let level = lower(&session.instrument().level(score.level()).name);
    let day = clock::day_of(&last, session.language());
    // The answers of the last result are there as long as no new run was begun.
    let target = if session.draft().completed.is_some() { Screen::Result } else { Screen::History };
    let panel = view! {
        <section class="panel">
            <p>{(words.finished)(score.points(), &level, &day)}</p>
            <p class="row"><a class="button quiet" href=target.fragment()>{words.show_result}</a></p>
        </section>
    };
    Some(panel.into_any())
}
