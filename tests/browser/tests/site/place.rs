//! Where it may be put, whom it asks, and what others read of it.

use duet_browser::{Folder, Options, Person, Site};
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

/// What the page has loaded, each from its own folder; nothing has gone wrong, nor against its policy; and it has the browser prepare
/// for nobody else.
async fn asked_nobody_else(person: &Person, site: &Site) {
    let asked = "const prepared = ['preconnect', 'dns-prefetch', 'prefetch', 'prerender']
            .flatMap((kind) => [...document.querySelectorAll(`link[rel~=${kind}]`)]);
        return [...performance.getEntriesByType('resource').map(({ name }) => name), ...prepared.map(({ href }) => href)]";
    let asked = person.script(asked, []).await;
    let folder = site.url("");
    for address in asked.as_array().expect("a list") {
        let address = address.as_str().expect("an address");
        assert!(address.starts_with(&folder), "{address}");
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
    assert_eq!(person.script("return document.cookie", []).await, "");
}

/// Waits until it is reported that a page has asked for something at this host.
async fn is_seen(site: &Site, host: &str) {
    let seen = || site.asked_elsewhere().iter().any(|report| report.contains(host));
    let seen = duet_browser::until(async || seen().then_some(())).await;
    assert!(seen.is_some(), "{host} in {:?}", site.asked_elsewhere());
}

#[tokio::test]
async fn it_asks_nobody_but_its_own_folder_and_only_for_what_is_there() {
    let site = crate::site().under("/teams/duet").judged();
    // Whatever the browser asks of other machines ends up here: neither the page nor the browser itself reaches one.
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
    // Its worker has asked for all that it keeps.
    person.sees("html[data-offline=ready]").await;
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
    assert_eq!(site.asked_elsewhere(), Vec::<String>::new());
    // That would have been seen, although the page's own policy does not let it out.
    visit(&person, &site, "?again").await;
    person.script("new Image().src = 'http://own-page.example/'", []).await;
    is_seen(&site, "own-page.example").await;
    assert_ne!(person.errors().await, Vec::<String>::new());
}

/// A page that asks others in every way that leaves no mark in what it sends.
const CURIOUS: &str = "<!doctype html><script>
    new Image().src = 'http://picture.example/';
    fetch('http://fetch.example/', { mode: 'no-cors', referrerPolicy: 'no-referrer' }).catch(() => {});
    fetch('https://secure.example/', { mode: 'no-cors', referrerPolicy: 'no-referrer' }).catch(() => {});
    navigator.sendBeacon('http://beacon.example/', 'said');
    new Worker('curious.js');
    navigator.serviceWorker.register('curious.js');
</script><iframe src='http://frame.example/'></iframe><link rel=stylesheet href='http://style.example/'>";

#[tokio::test]
async fn what_a_page_asks_of_others_is_seen_whatever_the_browser_asks_besides() {
    let folder = Folder::new();
    folder.write("index.html", CURIOUS);
    folder.write("curious.js", "fetch('http://worker.example/', { mode: 'no-cors' }).catch(() => {})");
    folder.write("plain.html", "<!doctype html><link rel=icon href='data:,'><p>Plain");
    let site = Site::serve(folder.path()).under("/teams/duet").judged();
    let elsewhere = Site::serve(folder.path());
    let person = Options::new().through(&elsewhere).start().await;
    person.open(site.url("plain.html")).await;
    person.reads("Plain").await;
    assert_eq!(site.asked_elsewhere(), Vec::<String>::new());
    person.open(site.url("")).await;
    for kind in ["picture", "fetch", "secure", "beacon", "frame", "style", "worker"] {
        is_seen(&site, &format!("{kind}.example")).await;
    }
    person.open(site.url("plain.html")).await;
    person.script("new Image().src = '/teams/other/picture.png'", []).await;
    is_seen(&site, "/teams/other/picture.png").await;
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
            ...document.querySelectorAll('link[rel~=icon]:not([href^=data]), link[rel=apple-touch-icon], link[rel=manifest]'),
        ].map(({ href }) => href).concat(new URL(document.querySelector('meta[property=\"og:image\"]').content, location).href)";
        let links = person.script(links, []).await;
        let links = links.as_array().expect("a list");
        assert_eq!(links.len(), 4, "{links:?}");
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
