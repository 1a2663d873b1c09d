//! The views, one a file. They read the stores. State of their own is limited to the interface, such as what is unfolded.

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

/// The views of the first chunk: the start and the statements.
pub fn run(_session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Question(_) => view! { <question::Questions/> }.into_any(),
        _ => view! { <start::Start/> }.into_any(),
    }
}

/// The views of the chunk `result`: the review and the result. Rendering the result adds it to the history.
pub fn result(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    match screen {
        Screen::Result => {
            let finished = session.results.finish(session.language());
            if let Some(record) = &finished {
                frame::post_result(record.score(), record.side);
            }
            view! { <result::OwnResult is_new=finished.is_some()/> }.into_any()
        }
        Screen::Shared(code) => view! { <result::Shared code=code.read()/> }.into_any(),
        _ => view! { <review::Review/> }.into_any(),
    }
}

/// The views of the chunk `team`: the comparison, and summaries.
pub fn team(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    session.team.open();
    match screen {
        Screen::Summary => team::summary::summary(session),
        Screen::SharedTeam => team::team(session, Source::Link),
        _ => team::team(session, Source::Own),
    }
}

/// The views of the chunk `more`: the history and the page about Duet.
pub fn more(session: Session, screen: Screen) -> AnyView {
    session.results.open();
    match screen {
        Screen::About => view! { <about::About/> }.into_any(),
        _ => view! { <history::History/> }.into_any(),
    }
}

/// The titles of the window. Views outside the first chunk set theirs when they are rendered.
pub fn titles(session: Session) -> Titles {
    let language = session.navigation.language.get_untracked();
    let shown = match session.navigation.screen_untracked() {
        Screen::Start => language.page().title.to_owned(),
        Screen::Question(item) => format!("{} – Duet", (language.question().title)(item.number())),
        _ => return session.navigation.titles.get_untracked(),
    };
    Titles { shown, printed: None }
}
