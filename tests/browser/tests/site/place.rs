//! Where it may be put, whom it asks, and what others read of it.

use duet_browser::{Engine, Folder, Options, Person, Site};
use serde_json::{Value, json};

use crate::{SAMPLE, at, visit, whole_run, with};

#[tokio::test]
async fn it_works_at_any_path() {
    let site = crate::site().under("/teams/duet");
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.act("language").await;
    person.reads("Aligned relationship").await;
    assert!(person.url().await.ends_with("/teams/duet/en/#result"), "{}", person.url().await);
    person.reload().await;
    person.reads("Aligned relationship").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

/// What the page has loaded, each from its own folder; and nothing has gone wrong, nor against its policy.
async fn asked_nobody_else(person: &Person, site: &Site) {
    let loaded = person.script("return performance.getEntriesByType('resource').map((entry) => entry.name)", []).await;
    let origin = site.origin();
    for address in loaded.as_array().expect("a list") {
        let address = address.as_str().expect("an address");
        assert!(address.starts_with(&origin), "{address}");
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
    assert_eq!(person.script("return document.cookie", []).await, "");
}

#[tokio::test]
async fn it_asks_nobody_but_its_own_folder_and_only_for_what_is_there() {
    let site = crate::site();
    // Every request to any other machine would end up here.
    let nothing = Folder::new();
    let elsewhere = Site::serve(nothing.path());
    let person = with(Options::new().through(&elsewhere), &site, "").await;
    whole_run(&person, &SAMPLE).await;
    for view in ["start", "q7", "review", "result", "history", "about", "team"] {
        person.goto_fragment(view).await;
        person.sees(&format!("main[data-view={}]", if view == "q7" { "question" } else { view })).await;
    }
    person.act("add-own").await;
    person.sees("[data-notice=gathered]").await;
    asked_nobody_else(&person, &site).await;
    for path in [
        "en/#r=8Z89-TXXZ-XCCF-NGGS",
        "?embed=1&theme=dark&host=https://blog.example",
        "en/?side=sales#t=8Z89TXXZXCCFNGGS",
    ] {
        visit(&person, &site, path).await;
        asked_nobody_else(&person, &site).await;
    }
    for path in ["article/", "article/en.html"] {
        person.open(site.url(path)).await;
        // Nobody pays for the check who does not read as far as that.
        person.script("document.querySelector('duet-check').scrollIntoView()", []).await;
        person.enter_frame("duet-check iframe").await;
        person.sees("html[data-boot=done] main").await;
        asked_nobody_else(&person, &site).await;
        person.leave_frame().await;
        asked_nobody_else(&person, &site).await;
    }
    let engine = person.engine();
    let foreign = |site: &Site| -> Vec<String> {
        site.requested().into_iter().filter(|address| !is_of_the_browser(engine, address)).collect()
    };
    assert_eq!(foreign(&elsewhere), Vec::<String>::new());
    // That would have been seen.
    person.tries_to_open("http://foreign.example/seen").await;
    assert!(foreign(&elsewhere).contains(&"http://foreign.example/seen".to_owned()), "{:?}", elsewhere.requested());
}

/// What a browser asks on its own account, whatever the page: each asks its own maker, so that between them nothing is missed.
fn is_of_the_browser(engine: Engine, address: &str) -> bool {
    let makers: &[&str] = match engine {
        Engine::Chromium => &["google.com", "googleapis.com", "gvt1.com"],
        Engine::Firefox => &["mozilla.org", "mozilla.com", "mozilla.net", "firefox.com"],
        Engine::WebKit => &[],
    };
    let host = address.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
    makers.iter().any(|maker| host == *maker || host.ends_with(&format!(".{maker}")))
}

#[tokio::test]
async fn cards_manifests_and_icons_are_whole() {
    let site = crate::site();
    let person = at(&site, "").await;
    let get = "return fetch(arguments[0])
        .then((reply) => [reply.status, reply.headers.get('content-type').split(';')[0]])";
    let read = "return fetch(arguments[0]).then((reply) => reply.json())";
    for (path, language) in [("", "pl"), ("en/", "en")] {
        visit(&person, &site, path).await;
        let links = "return [
            ...document.querySelectorAll('link[rel~=icon]:not([href^=data]), link[rel=apple-touch-icon], link[rel=manifest], link[type*=oembed]'),
        ].map(({ href }) => href).concat(new URL(document.querySelector('meta[property=\"og:image\"]').content, location).href)";
        let links = person.script(links, []).await;
        let links = links.as_array().expect("a list");
        assert_eq!(links.len(), 5, "{links:?}");
        for link in links {
            let (status, kind) = {
                let reply = person.script(get, [link.clone()]).await;
                (reply[0].clone(), reply[1].clone())
            };
            assert_eq!(status, 200, "{link}");
            assert!(
                ["image/svg+xml", "image/png", "application/json", "application/manifest+json"]
                    .contains(&kind.as_str().unwrap_or_default())
            );
        }
        let title = person.script("return document.querySelector('meta[property=\"og:title\"]').content", []).await;
        assert_eq!(title, person.script("return document.title", []).await);
        let manifest = person.script(read, [site.url(&format!("{path}manifest.webmanifest")).into()]).await;
        assert_eq!((&manifest["lang"], &manifest["short_name"]), (&json!(language), &json!("Duet")));
        let purposes: Vec<&Value> =
            manifest["icons"].as_array().expect("icons").iter().map(|icon| &icon["purpose"]).collect();
        assert!(purposes.contains(&&json!("maskable")));
        for shortcut in manifest["shortcuts"].as_array().expect("shortcuts") {
            let page =
                site.url(&format!("{path}{}", shortcut["url"].as_str().expect("a link").trim_start_matches("./")));
            person.open(&page).await;
            person.sees("html[data-boot=done] main:not([data-view=start])").await;
        }
        let answer = person.script(read, [site.url(&format!("{path}oembed.json")).into()]).await;
        assert_eq!((&answer["type"], &answer["version"]), (&json!("rich"), &json!("1.0")));
        assert!(answer["html"].as_str().is_some_and(|html| html.contains("?embed=1")));
    }
}

#[tokio::test]
async fn a_result_file_opened_with_the_installed_program_is_shown_before_it_is_added() {
    let site = crate::site();
    let person = at(&site, "").await;
    // What the system does: it hands over the file that was opened, when the page asks for it.
    let system = "const text = JSON.stringify({ type: 'duet.result', version: 1,
            instrument: { id: 'kotler-rackham-krishnaswamy-2006', hash: '1f664fe1c2c7a7ce' }, side: 'sales',
            completed: '2026-11-24T19:28:15Z', answers: [4,3,5,2,4,4,3,2,4,3,1,4,3,4,3,5,1,2,3,4] });
        const file = { getFile: async () => new File([text], 'wynik.json', { type: 'application/json' }) };
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (take) => take({ files: [file] }) } });
        return import(new URL('opened.js?once-more', location)).then(() => true)";
    person.script(system, []).await;
    person.sees("[data-notice=import]").await;
    person.reads("wynik.json").await;
    assert_eq!(person.stored("duet.history").await, None);
    person.act("add-to-history").await;
    person.sees("li[data-score='64']").await;
}
