//! The views that are not needed for a run, as the other parts of the program ask for them.

use leptos::prelude::*;

use super::about::About;
use super::history::History;
use super::last_result::last_result;
use super::result::handing::handing;
use super::result::report;
use super::result::{self, Outcome, Shared};
use super::review::Review;
use super::team;
use crate::components::late_notices::{cleared, late_notice};
use crate::components::take_along::{copy_own_tab, take_along};
use crate::components::troubles::troubles;
use crate::screen::Screen;
use crate::session::{COMPARISON, Handing, READER, Rest, Results, STATE, Session, Source, Which};
use duet_domain::record::Record;

/// The review and the result.
pub static RESULTS: Results = Results {
    state: &STATE,
    view: results_view,
    title: results_title,
    print_title: results_print_title,
    last_result,
    notice: late_notice,
};

/// What is done with a result.
pub static HANDING: Handing = Handing { view: handing, report: report::for_paper, take_along, copy_own_tab };

/// Several results, the history, the page about Duet.
pub static REST: Rest = Rest {
    comparison: &COMPARISON,
    reader: &READER,
    view: rest_view,
    title: rest_title,
    print_title: rest_print_title,
    troubles,
    cleared,
};

fn results_view(session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Review => view! { <Review/> }.into_any(),
        Screen::Result => view! { <Outcome/> }.into_any(),
        Screen::Shared(code) => view! { <Shared code=code.read()/> }.into_any(),
        other => untrack(|| session.rest()).map(|rest| (rest.view)(session, other)).into_any(),
    }
}

fn results_title(session: Session, screen: Screen) -> &'static str {
    match screen {
        Screen::Review => session.words().review.title,
        Screen::Result | Screen::Shared(_) => session.words().result.title,
        other => untrack(|| session.rest()).map_or("", |rest| (rest.title)(session, other)),
    }
}

fn results_print_title(session: Session, screen: Screen) -> Option<String> {
    let record = match screen {
        Screen::Result => session.result(Which::Current),
        Screen::Shared(code) => code.read().ok().and_then(Record::from_code),
        other => {
            return untrack(|| session.rest()).and_then(|rest| (rest.print_title)(session, other)).map(str::to_owned);
        }
    };
    record.map(|record| result::file_name(session, &record))
}

fn rest_view(session: Session, screen: Screen) -> AnyView {
    match screen {
        Screen::Team => team::team(session, Source::Own),
        Screen::SharedTeam => team::team(session, Source::Link),
        Screen::History => view! { <History/> }.into_any(),
        Screen::About => view! { <About/> }.into_any(),
        _ => ().into_any(),
    }
}

fn rest_title(session: Session, screen: Screen) -> &'static str {
    match screen {
        Screen::Team | Screen::SharedTeam => session.further().table.title,
        Screen::History => session.further().history.title,
        Screen::About => session.further().about.title,
        _ => "",
    }
}

fn rest_print_title(session: Session, screen: Screen) -> Option<&'static str> {
    matches!(screen, Screen::Team | Screen::SharedTeam).then(|| session.further().table.file_name)
}
