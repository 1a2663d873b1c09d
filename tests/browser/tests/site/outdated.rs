//! A newer build comes to the host while a page of the one before is open.

use std::fs;
use std::path::Path;

use duet_browser::{Engine, Folder, Options, Person, Reply, Site};
use serde_json::json;

use crate::offline::copy;
use crate::{SAMPLE, answers, folder, stored, visit, whole_run};

/// A host whose files can change. It has no service worker, as in a frame and in some browsers.
fn host() -> (Site, Folder) {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let site = Site::serve(build.path()).with_header("Access-Control-Allow-Origin", "*");
    site.replace("sw.js", Reply::not_found());
    (site, build)
}

/// Replaces the build by a newer one, as an upload does that deletes what is no longer there.
fn publish_newer(build: &Folder) {
    let program = fs::read_dir(build.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let program = program.map(|name| name.to_string_lossy().into_owned());
    let old = { program }.find(|name| name.starts_with("duet-") && name.len() == 21).expect("the program");
    fs::rename(build.path().join(&old), build.path().join(NEWER)).expect("renamed");
    for page in ["index.html", "en/index.html"] {
        let text = fs::read_to_string(build.path().join(page)).expect("a page");
        build.write(page, text.replace(&old, NEWER));
    }
}

const NEWER: &str = "duet-ffffffffffffffff";

/// Presses the button of the notice, and waits for the newer page.
async fn takes_newer(person: &Person) {
    person.sees("[data-notice=outdated]").await;
    person.reads("newer version of Duet").await;
    person.sees_no("[data-notice=not-loaded]").await;
    person.act("reload").await;
    let program = "return document.querySelector('html[data-boot=done] script[data-wasm]')?.dataset.js ?? ''";
    person.sees_script(program, json!(format!("{NEWER}/duet.js"))).await;
}

async fn at(site: &Site, options: Options, path: &str) -> Person {
    let person = Person::with(options).await;
    visit(&person, site, path).await;
    person
}

#[tokio::test]
async fn before_the_first_answer_the_page_says_so() {
    let (site, build) = host();
    // The page is there at once, its scripts come a little later, and the program not any more.
    site.replace("boot.js", Reply::new("text/javascript", ""));
    for file in ["duet.js", "_bg.wasm"].into_iter().flat_map(crate::without::files) {
        site.replace(&file, Reply::not_found());
    }
    let person = Person::new().await;
    person.open(site.url("en/")).await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..3]).await;
    publish_newer(&build);
    site.restore("boot.js");
    let script =
        "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }))";
    person.script(script, [site.url("boot.js?late").into()]).await;
    person.sees("#failure [data-reason=outdated]").await;
    person.reads("There is a newer version of Duet").await;
    person.sees_no("#failure [data-reason=not-loaded]").await;
    person.act("reload").await;
    person.sees("html[data-boot=done]").await;
    person.sees_item(4).await;
    person.sees(".dots a[href='#q3'][data-answer='5']").await;
}

#[tokio::test]
async fn in_a_run_the_next_statement_says_so_and_answering_goes_on() {
    let (site, build) = host();
    let person = at(&site, Options::new(), "en/#q1").await;
    publish_newer(&build);
    answers(&person, 1, &SAMPLE[..2]).await;
    person.sees_item(3).await;
    // As soon as it is known.
    person.sees("html[data-missing=outdated]").await;
    answers(&person, 3, &SAMPLE[2..5]).await;
    person.sees_item(6).await;
    takes_newer(&person).await;
    person.sees_item(6).await;
    answers(&person, 6, &SAMPLE[5..]).await;
    person.act("finish").await;
    assert_eq!(person.score().await, 64);
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn at_the_end_of_a_run_one_press_leads_to_the_review_and_the_result() {
    let (site, build) = host();
    let person = at(&site, Options::new(), "en/#q1").await;
    publish_newer(&build);
    answers(&person, 1, &SAMPLE).await;
    takes_newer(&person).await;
    person.sees_view("review").await;
    person.act("finish").await;
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn at_the_result_the_plan_and_the_place_are_kept() {
    let (site, build) = host();
    let person = at(&site, Options::new(), "en/").await;
    whole_run(&person, &SAMPLE).await;
    person.click("input[name=action-one-funnel]").await;
    // Not stored yet when the page is reloaded.
    person.type_into("input[name=owner-one-funnel]", "Anna Nowak").await;
    publish_newer(&build);
    person.goto_fragment("team").await;
    takes_newer(&person).await;
    person.sees_view("team").await;
    person.goto_fragment("result").await;
    let owner = "return document.querySelector('[name=owner-one-funnel]').value";
    person.sees_script(owner, json!("Anna Nowak")).await;
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn where_nothing_is_stored_answers_and_results_are_kept_too() {
    let (site, build) = host();
    let person = at(&site, Options::new().blocked_storage(), "en/").await;
    whole_run(&person, &SAMPLE).await;
    person.act("again").await;
    answers(&person, 1, &[5, 5]).await;
    person.sees_item(3).await;
    publish_newer(&build);
    person.goto_fragment("history").await;
    takes_newer(&person).await;
    person.sees("[data-saved=tab]").await;
    person.sees("main[data-view=history] li[data-score='64']").await;
    person.goto_fragment("start").await;
    person.act("start").await;
    person.sees_item(3).await;
    // Once and not again: what was answered since then is newer.
    person.answer(3, 1).await;
    person.sees_item(4).await;
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-saved=tab]").await;
    assert_eq!(person.chosen(3).await, None);
}

#[tokio::test]
async fn in_a_frame_without_an_origin_the_answers_are_kept_too() {
    let (site, build) = host();
    let article = Folder::new();
    let address = site.url_of_other_site("en/?embed=1");
    let frame =
        format!("<!doctype html><iframe sandbox='allow-scripts' width=380 height=800 src='{address}'></iframe>");
    article.write("index.html", frame);
    let around = Site::serve(article.path());
    let person = Person::new().await;
    person.open(around.url("")).await;
    person.enter_frame("iframe").await;
    if person.engine() == Engine::WebKit {
        // It loads no program into such a frame.
        return;
    }
    person.sees("html[data-boot=done] main").await;
    person.act("start").await;
    publish_newer(&build);
    answers(&person, 1, &SAMPLE).await;
    takes_newer(&person).await;
    if person.engine() == Engine::Firefox {
        // It reloads such a frame without the fragment, so the last statement is shown.
        person.sees_item(20).await;
        person.act("next").await;
    }
    person.sees_view("review").await;
    person.act("finish").await;
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn an_error_of_the_host_is_no_lack_of_a_network() {
    let chunk = crate::without::files("_result.wasm").pop().expect("the chunk of the result");
    for status in [404, 503] {
        let (site, _build) = host();
        site.replace(&chunk, Reply::not_found().status(status));
        let person = at(&site, Options::new(), "en/#q1").await;
        answers(&person, 1, &SAMPLE).await;
        person.sees("[data-notice=not-loaded]").await;
        person.reads("The server did not give the next part").await;
        // Once ahead, once when it is needed, each again past the cache; not with each answer.
        let asked = site.requested().iter().filter(|path| path.contains(&chunk)).count();
        assert_eq!(asked, 4);
        site.restore(&chunk);
        person.act("retry").await;
        person.sees_view("review").await;
    }
}

#[tokio::test]
async fn without_a_network_that_is_said() {
    let (mut site, _build) = host();
    let person = at(&site, Options::new(), "en/#q1").await;
    site.stop();
    answers(&person, 1, &SAMPLE).await;
    person.sees("[data-notice=not-loaded]").await;
    person.reads("there seems to be no network").await;
    let missing = "return document.documentElement.dataset.missing";
    assert_eq!(person.script(missing, []).await, json!("network"));
    site.start();
    person.act("retry").await;
    person.sees_view("review").await;
}
