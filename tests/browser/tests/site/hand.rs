//! Acting on a result, keeping it, handing it over, and taking one from somebody else.

use std::sync::atomic::{AtomicU32, Ordering};

use duet_browser::{Options, Person, Site};
use duet_domain::instrument;
use serde_json::{Value, json};

use crate::paper::{SHEETS, printed};
use crate::{SAMPLE, at, stored, whole_run};

/// The code of the example in docs/contract.md, on the day of that example.
const CODE: &str = "8Z89-TXXZ-XCCF-NGGS";

async fn with_result(site: &Site) -> Person {
    let person = at(site, "").await;
    whole_run(&person, &SAMPLE).await;
    person
}

/// The file of the example, with the fields of `other` in the place of its own.
fn file(other: &Value) -> Value {
    let mut result = json!({
        "type": "duet.result", "version": 1,
        "instrument": instrument::reference(),
        "side": "marketing", "completed": "2026-10-01T09:00:00Z", "answers": SAMPLE,
    });
    for (key, value) in other.as_object().expect("an object") {
        result[key] = value.clone();
    }
    result
}

/// Brings a file of that name and text to the field for files, and waits for what is said about it.
async fn brings(person: &Person, name: &str, text: &str) {
    brings_to(person, "import", name, text).await;
    person.sees("[data-notice=import]").await;
}

/// Brings a file of that name and text to a field.
pub async fn brings_to(person: &Person, field: &str, name: &str, text: impl AsRef<[u8]>) {
    // A folder for each: tests that run at the same time give their files the same names.
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("duet-files-{}", std::process::id())).join(number.to_string());
    std::fs::create_dir_all(&folder).expect("a folder for files");
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    person.type_into(&format!("[name={field}]"), path.to_str().expect("a path")).await;
}

async fn what_is_said(person: &Person) -> String {
    let said = person.script("return document.querySelector('[data-notice=import] ul').innerText", []).await;
    said.as_str().expect("a text").to_owned()
}

/// What a control offers as a file: its text.
pub async fn offered(person: &Person, action: &str) -> String {
    let watch = "window.offered = [];
        window.made ??= URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            blob.text().then((text) => window.offered.push(text));
            return window.made.call(URL, blob);
        }";
    person.script(watch, []).await;
    person.act(action).await;
    let text =
        duet_browser::until(async || person.script("return window.offered[0]", []).await.as_str().map(str::to_owned));
    text.await.expect("a file is offered")
}

#[tokio::test]
async fn the_plan_the_label_and_the_goal_are_kept_with_the_result_and_go_into_the_file() {
    let site = crate::site();
    let person = with_result(&site).await;
    person.click("input[name=action-one-funnel]").await;
    person.type_into("input[name=owner-one-funnel]", "Żaneta").await;
    person.type_into("textarea[name=goal]", "12 mln").await;
    person.type_into("input[name=today-win-rate]", "21%").await;
    person.type_into("input[name=label]", "Północ <b>").await;
    person.reload().await;
    person.sees_view("result").await;
    let value =
        async |css: &str| person.script("return document.querySelector(arguments[0]).value", [css.into()]).await;
    assert_eq!(value("input[name=owner-one-funnel]").await, "Żaneta");
    assert_eq!(value("textarea[name=goal]").await, "12 mln");
    assert_eq!(value("input[name=label]").await, "Północ <b>");
    let text = offered(&person, "export-json").await;
    let result: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(result["plan"], json!([{ "action": "one-funnel", "owner": "Żaneta" }]));
    assert_eq!((&result["goal"], &result["label"]), (&json!("12 mln"), &json!("Północ <b>")));
    assert_eq!(result["measures"], json!([{ "measure": "win-rate", "today": "21%" }]));
    assert_eq!((&result["score"], &result["side"]), (&json!(64), &json!("none")));
    person.sees_no(".result b b").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn playing_with_the_answers_moves_the_level_and_leaves_the_real_ones_alone() {
    let site = crate::site();
    let person = with_result(&site).await;
    let before = stored(&person, "duet.history").await;
    person.click("#whatif > summary").await;
    person.sees("[data-what-if='64']").await;
    for _ in 0..4 {
        person.click(".trials li[data-item='11'] button:last-child").await;
    }
    person.sees("[data-what-if='68']").await;
    person.click(".trials li[data-item='11'] button:last-child").await;
    person.sees("[data-what-if='68']").await;
    person.act("reset").await;
    person.sees("[data-what-if='64']").await;
    assert_eq!(stored(&person, "duet.history").await, before);
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn a_link_shows_somebody_elses_result_and_touches_nothing_of_ones_own() {
    let site = crate::site();
    let person = with_result(&site).await;
    let before = (stored(&person, "duet.history").await, stored(&person, "duet.session").await);
    person.goto_fragment(&format!("r={}", CODE.to_lowercase().replace('-', ""))).await;
    person.sees("[data-notice=shared]").await;
    assert_eq!((person.score().await, person.level().await), (64, "aligned".to_owned()));
    person.sees_no("[data-plan]").await;
    person.sees_no("input[name=label]").await;
    assert_eq!((stored(&person, "duet.history").await, stored(&person, "duet.session").await), before);
    person.back().await;
    person.sees("[data-plan]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_link_with_a_slip_says_so_and_shows_no_result() {
    let site = crate::site();
    let person = at(&site, "#r=8Z89-TXXZ-XCCF-NGGT").await;
    person.sees("[data-fault=link]").await;
    for (junk, said) in [
        ("r=", "nie ma kodu"),
        ("r=8Z89-TXXZ-XCCF", "16 znaków, a\u{a0}ten ma ich 12"),
        ("r=8Z89-TXXZ-XCCF-NGGU", "„U”"),
        ("r=8Z98-TXXZ-XCCF-NGGS", "pomyłka"),
        ("r=<img src=x onerror=alert(1)>", "16 znaków, a\u{a0}ten ma ich 6"),
    ] {
        person.goto_fragment(junk).await;
        person.reads(said).await;
        person.sees_no("[data-score]").await;
    }
    assert_eq!(person.stored("duet.history").await, None);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_code_can_be_typed_in_as_it_was_heard() {
    let site = crate::site();
    let person = at(&site, "en/#history").await;
    person.type_into("input[name=code]", "8z89 txxz xccf ngg").await;
    person.act("open-code").await;
    person.sees("[data-fault=code]").await;
    person.type_into("input[name=code]", "s").await;
    person.act("open-code").await;
    person.sees("[data-notice=shared]").await;
    assert_eq!(person.score().await, 64);
}

#[tokio::test]
async fn a_file_is_shown_before_it_is_added_and_added_once() {
    let site = crate::site();
    let person = with_result(&site).await;
    let hash = stored(&person, "duet.history").await["results"][0]["instrument"].clone();
    person.goto_fragment("history").await;
    person.sees("li[data-score='64']").await;
    let one = file(&json!({ "instrument": hash, "label": "Południe", "score": 99, "mood": "good" }));
    brings(&person, "one.json", &one.to_string()).await;
    assert!(what_is_said(&person).await.contains("„score” podaje 99"), "{}", what_is_said(&person).await);
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(1));
    person.act("add-to-history").await;
    person.sees("[data-notice=added]").await;
    let results = stored(&person, "duet.history").await["results"].clone();
    assert_eq!(results.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&results[0]["label"], &results[0]["score"], &results[0]["mood"]),
        (&json!("Południe"), &json!(64), &json!("good"))
    );
    person.reads("Południe").await;
    // Again, with another label: nothing is replaced before one says so.
    let other = file(&json!({ "instrument": hash, "label": "Zachód" }));
    brings(&person, "other.json", &other.to_string()).await;
    person.act("add-to-history").await;
    person.sees("[data-action=take-notes]").await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["label"], "Południe");
    person.act("take-notes").await;
    person.reads("Zachód").await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["label"], "Zachód");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn files_can_be_dropped_several_at_once() {
    let site = crate::site();
    let person = with_result(&site).await;
    let instrument = stored(&person, "duet.history").await["results"][0]["instrument"].clone();
    person.goto_fragment("history").await;
    person.sees(".import").await;
    let fine = file(&json!({ "instrument": instrument }));
    // No driver can drop a file from outside; the event is the one that a browser makes of it.
    let drop = "const data = new DataTransfer();
        for (const [name, text] of arguments[0]) data.items.add(new File([text], name));
        const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector('.import').dispatchEvent(event);
        return event.defaultPrevented";
    let files = json!([["fine.json", fine.to_string()], ["bad.json", "{"]]);
    assert_eq!(person.script(drop, [files]).await, true);
    person.sees("[data-notice=import]").await;
    let said = what_is_said(&person).await;
    assert!(said.contains("fine.json: 1 wynik") && said.contains("bad.json: to nie jest plik Duetu"), "{said}");
    person.act("add-to-history").await;
    person.sees("[data-notice=added]").await;
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn of_more_results_than_a_file_may_have_the_first_are_kept_in_this_tab() {
    let site = crate::site();
    let person = with_result(&site).await;
    let instrument = stored(&person, "duet.history").await["results"][0]["instrument"].clone();
    person.goto_fragment("history").await;
    person.sees("li[data-score='64']").await;
    let moment = |number: u32| {
        format!(
            "2020-01-{:02}T{:02}:{:02}:{:02}Z",
            1 + number / 86_400,
            number / 3_600 % 24,
            number / 60 % 60,
            number % 60
        )
    };
    let results: Vec<Value> =
        (0..20_001).map(|number| file(&json!({ "instrument": instrument, "completed": moment(number) }))).collect();
    let text = json!({ "type": "duet.results", "version": 1, "results": results }).to_string();
    brings(&person, "many.json", &text).await;
    assert!(what_is_said(&person).await.contains("wczytaliśmy pierwsze 20000"), "{}", what_is_said(&person).await);
    person.act("add-to-history").await;
    person.sees("[data-saved=tab]").await;
    person.reads("Dodano do historii: 20000.").await;
    // What was stored before is still there, and more of the list comes when it is asked for.
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(1));
    person.act("older").await;
    person.sees(".history > li:nth-child(100)").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn every_kind_of_bad_file_gets_a_sentence_and_what_is_fine_is_kept() {
    let site = crate::site();
    let person = with_result(&site).await;
    let instrument = stored(&person, "duet.history").await["results"][0]["instrument"].clone();
    let fine = file(&json!({ "instrument": instrument }));
    let with = |key: &str, value: Value| file(&json!({ "instrument": instrument, key: value }));
    let answers = |place: usize, value: Value| {
        let mut answers = json!(SAMPLE);
        answers[place] = value;
        with("answers", answers).to_string()
    };
    let mut missing = SAMPLE.to_vec();
    missing.pop();
    person.goto_fragment("history").await;
    person.sees("li[data-score='64']").await;
    let several = json!({ "type": "duet.results", "version": 1, "results": [fine, with("side", "ops".into()), 7] });
    for (name, text, said) in [
        ("empty.json", String::new(), "plik jest pusty"),
        ("text.json", "Sprzedaż i marketing".to_owned(), "nie ma tu wyniku"),
        ("cut.json", fine.to_string()[..90].to_owned(), "to nie jest plik Duetu"),
        ("foreign.json", json!({ "name": "app", "version": "1.0.0" }).to_string(), "to nie jest wynik Duetu"),
        ("nineteen.json", with("answers", json!(missing)).to_string(), "powinno być 20, a\u{a0}jest 19"),
        ("zero.json", answers(0, 0.into()), "stwierdzenie 1 to 0"),
        ("six.json", answers(6, 6.into()), "stwierdzenie 7 to 6"),
        ("half.json", answers(2, json!(3.5)), "stwierdzenie 3 to 3.5"),
        ("string.json", answers(3, "4".into()), "stwierdzenie 4 to \"4\""),
        ("null.json", answers(19, Value::Null), "stwierdzenie 20 to null"),
        ("future.json", with("version", 2.into()).to_string(), "wersja 2 pochodzi z\u{a0}nowszego Duetu"),
        ("label.json", with("label", "x".repeat(81).into()).to_string(), "„label”"),
        ("markup.json", with("side", "<img src=x>".into()).to_string(), "<img src=x>"),
        ("large.json", "x".repeat(6 << 20), "ponad 5 MiB"),
        ("several.json", several.to_string(), "wynik nr 2: w\u{a0}polu „side”"),
    ] {
        brings(&person, name, &text).await;
        person.reads(name).await;
        let all = what_is_said(&person).await;
        assert!(all.contains(said), "{name}: {all}");
        person.sees_no("[data-notice=import] img").await;
    }
    person.act("add-to-history").await;
    person.sees("[data-notice=added]").await;
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(2));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_history_tells_what_changed_and_lets_go_of_one_result_or_of_all() {
    let site = crate::site();
    let person = with_result(&site).await;
    person.act("again").await;
    crate::answers(&person, 1, &[5; 20]).await;
    person.act("finish").await;
    person.sees("[data-score='100']").await;
    person.goto_fragment("history").await;
    person.sees(".trend").await;
    person.click(".history details:not(.confirm) > summary").await;
    person.sees(".history li[data-item='11']").await;
    person.reads("1 → 5").await;
    person.click(".history .confirm > summary").await;
    person.act("delete-result").await;
    person.sees_no("li[data-score='100']").await;
    person.sees("li[data-score='64']").await;
    person.click("main > .confirm > summary").await;
    person.act("delete-results").await;
    person.sees_no("li[data-score]").await;
    assert_eq!(stored(&person, "duet.history").await["results"], json!([]));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_stored_is_shown_to_the_letter() {
    let site = crate::site();
    let person = with_result(&site).await;
    person.goto_fragment("about").await;
    person.act("show-stored").await;
    person.sees(".stored").await;
    let shown = person.script("return document.querySelector('.stored').textContent", []).await;
    let shown = shown.as_str().expect("a text");
    for key in ["duet.session", "duet.history"] {
        assert!(shown.contains(key) && shown.contains(&person.stored(key).await.expect("stored")), "{key}: {shown}");
    }
}

#[tokio::test]
async fn the_spreadsheet_and_the_picture_are_offered_as_files() {
    let site = crate::site();
    let person = with_result(&site).await;
    let csv = offered(&person, "export-csv").await;
    assert!(csv.contains("nr;temat;stwierdzenie;odpowiedź\r\n1;"), "{csv}");
    let svg = offered(&person, "export-svg").await;
    assert!(svg.starts_with("<svg") && svg.contains("Relacja dopasowana"), "{svg}");
    let png = offered(&person, "export-png").await;
    assert!(png.contains("PNG"), "a picture in the format PNG");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_report_is_there_when_it_is_printed_and_not_before() {
    let site = crate::site();
    let person = with_result(&site).await;
    // It is never shown on a screen, so it is counted.
    let reports = async || person.script("return document.querySelectorAll('article.report').length", []).await;
    assert_eq!(reports().await, 0);
    // As a browser does it: it says so, and lays out what is there then, without waiting for anybody.
    let printing = "window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        window.printed = document.querySelectorAll('article.report .qr path').length;
    }";
    person.script(printing, []).await;
    person.act("print").await;
    let printed = duet_browser::until(async || person.script("return window.printed", []).await.as_u64()).await;
    assert_eq!(printed, Some(1));
    // What changes afterwards is in it.
    person.type_into("[name=label]", "Łódź").await;
    let label = "return document.querySelector('article.report .label')?.textContent";
    let follows = async || (person.script(label, []).await == json!("Łódź")).then_some(());
    duet_browser::until(follows).await.expect("the report has the label");
    person.act("print").await;
    assert_eq!(reports().await, 1, "once, however often it is printed");
    // It is that of its view: another one is not printed as a report, and in another language it is another report.
    person.act("language").await;
    person.sees("html[lang=en] [data-action=print]").await;
    person.act("print").await;
    assert_eq!(reports().await, 1);
    person.goto_fragment("history").await;
    person.sees_view("history").await;
    assert_eq!(reports().await, 0);
}

#[tokio::test]
async fn the_printed_report_has_two_pages_with_everything_on_them() {
    let site = crate::site();
    let person = crate::with(Options::new().dark(), &site, "").await;
    whole_run(&person, &SAMPLE).await;
    let actions =
        person.script("return [...document.querySelectorAll('[name^=action-]')].map((box) => box.name)", []).await;
    // Six, as many as a level has; those of several levels, each with the longest owner, take a third page.
    for name in actions.as_array().expect("the actions").iter().take(6) {
        let name = name.as_str().expect("a name");
        person.click(&format!("[name={name}]")).await;
        let owner = format!("[name={}]", name.replace("action", "owner"));
        person.type_into(&owner, &"Żółć ".repeat(16)).await;
    }
    person.type_into("[name=goal]", &"Wspólny cel. ".repeat(23)).await;
    person.type_into("[name=label]", "Łódź").await;
    for sheet in SHEETS {
        let pages = printed(&person, sheet).await;
        assert_eq!(pages.len(), 2, "{pages:?}");
        // After owners as long as these, the goal is on the second page of the shorter paper.
        assert!(pages.concat().contains("Wspólnycel."), "{pages:?}");
        for (page, text) in [
            (0, "Relacjadopasowana"),
            (0, "Łódź"),
            (0, "Żółć"),
            (0, "9/20"),
            (1, "Rzeczywista"),
            (1, "prezentowaniuichzarządowi"),
            (1, "HarvardBusinessReview"),
        ] {
            // Where the pages are only counted, all of the text is on the first.
            let page = if person.engine() == duet_browser::Engine::WebKit { 0 } else { page };
            assert!(pages[page].contains(text), "{text}: {}", pages[page]);
        }
    }
}
