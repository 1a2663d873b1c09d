//! The views as text, compared with reviewed snapshots in `tests/snapshots`, in both languages.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test -p duet --test rendering`, and read the difference before
//! it is committed.
#![cfg(not(target_arch = "wasm32"))]

use duet::app::app;
use duet::pages::render;
use duet::route::Screen;
use duet::state::{Page, Session, ViewFunction};
use duet::texts::Language;
use duet::views;
use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::instrument;
use duet_domain::record::Record;
use duet_domain::team::Team;
use duet_domain::timestamp::Timestamp;
use std::sync::Arc;

fn moment() -> Timestamp {
    Timestamp::parse("2026-11-24T19:28:15Z").expect("a moment")
}

/// The first answers of a run; all of them are the example of docs/contract.md, 64 points.
fn draft(count: usize) -> Draft {
    let mut answers = Answers::default();
    let values = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];
    for (item, value) in ItemNumber::all().zip(values).take(count) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    Draft { answers, side: Some(Side::Sales), ..Draft::default() }
}

/// A view in both languages, a tag a line so that a difference can be read.
fn shown(screen: Screen, draft: &Draft, history: &History) -> String {
    shown_with(screen, draft, history, &Team::default())
}

fn shown_with(screen: Screen, draft: &Draft, history: &History, team: &Team) -> String {
    let both = Language::ALL.map(|language| {
        let (draft, history, team) = (draft.clone(), history.clone(), team.clone());
        let html = render(move || {
            let page = Page { screen, view: view_of(screen) };
            let session = Session::with(language, page, draft, history, team);
            app(session)
        });
        let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
        format!("<main{}", main.expect("a main part").0.replace("><", ">\n<"))
    });
    both.join("\n\n")
}

fn view_of(screen: Screen) -> ViewFunction {
    match screen {
        Screen::Start | Screen::Question(_) => views::run,
        Screen::Review | Screen::Result | Screen::Shared(_) => views::result,
        Screen::Team | Screen::SharedTeam => views::team,
        Screen::History | Screen::About => views::more,
    }
}

fn item(number: u8) -> Screen {
    Screen::Question(ItemNumber::new(number).expect("1–20"))
}

macro_rules! snapshot {
    ($name:literal, $screen:expr, $draft:expr, $history:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, shown($screen, &$draft, &$history));
        });
    };
}

#[test]
fn the_start_is_as_reviewed() {
    snapshot!("start", Screen::Start, Draft::default(), History::default());
    snapshot!("start-in-progress", Screen::Start, draft(6), History::default());
}

#[test]
fn a_question_is_as_reviewed() {
    snapshot!("question", item(7), draft(8), History::default());
}

#[test]
fn the_review_is_as_reviewed() {
    snapshot!("review-open", Screen::Review, draft(17), History::default());
    snapshot!("review-complete", Screen::Review, draft(20), History::default());
}

#[test]
fn the_result_is_as_reviewed() {
    let (mut history, mut finished) = (History::default(), draft(20));
    history.finish(&mut finished, instrument::reference(), "pl", (moment(), moment().utc_day()));
    snapshot!("result", Screen::Result, finished, history);
    snapshot!("result-open", Screen::Result, draft(3), History::default());
    snapshot!("result-none", Screen::Result, Draft::default(), History::default());
}

#[test]
fn the_history_is_as_reviewed() {
    let mut history = History::default();
    history.finish(&mut draft(20), instrument::reference(), "pl", (moment(), moment().utc_day()));
    snapshot!("history", Screen::History, Draft::default(), history);
    snapshot!("history-empty", Screen::History, Draft::default(), History::default());
}

#[test]
fn both_sides_are_as_reviewed() {
    let mut history = History::default();
    history.finish(&mut draft(20), instrument::reference(), "pl", (moment(), moment().utc_day()));
    let own = history.results.remove(0);
    // Six people: those of Marketing answer one more, as far as that goes, and one of them has another label.
    let person = |place: usize| {
        let mut answers = Answers::from(own.answers);
        for item in ItemNumber::all().filter(|item| place >= 3 || item.index() % 6 == place) {
            let more = answers.get(item).and_then(|answer| Answer::new(answer.value() + 1)).unwrap_or(Answer::MAX);
            answers.set(item, more);
        }
        let side = if place < 3 { Side::Sales } else { Side::Marketing };
        let label = if place == 5 { "Południe <b>" } else { "" };
        Record { side, label: label.into(), answers: answers.complete().expect("all"), ..own.clone() }
    };
    let team = Team { results: (0..6).map(person).map(Arc::new).collect(), ..Team::default() };
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        let draft = Draft::default();
        insta::assert_snapshot!("team", shown_with(Screen::Team, &draft, &History::default(), &team));
        insta::assert_snapshot!("team-empty", shown_with(Screen::Team, &draft, &History::default(), &Team::default()));
    });
}

#[test]
fn the_page_about_duet_is_as_reviewed() {
    snapshot!("about", Screen::About, Draft::default(), History::default());
}
