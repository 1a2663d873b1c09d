//! The views that are not needed for a run, as the first part of the program asks for them.

use leptos::prelude::*;

use super::about::About;
use super::history::History;
use super::last_result::last_result;
use super::result::{self, Outcome, Shared};
use super::review::Review;
use super::team;
use crate::anew::Anew;
use crate::components::late_notices::{late_notice, troubles};
use crate::domain::record::Record;
use crate::screen::Screen;
use crate::session::{Rest, Results, STATE, Session, Source, Which};

/// The review and the result.
pub static RESULTS: Results =
    Results { state: &STATE, view, title, print_title, last_result, notice: late_notice, troubles };

/// Several results, the history, the page about Duet.
pub const REST: Rest = rest;

fn view(session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Review => view! { <Review/> }.anew(),
        Screen::Result => view! { <Outcome/> }.anew(),
        Screen::Shared(code) => view! { <Shared code=code.read()/> }.anew(),
        other => session.rest().map(|rest| rest(session, other)).anew(),
    }
}

fn rest(session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Team => team::team(session, Source::Own),
        Screen::SharedTeam => team::team(session, Source::Link),
        Screen::History => view! { <History/> }.anew(),
        Screen::About => view! { <About/> }.anew(),
        _ => ().anew(),
    }
}

fn title(session: Session, screen: Screen) -> &'static str {
    let words = session.words();
    match screen {
        Screen::Review => words.review.title,
        Screen::Result | Screen::Shared(_) => words.result.title,
        Screen::Team | Screen::SharedTeam => words.table.title,
        Screen::History => words.history.title,
        Screen::About => words.about.title,
        Screen::Start | Screen::Question(_) => "",
    }
}

fn print_title(session: Session, screen: Screen) -> Option<String> {
    if matches!(screen, Screen::Team | Screen::SharedTeam) {
        return Some(session.words().table.file_name.to_owned());
    }
    let record = match screen {
        Screen::Result => session.result(Which::Current),
        Screen::Shared(code) => code.read().ok().and_then(Record::from_code),
        _ => None,
    };
    record.map(|record| result::file_name(session, &record))
}
