//! What blogs and their editors make of the element and of the frame.

use duet_browser::{Engine, Options};
use serde_json::{Value, json};

use crate::frame::{Article, LOADER, enter, fits};
use crate::{SAMPLE, answers, site};

#[tokio::test]
async fn where_the_host_forbids_the_frame_its_link_comes_back() {
    for (inside, link) in
        [("<a href='https://duet.example/'>Our check</a>", "a[href='https://duet.example/']"), ("", "a[href*='/en/']")]
    {
        let duet = site().with_header("Content-Security-Policy", "frame-ancestors 'none'");
        let article = Article::with(duet, &format!("{LOADER}<duet-check lang=en>{inside}</duet-check>"));
        let person = article.opened().await;
        person.sees(&format!("duet-check > {link}")).await;
        let warned = person.script("return warned.join()", []).await;
        assert!(warned.as_str().is_some_and(|text| text.contains("frame-ancestors")), "{warned}");
        // The empty frame takes little room.
        person.sees_script("return document.querySelector('iframe').offsetHeight", json!(160)).await;
    }
}

#[tokio::test]
async fn a_frame_that_speaks_keeps_its_place_and_the_link_is_gone() {
    let article = Article::new(&format!("{LOADER}<duet-check><a href='DUET/'>Duet</a></duet-check>"));
    let person = article.opened().await;
    fits(&person, "iframe").await;
    // Long after the frame was loaded.
    let later = "return performance.now() - (window.since ??= performance.now()) > 3500";
    person.sees_script(later, json!(true)).await;
    person.sees_no("duet-check a").await;
    assert_eq!(person.script("return warned", []).await, json!([]));
}

#[tokio::test]
async fn a_box_that_an_editor_keeps_is_the_element_too() {
    let inside = "<a href='DUET/en/'>Open the self-check</a>";
    let body = format!(
        "<div class='duet-check' data-lang='en' data-theme='dark' data-side='sales'
            data-onclick='window.harmed = true' data-style='color:red' data-src='https://other.example/'>{inside}</div>{LOADER}\
         <div class='wp-block duet-check' data-lang='pl'>{inside}</div>"
    );
    let article = Article::new(&body);
    let person = article.opened().await;
    let sources = "return [...document.querySelectorAll('duet-check iframe')].map(({ src }) => new URL(src).pathname + new URL(src).search)";
    person.sees_script(sources, json!(["/en/?embed=1&theme=dark&side=sales", "/?embed=1&theme=light"])).await;
    person.sees_no("div.duet-check").await;
    // Whoever may write a box may not write scripts, nor frames of other sites.
    person.sees_no("duet-check[onclick], duet-check[style*=red], duet-check[src]").await;
    fits(&person, "duet-check[lang=en] iframe").await;
    enter(&person, "duet-check[lang=en] iframe").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..2]).await;
    person.sees_item(3).await;
    person.leave_frame().await;
    person.sees_no("duet-check a").await;
}

/// The heights that a frame of WordPress' oEmbed has posted, as its script takes them.
const HEIGHTS: &str = "return heard.filter(({ data }) => data.message === 'height' && data.secret === 'aB3dE')
    .map(({ data }) => data.value)";

#[tokio::test]
async fn a_frame_of_wordpress_says_its_height_to_the_script_of_wordpress() {
    // As WordPress writes it: hidden until the first height has come, with a secret, in a sandbox.
    let frame = "<iframe class='wp-embedded-content' sandbox='allow-scripts' style='position:absolute;clip:rect(1px,1px,1px,1px)'
        src='DUET/?embed=1#?secret=aB3dE' data-secret='aB3dE' width='100%' height='720'></iframe>";
    let duet = site().with_header("Access-Control-Allow-Origin", "*");
    let article = Article::with(duet, frame);
    let person = article.opened().await;
    person.sees_script(&format!("return (() => {{ {HEIGHTS} }})().length > 0"), json!(true)).await;
    let first = person.script(HEIGHTS, []).await[0].as_u64().expect("a height");
    assert!(first > 300, "{first}");
    // The script of WordPress may come later, and asks.
    let count = person.script(HEIGHTS, []).await.as_array().map_or(0, Vec::len);
    let ask = "const frame = document.querySelector('iframe');
        frame.contentWindow.postMessage({ message: 'ready', secret: 'other' }, '*');
        frame.contentWindow.postMessage({ message: 'ready', secret: 'aB3dE' }, '*');
        frame.removeAttribute('style')";
    person.script(ask, []).await;
    person.sees_script(&format!("return (() => {{ {HEIGHTS} }})().length > {count}"), json!(true)).await;
    person.enter_frame("iframe").await;
    if person.engine() == Engine::WebKit {
        // It loads no program into such a frame.
        return;
    }
    person.sees("html[data-boot=done] main[data-view=start]").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE).await;
    person.act("finish").await;
    person.sees_view("result").await;
    person.sees("[data-action=print]").await;
    let height = person.script("return Math.ceil(document.documentElement.getBoundingClientRect().height)", []).await;
    person.leave_frame().await;
    let last = format!("return (() => {{ {HEIGHTS} }})().at(-1)");
    person.sees_script(&last, height).await;
}

#[tokio::test]
async fn a_tab_opened_from_a_finished_result_shows_the_result() {
    let article = Article::new(&format!("{LOADER}<duet-check side=sales></duet-check>"));
    let person = article.opened_by(Options::new().viewport(390, 1400).blocked_storage()).await;
    enter(&person, "iframe").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE).await;
    person.act("finish").await;
    person.sees_view("result").await;
    let address = person.attribute("[data-action=own-tab]", "href").await;
    person.leave_frame().await;
    person.open(&address).await;
    person.sees("html[data-boot=done] main[data-view=result]").await;
    assert_eq!(person.score().await, 64);
    // In a frame the page around chooses the address, and must not finish a run.
    let lead = "document.querySelector('iframe').src = arguments[0]";
    let other = Article::new("<iframe width=380 height=1400 src='about:blank'></iframe>");
    let person = other.opened().await;
    person.script(lead, [Value::from(address.replace('#', "?embed=1#"))]).await;
    enter(&person, "iframe").await;
    person.sees_view("review").await;
}
