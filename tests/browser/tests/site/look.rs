//! How it sits on a screen.

use duet_browser::{Engine, Options, Person, until};

use crate::early::slow;
use crate::{SAMPLE, answers, at, open_all, site, visit, whole_run, with};

/// Nothing is wider than the screen.
async fn fits(person: &Person, what: &str) {
    let widths = "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]";
    let widths = person.script(widths, []).await;
    assert_eq!(widths[0], widths[1], "{what}");
}

#[tokio::test]
async fn no_view_scrolls_sideways_on_the_smallest_phone() {
    let site = site();
    for page in ["", "en/"] {
        let person = with(Options::new().viewport(320, 568), &site, page).await;
        person.act("start").await;
        // The lowest level has the longest name.
        answers(&person, 1, &[1; 10]).await;
        person.sees_item(11).await;
        person.put_stored("duet.settings", "damaged").await;
        visit(&person, &site, &format!("{page}?troubled")).await;
        for (fragment, view) in [
            ("start", "start"),
            ("q8", "question"),
            ("review", "review"),
            ("result", "result"),
            ("about", "about"),
            ("q11", "question"),
        ] {
            person.goto_fragment(fragment).await;
            person.sees_view(view).await;
            fits(&person, fragment).await;
        }
        answers(&person, 11, &[1; 10]).await;
        person.act("finish").await;
        person.sees("[data-level=undefined]").await;
        fits(&person, "the result").await;
        person.goto_fragment("history").await;
        person.sees("li[data-level=undefined]").await;
        fits(&person, "the history").await;
        person.goto_fragment("team").await;
        person.sees("#gathering").await;
        let mail = "8Z89-TXXZ-XCCF-NGGS, 8Z89-TXXZ-XCCF-NGGT";
        person.type_into("[name=team-text]", mail).await;
        person.act("add-to-team").await;
        person.sees("[data-fault=code]").await;
        person.script("document.querySelector('[name=threshold]').value = ''", []).await;
        person.type_into("[name=threshold]", "1\u{e007}").await;
        person.unfold(".dumbbells li").await;
        person.sees(".dumbbells li").await;
        open_all(&person).await;
        fits(&person, "both sides").await;
        person.goto_fragment("paper").await;
        person.sees("#paper").await;
        fits(&person, "the form for a pen").await;
    }
}

#[tokio::test]
async fn the_answers_are_within_the_screen_of_a_phone() {
    let site = site();
    let person = with(Options::new().viewport(390, 664), &site, "#q8").await;
    // The longest statement, on a phone whose browser shows its bars.
    let bottom = "return Math.round(document.querySelector('[name=q8][value=\"5\"]').closest('label').getBoundingClientRect().bottom)";
    let bottom = person.script(bottom, []).await.as_u64().expect("a place");
    assert!(bottom <= 664, "the last answer ends at {bottom}");
}

/// How far below the top of the page the first answer is. The whole of it and not its radio: WebKit, by a hair of a pixel, may leave room for a
/// second line in it, in whose middle the radio is then.
async fn first_answer(person: &Person) -> f64 {
    let top =
        "return scrollY + document.querySelector('main:not([hidden]) .answers label').getBoundingClientRect().top";
    person.script(top, []).await.as_f64().expect("a place")
}

#[tokio::test]
async fn the_answers_have_one_place_under_all_statements_before_the_program_is_there_too() {
    for page in ["", "en/"] {
        let site = site();
        let person = at(&site, &format!("{page}#q1")).await;
        let early = slow(&site, &format!("{page}#q1")).await;
        // The last with the text at twice its size.
        for (width, text) in [(320, "100%"), (390, "100%"), (768, "100%"), (1280, "100%"), (390, "200%")] {
            let mut places = Vec::new();
            for (person, last) in [(&early, 1), (&person, 20)] {
                // WebKit does not lay out the page before the program once more for another size of text.
                if last == 1 && text != "100%" && person.engine() == Engine::WebKit {
                    continue;
                }
                // Low, so that there is a bar for scrolling in both, where those take room.
                person.resize(width, 640).await;
                person.script("document.documentElement.style.fontSize = arguments[0]", [text.into()]).await;
                for item in 1..=last {
                    person.goto_fragment(&format!("q{item}")).await;
                    person.sees_item(item).await;
                    places.push(first_answer(person).await);
                }
            }
            assert!(places.iter().all(|place| (place - places[0]).abs() < 0.5), "{page} {width} {text}: {places:?}");
        }
    }
}

#[tokio::test]
async fn a_section_comes_to_the_top_when_it_is_asked_for_and_is_open_after_a_reload() {
    let site = site();
    let person = with(Options::new().viewport(1280, 500), &site, "").await;
    whole_run(&person, &SAMPLE).await;
    for (place, part) in ["plan", "answers", "whatif", "levels", "evidence"].into_iter().enumerate() {
        person.click(&format!(".outline li:nth-child({}) a", place + 1)).await;
        let focused = "const summary = document.activeElement;
            return [summary.parentElement.id, summary.getBoundingClientRect().top]";
        let found = until(async || Some(person.script(focused, []).await).filter(|found| found[0] == part)).await;
        let top = found.expect("the section has the focus")[1].as_f64().expect("a place");
        assert!((0.0..80.0).contains(&top), "{part} is at {top}");
    }
    person.reload().await;
    person.sees("#evidence[open]").await;
    assert_eq!(person.script("return document.querySelector('#levels').open", []).await, false);
    // Folding it takes it out of the address.
    person.click("#evidence > summary").await;
    until(async || person.url().await.ends_with("#result").then_some(())).await.expect("the plain address");
    // The address names a section on a phone too.
    person.goto_fragment("result/whatif").await;
    person.sees("[data-what-if]").await;
    person.sees_view("result").await;
}

#[tokio::test]
async fn the_dots_are_close_below_a_statement_in_every_engine() {
    let site = site();
    for (width, height) in [(320, 568), (1280, 900)] {
        let person = with(Options::new().viewport(width, height), &site, "#q7").await;
        person.sees_item(7).await;
        let script = "const place = (css) => document.querySelector(css).getBoundingClientRect();
            return place('.dots').top - place('.steps').bottom";
        let gap = person.script(script, []).await.as_f64().expect("a length");
        assert!((8.0..=32.0).contains(&gap), "{gap} px at {width}");
    }
}
