//! In a frame from which the page around takes something away.

use std::fs;
use std::path::Path;

use duet_browser::{Engine, Folder, Options, Person, Site};

use crate::offline::copy;
use crate::{answers, folder, site};

/// A page with Duet in a frame with this `sandbox`.
async fn in_sandbox(duet: &Site, sandbox: &str) -> (Person, Site, Folder) {
    let folder = Folder::new();
    let address = duet.url_of_other_site("?embed=1");
    folder.write(
        "index.html",
        format!("<!doctype html><iframe sandbox='{sandbox}' width=380 height=800 src='{address}'></iframe>"),
    );
    let site = Site::serve(folder.path());
    let person = Person::with(Options::new()).await;
    person.open(site.url("")).await;
    person.enter_frame("iframe").await;
    (person, site, folder)
}

/// A host that gives its files to everybody, as most static hosts do, and as hosting/ sets it.
fn open_host() -> Site {
    site().with_header("Access-Control-Allow-Origin", "*")
}

/// Where the program cannot be loaded into a frame.
const WAY_OUT: &str = "html[data-boot=failed] #failure a.framed[target=_blank]";

#[tokio::test]
async fn without_an_origin_the_answers_live_in_the_frame_and_can_be_taken_along() {
    let duet = open_host();
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts allow-popups allow-popups-to-escape-sandbox").await;
    if person.engine() == Engine::WebKit {
        // To a frame without an origin it gives nothing of the page's own site but the page. The way out is there.
        person.reads("Otwórz w\u{a0}osobnej karcie").await;
        person.sees(WAY_OUT).await;
        return;
    }
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-saved=tab]").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3, 5]).await;
    person.sees_item(4).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
    person.act("own-tab").await;
    person.sees_another_tab().await;
    person.sees("html[data-boot=done] main").await;
    person.sees_item(4).await;
    // Out of the sandbox they are kept.
    person.sees_stored("duet.session", |text| text.contains("[4,3,5,null")).await;
}

#[tokio::test]
async fn where_no_tab_may_be_opened_there_is_the_address() {
    let duet = open_host();
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts allow-same-origin").await;
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-saved=device]").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3]).await;
    person.sees_item(3).await;
    person.act("own-tab").await;
    person.reads("Skopiuj ten adres do nowej karty").await;
    let address = person.script("return document.querySelector('.own-tab textarea').value", []).await;
    let address = address.as_str().expect("an address");
    assert_eq!(address, duet.url_of_other_site("#a=1f66--43000000000000000000-q3"));
    person.leave_frame().await;
    person.open(address).await;
    person.sees_item(3).await;
    person.sees(".dots a[href='#q2'][data-answer='3']").await;
}

#[tokio::test]
async fn what_a_frame_forbids_is_said() {
    let duet = open_host();
    // Neither files nor printing.
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts allow-same-origin").await;
    person.sees("html[data-boot=done] main").await;
    crate::whole_run(&person, &crate::SAMPLE).await;
    person.sees("[data-notice=frame] [data-action=own-tab]").await;
    person.act("print").await;
    person.reads("nie pozwala drukować").await;
    // A file may be refused without a word to anybody: nothing breaks, and the note stands beside it.
    person.act("export-json").await;
    person.reads("Jeśli plik się nie zapisał").await;
    person.sees_view("result").await;
}

#[tokio::test]
async fn a_frame_that_forbids_nothing_prints_and_saves() {
    let duet = open_host();
    let all = "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups";
    let (person, _site, _folder) = in_sandbox(&duet, all).await;
    person.sees("html[data-boot=done] main").await;
    crate::whole_run(&person, &crate::SAMPLE).await;
    person.act("export-json").await;
    person.act("export-csv").await;
    if person.engine() == Engine::Chromium {
        // Under automation WebKit does not print and says nothing of it, and Firefox waits for a person.
        person.act("print").await;
    }
    person.sees_view("result").await;
    person.sees_no("[data-next-way^=no]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn where_the_program_cannot_be_loaded_the_way_out_is_shown() {
    // A host that gives its script modules to its own pages alone: a frame without an origin gets none.
    let duet = site();
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts").await;
    person.sees(WAY_OUT).await;
    person.reads("Otwórz w\u{a0}osobnej karcie").await;
    person.reads("Formularz do wypełnienia").await;
}

#[tokio::test]
async fn without_scripts_a_frame_has_the_form() {
    let duet = site();
    let (person, _site, _folder) = in_sandbox(&duet, "").await;
    person.reads("Formularz do wypełnienia").await;
    person.reads("Rzeczywista sprzedaż").await;
}

#[tokio::test]
async fn built_for_its_address_the_program_runs_without_an_origin_in_every_engine() {
    let build = Folder::new();
    copy(Path::new(&folder()), &build, "");
    let duet = Site::serve(build.path()).watched().with_header("Access-Control-Allow-Origin", "*");
    // What the build writes when it is told the address, DUET_URL.
    let origin = duet.url_of_other_site("").trim_end_matches('/').to_owned();
    let page = fs::read_to_string(build.path().join("index.html")).expect("the page");
    build.write("index.html", page.replace("'self'", &format!("'self' {origin}")));
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts").await;
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-saved=tab]").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3]).await;
    person.sees_item(3).await;
    // Forms are forbidden as well, and nothing here depends on one.
    person.act("next").await;
    person.sees_item(4).await;
    person.press(duet_browser::Key::Enter).await;
    person.sees_item(5).await;
    person.goto_in_frame("history").await;
    person.type_into("[name=code]", "8Z89-TXXZ-XCCF-NGGS").await;
    person.act("open-code").await;
    person.sees("[data-score='64']").await;
    person.goto_in_frame("team").await;
    person.type_into("[name=team-text]", "8Z89-TXXZ-XCCF-NGGS").await;
    person.act("add-to-team").await;
    person.sees("[data-notice=gathered][data-new='1']").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_tab_that_is_still_in_the_sandbox_shows_the_way_out_too() {
    let duet = open_host();
    let (person, _site, _folder) = in_sandbox(&duet, "allow-scripts allow-popups").await;
    if person.engine() == Engine::WebKit {
        person.sees(WAY_OUT).await;
        return;
    }
    person.sees("html[data-boot=done] main").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3]).await;
    person.sees_item(3).await;
    person.act("own-tab").await;
    person.sees_another_tab().await;
    person.sees_item(3).await;
    person.sees("[data-saved=tab]").await;
    let address = person.script("return document.querySelector('.own-tab textarea').value", []).await;
    assert_eq!(address, duet.url_of_other_site("#a=1f66--43000000000000000000-q3"));
}
