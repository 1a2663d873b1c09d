//! The screens, one a file. They read the stores; they keep no state of their own but what nobody else could want to know.

mod about;
mod history;
mod question;
mod result;
mod review;
mod start;
mod team;

use leptos::prelude::*;

use crate::platform::frame;
use crate::route::Screen;
use crate::state::{Session, Source, Titles};

/// The start and the statements.
pub fn run(_session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Question(_) => view! { <question::Questions/> }.into_any(),
        _ => view! { <start::Start/> }.into_any(),
    }
}

/// The review and the result.
pub fn result(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    match screen {
        Screen::Result => {
            if let Some(record) = session.results.finish(session.language()) {
                frame::say_result(record.score(), record.side);
            }
            view! { <result::Outcome/> }.into_any()
        }
        Screen::Shared(code) => view! { <result::Shared code=code.read()/> }.into_any(),
        _ => view! { <review::Review/> }.into_any(),
    }
}

/// Several results, side by side.
pub fn team(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    session.team.open();
    let source = if screen == Screen::SharedTeam { Source::Link } else { Source::Own };
    team::team(session, source)
}

/// The history and the page about Duet.
pub fn more(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    match screen {
        Screen::About => view! { <about::About/> }.into_any(),
        _ => view! { <history::History/> }.into_any(),
    }
}

/// The titles of the window. A view in a chunk of its own has set them when it was rendered.
pub fn titles(session: Session) -> Titles {
    let language = session.navigation.language.get_untracked();
    let shown = match session.navigation.screen_untracked() {
        Screen::Start => language.page().title.to_owned(),
        Screen::Question(item) => format!("{} – Duet", (language.question().title)(item.number())),
        _ => return session.navigation.titles.get_untracked(),
    };
    Titles { shown, printed: None }
}
