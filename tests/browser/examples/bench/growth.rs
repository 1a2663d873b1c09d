//! How long Duet takes to open when it has kept many results. The processor is slow, the line is not: what grows is what the program
//! does.

use std::fmt::Write as _;

use duet_browser::Person;
use duet_domain::history::History;
use duet_domain::stored::Stored;
use serde_json::json;

use crate::figures::{Unit, median};
use crate::pages::{Page, watcher};
use crate::results;
use crate::visit::{PROCESSOR, number, phone};

const COUNTS: [u32; 3] = [1, 100, 1000];

/// The table, in Markdown.
pub async fn table(duet: &Page, rounds: u32) -> String {
    let mut table = "| results kept | start page ready | history shown |\n|---:|---:|---:|\n".to_owned();
    let mut times = COUNTS.map(|count| (count, Vec::new(), Vec::new()));
    for _ in 0..rounds {
        for (count, start, history) in &mut times {
            let person = with_results(duet, *count).await;
            start.push(opened(&person, duet, "start").await);
            history.push(opened(&person, duet, "history").await);
        }
    }
    for (count, start, history) in times {
        let [start, history] = [start, history].map(|times| median(&times).expect("times"));
        let show = |time| Unit::Milliseconds.show(time);
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| {count} | {} | {} |", show(start), show(history));
    }
    table
}

/// A person whose browser has the site in its memory and these results in its storage.
async fn with_results(duet: &Page, count: u32) -> Person {
    let person = phone().start().await;
    // It would work beside what is measured.
    person.past_workers().await;
    person.slow_processor(PROCESSOR).await;
    let view = |name: &str, more: &str| format!("html[data-boot=done] main[data-view={name}]{more}");
    let watch = json!({ "start": view("start", ""), "history": view("history", " li[data-score]") });
    person.runs_first(&watcher(&watch)).await;
    opened(&person, duet, "start").await;
    person.put_stored(History::KEY, &results::history(count)).await;
    person
}

/// How long a view takes, from the moment on at which it is asked for until it is painted.
async fn opened(person: &Person, duet: &Page, view: &str) -> f64 {
    // Else it would be a move within the page.
    person.open("about:blank").await;
    person.open(format!("{}#{view}", duet.url())).await;
    let time = person.script("return bench.watched[arguments[0]]", [view.into()]).await;
    number(&time)
}
