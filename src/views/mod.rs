//! The screens, one a file, each with one exported component. They read the [`Session`] from context and call its methods;
//! they keep no state of their own but what nobody else could want to know.
//!
//! Those of a run are here from the start; the others come with a part of the program of their own, see [`RESULTS`] and [`REST`].

mod about;
mod history;
mod last_result;
mod late;
mod question;
mod result;
mod review;
mod start;
mod team;

use leptos::prelude::*;

use crate::screen::Screen;
use crate::session::Session;

pub use late::{HANDING, REST, RESULTS};
use question::Questions;
use start::Start;

/// The view of a screen, which is shown only when its part of the program is there.
#[component]
pub fn View(
    /// Which one.
    screen: Screen,
) -> impl IntoView {
    match screen {
        Screen::Start => view! { <Start/> }.into_any(),
        Screen::Question(_) => view! { <Questions/> }.into_any(),
        other => {
            let session = expect_context::<Session>();
            untrack(|| session.later()).map(|later| (later.view)(session, other)).into_any()
        }
    }
}

/// The title of the window: first what is different between the views, as it is cut off at the end.
pub fn title(session: Session, screen: Screen) -> String {
    let words = session.basics();
    let own = match screen {
        Screen::Start => return words.page.title.to_owned(),
        Screen::Question(item) => (words.question.title)(item.number()),
        other => untrack(|| session.later()).map_or_else(String::new, |later| (later.title)(session, other).to_owned()),
    };
    format!("{own} – Duet")
}

/// The title while the page is printed, which becomes the name of a PDF: that of a file with the result, where there is one.
pub fn print_title(session: Session) -> String {
    let screen = session.screen_untracked();
    let late = untrack(|| session.later()).and_then(|later| (later.print_title)(session, screen));
    late.unwrap_or_else(|| title(session, screen))
}
