//! How it sits on a screen.

use duet_browser::Options;

use crate::{SAMPLE, answers, site, visit, with};

#[tokio::test]
async fn no_view_scrolls_sideways_on_the_smallest_phone() {
    let site = site();
    for page in ["", "en/"] {
        let person = with(Options::new().viewport(320, 568), &site, page).await;
        person.act("start").await;
        answers(&person, 1, &[3; 10]).await;
        person.sees_item(11).await;
        person.put_stored("duet.settings", "damaged").await;
        visit(&person, &site, &format!("{page}?troubled")).await;
        for view in ["start", "q8", "q11", "review", "result", "history", "about", "q11", "full"] {
            if view == "full" {
                answers(&person, 11, &SAMPLE[10..]).await;
                person.act("finish").await;
                person.sees("[data-score]").await;
                person.goto_fragment("history").await;
                person.sees("tr[data-score]").await;
                person.back().await;
                person.sees("[data-score]").await;
            } else {
                person.goto_fragment(view).await;
                let name = if view.starts_with('q') { "question" } else { view };
                person.sees_view(name).await;
            }
            let widths = person
                .script(
                    "const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]",
                    [],
                )
                .await;
            assert_eq!(widths[0], widths[1], "{page}{view}");
        }
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
