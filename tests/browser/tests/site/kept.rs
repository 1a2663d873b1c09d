//! Where answers and plans are kept: what is said of it is true, and nothing that was typed is lost.

use duet_browser::{Engine, Person, until};
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::team::pastes;
use crate::{SAMPLE, answers, at, open_all, site, stored, visit, whole_run};

/// A clipboard of one's own: browsers that run at the same time have one together.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async (text) => { window.copied = text; } } });";

/// The link that takes the answers along, as it is copied.
async fn taken_along(person: &Person) -> String {
    person.script(CLIPBOARD, []).await;
    person.act("take-along").await;
    let link = until(async || person.script("return window.copied", []).await.as_str().map(str::to_owned)).await;
    link.expect("a link is copied")
}

#[tokio::test]
async fn how_long_answers_are_kept_is_said_as_it_is_in_each_browser() {
    let site = site();
    let person = at(&site, "en/").await;
    person.sees("[data-saved=device]").await;
    let lasts = person.engine() != Engine::WebKit;
    let said = if lasts { "Answers are saved on this device." } else { "after about a week without a visit" };
    person.reads(said).await;
    person.sees_no("[data-action=take-along]").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3, 5]).await;
    person.sees_item(4).await;
    person.sees_no("[data-action=take-along]").await;
    person.goto_fragment("review").await;
    person.sees_view("review").await;
    let link = taken_along(&person).await;
    assert!(link.starts_with(&site.url("en/#a=")) && link.ends_with("--43500000000000000000-review"), "{link}");
    let other = Person::new().await;
    other.open(&link).await;
    other.sees_view("review").await;
    other.sees("a[href='#q3'][data-answer='5']").await;
    other.goto_fragment("q4").await;
    other.sees_item(4).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn in_another_apps_browser_answers_are_said_to_be_there_and_can_be_taken_along() {
    let site = site();
    let person = Person::new().await;
    if person.engine() != Engine::Chromium {
        return; // The others cannot be told to name themselves otherwise.
    }
    let agent = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
                 Chrome/131.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/465.0;]";
    let set = person.web().cdp().send_raw("Emulation.setUserAgentOverride", json!({ "userAgent": agent })).await;
    set.expect("the browser names itself otherwise");
    visit(&person, &site, "?side=sales").await;
    person.sees("[data-saved=device]").await;
    person.reads("zapisywane w\u{a0}tej aplikacji, a\u{a0}nie w\u{a0}Twojej przeglądarce").await;
    person.act("start").await;
    answers(&person, 1, &[4, 3, 5]).await;
    person.sees_item(4).await;
    let link = taken_along(&person).await;
    let own = Person::new().await;
    own.open(&link).await;
    own.sees_item(4).await;
    own.sees(".dots a[href='#q3'][data-answer='5']").await;
    assert_eq!(stored(&own, "duet.session").await["side"], "sales");
}

async fn with_result(site: &duet_browser::Site) -> Person {
    let person = at(site, "").await;
    whole_run(&person, &SAMPLE).await;
    person
}

#[tokio::test]
async fn what_is_typed_into_the_plan_is_stored_when_the_typing_rests() {
    let site = site();
    let person = with_result(&site).await;
    // How often the history is stored.
    let count = "window.times = 0;
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
            if (key === 'duet.history') window.times += 1;
            return set.call(this, key, text);
        }";
    person.script(count, []).await;
    let goal = "Wspólny cel: dwanaście milionów złotych z nowych umów, z tego połowa z poleceń";
    // As fast as a hand can: letter by letter, one task each.
    let type_fast = "const field = document.querySelector('[name=goal]');
        field.focus();
        return (async () => {
            for (let length = 1; length <= arguments[0].length; length += 1) {
                field.value = arguments[0].slice(0, length);
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await new Promise((go) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = go; port2.postMessage(0); });
            }
        })()";
    person.script(type_fast, [goal.into()]).await;
    // It is part of the result at once.
    let file: Value = serde_json::from_str(&offered(&person, "export-json").await).expect("JSON");
    assert_eq!(file["goal"], goal);
    person.sees_stored("duet.history", |text| text.contains(goal)).await;
    let times = person.script("return window.times", []).await.as_u64().expect("a number");
    assert!(times < 10, "stored {times} times for {} letters", goal.chars().count());
    if person.engine() == Engine::Firefox {
        return; // A window that the system has not given the focus tells nobody that a field is left.
    }
    // Who leaves the field has it stored by then, without a rest.
    person
        .script("addEventListener('focusout', () => { window.left = localStorage.getItem('duet.history'); })", [])
        .await;
    person.type_into("input[name=label]", "Północ").await;
    person.click("input[name=today-win-rate]").await;
    let left = async || person.script("return window.left", []).await.as_str().map(str::to_owned);
    assert!(until(left).await.expect("the field is left").contains("Północ"));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn nothing_that_was_typed_is_lost_when_the_tab_is_closed_or_another_one_adds_to_it() {
    let site = site();
    let person = with_result(&site).await;
    let first = person.tab().await;
    let second = person.new_tab().await;
    visit(&person, &site, "#result").await;
    person.sees("#share").await;
    person.switch_tab(&first).await;
    person.type_into("textarea[name=goal]", "12 mln").await;
    person.switch_tab(&second).await;
    let value = "return document.querySelector('textarea[name=goal]').value";
    let follows = async || (person.script(value, []).await == "12 mln").then_some(());
    until(follows).await.expect("the other tab shows the goal");
    person.type_into("input[name=label]", "Południe").await;
    person.close_tab().await;
    let kept = person
        .sees_stored("duet.history", |text| text.contains("\"label\":\"Południe\"") && text.contains("12 mln"))
        .await;
    assert_eq!(serde_json::from_str::<Value>(&kept).expect("JSON")["results"].as_array().map(Vec::len), Some(1));
}

/// The texts in which something of this is written and which a browser would translate.
async fn would_be_translated(person: &Person, own: &[&str]) -> Value {
    let find = "const found = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const { data, parentElement } = walk.currentNode;
            const own = arguments[0].some((text) => data.includes(text));
            if (own && !parentElement.closest('[translate=no], script, style, template')) found.push(data);
        }
        for (const field of document.querySelectorAll('textarea, input[type=text]')) {
            if (!field.closest('[translate=no]')) found.push(field.name || field.outerHTML);
        }
        return found";
    person.script(find, [json!(own)]).await
}

#[tokio::test]
async fn a_browsers_translation_leaves_codes_and_what_was_typed_alone() {
    let site = site();
    let person = with_result(&site).await;
    let code = person.attribute("[data-code]", "data-code").await;
    person.click("input[name=action-one-funnel]").await;
    for (field, text) in [
        ("input[name=owner-one-funnel]", "Wiosna Nowak"),
        ("textarea[name=goal]", "Wiosna sprzedaży"),
        ("input[name=today-win-rate]", "Wiosna 21%"),
        ("input[name=label]", "Wiosna i\u{a0}lato"),
    ] {
        person.type_into(field, text).await;
    }
    person.press(thirtyfour::Key::Tab).await;
    let own = ["Wiosna", &*code];
    person.script("dispatchEvent(new Event('beforeprint'))", []).await;
    let report = "return document.querySelector('article.report')?.textContent ?? ''";
    let printed = until(async || {
        let text = person.script(report, []).await.as_str().expect("a text").to_owned();
        (text.matches("Wiosna").count() == 4).then_some(())
    });
    printed.await.expect("all of it is in the report");
    open_all(&person).await;
    assert_eq!(would_be_translated(&person, &own).await, json!([]), "the result");
    let text = offered(&person, "export-json").await;
    person.goto_fragment("history").await;
    person.reads("Wiosna i\u{a0}lato").await;
    brings_to(&person, "import", "Wiosna.json", "{").await;
    person.sees("[data-notice=import]").await;
    assert_eq!(would_be_translated(&person, &own).await, json!([]), "the history");
    person.goto_fragment("team").await;
    brings_to(&person, "team-files", "Wiosna dwa.json", &text).await;
    person.sees("[data-new='1']").await;
    person.unfold(".gathered").await;
    person.reads("Wiosna i\u{a0}lato").await;
    let slip = format!("{}Z", &code[..18]);
    let slip = if slip == code { format!("{}Y", &code[..18]) } else { slip };
    pastes(&person, &format!("Wiosna {slip}")).await;
    person.sees("[data-fault=code]").await;
    open_all(&person).await;
    assert_eq!(would_be_translated(&person, &[own[0], own[1], &slip]).await, json!([]), "both sides");
    person.goto_fragment("about").await;
    person.act("show-stored").await;
    person.sees(".stored").await;
    assert_eq!(would_be_translated(&person, &own).await, json!([]), "what is stored");
    assert_eq!(person.errors().await, Vec::<String>::new());
}
