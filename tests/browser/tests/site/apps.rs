//! Duet inside another app's browser, as a link in a messenger or a social network opens it: no press is for nothing.

use duet_browser::{Person, Site, until};
use serde_json::{Value, json};

use crate::team::{code, pastes, rows};
use crate::{SAMPLE, at, site, whole_run};

/// How such a browser behaves: it has a share sheet and refuses to open it, nothing comes of the files it is offered, and it cannot print.
const APP: &str = "
    Object.defineProperty(navigator, 'share', { configurable: true,
        value: () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')) });
    window.print = undefined;
    HTMLAnchorElement.prototype.click = () => {};
    addEventListener('click', (event) => { if (event.target.closest('a[download]')) event.preventDefault(); }, true);";

/// A clipboard of one's own: browsers that run at the same time have one together.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async (text) => { window.copied = text; } } });";

/// One that refuses.
const NO_CLIPBOARD: &str = "window.copied = null; Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async () => { throw new DOMException('Write permission denied.', 'NotAllowedError'); } } });";

async fn in_an_app(site: &Site, path: &str) -> Person {
    let person = at(site, path).await;
    person.script(APP, []).await;
    person.script(CLIPBOARD, []).await;
    person
}

async fn with_result(site: &Site) -> Person {
    let person = in_an_app(site, "").await;
    whole_run(&person, &SAMPLE).await;
    person
}

async fn copied(person: &Person) -> String {
    let copied = until(async || person.script("return window.copied", []).await.as_str().map(str::to_owned)).await;
    person.script("window.copied = null", []).await;
    copied.expect("something is copied")
}

/// What is written on a button, as it is seen.
async fn on_button(person: &Person, action: &str) -> String {
    let text = "return document.querySelector(`[data-action=\"${arguments[0]}\"]`).innerText.trim()";
    person.script(text, [action.into()]).await.as_str().expect("a text").to_owned()
}

/// Waits until a button says something.
async fn says(person: &Person, action: &str, text: &str) {
    let said = until(async || (on_button(person, action).await == text).then_some(()));
    let said = said.await.is_some();
    assert!(said, "{action} says {:?} and not {text:?}", on_button(person, action).await);
}

/// The text that is there to be copied by hand, all of it selected.
async fn selected(person: &Person, action: &str) -> String {
    person.sees(&format!("[data-by-hand=\"{action}\"]")).await;
    let text = "const field = document.activeElement;
        return field.dataset.byHand === arguments[0] && field.value.slice(field.selectionStart, field.selectionEnd) === field.value
            ? field.value : null";
    let text = until(async || person.script(text, [action.into()]).await.as_str().map(str::to_owned)).await;
    text.expect("the text is selected")
}

#[tokio::test]
async fn where_the_share_sheet_does_not_come_the_text_is_copied_instead() {
    let site = site();
    let person = with_result(&site).await;
    person.act("share").await;
    assert!(copied(&person).await.contains("#r="));
    person.reads("Tekst jest skopiowany: wklej go").await;
    // Nor is there a clipboard.
    person.script(NO_CLIPBOARD, []).await;
    person.act("share").await;
    assert!(selected(&person, "share").await.contains("#r="));
    // Who closes the sheet again wants nothing else.
    person.script("navigator.share = undefined", []).await;
    let closed = "Object.defineProperty(navigator, 'share', { configurable: true,
        value: () => { window.opened = true; return Promise.reject(new DOMException('Closed', 'AbortError')); } });";
    person.script(closed, []).await;
    person.act("share").await;
    person.sees_script("return window.opened", json!(true)).await;
    person.sees_no("[data-by-hand=share]").await;
    assert_eq!(person.script("return document.querySelector('.instead').textContent", []).await, "");
    // Such browsers also throw at once, or have something else in its place.
    for share in ["() => { throw new TypeError('Illegal invocation'); }", "true"] {
        let script = format!("Object.defineProperty(navigator, 'share', {{ configurable: true, value: {share} }})");
        person.script(&script, []).await;
        person.act("share").await;
        assert!(selected(&person, "share").await.contains("#r="), "{share}");
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn where_nothing_comes_of_a_file_its_content_can_be_copied_or_the_page_opened_elsewhere() {
    let site = site();
    let person = with_result(&site).await;
    person.sees_no("[data-next-way]").await;
    for (action, beginning) in [("export-json", "{"), ("export-csv", "\u{feff}nr;temat"), ("export-svg", "<svg")] {
        person.act(action).await;
        person.sees("[data-next-way=file]").await;
        person.act("copy-content").await;
        let content = copied(&person).await;
        assert!(content.starts_with(beginning), "{action}: {content}");
        says(&person, "copy-content", "Skopiowano ✓").await;
    }
    person.reads("Nic się nie pobrało? Otwórz Duet").await;
    person.act("export-png").await;
    person.sees_no("[data-action=copy-content]").await;
    person.act("copy-address").await;
    let link = copied(&person).await;
    assert!(link.starts_with(&site.url("#r=")), "{link}");
    assert_eq!(person.attribute("[data-action=open-address]", "href").await, link);
    person.goto_fragment("about").await;
    person.act("download-single").await;
    person.act("copy-address").await;
    assert_eq!(copied(&person).await, site.url("duet-pl.html"));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn where_there_is_no_printer_the_page_says_so_and_what_to_do() {
    let site = site();
    let person = with_result(&site).await;
    person.act("print").await;
    person.sees("[data-next-way=no-paper]").await;
    person.reads("Ta przeglądarka nie drukuje stron. Otwórz Duet").await;
    person.act("copy-content").await;
    assert!(copied(&person).await.contains("64"), "the result as a text");
    // Nothing happens, and nobody says so.
    person.script("window.print = () => {}", []).await;
    person.act("print").await;
    person.sees("[data-next-way=paper]").await;
    // It prints.
    person.script("window.print = () => dispatchEvent(new Event('beforeprint'))", []).await;
    person.act("print").await;
    person.sees_no("[data-next-way]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_compares_both_sides_in_an_app_has_a_next_way_too() {
    let site = site();
    let person = in_an_app(&site, "").await;
    person.goto_fragment("team").await;
    pastes(&person, &rows(17, 3, 3, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")).await;
    person.act("save-team").await;
    person.sees("[data-next-way=file]").await;
    person.act("copy-content").await;
    let content: Value = serde_json::from_str(&copied(&person).await).expect("JSON");
    assert_eq!(content["results"].as_array().map(Vec::len), Some(6));
    person.act("export-csv").await;
    person.sees(".meeting [data-next-way=file]").await;
    person.click(".meeting [data-action=copy-content]").await;
    assert!(copied(&person).await.starts_with("\u{feff}nr;temat"));
    for action in ["print-agenda", "print"] {
        person.act("export-csv").await;
        person.sees(".meeting [data-next-way=file]").await;
        person.act(action).await;
        person.sees(".meeting [data-next-way=no-paper]").await;
    }
    person.click("#invite > summary").await;
    person.click("[data-action=share-invitation]").await;
    assert!(copied(&person).await.contains("?side=sales"));
    person.reads("Tekst jest skopiowany: wklej go").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_copied_is_said_on_the_button_and_nothing_moves() {
    let site = site();
    let person = with_result(&site).await;
    let places = "return [...document.querySelectorAll('main button')].filter((button) => button.offsetWidth > 0).map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return [x + scrollX, y + scrollY, width, height].map(Math.round);
    })";
    // WebKit lays out a menu that was just opened once more at the next change, 21 pixels lower than it will stay.
    person.act("copy-link").await;
    says(&person, "copy-link", "Skopiowano ✓").await;
    let again = async || (on_button(&person, "copy-link").await == "Kopiuj link").then_some(());
    until(again).await.expect("the button says again what it does");
    person.script("document.querySelector('[data-action=copy-text]').scrollIntoView({ block: 'center' })", []).await;
    for (action, label) in
        [("copy-link", "Kopiuj link"), ("copy-text", "Kopiuj jako tekst"), ("copy-code", "Kopiuj kod")]
    {
        let before = person.script(places, []).await;
        person.act(action).await;
        says(&person, action, "Skopiowano ✓").await;
        assert_eq!(person.script(places, []).await, before, "{action}: nothing moves");
        let seen = "const { top, bottom } = document.querySelector(`[data-action=\"${arguments[0]}\"]`).getBoundingClientRect();
            return -1 < top && bottom < innerHeight + 1";
        assert_eq!(person.script(seen, [action.into()]).await, true, "{action} is in sight");
        let heard = "return document.querySelector(`[data-action=\"${arguments[0]}\"] + [role=status]`).textContent";
        assert_eq!(person.script(heard, [action.into()]).await, "Skopiowano ✓");
        assert!(!copied(&person).await.is_empty());
        // Until it has been read.
        let again = async || (on_button(&person, action).await == label).then_some(());
        until(again).await.expect("the button says again what it does");
    }
    person.act("copy-code").await;
    assert_eq!(json!(copied(&person).await), person.attribute("[data-code]", "data-code").await);
    // Where it is refused, the text is beside the button.
    person.script(NO_CLIPBOARD, []).await;
    person.act("copy-link").await;
    assert!(selected(&person, "copy-link").await.starts_with(&site.url("#r=")));
    assert_eq!(on_button(&person, "copy-link").await, "Kopiuj link");
    person.goto_fragment("team").await;
    person.act("add-own").await;
    person.act("copy-team-link").await;
    assert!(selected(&person, "copy-team-link").await.starts_with(&site.url("#t=")));
    person.script(CLIPBOARD, []).await;
    person.act("copy-team-link").await;
    says(&person, "copy-team-link", "Skopiowano ✓").await;
    person.sees_no("[data-by-hand]").await;
    person.click("#invite > summary").await;
    person.act("copy-invitation").await;
    says(&person, "copy-invitation", "Skopiowano ✓").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}
