//! Who begins before the program is there, and what of it comes later.

use std::time::Duration;

use duet_browser::{Key, Person, Reply, Site, Tab};
use serde_json::{Value, json};

use crate::check::{MIDDLE, double_tap, pointers};
use crate::without::files;
use crate::{answers, at, folder, site, stored, visit};

/// A page whose program has not come yet.
pub async fn slow(site: &Site, path: &str) -> Person {
    site.replace("boot.js", Reply::new("text/javascript", ""));
    let person = Person::new().await;
    person.open(site.url(path)).await;
    person
}

/// Now it comes.
async fn comes(person: &Person, site: &Site) {
    site.restore("boot.js");
    // As a script of the page: Firefox lets a test import only into a world of its own, where functions of the page are not what they are.
    let script =
        "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }))";
    person.script(script, [json!(site.url("boot.js?late"))]).await;
    person.sees("html[data-boot=done] main").await;
}

#[tokio::test]
async fn a_run_begins_before_the_program_is_there_and_goes_on_with_it() {
    let site = site();
    let person = slow(&site, "en/?side=marketing").await;
    person.act("start").await;
    answers(&person, 1, &[4, 2, 5]).await;
    person.sees_item(4).await;
    person.reads("4 of 20").await;
    person.act("back").await;
    person.sees_item(3).await;
    assert_eq!(person.chosen(3).await, Some(5));
    person.act("next").await;
    person.sees_item(4).await;
    let stored: Value = serde_json::from_str(&person.stored("duet.session").await.expect("answers")).expect("JSON");
    assert_eq!(stored["answers"].as_array().expect("a list")[..4], [json!(4), json!(2), json!(5), Value::Null]);
    assert_eq!((&stored["side"], &stored["at"], &stored["version"]), (&json!("marketing"), &json!("q4"), &json!(2)));
    comes(&person, &site).await;
    person.sees_item(4).await;
    let focused = person.script("return document.activeElement.name", []).await;
    assert_eq!(focused, "q4");
    person.sees_no("[data-notice]").await;
    person.act("back").await;
    person.sees_item(3).await;
    assert_eq!(person.chosen(3).await, Some(5));
    person.act("next").await;
    person.sees_item(4).await;
    answers(&person, 4, &[3; 17]).await;
    person.sees("main[data-view=review]").await;
    person.act("finish").await;
    person.sees("[data-score='62']").await;
}

#[tokio::test]
async fn a_whole_run_waits_for_the_program_at_the_review() {
    let site = site();
    let person = slow(&site, "").await;
    person.click("label:has([name=side][value=sales])").await;
    person.act("start").await;
    answers(&person, 1, &[5; 20]).await;
    person.sees(".waiting").await;
    person.sees_item(20).await;
    comes(&person, &site).await;
    person.sees("main[data-view=review]").await;
    person.act("finish").await;
    person.sees("[data-score='100']").await;
    person.reads("Sprzedaż").await;
}

#[tokio::test]
async fn quick_clicks_are_answers_and_double_taps_are_not_before_the_program_is_there_too() {
    let site = site();
    let person = slow(&site, "#q1").await;
    for pointer in pointers(&person) {
        for apart in [300, 450] {
            person.script("localStorage.clear()", []).await;
            person.open(site.url(&format!("?{pointer:?}{apart}#q1"))).await;
            person.sees_item(1).await;
            person.click_at_place_of(MIDDLE, *pointer, 20, Duration::from_millis(apart)).await;
            assert_eq!(stored(&person, "duet.session").await["answers"], json!(vec![3; 20]), "{pointer:?} {apart}");
        }
        for apart in [60, 120] {
            double_tap(&person, *pointer, apart, &site.url("#q1"), "html[data-early]").await;
            person.sees_item(2).await;
            assert_eq!(person.chosen(2).await, None);
            let answers = stored(&person, "duet.session").await["answers"].clone();
            assert_eq!((&answers[0], &answers[1]), (&json!(3), &Value::Null), "{pointer:?} {apart}");
        }
    }
}

#[tokio::test]
async fn keys_choose_and_answers_of_before_are_left_to_the_program() {
    let site = site();
    let person = slow(&site, "en/#q1").await;
    person.sees_item(1).await;
    let focused = person.script("return document.activeElement.name + document.activeElement.value", []).await;
    assert_eq!(focused, "q11");
    for _ in 0..2 {
        person.press(Key::Down).await;
    }
    person.sees_item(1).await;
    assert_eq!(person.chosen(1).await, Some(3));
    person.press(Key::Enter).await;
    person.sees_item(2).await;
    person.open(site.url("en/?again")).await;
    person.act("start").await;
    person.sees(".waiting").await;
    person.sees_no("main[data-view=question]").await;
    comes(&person, &site).await;
    person.sees("main[data-view=question]").await;
    person.sees("[data-notice=resumed]").await;
}

#[tokio::test]
async fn answers_that_another_tab_has_stored_meanwhile_are_not_overwritten() {
    let site = site();
    let person = slow(&site, "en/#q1").await;
    answers(&person, 1, &[4]).await;
    person.sees_item(2).await;
    let other = person.stored("duet.session").await.expect("an answer").replace("[4,null", "[4,5");
    person.put_stored("duet.session", &other).await;
    person.answer(2, 1).await;
    person.sees_item(2).await;
    assert_eq!(person.stored("duet.session").await.as_deref(), Some(&*other));
    comes(&person, &site).await;
    person.sees_item(2).await;
    assert_eq!(person.chosen(2).await, Some(5));
}

#[tokio::test]
async fn a_part_that_does_not_come_is_told_and_comes_when_asked_again() {
    let site = Site::serve(folder());
    let part = files("_result.wasm").pop().expect("the chunk of the result");
    site.replace(&part, Reply::not_found());
    let person = at(&site, "en/#q1").await;
    answers(&person, 1, &[4; 20]).await;
    person.sees("[data-notice=not-loaded]").await;
    person.sees_item(20).await;
    assert!(person.stored("duet.session").await.is_some_and(|text| text.contains("[4,4,4")));
    person.back().await;
    person.sees_no("[data-notice=not-loaded]").await;
    person.act("next").await;
    person.sees("[data-notice=not-loaded]").await;
    site.restore(&part);
    person.act("retry").await;
    person.sees("main[data-view=review]").await;
    person.sees_no("[data-notice=not-loaded]").await;
    person.act("finish").await;
    person.sees("[data-score='80']").await;
}

#[tokio::test]
async fn a_part_that_the_first_view_needs_and_that_does_not_come_is_told_too() {
    let site = Site::serve(folder());
    let part = files("_more.wasm").pop().expect("the chunk of the history");
    site.replace(&part, Reply::not_found());
    let person = Person::new().await;
    person.open(site.url("en/#history")).await;
    person.sees("#failure h1").await;
    person.reads("The program could not be loaded").await;
    site.restore(&part);
    person.act("reload").await;
    person.sees("main[data-view=history]").await;
}

/// The parts that the page has asked for.
async fn parts(person: &Person) -> Vec<String> {
    let names =
        "return performance.getEntriesByType('resource').map((entry) => /split_(\\w+)\\.wasm$/.exec(entry.name)?.[1])";
    let names = person.script(&format!("{names}.filter(Boolean).sort()"), []).await;
    serde_json::from_value(names).expect("a list of names")
}

#[tokio::test]
async fn chunks_are_loaded_when_their_views_are_asked_for() {
    let site = site();
    let person = at(&site, "#q1").await;
    assert_eq!(parts(&person).await, [""; 0]);
    answers(&person, 1, &[4; 20]).await;
    person.sees("main[data-view=review]").await;
    assert_eq!(parts(&person).await, ["result"]);
    person.act("language").await;
    person.sees("html[lang=en] main[data-view=review]").await;
    person.act("finish").await;
    person.sees("[data-score='80']").await;
    person.reads("Integrated relationship").await;
    person.sees("[data-action=print]").await;
    assert_eq!(parts(&person).await, ["result"]);
    person.goto_fragment("about").await;
    person.sees("main[data-view=about]").await;
    assert_eq!(parts(&person).await, ["more", "result"]);
}

/// Two tabs: the first has finished a run and shows its result.
async fn with_a_result_and_another_tab(site: &Site, path: &str) -> (Person, Tab) {
    let person = at(site, "en/#q1").await;
    answers(&person, 1, &[4; 20]).await;
    person.act("finish").await;
    person.sees("[data-action=print]").await;
    let first = person.tab().await;
    person.new_tab().await;
    visit(&person, site, path).await;
    (person, first)
}

#[tokio::test]
async fn a_tab_that_lies_there_does_not_undo_what_another_one_corrects() {
    let site = site();
    let (person, first) = with_a_result_and_another_tab(&site, "en/#q1").await;
    person.answer(1, 5).await;
    person.sees_item(2).await;
    person.switch_tab(&first).await;
    person.goto_fragment("about").await;
    person.sees("main[data-view=about]").await;
    person.sees("[data-saved=device]").await;
    let kept: Value = serde_json::from_str(&person.stored("duet.session").await.expect("answers")).expect("JSON");
    assert_eq!((&kept["answers"][0], &kept["answers"][1]), (&json!(5), &json!(4)));
    person.goto_fragment("q1").await;
    person.sees_item(1).await;
    assert_eq!(person.chosen(1).await, Some(5));
}

#[tokio::test]
async fn a_tab_that_lies_there_does_not_bring_back_what_another_one_deletes() {
    let site = site();
    let (person, first) = with_a_result_and_another_tab(&site, "en/#history").await;
    person.click(".confirm:has([data-action=delete-results]) summary").await;
    person.act("delete-results").await;
    person.sees_no("[data-score='80']").await;
    person.switch_tab(&first).await;
    person.goto_fragment("about").await;
    person.sees("main[data-view=about]").await;
    person.goto_fragment("result").await;
    person.sees("main[data-view=result]").await;
    person.sees_no("[data-score]").await;
    let kept: Value = serde_json::from_str(&person.stored("duet.history").await.expect("a history")).expect("JSON");
    assert_eq!(kept["results"], json!([]));
}

#[tokio::test]
async fn what_two_tabs_have_finished_is_joined() {
    let site = site();
    let person = at(&site, "en/#q1").await;
    answers(&person, 1, &[4; 20]).await;
    person.sees("main[data-view=review]").await;
    let first = person.tab().await;
    person.new_tab().await;
    visit(&person, &site, "en/#review").await;
    person.act("finish").await;
    person.sees("[data-score='80']").await;
    person.act("again").await;
    person.sees_item(1).await;
    answers(&person, 1, &[2; 20]).await;
    person.act("finish").await;
    person.sees("[data-score='40']").await;
    person.switch_tab(&first).await;
    // The last run of the other tab is shown here too, and is in the history once.
    person.sees("[data-saved=device]").await;
    let scores = "return JSON.parse(localStorage.getItem('duet.history')).results.map((result) => result.score)";
    assert_eq!(person.script(scores, []).await, json!([80, 40]));
}

/// A page that holds back the answers for a part until it is told to let them go.
async fn hold(person: &Person, part: &str) {
    let script = "const own = fetch; const name = `_${arguments[0]}.wasm`; \
                  window.fetch = (address, options) => String(address).endsWith(name) \
                      ? new Promise((resolve) => { window.letGo = () => resolve(own(address, options)); }) \
                      : own(address, options);";
    person.script(script, [part.into()]).await;
}

#[tokio::test]
async fn who_changes_the_language_while_the_result_is_on_its_way_gets_it_in_that_language() {
    let site = site();
    let person = at(&site, "#q1").await;
    hold(&person, "result").await;
    answers(&person, 1, &[4; 20]).await;
    person.sees("html:not([lang=en]) main[data-item='20']").await;
    person.act("language").await;
    person.sees("html[lang=en] main[data-item='20']").await;
    person.sees_no("[data-notice=not-loaded]").await;
    person.script("letGo()", []).await;
    person.sees("main[data-view=review]").await;
    person.reads("Your answers").await;
}

#[tokio::test]
async fn a_result_is_compared_as_soon_as_the_chunk_comes() {
    let site = Site::serve(folder());
    let team = files("_team.wasm").pop().expect("the chunk of the comparison");
    site.replace(&team, Reply::not_found());
    let person = at(&site, "#q1").await;
    answers(&person, 1, &[4; 20]).await;
    person.act("finish").await;
    person.sees("[data-score='80']").await;
    person.act("add-to-team").await;
    person.sees("[data-notice=not-loaded]").await;
    person.sees("main[data-view=result]").await;
    site.restore(&team);
    person.act("retry").await;
    person.sees("main[data-view=team]").await;
    person.sees("[data-respondents-other='1']").await;
}

#[tokio::test]
async fn answers_that_a_link_brings_to_another_view_are_shown_there() {
    let site = site();
    for view in ["about", "history", "team"] {
        let person = at(&site, &format!("en/#a=1f66-sales-44300000000000000000-{view}")).await;
        person.sees(&format!("main[data-view={view}] h1")).await;
        assert!(person.stored("duet.session").await.is_some_and(|text| text.contains("[4,4,3,null")));
    }
}

#[tokio::test]
async fn answers_of_a_link_whose_chunk_does_not_come_are_taken_when_asked_again() {
    let site = Site::serve(folder());
    let chunk = files("_result.wasm").pop().expect("the chunk of the result");
    site.replace(&chunk, Reply::not_found());
    let person = at(&site, "en/#about").await;
    person.goto_fragment("a=1f66-sales-44300000000000000000-q4").await;
    person.sees("[data-notice=not-loaded]").await;
    site.restore(&chunk);
    person.act("retry").await;
    person.sees_item(4).await;
    assert!(person.stored("duet.session").await.is_some_and(|text| text.contains("[4,4,3,null")));
}
