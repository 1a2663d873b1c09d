//! Without a network.

use std::fs;
use std::path::Path;

use duet_browser::{Engine, Folder, Person, Reply, Site};
use serde_json::json;

use crate::without::files;
use crate::{SAMPLE, answers, at, folder, stored, visit, whole_run};

/// A person whose browser has kept the site.
async fn kept(site: &Site) -> Person {
    let person = at(site, "").await;
    person.sees("html[data-offline=ready]").await;
    person
}

#[tokio::test]
async fn after_one_visit_it_works_without_a_network() {
    for path in ["", "/a/b"] {
        let mut site = crate::site();
        if !path.is_empty() {
            site = site.under(path);
        }
        let person = kept(&site).await;
        person.goto_fragment("about").await;
        person.reads("działa także bez sieci").await;
        site.stop();
        person.reload().await;
        person.sees("html[data-boot=done] main").await;
        person.goto_fragment("start").await;
        whole_run(&person, &SAMPLE).await;
        assert_eq!(person.score().await, 64);
        // The other page was never visited, and is there as well; so is the one with a side in its address.
        visit(&person, &site, "en/?side=sales#result").await;
        person.reads("Aligned relationship").await;
        visit(&person, &site, "index.html?x=1#history").await;
        person.sees("li[data-score='64']").await;
        let reached = person.script("return fetch('nothing.txt').then(() => true, () => false)", []).await;
        assert_eq!(reached, false, "the host is really gone");
    }
}

#[tokio::test]
async fn a_folder_without_its_slash_leads_to_its_page() {
    let mut site = crate::site().under("/a/b");
    let person = kept(&site).await;
    site.stop();
    person.open(site.url("en?side=sales#start")).await;
    person.sees("html[data-boot=done][lang=en] main").await;
    person.sees("input[name=side][value=sales]:checked").await;
    assert_eq!(person.url().await, site.url("en/?side=sales#start"));
}

/// A copy of the built site, to be built anew.
pub fn copy(from: &Path, to: &Folder, under: &str) {
    for entry in fs::read_dir(from).expect("the built site") {
        let entry = entry.expect("a file");
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            copy(&entry.path(), to, &format!("{name}/"));
        } else {
            to.write(&name, fs::read(entry.path()).expect("readable"));
        }
    }
}

/// What the next build of the site changes: a page, and with it the version of the worker.
fn next_build(site: &Folder, mark: &str) {
    let read = |name: &str| fs::read_to_string(site.path().join(name)).expect("readable");
    let page = read("index.html");
    let body = page.find("<body").expect("a body");
    let end = body + page[body..].find('>').expect("its end");
    let page = format!("{}<body data-build=\"{mark}\"{}", &page[..body], &page[end..]);
    site.write("index.html", page);
    let worker = read("sw.js");
    let start = worker.find("VERSION = \"").expect("a version") + "VERSION = \"".len();
    let worker = format!("{}{mark:0>16}{}", &worker[..start], &worker[start + 16..]);
    site.write("sw.js", worker);
}

#[tokio::test]
async fn a_new_version_is_announced_after_the_run_and_taken_when_the_person_says_so() {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let site = Site::serve(build.path()).watched();
    let person = kept(&site).await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..3]).await;
    person.sees_item(4).await;
    next_build(&build, "2");
    // The browser looks for a new one with each visit.
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    let waits = "return navigator.serviceWorker.getRegistration().then((found) => found.waiting?.state ?? '')";
    person.sees_script(waits, json!("installed")).await;
    // Not in the middle of a run.
    person.sees_item(4).await;
    person.sees_no("[data-notice=newer]").await;
    answers(&person, 4, &SAMPLE[3..6]).await;
    person.sees_item(7).await;
    person.sees_no("[data-notice=newer]").await;
    // Not by itself: the old one goes on, with its own files.
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    person.sees("body:not([data-build])").await;
    person.goto_fragment("about").await;
    person.sees("[data-notice=newer]").await;
    person.act("take-newer").await;
    person.sees("body[data-build='2']").await;
    person.sees("html[data-boot=done] main").await;
    person.sees_no("[data-notice=newer]").await;
    assert_eq!(stored(&person, "duet.session").await["answers"][5], 4);
    let caches = "return caches.keys().then((names) => names.map((name) => name.slice(-3)))";
    person.sees_script(caches, json!(["002"])).await;
    person.goto_fragment("start").await;
    person.act("start").await;
    person.sees_item(7).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_broken_build_leaves_the_version_that_works() {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let mut site = Site::serve(build.path()).watched();
    let person = kept(&site).await;
    next_build(&build, "3");
    // Half of it has arrived on the host.
    site.replace("opened.js", Reply::not_found());
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    person
        .script("return navigator.serviceWorker.getRegistration().then((found) => found.update().catch(() => {}))", [])
        .await;
    let state = "return navigator.serviceWorker.getRegistration().then((found) => !found.installing && !found.waiting)";
    person.sees_script(state, json!(true)).await;
    site.stop();
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    person.sees("body:not([data-build])").await;
}

#[tokio::test]
async fn a_version_taken_in_one_tab_can_be_taken_in_the_other() {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let site = Site::serve(build.path()).watched();
    let person = kept(&site).await;
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    let first = person.tab().await;
    let second = person.new_tab().await;
    visit(&person, &site, "").await;
    next_build(&build, "4");
    person.script("return navigator.serviceWorker.getRegistration().then((found) => found.update())", []).await;
    person.sees("[data-notice=newer]").await;
    person.act("take-newer").await;
    person.sees("body[data-build='4']").await;
    person.switch_tab(&first).await;
    person.sees("body:not([data-build])").await;
    person.act("take-newer").await;
    person.sees("body[data-build='4']").await;
    person.switch_tab(&second).await;
    person.sees("html[data-boot=done] main").await;
    person.sees_no("[data-notice=newer]").await;
}

#[tokio::test]
async fn a_version_that_does_not_start_gives_way_to_the_next() {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let page = fs::read_to_string(build.path().join("index.html")).expect("readable");
    let site = Site::serve(build.path());
    let person = kept(&site).await;
    // A program that is not on the host.
    build.write("index.html", page.replace("data-js=\"duet-", "data-js=\"gone-"));
    next_build(&build, "5");
    person.script("return navigator.serviceWorker.getRegistration().then((found) => found.update())", []).await;
    person.sees("[data-notice=newer]").await;
    person.act("take-newer").await;
    person.sees("#failure h1").await;
    build.write("index.html", page);
    next_build(&build, "6");
    person.act("reload").await;
    person.sees("html[data-boot=done] main").await;
    person.sees("body[data-build='6']").await;
}

/// Waits until the browser has given up keeping the site.
async fn is_not_kept(person: &Person) {
    let gone = "return navigator.serviceWorker.getRegistration().then((found) => !found?.installing && !found?.active)";
    person.sees_script(gone, json!(true)).await;
    person.sees_no("html[data-offline]").await;
}

#[tokio::test]
async fn a_page_that_a_host_answers_with_for_a_minute_is_not_kept_in_the_place_of_a_file() {
    let chunk = files("_team.wasm").pop().expect("the chunk of the comparison");
    // A file with a hash in its name, which browsers keep for ever; one without; a page.
    for file in [chunk.as_str(), "opened.js", "instruments/pl.json", "en/"] {
        let mut site = Site::serve(folder()).packed();
        site.replace(file, Reply::page_instead());
        let person = at(&site, "").await;
        let asked = duet_browser::until(async || {
            site.requested().iter().any(|path| path.trim_start_matches('/') == file).then_some(())
        });
        asked.await.expect("the worker asks for all files");
        is_not_kept(&person).await;
        site.restore(file);
        // WebKitGTK 2.50 answers no other registration for a folder after one that failed, as long as it runs.
        if person.engine() == Engine::WebKit {
            continue;
        }
        person.reload().await;
        person.sees("html[data-offline=ready]").await;
        site.stop();
        visit(&person, &site, "en/?again").await;
        whole_run(&person, &SAMPLE).await;
        person.reads("Aligned relationship").await;
    }
}

#[tokio::test]
async fn a_page_instead_of_a_file_does_not_take_the_place_of_what_is_kept() {
    let glue = files("duet.js").pop().expect("the script of the program");
    let results = files("_result.wasm").pop().expect("the chunk of the result");
    let mut site = crate::site();
    let person = kept(&site).await;
    // From now on it is the worker that answers.
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    for file in [&glue, &results] {
        site.replace(file, Reply::page_instead());
        // As the page does when what it got did not work.
        let again =
            "return fetch(arguments[0], { cache: 'reload' }).then((reply) => reply.headers.get('content-type'))";
        let kind = person.script(again, [file.as_str().into()]).await;
        assert!(!kind.as_str().is_some_and(|kind| kind.contains("html")), "{file}: {kind}");
    }
    site.stop();
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    whole_run(&person, &SAMPLE).await;
    assert_eq!(person.score().await, 64);
}
