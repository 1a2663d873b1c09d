//! How it sits on a screen.

use duet_browser::{Options, Person};

use crate::{answers, open_all, site, visit, with};

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
        person.sees("[name=team-text]").await;
        let mail = "8Z89-TXXZ-XCCF-NGGS, 8Z89-TXXZ-XCCF-NGGT";
        person.type_into("[name=team-text]", mail).await;
        person.act("add-to-team").await;
        person.sees("[data-fault=code]").await;
        person.script("document.querySelector('[name=threshold]').value = ''", []).await;
        person.type_into("[name=threshold]", "1\u{e007}").await;
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
