//! The screens, one a file, each with one exported component. They read the [`Session`] from context and call its methods;
//! they keep no state of their own but what nobody else could want to know.

mod about;
mod history;
mod question;
mod result;
mod review;
mod start;
mod team;

use leptos::prelude::*;

use crate::domain::record::Record;
use crate::i18n::Catalog;
use crate::screen::Screen;
use crate::session::{Session, Source, Which};

use about::About;
use history::History;
use question::Question;
use result::{Outcome, Shared};
use review::Review;
use start::Start;

/// The view of a screen.
#[component]
pub fn View(
    /// Which one.
    screen: Screen,
) -> AnyView {
    match screen {
        Screen::Start => view! { <Start/> }.into_any(),
        Screen::Question(item) => view! { <Question item/> }.into_any(),
        Screen::Review => view! { <Review/> }.into_any(),
        Screen::Result => view! { <Outcome/> }.into_any(),
        Screen::Shared(code) => view! { <Shared code/> }.into_any(),
        Screen::Team => team::team(expect_context::<Session>(), Source::Own),
        Screen::SharedTeam => team::team(expect_context::<Session>(), Source::Link),
        Screen::History => view! { <History/> }.into_any(),
        Screen::About => view! { <About/> }.into_any(),
    }
}

/// The title while the page is printed, which becomes the name of a PDF: that of a file with the result, where there is one.
pub fn print_title(session: Session) -> String {
    let screen = session.screen_untracked();
    if matches!(screen, Screen::Team | Screen::SharedTeam) {
        return session.words().table.file_name.to_owned();
    }
    let record = match screen {
        Screen::Result => session.result(Which::Current),
        Screen::Shared(code) => code.ok().and_then(Record::from_code),
        _ => None,
    };
    record.map_or_else(|| title(screen, session.words()), |record| result::file_name(session, &record))
}

/// The title of the window: first what is different between the views, as it is cut off at the end.
pub fn title(screen: Screen, words: &Catalog) -> String {
    let own = match screen {
        Screen::Start => return words.page.title.to_owned(),
        Screen::Question(item) => (words.question.title)(item.number()),
        Screen::Review => words.review.title.to_owned(),
        Screen::Result | Screen::Shared(_) => words.result.title.to_owned(),
        Screen::Team | Screen::SharedTeam => words.table.title.to_owned(),
        Screen::History => words.history.title.to_owned(),
        Screen::About => words.about.title.to_owned(),
    };
    format!("{own} – Duet")
}
