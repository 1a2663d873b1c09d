//! Without scripts, without WebAssembly, without a program that works: a form for a pen.

use duet_browser::{Options, Person, Reply, Site};

use crate::{folder, site};

async fn opens(options: Options, site: &Site, path: &str) -> Person {
    let person = Person::with(options).await;
    person.open(site.url(path)).await;
    person
}

/// The form is there, whole.
async fn sees_the_form(person: &Person, statement: &str, level: &str) {
    person.sees("#paper").await;
    person.reads(statement).await;
    person.reads(level).await;
    let rows =
        person.script("return document.querySelectorAll('#paper .statements tbody:first-of-type tr').length", []).await;
    assert_eq!(rows, 20);
    let levels = person.script(
        "return [...document.querySelectorAll('#paper .key td:first-child')].map((cell) => cell.innerText)",
        [],
    );
    assert_eq!(levels.await, serde_json::json!(["20–39", "40–59", "60–79", "80–100"]));
}

#[tokio::test]
async fn without_scripts_the_page_is_a_form_to_print() {
    let site = Site::serve(folder());
    let person = opens(Options::new().no_script(), &site, "").await;
    sees_the_form(&person, "Rzeczywista sprzedaż zwykle wypada blisko naszych prognoz.", "Zintegrowana").await;
    person.reads("Jak zgrane są u\u{a0}Was sprzedaż i\u{a0}marketing?").await;
    person.sees_no("[data-action=start]").await;
    person.sees_no("#failure").await;
    person.act("language").await;
    sees_the_form(&person, "Our actual sales come in close to the forecast.", "Integrated").await;
    person.act("language").await;
    person.reads("Formularz do wypełnienia").await;
    person.click("a[href='#paper']").await;
    person.sees_no("#app").await;
    sees_the_form(&person, "Rzeczywista sprzedaż", "Zintegrowana").await;
    // Printing takes a script.
    person.sees_no("#paper button").await;
    person.click("#paper .home").await;
    person.reads("Jak zgrane są u\u{a0}Was sprzedaż i\u{a0}marketing?").await;
}

#[tokio::test]
async fn without_webassembly_the_page_is_a_form_to_print() {
    let site = Site::serve(folder());
    for (path, statement, level, said) in [
        ("", "Rzeczywista sprzedaż", "Zintegrowana", "Ta przeglądarka nie uruchamia programu"),
        ("en/", "Our actual sales", "Integrated", "This browser does not run the program"),
    ] {
        let person = opens(Options::new().no_wasm(), &site, path).await;
        person.reads(said).await;
        sees_the_form(&person, statement, level).await;
        person.sees_no("#app main").await;
    }
}

/// The files of the program that end so, as paths in the site.
pub fn files(ending: &str) -> Vec<String> {
    let names = |folder: &str| {
        let entries = std::fs::read_dir(folder).expect("the built site");
        let names = entries.map(|entry| entry.expect("a file").file_name().into_string().expect("a name"));
        names.collect::<Vec<_>>()
    };
    let site = folder();
    let program = names(&site).into_iter().find(|name| name.starts_with("duet-") && !name.contains('.'));
    let program = program.expect("the folder of the program");
    let files = names(&format!("{site}/{program}")).into_iter().filter(|name| name.ends_with(ending));
    files.map(|name| format!("{program}/{name}")).collect()
}

#[tokio::test]
async fn a_program_that_does_not_arrive_is_told_and_the_answers_are_untouched() {
    let answers = "{\"version\":2,\"answers\":[1,2]}";
    let wasm = files("_bg.wasm").pop().expect("the program");
    let glue = files("duet.js").pop().expect("its script");
    for (file, reply) in [
        (&wasm, Reply::not_found()),
        (&wasm, Reply::new("application/wasm", "not a program")),
        (&glue, Reply::not_found()),
        (&glue, Reply::new("text/javascript", "this is no script")),
    ] {
        let site = Site::serve(folder());
        site.replace(file, reply);
        // A page of the same origin that does not start the program.
        let person = opens(Options::new(), &site, "icon.svg").await;
        person.put_stored("duet.session", answers).await;
        person.open(site.url("en/")).await;
        person.sees("#failure textarea").await;
        person.reads("The program could not be loaded").await;
        person.sees("#paper").await;
        let shown = person.script("return document.querySelector('#failure textarea').value", []).await;
        assert_eq!(shown, format!("duet.session\n{answers}"));
        assert_eq!(person.stored("duet.session").await.as_deref(), Some(answers));
        site.restore(file);
        person.act("reload").await;
        person.sees("html[data-boot=done] main").await;
    }
}

#[tokio::test]
async fn each_page_says_in_its_own_html_what_it_is() {
    let site = site();
    for (path, language, title, begin) in
        [("", "pl", "Duet – jak zgrane", "Zaczynam"), ("en/", "en", "Duet – how well", "Start")]
    {
        let person = opens(Options::new().no_script(), &site, path).await;
        assert_eq!(person.attribute("html", "lang").await, language);
        let shown = person.script("return document.title", []).await;
        assert!(shown.as_str().is_some_and(|shown| shown.starts_with(title)), "{shown}");
        assert!(person.attribute("meta[name=description]", "content").await.len() > 50);
        for other in ["pl", "en"] {
            let link = format!("return document.querySelector('link[hreflang={other}]').href");
            let folder = if other == "en" { "en/" } else { "" };
            assert_eq!(person.script(&link, []).await, site.url(folder));
        }
        let start = person.script("return document.querySelector('[data-action=start]').textContent", []).await;
        assert_eq!(start, begin);
    }
}

#[tokio::test]
async fn without_webassembly_the_answers_given_before_can_be_copied_and_taken_to_another_browser() {
    for (path, count, said, copied) in [
        ("?side=sales", "Odpowiedzi: 3 z\u{a0}20", "Ta przeglądarka nie uruchamia programu", "Skopiowano"),
        ("en/?side=sales", "Answered: 3 of 20", "This browser does not run the program", "Copied"),
    ] {
        let site = site();
        // The page is there at once, its scripts come a little later.
        site.replace("boot.js", Reply::new("text/javascript", ""));
        let person = opens(Options::new().no_wasm(), &site, path).await;
        person.act("start").await;
        crate::answers(&person, 1, &[4, 2, 5]).await;
        person.sees_item(4).await;
        let kept = person.stored("duet.session").await.expect("answers");
        site.restore("boot.js");
        let script = "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }))";
        person.script(script, [site.url("boot.js?late").into()]).await;
        person.sees("#failure textarea").await;
        person.reads(said).await;
        person.sees_no("#failure [data-reason=not-loaded]").await;
        person.sees_no("#app main").await;
        let shown = person.script("return document.querySelector('#failure textarea').value", []).await;
        let shown = shown.as_str().expect("text");
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[0], count);
        assert!(lines[1].starts_with("1. ") && lines[1].ends_with(" 4"), "{shown}");
        assert!(lines[3].starts_with("3. ") && lines[3].ends_with(" 5"), "{shown}");
        assert!(shown.ends_with(&format!("duet.session\n{kept}")), "{shown}");
        person.act("copy-answers").await;
        person.reads(copied).await;
        assert_eq!(person.stored("duet.session").await, Some(kept));
        // In another browser.
        let link = lines.iter().find(|line| line.starts_with("http")).expect("a link");
        let other = Person::new().await;
        other.open(link).await;
        other.sees("html[data-boot=done]").await;
        other.sees_item(4).await;
        other.sees(".dots a[href='#q3'][data-answer='5']").await;
        let taken = other.stored("duet.session").await.expect("answers");
        assert!(taken.contains("\"sales\""), "{taken}");
    }
}

#[tokio::test]
async fn a_host_that_forbids_webassembly_is_told_apart_from_a_program_that_does_not_come() {
    let site = Site::serve(folder()).with_header("Content-Security-Policy", "script-src 'self' 'unsafe-inline'");
    let person = opens(Options::new(), &site, "en/").await;
    person.reads("This browser does not run the program").await;
    person.reads("Enhance security for this site").await;
    sees_the_form(&person, "Our actual sales", "Integrated").await;
}

#[tokio::test]
async fn under_a_strict_policy_of_the_whole_site_one_reason_is_given() {
    let site = Site::serve(folder()).with_header("Content-Security-Policy", "default-src 'self'");
    let person = opens(Options::new(), &site, "en/").await;
    person.reads("This browser does not run the program").await;
    // Without the styles of the page too, which such a policy forbids.
    let shown = "return [...document.querySelectorAll('[data-reason]')].filter((part) => part.offsetHeight).map((part) => part.dataset.reason)";
    person.sees_script(shown, serde_json::json!(["wasm"])).await;
}
