//! The main job: a person answers twenty statements and learns the level.

use std::time::Duration;

use duet_browser::{Engine, Person, Pointer};
use serde_json::{Value, json};

use crate::{SAMPLE, answers, at, site, stored, visit, whole_run};

#[tokio::test]
async fn a_manager_answers_in_polish_and_learns_the_level() {
    let site = site();
    let person = at(&site, "").await;
    assert_eq!(person.attribute("html", "lang").await, "pl");
    person.click("input[name=side][value=sales]").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..6]).await;
    person.sees_item(7).await;
    person.reads("7 z\u{a0}20").await;
    answers(&person, 7, &SAMPLE[6..]).await;
    person.sees_view("review").await;
    person.reads("Wszystkie stwierdzenia mają odpowiedź").await;
    person.act("finish").await;
    person.sees_view("result").await;
    assert_eq!((person.score().await, person.level().await.as_str()), (64, "aligned"));
    person.reads("Relacja dopasowana").await;
    person.reads("64 punkty w\u{a0}skali od 20 do 100").await;
    person.reads("Do relacji zintegrowanej brakuje 16\u{a0}punktów.").await;
    person.reads("Sprzedaż").await;
    let history = stored(&person, "duet.history").await;
    let result = &history["results"][0];
    assert_eq!((&result["score"], &result["level"]), (&64.into(), &"aligned".into()));
    assert_eq!((&result["side"], &result["language"]), (&"sales".into(), &"pl".into()));
    assert_eq!(result["answers"], serde_json::json!(SAMPLE));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_manager_answers_in_english_and_learns_the_level() {
    let site = site();
    let person = at(&site, "en/").await;
    assert_eq!(person.attribute("html", "lang").await, "en");
    whole_run(&person, &SAMPLE).await;
    assert_eq!((person.score().await, person.level().await.as_str()), (64, "aligned"));
    person.reads("Aligned relationship").await;
    person.reads("16 points to the next level, integrated.").await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "none");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

/// Twenty answers of that sum.
fn summing_to(sum: u32) -> [u32; 20] {
    let mut rest = sum - 20;
    [(); 20].map(|()| {
        let more = rest.min(4);
        rest -= more;
        1 + more
    })
}

#[tokio::test]
async fn each_bound_of_each_level_is_met() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    let bounds = [
        (20, "undefined"),
        (39, "undefined"),
        (40, "defined"),
        (59, "defined"),
        (60, "aligned"),
        (79, "aligned"),
        (80, "integrated"),
        (100, "integrated"),
    ];
    for (sum, level) in bounds {
        answers(&person, 1, &summing_to(sum)).await;
        person.act("finish").await;
        person.sees(&format!("[data-score=\"{sum}\"][data-level={level}]")).await;
        person.act("again").await;
    }
    let history = stored(&person, "duet.history").await;
    let scores: Vec<_> =
        history["results"].as_array().expect("results").iter().map(|result| &result["score"]).collect();
    assert_eq!(scores, bounds.map(|(sum, _)| sum));
}

#[tokio::test]
async fn a_statement_can_be_skipped_and_come_back_to() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    answers(&person, 1, &[3, 3]).await;
    person.sees_item(3).await;
    person.act("next").await;
    answers(&person, 4, &[3; 17]).await;
    person.sees_view("review").await;
    person.reads("Brakuje odpowiedzi na 1 stwierdzenie.").await;
    // Nineteen threes are 57, and one is open.
    person.sees("[data-possible=\"58-62\"]").await;
    person.reads("relacja zdefiniowana albo dopasowana").await;
    person.sees_no("[data-action=finish]").await;
    person.sees_no("[data-level]").await;
    let first = person.attribute("main ol a", "href").await;
    assert!(first.ends_with("#q3"), "{first}");
    person.click("main ol a").await;
    person.sees_item(3).await;
    person.answer(3, 5).await;
    person.sees_view("review").await;
    person.act("finish").await;
    assert_eq!((person.score().await, person.level().await.as_str()), (62, "aligned"));
}

#[tokio::test]
async fn without_all_answers_there_is_no_level() {
    let site = site();
    let person = at(&site, "en/#result").await;
    person.reads("No result yet").await;
    person.sees_no("[data-level]").await;
    visit(&person, &site, "en/?two#q1").await;
    answers(&person, 1, &[5, 5]).await;
    person.sees_item(3).await;
    person.goto_fragment("result").await;
    person.sees_view("result").await;
    person.sees("[data-possible=\"28-100\"]").await;
    person.reads("18 statements have no answer yet.").await;
    person.sees_no("[data-level]").await;
    assert_eq!(person.stored("duet.history").await, None);
}

#[tokio::test]
async fn back_and_the_dots_lead_anywhere() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    answers(&person, 1, &[4, 4, 4]).await;
    person.sees_item(4).await;
    person.back().await;
    person.sees_item(3).await;
    assert_eq!(person.chosen(3).await, Some(4));
    person.act("back").await;
    person.sees_item(2).await;
    person.click(".dots a[href='#q15']").await;
    person.sees_item(15).await;
    assert_eq!(person.chosen(15).await, None);
    person.back().await;
    person.sees_item(2).await;
    person.forward().await;
    person.sees_item(15).await;
    person.goto_fragment("q1").await;
    person.sees_item(1).await;
    person.act("back").await;
    person.sees_view("start").await;
}

#[tokio::test]
async fn an_answer_is_corrected_and_the_next_statement_comes() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    answers(&person, 1, &[4, 4, 4]).await;
    person.goto_fragment("q1").await;
    person.answer(1, 2).await;
    person.sees_item(2).await;
    // The answer that is there already, said again.
    person.answer(2, 4).await;
    person.sees_item(3).await;
    person.goto_fragment("q1").await;
    person.sees_item(1).await;
    assert_eq!(person.chosen(1).await, Some(2));
}

#[tokio::test]
async fn a_restless_finger_answers_one_statement() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    person.sees_item(1).await;
    person.tap_twice("label:has(input[name=q1][value='3'])").await;
    person.sees_item(2).await;
    assert_eq!(stored(&person, "duet.session").await["answers"][1], serde_json::Value::Null);
    person.answer(2, 5).await;
    person.sees_item(3).await;
    assert_eq!(stored(&person, "duet.session").await["answers"][0], 3);
}

/// The pointers that a browser can be given by its driver.
pub fn pointers(person: &Person) -> &'static [Pointer] {
    if person.engine() == Engine::Chromium { &[Pointer::Finger, Pointer::Mouse] } else { &[Pointer::Mouse] }
}

/// The answer in the middle of the first statement, whose place all later ones have too.
pub const MIDDLE: &str = "label:has(input[name=q1][value='3'])";

#[tokio::test]
async fn twenty_quick_clicks_at_one_place_are_twenty_answers() {
    let site = site();
    let person = at(&site, "").await;
    for pointer in pointers(&person) {
        for apart in [300, 450] {
            person.script("localStorage.clear()", []).await;
            visit(&person, &site, &format!("?{pointer:?}{apart}#q1")).await;
            let watch = "window.counts = []; addEventListener('click', ({ detail }) => counts.push(detail), true)";
            person.script(watch, []).await;
            person.click_at_place_of(MIDDLE, *pointer, 20, Duration::from_millis(apart)).await;
            person.sees_view("review").await;
            assert_eq!(stored(&person, "duet.session").await["answers"], json!(vec![3; 20]), "{pointer:?} {apart}");
            // The browser has taken at least the faster ones for double clicks.
            let counted = person.script("return Math.max(...counts)", []).await.as_u64();
            let quick = apart == 300 && *pointer == Pointer::Mouse;
            assert!(!quick || counted > Some(1), "{counted:?} at {apart}");
        }
    }
}

/// Taps twice on the first statement of a page that is ready. A busy machine may take longer than that over it, and then it was no double tap: it is done again
/// on the page anew.
pub async fn double_tap(person: &Person, pointer: Pointer, apart: u64, url: &str, ready: &str) {
    let opened = async |attempt: u32| {
        person.script("localStorage.clear()", []).await;
        person.open(url.replace('#', &format!("?{pointer:?}{apart}-{attempt}#"))).await;
        person.sees_item(1).await;
        person.sees(ready).await;
        let watch = "window.taps = []; addEventListener('pointerup', ({ timeStamp }) => taps.push(timeStamp), true)";
        person.script(watch, []).await;
        person.click_at_place_of(MIDDLE, pointer, 2, Duration::from_millis(apart)).await;
        person.script("return taps[1] - taps[0]", []).await.as_f64().expect("two taps")
    };
    for attempt in 0..20 {
        if opened(attempt).await < 180.0 {
            return;
        }
    }
    panic!("the machine is too busy for a double tap");
}

#[tokio::test]
async fn the_second_half_of_a_double_tap_answers_nothing_and_hinders_nothing() {
    let site = site();
    let person = at(&site, "").await;
    for pointer in pointers(&person) {
        for apart in [60, 90, 120] {
            double_tap(&person, *pointer, apart, &site.url("#q1"), "html[data-boot=done]").await;
            person.sees_item(2).await;
            assert_eq!(person.chosen(2).await, None, "{pointer:?} {apart}");
            let answers = stored(&person, "duet.session").await["answers"].clone();
            assert_eq!((&answers[0], &answers[1]), (&json!(3), &Value::Null), "{pointer:?} {apart}");
            person.answer(2, 4).await;
            person.sees_item(3).await;
            assert_eq!(stored(&person, "duet.session").await["answers"][1], 4, "{pointer:?} {apart}");
        }
    }
}

#[tokio::test]
async fn a_new_run_keeps_the_finished_one() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.act("again").await;
    person.sees_item(1).await;
    assert_eq!(person.chosen(1).await, None);
    person.goto_fragment("history").await;
    person.sees("li[data-score='64'][data-level=aligned]").await;
    person.reads("dopasowana").await;
    person.goto_fragment("start").await;
    person.reads("Twój ostatni wynik: 64 punkty, relacja dopasowana").await;
}

#[tokio::test]
async fn answers_corrected_after_the_result_replace_it() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.goto_fragment("q3").await;
    person.sees_item(3).await;
    person.answer(3, 1).await;
    person.sees_item(4).await;
    person.goto_fragment("result").await;
    person.sees("[data-score='60']").await;
    let history = stored(&person, "duet.history").await;
    assert_eq!(history["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(history["results"][0]["score"], 60);
}

#[tokio::test]
async fn the_side_one_answers_for_can_be_taken_back() {
    let site = site();
    let person = at(&site, "").await;
    person.click("input[name=side][value=marketing]").await;
    person.sees_stored("duet.session", |text| text.contains("\"marketing\"")).await;
    person.reload().await;
    person.sees("html[data-boot=done] input[value=marketing]:checked").await;
    person.click("input[name=side][value=none]").await;
    person.sees_stored("duet.session", |text| text.contains("\"side\":\"none\"")).await;
}
