//! A person at a browser: from the start to the result, and from a link that a mail program has changed.

use duet_browser::Person;
use serde_json::json;

use crate::host::{Host, Server};

/// The answers of the example in docs/contract.md: 64 points.
const SAMPLE: [u32; 20] = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];

/// A browser that writes down what goes wrong in its pages, as the pages of the harness's own host do.
pub async fn watching() -> Person {
    let person = Person::new().await;
    let script = json!({ "source": include_str!("../../src/watch.js") });
    let added = person.web().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
    added.expect("Chromium takes a script for all pages: the tests of hosts run in it");
    person
}

/// Answers everything, and opens the result from a changed link.
pub async fn holds(host: &Host, server: &Server, person: &Person) {
    let changed = "%23r=8Z89-TXXZ-XCCF-NGGS";
    if host.page || host.redirects {
        // Under another name than the run, which must not find the files that this visit has stored.
        person.open(server.url("localhost", changed)).await;
        has_result(person).await;
    }
    person.open(server.url("127.0.0.1", "")).await;
    person.sees("html[data-boot=done] main").await;
    person.act("start").await;
    for (item, value) in (1..).zip(SAMPLE) {
        person.sees_item(item).await;
        person.answer(item, value).await;
    }
    person.sees_view("review").await;
    person.act("finish").await;
    person.sees_view("result").await;
    has_result(person).await;
    // The worker has compared every file with what the build has made.
    person.sees("html[data-offline=ready]").await;
    if !host.page && !host.redirects {
        // It knows the way where the host does not.
        person.open(server.url("127.0.0.1", changed)).await;
        has_result(person).await;
    }
}

async fn has_result(person: &Person) {
    person.sees("html[data-boot=done] [data-score='64']").await;
    person.sees("[data-action=print]").await;
    assert_eq!(person.errors().await, [""; 0], "{}", person.url().await);
}
