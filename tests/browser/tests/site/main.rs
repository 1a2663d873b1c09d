//! The built site, as people meet it. Each test is a sentence about a person; the site is the folder `DUET_SITE` names.

mod again;
mod apps;
mod blogs;
mod brought;
mod check;
mod days;
mod early;
mod everyone;
mod frame;
mod gather;
mod hand;
mod kept;
mod keys;
mod look;
mod lost;
mod meeting;
mod missing;
mod offline;
mod outdated;
mod paper;
mod place;
mod rerender;
mod sandbox;
mod sealed;
mod single;
mod team;
mod translated;
mod without;

use duet_browser::{Options, Person, Site};

/// The answers of the example in docs/contract.md: 64 points, aligned.
const SAMPLE: [u32; 20] = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];

fn site() -> Site {
    Site::serve(folder()).watched()
}

fn folder() -> String {
    std::env::var("DUET_SITE")
        .expect("DUET_SITE names the folder of the built site; `cargo xtask test browser` sets it")
}

/// A person who has opened a page of the site, with the program running.
async fn at(site: &Site, path: &str) -> Person {
    with(Options::new(), site, path).await
}

async fn with(options: Options, site: &Site, path: &str) -> Person {
    let person = Person::with(options).await;
    visit(&person, site, path).await;
    person
}

/// Opens a page of the site and waits for the program.
async fn visit(person: &Person, site: &Site, path: &str) {
    person.open(site.url(path)).await;
    person.sees("html[data-boot=done] main").await;
}

/// Answers statements from one on, each as soon as it is there; ends on what follows.
async fn answers(person: &Person, first: u32, values: &[u32]) {
    for (item, value) in (first..).zip(values) {
        person.sees_item(item).await;
        person.answer(item, *value).await;
    }
}

/// From the start page through all statements to the result.
async fn whole_run(person: &Person, values: &[u32; 20]) {
    person.act("start").await;
    answers(person, 1, values).await;
    person.sees_view("review").await;
    person.act("finish").await;
    person.sees_view("result").await;
    // All of it.
    person.sees("[data-action=print]").await;
}

/// The values under a key of the storage, as JSON.
async fn stored(person: &Person, key: &str) -> serde_json::Value {
    let text = person.stored(key).await.unwrap_or_else(|| panic!("nothing is stored under {key}"));
    serde_json::from_str(&text).expect("what is stored is JSON")
}

/// Opens everything that is folded.
async fn open_all(person: &Person) {
    person.script(include_str!("../page/open.js"), []).await;
}
