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
}

#[tokio::test]
async fn without_webassembly_the_page_is_a_form_to_print() {
    let site = Site::serve(folder());
    for (path, statement, level, said) in [
        ("", "Rzeczywista sprzedaż", "Zintegrowana", "Programu nie udało się wczytać"),
        ("en/", "Our actual sales", "Integrated", "The program could not be loaded"),
    ] {
        let person = opens(Options::new().no_wasm(), &site, path).await;
        person.reads(said).await;
        sees_the_form(&person, statement, level).await;
        person.sees_no("#app main").await;
    }
}

/// The names of the built files that end so.
pub fn files(ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("the built site");
    let names = entries.map(|entry| entry.expect("a file").file_name().into_string().expect("a name"));
    names.filter(|name| name.ends_with(ending)).collect()
}

#[tokio::test]
async fn a_program_that_does_not_arrive_is_told_and_the_answers_are_untouched() {
    let answers = "{\"version\":2,\"answers\":[1,2]}";
    let wasm = files("_bg.wasm").pop().expect("the program");
    let glue = files(".js").into_iter().find(|name| name.starts_with("duet-")).expect("its script");
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
