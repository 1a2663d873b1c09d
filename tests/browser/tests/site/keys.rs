//! People who use no pointer.

use duet_browser::{Key, Person, until};

use crate::{at, site, stored, visit};

/// Presses Tab until the focus is on an element that matches.
async fn tab_to(person: &Person, css: &str) {
    for _ in 0..40 {
        person.press(Key::Tab).await;
        let there = person.script("return document.activeElement.matches(arguments[0])", [css.into()]).await;
        if there == true {
            return;
        }
    }
    panic!("forty presses of Tab do not lead to {css}");
}

/// Waits until the focus is on an element that matches. Not by `:focus`, which matches nothing in a window that has not the
/// focus of the system.
async fn has_focus(person: &Person, css: &str) {
    let there = until(async || {
        let there = person.script("return document.activeElement.matches(arguments[0])", [css.into()]).await;
        (there == true).then_some(())
    });
    there.await.unwrap_or_else(|| panic!("the focus is not on {css}"));
}

#[tokio::test]
async fn a_whole_run_with_the_keyboard_alone() {
    let site = site();
    let person = at(&site, "").await;
    tab_to(&person, "[data-action=start]").await;
    person.press(Key::Enter).await;
    person.sees_item(1).await;
    // The focus is on the answers. Arrows choose and stay.
    person.press(Key::Down).await;
    person.press(Key::Down).await;
    person.sees_item(1).await;
    let chosen = person.chosen(1).await;
    assert!(matches!(chosen, Some(2 | 3)), "the arrows chose {chosen:?}");
    person.press(Key::Enter).await;
    person.sees_item(2).await;
    // Space chooses the answer that has the focus, and stays.
    person.press(' ').await;
    person.sees(".dots a[href='#q2'][data-answer='1']").await;
    person.sees_item(2).await;
    person.press(Key::Enter).await;
    // Enter goes on without an answer too.
    person.sees_item(3).await;
    person.press(Key::Enter).await;
    for item in 4..=20 {
        person.sees_item(item).await;
        person.press('4').await;
    }
    person.sees_view("review").await;
    tab_to(&person, "main ol a").await;
    person.press(Key::Enter).await;
    person.sees_item(3).await;
    person.press('5').await;
    person.sees_view("review").await;
    tab_to(&person, "[data-action=finish]").await;
    person.press(Key::Enter).await;
    person.sees_view("result").await;
    let first = chosen.expect("an answer");
    assert_eq!(person.score().await, first + 1 + 5 + 17 * 4);
}

#[tokio::test]
async fn a_dot_keeps_the_focus_when_another_tab_answers() {
    let site = site();
    let person = at(&site, "#q1").await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    let dot = ".dots a[href='#q9']";
    person.script("document.querySelector(arguments[0]).focus()", [dot.into()]).await;
    has_focus(&person, dot).await;
    let first = person.tab().await;
    person.new_tab().await;
    person.open(site.url("#q5")).await;
    person.answer(5, 3).await;
    person.sees_item(6).await;
    person.switch_tab(&first).await;
    person.sees(".dots a[href='#q5'][data-answer='3']").await;
    has_focus(&person, dot).await;
}

#[tokio::test]
async fn the_focus_is_on_the_answer_that_is_there() {
    let site = site();
    let person = at(&site, "#q1").await;
    person.press('3').await;
    person.sees_item(2).await;
    person.back().await;
    has_focus(&person, "input[name=q1][value='3']").await;
    person.goto_fragment("review").await;
    person.sees_view("review").await;
    has_focus(&person, "main h1").await;
}

#[tokio::test]
async fn digit_keys_can_be_switched_off() {
    let site = site();
    let person = at(&site, "#about").await;
    person.click("input[name=digit-keys]").await;
    person.sees_stored("duet.settings", |text| text.contains("\"digit_keys\":false")).await;
    visit(&person, &site, "?off#q1").await;
    person.press('4').await;
    person.act("next").await;
    person.sees_item(2).await;
    // Had the key answered, this would be the third statement, and the first one answered.
    person.sees(".dots a[href='#q1']:not([data-answer])").await;
    person.goto_fragment("about").await;
    person.click("input[name=digit-keys]").await;
    person.goto_fragment("q1").await;
    person.sees_item(1).await;
    person.press('4').await;
    person.sees_item(2).await;
    assert_eq!(stored(&person, "duet.session").await["answers"][0], 4);
}

#[tokio::test]
async fn other_keys_and_shortcuts_answer_nothing() {
    let site = site();
    let person = at(&site, "#q1").await;
    for key in ['0', '6', '9', 'a', '!'] {
        person.press(key).await;
    }
    person.press_with(Key::Control, '3').await;
    person.act("next").await;
    person.sees_item(2).await;
    assert_eq!(person.stored("duet.session").await, None);
}
