//! Duet in one file, from a disk.

use std::fs;
use std::path::PathBuf;

use duet_browser::{Engine, Folder, Options, Person};
use serde_json::json;

use crate::{SAMPLE, answers, folder, whole_run};

/// The file alone, in a folder with nothing beside it.
fn saved(language: &str) -> (Folder, String) {
    let name = format!("duet-{language}.html");
    let place = Folder::new();
    let file = PathBuf::from(folder()).join(&name);
    let file = place.write(&name, fs::read(file).expect("the file was built"));
    let address = format!("file://{}", file.display());
    (place, address)
}

async fn opened(address: &str) -> Person {
    let person = Person::with(Options::new()).await;
    person.open(address).await;
    person.sees("html[data-boot=done] main").await;
    person
}

#[tokio::test]
async fn it_runs_from_a_disk_by_itself() {
    let (_place, address) = saved("pl");
    let person = opened(&address).await;
    let loaded = person.script("return performance.getEntriesByType('resource').map(({ name }) => name)", []).await;
    let loaded: Vec<_> = loaded
        .as_array()
        .expect("a list")
        .iter()
        .filter(|name| !name.as_str().unwrap_or("").starts_with("data:"))
        .collect();
    assert!(loaded.is_empty(), "{loaded:?}");
    let ground = person.script("return getComputedStyle(document.body).backgroundColor", []).await;
    assert_eq!(ground, "rgb(250, 247, 241)", "the style is there");
    person.script("window.broken = []; addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective))", []).await;
    whole_run(&person, &SAMPLE).await;
    assert_eq!(person.score().await, 64);
    // Both languages are in it.
    person.act("language").await;
    person.reads("Aligned relationship").await;
    assert_eq!(person.score().await, 64);
    person.act("language").await;
    person.reads("Relacja dopasowana").await;
    person.goto_fragment("about").await;
    person.sees_view("about").await;
    person.sees_no("[data-action=download-single]").await;
    person.goto_fragment("team").await;
    person.act("add-own").await;
    person.sees("[data-group=sales], [data-respondents-other='1']").await;
    assert_eq!(person.script("return broken", []).await, json!([]));
    if person.engine() == Engine::Chromium {
        // Also those from before there was anybody to listen.
        let reports = "const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true });
            observer.observe();
            return observer.takeRecords().length";
        assert_eq!(person.script(reports, []).await, 0);
        // One would be seen there.
        person.script("document.head.append(document.createElement('style'))", []).await;
        person.script("document.head.lastChild.textContent = 'p { color: red }'", []).await;
        assert_ne!(person.script(reports, []).await, 0);
    }
}

#[tokio::test]
async fn answers_are_kept_where_the_browser_keeps_any_for_files() {
    let (_place, address) = saved("en");
    let person = opened(&address).await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..4]).await;
    person.sees_item(5).await;
    let kept = person.script("return document.querySelector('[data-saved]').dataset.saved", []).await;
    if person.engine() != Engine::WebKit {
        assert_eq!(kept, "device");
    }
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    if kept == "device" {
        person.sees_item(5).await;
        person.reads("Welcome back").await;
    }
}

#[tokio::test]
async fn it_can_be_put_on_a_host_too() {
    let site = crate::site();
    let person = Person::with(Options::new()).await;
    person.open(site.url("duet-en.html")).await;
    // The script of the test that watches pages is refused: the policy of the file names its own scripts and no other.
    person.sees("html[data-boot=done] main").await;
    whole_run(&person, &SAMPLE).await;
    person.act("language").await;
    person.reads("Relacja dopasowana").await;
    assert_eq!(person.url().await, site.url("duet-en.html#result"));
}
