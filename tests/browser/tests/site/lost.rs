//! Nothing a person has answered is lost.

use duet_browser::{Engine, Options, Person, Reply, Site};
use serde_json::Value;
use serde_json::json;

use crate::without::files;
use crate::{SAMPLE, answers, at, folder, site, stored, visit, whole_run, with};

/// A person who has answered the first six statements.
async fn half_way(site: &duet_browser::Site) -> Person {
    let person = at(site, "").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..6]).await;
    person.sees_item(7).await;
    person
}

#[tokio::test]
async fn who_closes_the_tab_goes_on_where_they_were() {
    let site = site();
    let person = half_way(&site).await.comes_back().await;
    visit(&person, &site, "").await;
    person.sees_item(7).await;
    person.sees("[data-notice=resumed]").await;
    person.reads("6 z\u{a0}20").await;
    answers(&person, 7, &SAMPLE[6..]).await;
    person.act("finish").await;
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn who_reloads_goes_on_where_they_were() {
    let site = site();
    let person = half_way(&site).await;
    person.reload().await;
    person.sees("html[data-boot=done] main").await;
    person.sees_item(7).await;
    person.sees("[data-notice=resumed]").await;
    assert_eq!(stored(&person, "duet.session").await["answers"][5], 4);
    person.act("review").await;
    person.sees_view("review").await;
    visit(&person, &site, "?again").await;
    person.sees_view("review").await;
    person.sees("[data-notice=resumed]").await;
}

#[tokio::test]
async fn who_comes_back_can_begin_anew_and_change_their_mind() {
    let site = site();
    let person = half_way(&site).await;
    visit(&person, &site, "?again").await;
    person.act("restart").await;
    person.sees_item(1).await;
    person.sees(".dots a[href='#q1']:not([data-answer])").await;
    person.act("undo").await;
    person.sees_item(7).await;
    person.sees(".dots a[href='#q1'][data-answer='4']").await;
    visit(&person, &site, "?start#start").await;
    person.sees_view("start").await;
    person.act("restart").await;
    person.answer(1, 1).await;
    person.sees_item(2).await;
    person.sees_no("[data-action=undo]").await;
    let kept = stored(&person, "duet.session").await["answers"].clone();
    assert_eq!((&kept[0], &kept[1]), (&1.into(), &Value::Null));
}

#[tokio::test]
async fn changing_the_language_loses_nothing() {
    let site = site();
    let person = half_way(&site).await;
    person.act("language").await;
    person.reads("7 of 20").await;
    person.sees_item(7).await;
    assert!(person.url().await.ends_with("/en/#q7"), "{}", person.url().await);
    assert_eq!(person.attribute("html", "lang").await, "en");
    person.answer(7, 5).await;
    person.sees_item(8).await;
    person.reload().await;
    person.reads("Welcome back").await;
    person.sees_item(8).await;
    person.act("language").await;
    person.reads("8 z\u{a0}20").await;
    assert!(!person.url().await.contains("/en/"), "{}", person.url().await);
    answers(&person, 8, &SAMPLE[7..]).await;
    person.act("finish").await;
    assert_eq!(person.score().await, 66);
}

#[tokio::test]
async fn an_answer_is_stored_before_the_next_statement_shows() {
    let site = site();
    let person = at(&site, "#q1").await;
    let watch = "new MutationObserver(() => {
        if (document.querySelector('main[data-item=\"2\"]')) window.then ??= String(localStorage['duet.session']);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });";
    person.script(watch, []).await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    let then = person.script("return window.then", []).await;
    let then: Value = serde_json::from_str(then.as_str().expect("seen")).expect("JSON");
    assert_eq!(then["answers"][0], 4);
}

#[tokio::test]
async fn two_tabs_show_the_same_answers_and_wipe_none() {
    let site = site();
    let person = at(&site, "#q1").await;
    answers(&person, 1, &[1, 2]).await;
    person.sees_item(3).await;
    let first = person.tab().await;
    let second = person.new_tab().await;
    visit(&person, &site, "").await;
    person.sees_item(3).await;
    person.answer(3, 3).await;
    person.sees_item(4).await;
    person.switch_tab(&first).await;
    person.sees(".dots a[href='#q3'][data-answer='3']").await;
    assert_eq!(person.chosen(3).await, Some(3));
    person.goto_fragment("q5").await;
    person.sees_item(5).await;
    person.answer(5, 5).await;
    person.sees_item(6).await;
    person.switch_tab(&second).await;
    person.sees(".dots a[href='#q5'][data-answer='5']").await;
    person.answer(4, 4).await;
    person.sees_item(6).await;
    let kept = stored(&person, "duet.session").await["answers"].clone();
    assert_eq!(
        kept.as_array().map(|kept| kept[..6].to_vec()),
        serde_json::json!([1, 2, 3, 4, 5, null]).as_array().cloned()
    );
}

#[tokio::test]
async fn with_storage_blocked_the_check_works_in_the_tab_and_says_so() {
    let site = site();
    let person = with(Options::new().blocked_storage(), &site, "").await;
    person.sees("[data-saved=tab]").await;
    person.reads("Odpowiedzi są tylko w\u{a0}tej karcie").await;
    whole_run(&person, &SAMPLE).await;
    assert_eq!((person.score().await, person.level().await.as_str()), (64, "aligned"));
    person.act("again").await;
    person.goto_fragment("history").await;
    person.sees("li[data-score='64']").await;
    person.sees("[data-saved=tab]").await;
}

#[tokio::test]
async fn in_a_frame_without_storage_it_works_in_the_tab_too() {
    // What a page can do to a frame: no origin of its own, hence no storage.
    let site = site()
        .with_header("Content-Security-Policy", "sandbox allow-scripts allow-forms")
        .with_header("Access-Control-Allow-Origin", "*");
    let person = Person::with(Options::new()).await;
    person.open(site.url("en/")).await;
    if person.engine() == Engine::WebKit {
        // To a page without an origin, WebKit gives nothing of the page's own site: there is the form.
        person.reads("Circle one number for each statement.").await;
        return;
    }
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-saved=tab]").await;
    person.act("start").await;
    answers(&person, 1, &[5, 5]).await;
    person.sees_item(3).await;
    person.sees(".dots a[href='#q2'][data-answer='5']").await;
}

#[tokio::test]
async fn with_storage_full_nothing_is_lost_and_saving_resumes() {
    let site = site();
    let person = at(&site, "#q1").await;
    person.sees("[data-saved=device]").await;
    person.fill_storage().await;
    answers(&person, 1, &[4, 3]).await;
    person.sees_item(3).await;
    person.sees("[data-saved=tab]").await;
    person.sees(".dots a[href='#q2'][data-answer='3']").await;
    assert_eq!(person.stored("duet.session").await, None);
    person.script("localStorage.removeItem('filler')", []).await;
    person.answer(3, 5).await;
    person.sees("[data-saved=device]").await;
    let kept = stored(&person, "duet.session").await["answers"].clone();
    assert_eq!((&kept[0], &kept[1], &kept[2]), (&4.into(), &3.into(), &5.into()));
}

/// Opens the site with something in the storage that somebody else, or a broken disk, has left there.
async fn find(person: &Person, site: &duet_browser::Site, key: &str, text: &str) {
    person.put_stored(key, text).await;
    visit(person, site, &format!("?{}", text.len())).await;
}

#[tokio::test]
async fn a_damaged_value_is_set_aside_and_stops_nothing() {
    let site = site();
    let person = at(&site, "#about").await;
    for (number, text) in
        ["{\"version\":2,\"answers\":[4,", "żółć", "null", "{\"version\":99,\"answers\":[]}"].iter().enumerate()
    {
        find(&person, &site, "duet.session", text).await;
        person.sees("[data-notice=quarantine] [data-key='duet.session']").await;
        person.sees("[data-action=download-quarantine]").await;
        let kept = stored(&person, "duet.quarantine").await;
        let item = &kept["items"][number];
        assert_eq!((&item["key"], &item["text"]), (&"duet.session".into(), &(*text).into()));
        assert_eq!(person.stored("duet.session").await, None);
    }
    person.reads("pochodzą z\u{a0}wersji, której ten Duet nie zna").await;
    whole_run(&person, &SAMPLE).await;
    assert_eq!(person.score().await, 64);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn damaged_settings_and_quarantine_stop_nothing_either() {
    let site = site();
    let person = at(&site, "#about").await;
    person.put_stored("duet.quarantine", "[broken").await;
    find(&person, &site, "duet.settings", "{\"version\":1,\"digit_keys\":\"yes\"}").await;
    person.sees("[data-notice=quarantine] [data-key='duet.settings']").await;
    person.sees("[data-notice=quarantine] [data-key='duet.quarantine']").await;
    let kept = stored(&person, "duet.quarantine").await;
    let texts: Vec<_> = kept["items"].as_array().expect("items").iter().map(|item| &item["text"]).collect();
    assert_eq!(texts, ["[broken", "{\"version\":1,\"digit_keys\":\"yes\"}"]);
    person.goto_fragment("about").await;
    person.reads("Dane odłożone na bok").await;
}

#[tokio::test]
async fn one_damaged_result_leaves_the_others_in_the_history() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    let mut history = stored(&person, "duet.history").await;
    let mut broken = history["results"][0].clone();
    broken["answers"][0] = 17.into();
    history["results"].as_array_mut().expect("results").push(broken);
    find(&person, &site, "duet.history", &history.to_string()).await;
    person.sees("[data-notice=quarantine] [data-key='duet.history']").await;
    person.goto_fragment("history").await;
    person.sees("li[data-score='64']").await;
    let kept = stored(&person, "duet.history").await;
    assert_eq!(kept["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(stored(&person, "duet.quarantine").await["items"][0]["text"], history.to_string());
}

#[tokio::test]
async fn what_cannot_be_set_aside_stays_where_it_is() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    let damaged = format!("{{\"version\":2,\"answers\":\"{}\"", "?".repeat(20_000));
    person.put_stored("duet.session", &damaged).await;
    person.fill_storage().await;
    visit(&person, &site, "?full#history").await;
    // What can be read is shown all the same.
    person.sees("li[data-score='64']").await;
    person.goto_fragment("start").await;
    person.sees("[data-notice=quarantine]").await;
    person.sees("[data-saved=tab]").await;
    person.reads("bo zabrakło pamięci, żeby odłożyć je na bok").await;
    person.sees("[data-action=download-quarantine]").await;
    person.act("start").await;
    answers(&person, 1, &[4, 4]).await;
    person.sees_item(3).await;
    assert_eq!(person.stored("duet.session").await, Some(damaged));
    assert_eq!(person.stored("duet.quarantine").await, None);
}

#[tokio::test]
async fn what_was_set_aside_can_be_downloaded() {
    let site = site();
    let person = at(&site, "#about").await;
    find(&person, &site, "duet.session", "{\"answers\": \"<b>half</b>").await;
    // What the browser would save is read where it is made.
    let watch = "const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make.call(URL, blob); };";
    person.script(watch, []).await;
    person.act("download-quarantine").await;
    let saved = duet_browser::until(async || {
        let saved = person.script("return window.saved ?? null", []).await;
        saved.as_str().map(str::to_owned)
    });
    let saved: Value = serde_json::from_str(&saved.await.expect("a file")).expect("JSON");
    assert_eq!(saved["items"][0]["text"], "{\"answers\": \"<b>half</b>");
}

#[tokio::test]
async fn answers_of_the_first_version_are_taken_over() {
    let site = site();
    let person = at(&site, "#about").await;
    let old = format!("{{\"version\":1,\"side\":\"marketing\",\"at\":4,\"answers\":[5,4,3{}]}}", ",null".repeat(17));
    find(&person, &site, "duet.session", &old).await;
    person.sees_item(4).await;
    person.sees("[data-notice=resumed]").await;
    person.sees(".dots a[href='#q2'][data-answer='4']").await;
    person.sees_no("[data-notice=quarantine]").await;
    person.answer(4, 1).await;
    person.sees_item(5).await;
    let kept = stored(&person, "duet.session").await;
    assert_eq!((&kept["version"], &kept["side"], &kept["at"]), (&2.into(), &"marketing".into(), &"q5".into()));
    assert_eq!(kept["answers"][3], 1);
}

#[tokio::test]
async fn everything_can_be_deleted() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.goto_fragment("about").await;
    person.click(".confirm summary").await;
    person.act("clear-data").await;
    person.sees("[data-notice=cleared]").await;
    let keys = person.script("return Object.keys(localStorage)", []).await;
    assert_eq!(keys, serde_json::json!([]));
    person.goto_fragment("history").await;
    person.reads("Nie ma tu jeszcze żadnego wyniku").await;
    person.goto_fragment("q1").await;
    person.sees(".dots a[href='#q1']:not([data-answer])").await;
}

/// Takes away what the program needs to draw. What is thrown then is an exception of the browser's own, since it keeps those of a
/// foreign script to itself: no element has such a name.
async fn break_the_page(person: &Person) {
    let script = "Element.prototype.remove = CharacterData.prototype.remove = document.createElement.bind(document)";
    person.script(script, []).await;
}

#[tokio::test]
async fn when_the_program_fails_the_answers_can_be_copied_out() {
    let site = site();
    let person = half_way(&site).await;
    break_the_page(&person).await;
    person.answer(7, 5).await;
    person.sees("#failure textarea").await;
    person.reads("Program się zatrzymał").await;
    person.sees_no("#app main").await;
    let shown = person.script("return document.querySelector('#failure textarea').value", []).await;
    let kept = person.stored("duet.session").await.expect("answers");
    assert!(kept.contains("[4,3,5,2,4,4,5,null"), "{kept}");
    let shown = shown.as_str().expect("text");
    assert!(shown.starts_with("Odpowiedzi: 7 z\u{a0}20\n1. "), "{shown}");
    assert!(shown.ends_with(&format!("\n\nduet.session\n{kept}")), "{shown}");
    person.act("copy-answers").await;
    // On the button itself.
    let said = "return document.querySelector('[data-action=copy-answers]').innerText.trim() === 'Skopiowano ✓'";
    person.sees_script(said, json!(true)).await;
    person.act("reload").await;
    person.sees("html[data-boot=done] main").await;
    person.sees("[data-notice=resumed]").await;
    person.sees(".dots a[href='#q7'][data-answer='5']").await;
}

#[tokio::test]
async fn when_the_browser_throws_through_the_program_the_answers_can_be_copied_out_too() {
    let site = site();
    let person = with(Options::new().blocked_storage(), &site, "#q1").await;
    answers(&person, 1, &[4, 3, 5]).await;
    person.sees_item(4).await;
    // An exception of the browser's own, since it keeps those of a foreign script to itself: no element has such a name. No
    // panic comes of it, so the program has no chance to say anything.
    let script = "Object.defineProperty(document, 'title', { set: document.createElement.bind(document) })";
    person.script(script, []).await;
    person.answer(4, 2).await;
    person.sees("#failure textarea").await;
    let shown = person.script("return document.querySelector('#failure textarea').value", []).await;
    assert!(shown.as_str().is_some_and(|shown| shown.contains("[4,3,5,2,null")), "{shown}");
}

#[tokio::test]
async fn when_the_program_panics_the_answers_can_be_copied_out_too() {
    let site = site();
    let person = with(Options::new().blocked_storage(), &site, "#q1").await;
    answers(&person, 1, &[4, 3, 5]).await;
    person.sees_item(4).await;
    // What is handed to the page is lent while it is: what is stored in the same moment makes the program panic.
    let script =
        "addEventListener('duet:unstored', () => document.querySelector('[name=digit-keys]').click(), { once: true });
        addEventListener('duet:failed', () => { window.panicked = true; });";
    person.script(script, []).await;
    person.answer(4, 2).await;
    person.sees("#failure textarea").await;
    assert_eq!(person.script("return window.panicked", []).await, true);
    let shown = person.script("return document.querySelector('#failure textarea').value", []).await;
    let shown = shown.as_str().expect("text");
    assert!(shown.contains("\nduet.session\n{") && shown.contains("[4,3,5,2,null"), "{shown}");
}

#[tokio::test]
async fn a_remark_of_the_browsers_stops_nothing() {
    let site = site();
    let person = half_way(&site).await;
    // As browsers report a size that changes while they tell of sizes: an error event without an error.
    let remark = "dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.',
        filename: location.href }))";
    person.script(remark, []).await;
    person.sees_no("#failure").await;
    person.answer(7, 5).await;
    person.sees_item(8).await;
}

/// What a network answers that asks for a password first, or a host that is busy, for any file.
fn pages_instead() -> [Reply; 3] {
    [Reply::page_instead(), Reply::page_instead().status(404), Reply::page_instead().status(500)]
}

#[tokio::test]
async fn a_host_that_answered_with_pages_for_a_minute_is_forgiven_when_the_person_tries_again() {
    let glue = files("duet.js").pop().expect("the script of the program");
    let first = files("_bg.wasm").pop().expect("the program");
    let more = files("_more.wasm").pop().expect("the chunk of the history");
    for file in ["boot.js", &glue, &first, &more] {
        for reply in pages_instead() {
            let site = Site::serve(folder()).packed();
            site.replace(file, reply);
            let person = Person::new().await;
            person.open(site.url("en/#history")).await;
            person.sees("#failure h1").await;
            person.script("window.before = true", []).await;
            person.act("reload").await;
            // Still the same, in the page that was loaded again.
            let again = "return window.before !== true && document.readyState === 'complete'";
            person.sees_script(again, json!(true)).await;
            person.sees("#failure h1").await;
            site.restore(file);
            person.act("reload").await;
            person.sees("html[data-boot=done] main[data-view=history]").await;
        }
    }
}

#[tokio::test]
async fn a_later_part_that_was_a_page_for_a_minute_comes_when_the_person_tries_again() {
    let results = files("_result.wasm").pop().expect("the chunk of the result");
    for reply in pages_instead() {
        let site = Site::serve(folder()).packed();
        site.replace(&results, reply);
        let person = at(&site, "en/#q1").await;
        answers(&person, 1, &SAMPLE).await;
        person.sees("[data-notice=not-loaded]").await;
        site.restore(&results);
        person.act("retry").await;
        person.sees("main[data-view=review]").await;
        person.act("finish").await;
        assert_eq!(person.score().await, 64);
    }
}
