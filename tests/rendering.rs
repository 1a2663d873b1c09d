//! The rendered views, compared with reviewed snapshots in `tests/snapshots`: one part of a view and one language a file.
//!
//! After an intended change: `INSTA_UPDATE=always cargo test -p duet --test rendering`, and read the difference before
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
use std::iter;
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

/// The most lines of a snapshot: nobody reads a longer one.
const MAX_LINES: usize = 150;

/// How many siblings with equal beginnings, such as the rows of a table, are in a snapshot; the rest of them is only counted.
const MAX_SIBLINGS: usize = 2;

/// Compares each part of a view in each language with its snapshot, named after the view, the English heading of the part, and the language.
fn check(view: &str, screen: Screen, draft: &Draft, history: &History, team: &Team) {
    let html = Language::ALL.map(|language| rendered(language, screen, draft, history, team));
    assert_no_loose_word(&html[0]);
    let [polish, english] = html.each_ref().map(|html| parts(html));
    assert_eq!(polish.len(), english.len(), "{view} has the same parts in both languages");
    let mut names = Vec::new();
    for (polish, english) in polish.iter().zip(&english) {
        let first = format!("{view}-{}", heading(english));
        let others = (2..).map(|number| format!("{first}-{number}"));
        let name = iter::once(first.clone()).chain(others).find(|name| !names.contains(name)).expect("a free name");
        for (part, language) in [(polish, Language::Polish), (english, Language::English)] {
            let lines = without_equal_siblings(part);
            assert!(lines.len() <= MAX_LINES, "{name} has {} lines", lines.len());
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}.{}", language.tag()), lines.join("\n"));
            });
        }
        names.push(name);
    }
}

/// In Polish, a word of one letter is followed by a hard space, so that it does not end a line.
fn assert_no_loose_word(html: &str) {
    for line in html.lines() {
        let text: String = line.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        let words: Vec<&str> = text.split(' ').collect();
        // The last word is followed by nothing or by another element.
        for word in words.iter().rev().skip(1) {
            let last = word.rsplit(['\u{a0}', '„', '(', '"']).next().unwrap_or_default().to_lowercase();
            assert!(!["a", "i", "o", "u", "w", "z"].contains(&last.as_str()), "{word:?} in {text}");
        }
    }
}

/// The main part of the page, a tag a line.
fn rendered(language: Language, screen: Screen, draft: &Draft, history: &History, team: &Team) -> String {
    let (draft, history, team) = (draft.clone(), history.clone(), team.clone());
    let html = render(move || {
        let page = Page { screen, view: view_of(screen) };
        app(Session::with(language, page, draft, history, team))
    });
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    format!("<main{}", main.expect("a main part").0.replace("><", ">\n<"))
}

/// Cuts a view before each article and dialog, and before each heading but the first after a cut.
fn parts(html: &str) -> Vec<Vec<&str>> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut has_heading = false;
    for line in html.lines() {
        let is_heading = ["<h1", "<h2", "<h3"].iter().any(|tag| line.starts_with(tag));
        let begins = line.starts_with("<article") || line.starts_with("<dialog");
        if begins || (is_heading && has_heading) {
            parts.push(Vec::new());
        }
        has_heading = !begins && (is_heading || has_heading);
        parts.last_mut().expect("at least one").push(line);
    }
    parts
}

/// The heading of a part as a name of a file; that of a report begins with its class.
fn heading(part: &[&str]) -> String {
    let text = part.iter().find(|line| line.starts_with("<h")).and_then(|line| line.split(['<', '>']).nth(2));
    let kind = if part[0].starts_with("<article") { "article " } else { "" };
    let words = format!("{kind}{}", text.unwrap_or("top")).to_lowercase();
    let words = words.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(5).collect::<Vec<_>>().join("-")
}

/// The lines without those of list items and table rows that follow others with the same beginning.
fn without_equal_siblings(lines: &[&str]) -> Vec<String> {
    let mut shown = Vec::new();
    let (mut kind, mut count, mut at) = ("", 0, 0);
    while at < lines.len() {
        let tag = lines[at].split([' ', '>']).next().unwrap_or_default();
        let is_row = ["<li", "<tr", "<label"].contains(&tag);
        let length = if is_row { length_of_element(&lines[at..], &tag[1..]) } else { 1 };
        let beginning = if is_row { lines[at].split('"').next().unwrap_or_default() } else { "" };
        count = if is_row && beginning == kind { count + 1 } else { usize::from(is_row) };
        kind = beginning;
        if count <= MAX_SIBLINGS {
            shown.extend(lines[at..at + length].iter().map(ToString::to_string));
        } else if count == MAX_SIBLINGS + 1 {
            shown.push(String::new());
        }
        if let Some(last) = shown.last_mut().filter(|_| count > MAX_SIBLINGS) {
            *last = format!("… and {} more", count - MAX_SIBLINGS);
        }
        at += length;
    }
    shown
}

/// How many lines an element takes that begins with the first of them.
fn length_of_element(lines: &[&str], tag: &str) -> usize {
    let (begins, end) = ([format!("<{tag} "), format!("<{tag}>")], format!("</{tag}>"));
    let mut depth = 0_usize;
    for (at, line) in lines.iter().enumerate() {
        depth += begins.iter().map(|begin| line.matches(begin).count()).sum::<usize>();
        depth -= line.matches(&end).count().min(depth);
        if depth == 0 {
            return at + 1;
        }
    }
    lines.len()
}

fn view_of(screen: Screen) -> ViewFunction {
    match screen {
        Screen::Start | Screen::Question(_) => views::run,
        Screen::Review | Screen::Result | Screen::Shared(_) => views::result,
        Screen::Team | Screen::SharedTeam | Screen::Summary => views::team,
        Screen::History | Screen::About => views::more,
    }
}

fn item(number: u8) -> Screen {
    Screen::Question(ItemNumber::new(number).expect("1–20"))
}

#[test]
fn the_start_is_as_reviewed() {
    check("start", Screen::Start, &Draft::default(), &History::default(), &Team::default());
    check("start-in-progress", Screen::Start, &draft(6), &History::default(), &Team::default());
}

#[test]
fn a_question_is_as_reviewed() {
    check("question", item(7), &draft(8), &History::default(), &Team::default());
}

#[test]
fn the_review_is_as_reviewed() {
    check("review-open", Screen::Review, &draft(17), &History::default(), &Team::default());
    check("review-complete", Screen::Review, &draft(20), &History::default(), &Team::default());
}

#[test]
fn the_result_is_as_reviewed() {
    let (mut history, mut finished) = (History::default(), draft(20));
    history.finish(&mut finished, instrument::reference(), "pl", (moment(), moment().utc_day()));
    check("result", Screen::Result, &finished, &history, &Team::default());
    check("result-open", Screen::Result, &draft(3), &History::default(), &Team::default());
    check("result-none", Screen::Result, &Draft::default(), &History::default(), &Team::default());
}

#[test]
fn the_history_is_as_reviewed() {
    let mut history = History::default();
    history.finish(&mut draft(20), instrument::reference(), "pl", (moment(), moment().utc_day()));
    check("history", Screen::History, &Draft::default(), &history, &Team::default());
    check("history-empty", Screen::History, &Draft::default(), &History::default(), &Team::default());
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
    check("team", Screen::Team, &Draft::default(), &History::default(), &team);
    check("team-empty", Screen::Team, &Draft::default(), &History::default(), &Team::default());
}

#[test]
fn the_page_about_duet_is_as_reviewed() {
    check("about", Screen::About, &Draft::default(), &History::default(), &Team::default());
}
