//! In a frame of another page.

use duet_browser::{Engine, Folder, Options, Person, Site};
use serde_json::{Value, json};

use crate::{SAMPLE, answers, site, stored};

/// An article on a site of its own, with Duet on another.
pub struct Article {
    duet: Site,
    site: Site,
    folder: Folder,
}

impl Article {
    /// `body` has `DUET` where the address of Duet is to stand. The article writes down every message it gets, from whom
    /// (the number of the frame), and every event of the element.
    pub fn with(duet: Site, body: &str) -> Self {
        let folder = Folder::new();
        let body = body.replace("DUET", duet.url_of_other_site("").trim_end_matches('/'));
        folder.write("notes.js", NOTES);
        folder.write(
            "index.html",
            format!("<!doctype html><html lang=pl><head><script src=notes.js></script></head><body>{body}"),
        );
        let site = Site::serve(folder.path());
        Self { duet, site, folder }
    }

    pub fn new(body: &str) -> Self {
        Self::with(site(), body)
    }

    pub async fn opened_by(&self, options: Options) -> Person {
        let person = Person::with(options).await;
        person.open(self.site.url("")).await;
        person
    }

    pub async fn opened(&self) -> Person {
        self.opened_by(Options::new()).await
    }

    /// The origin of the article.
    fn origin(&self) -> String {
        self.site.origin()
    }
}

const NOTES: &str = "window.heard = [];
window.events = [];
addEventListener('message', (event) => {
  const frame = [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === event.source);
  heard.push({ frame, origin: event.origin, data: event.data });
});
window.warned = [];
console.warn = (text) => warned.push(text);
for (const name of ['ready', 'view', 'result']) {
  addEventListener(`duet:${name}`, (event) => events.push({ name, detail: event.detail, id: event.target.id }));
}";

pub const LOADER: &str = "<script src='DUET/embed.js'></script>";

/// Into the frame of this selector, with the program running.
pub async fn enter(person: &Person, frame: &str) {
    person.enter_frame(frame).await;
    person.sees("html[data-boot=done] main").await;
}

/// The messages of a type that the article has heard.
async fn heard(person: &Person, kind: &str) -> Vec<Value> {
    let all = person.script("return heard", []).await;
    let all = all.as_array().expect("a list").clone();
    all.into_iter().filter(|message| message["data"]["type"] == kind).collect()
}

/// The frame is exactly as high as what is in it, seen from both sides.
pub async fn fits(person: &Person, frame: &str) {
    let inner = "const { clientHeight, scrollHeight } = document.documentElement;
        return [clientHeight === scrollHeight,
            Math.ceil(document.documentElement.getBoundingClientRect().height) - innerHeight]";
    // An empty page fits any frame, so the check must have come first.
    enter(person, frame).await;
    person.sees_script(inner, json!([true, 0])).await;
    person.leave_frame().await;
}

#[tokio::test]
async fn the_frame_follows_the_height_of_what_is_in_it_both_ways() {
    let article = Article::new(&format!("{LOADER}<p>Przed</p><duet-check></duet-check><p>Po</p>"));
    let person = article.opened().await;
    fits(&person, "iframe").await;
    enter(&person, "iframe").await;
    person.act("start").await;
    person.sees_item(1).await;
    person.leave_frame().await;
    fits(&person, "iframe").await;
    let question = person.script("return document.querySelector('iframe').offsetHeight", []).await;
    person.enter_frame("iframe").await;
    answers(&person, 1, &SAMPLE).await;
    person.act("finish").await;
    person.sees_view("result").await;
    person.leave_frame().await;
    fits(&person, "iframe").await;
    let result = person.script("return document.querySelector('iframe').offsetHeight", []).await;
    assert!(result.as_u64() > question.as_u64(), "{result} > {question}");
    // And back: what is left of the result's height would be a hole in the article.
    person.enter_frame("iframe").await;
    person.goto_in_frame("q1").await;
    person.sees_item(1).await;
    person.leave_frame().await;
    fits(&person, "iframe").await;
    let again = person.script("return document.querySelector('iframe').offsetHeight", []).await;
    assert!(again.as_u64() < result.as_u64(), "{again} < {result}");
    // It comes to rest: a frame whose height changed what is in it would go on for ever.
    let count = heard(&person, "height").await.len();
    assert!(count < 80, "{count} heights for 24 views");
    person.enter_frame("iframe").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn after_a_step_the_top_of_the_check_is_in_sight_and_before_nothing_moves() {
    let tall = "<p style='height: 700px'>Przed</p>";
    let article = Article::new(&format!("{LOADER}<input id=name>{tall}<duet-check></duet-check>{tall}{tall}"));
    let person = article.opened().await;
    person.click("#name").await;
    person.sees_script("return events.filter(({ name }) => name === 'ready').length", json!(1)).await;
    // It has neither taken the focus nor scrolled the article.
    assert_eq!(person.script("return [document.activeElement.id, scrollY]", []).await, json!(["name", 0]));
    // To the check, as a reader scrolls: WebKit's driver does not by itself, and clicks beside it then.
    person.script("document.querySelector('duet-check').scrollIntoView()", []).await;
    enter(&person, "iframe").await;
    person.act("start").await;
    person.sees_item(1).await;
    person.leave_frame().await;
    let below =
        "const { bottom } = document.querySelector('iframe').getBoundingClientRect(); scrollBy(0, bottom - 200);
        return document.querySelector('iframe').getBoundingClientRect().top < 0";
    assert_eq!(person.script(below, []).await, true);
    person.enter_frame("iframe").await;
    person.script("document.querySelector('[name=q1][value=\"5\"]').click()", []).await;
    person.sees_item(2).await;
    person.leave_frame().await;
    let top = "return Math.round(document.querySelector('iframe').getBoundingClientRect().top)";
    person.sees_script(top, json!(0)).await;
    let view = person.script("return events.at(-1)", []).await;
    assert_eq!((&view["name"], &view["detail"]), (&json!("view"), &json!({ "view": "question" })));
}

#[tokio::test]
async fn the_article_chooses_language_side_and_theme_and_the_check_follows_its_colours() {
    let article =
        Article::new(&format!("{LOADER}<duet-check lang=en side=marketing events><a href=DUET>Link</a></duet-check>"));
    let person = article.opened().await;
    enter(&person, "iframe").await;
    person.reads("Start").await;
    person.sees("input[name=side][value=marketing]:checked").await;
    person.sees_no(".facts").await;
    person.leave_frame().await;
    // The link is for those without scripts.
    person.sees_no("duet-check a").await;
    person.enter_frame("iframe").await;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    person.sees_script(ground, json!("rgb(250, 247, 241)")).await;
    person.leave_frame().await;
    // The article has a switch of its own, which the browser knows nothing of.
    person.script("document.body.style.background = '#101418'", []).await;
    person.enter_frame("iframe").await;
    person.sees_script(ground, json!("rgb(21, 24, 27)")).await;
    person.leave_frame().await;
    person.script("document.querySelector('duet-check').setAttribute('theme', 'light')", []).await;
    person.enter_frame("iframe").await;
    person.sees_script(ground, json!("rgb(250, 247, 241)")).await;
}

#[tokio::test]
async fn a_theme_in_the_address_holds_against_the_system() {
    let site = site();
    let ground = "return [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme]";
    for (options, query, colour) in [
        (Options::new(), "?theme=dark", "rgb(21, 24, 27)"),
        (Options::new().dark(), "?theme=light", "rgb(250, 247, 241)"),
        (Options::new().dark(), "?theme=auto", "rgb(21, 24, 27)"),
        (Options::new().dark(), "?theme=toString", "rgb(21, 24, 27)"),
        (Options::new(), "?theme=", "rgb(250, 247, 241)"),
    ] {
        let person = crate::with(options, &site, query).await;
        assert_eq!(person.script(ground, []).await[0], colour, "{query}");
    }
}

#[tokio::test]
async fn the_result_goes_to_the_article_that_asks_for_it_and_the_reader_is_told() {
    let article = Article::new(&format!("{LOADER}<duet-check id=check side=sales events></duet-check>"));
    let person = article.opened().await;
    enter(&person, "iframe").await;
    person.reads("pozna sumę, poziom i\u{a0}to, po której stronie jesteś").await;
    crate::whole_run(&person, &SAMPLE).await;
    person.leave_frame().await;
    let result = "return events.filter(({ name }) => name === 'result')";
    let told =
        json!([{ "name": "result", "id": "check", "detail": { "score": 64, "level": "aligned", "side": "sales" } }]);
    person.sees_script(result, told).await;
    // Whatever it was told, no answer was in it.
    let all = person.script("return heard", []).await;
    for message in all.as_array().expect("a list") {
        let data = message["data"].as_object().expect("an object");
        let allowed = ["source", "version", "type", "height", "view", "score", "level", "side"];
        assert!(data.keys().all(|key| allowed.contains(&key.as_str())), "{message}");
    }
}

#[tokio::test]
async fn nobody_else_learns_the_result() {
    for host in
        ["", "&host=https://blog.example", "&host=*", "&host=null", "&host=ORIGIN/path", "&host=javascript:alert(1)"]
    {
        let frame = format!("<iframe width=390 height=800 src='DUET/?embed=1{host}#q20'></iframe>");
        let article = Article::with(site(), &frame);
        // An origin with something behind it is none.
        let body = frame
            .replace("ORIGIN", &article.origin())
            .replace("DUET", article.duet.url_of_other_site("").trim_end_matches('/'));
        article.folder.write("index.html", format!("<script src=notes.js></script>{body}"));
        let person = article.opened().await;
        enter(&person, "iframe").await;
        let named = host.starts_with("&host=https");
        assert_eq!(person.text().await.contains("Nic nie opuszcza tej przeglądarki"), !named, "{host}");
        person.goto_in_frame("q1").await;
        answers(&person, 1, &SAMPLE).await;
        person.act("finish").await;
        person.sees_view("result").await;
        person.leave_frame().await;
        // The view comes after the result: what has not come before it does not come.
        person.sees_script("return heard.at(-1).data.type === 'height' || heard.at(-1).data.view", json!(true)).await;
        let views = heard(&person, "view").await;
        assert_eq!(views.last().expect("views")["data"]["view"], "result");
        assert!(heard(&person, "result").await.is_empty(), "{host}");
    }
}

#[tokio::test]
async fn messages_from_others_change_nothing() {
    // A frame of somebody else's, which says what Duet would say, and says to Duet what the article would say.
    let hostile = Folder::new();
    let script = "const say = () => {
        const duet = { source: 'duet', version: 1 };
        parent.postMessage({ ...duet, type: 'height', height: 5000 }, '*');
        parent.postMessage({ ...duet, type: 'view', view: 'result' }, '*');
        parent.postMessage({ ...duet, type: 'result', score: 100, level: 'integrated', side: 'sales' }, '*');
        parent.frames[0].postMessage({ source: 'duet-host', version: 1, type: 'theme', theme: 'dark' }, '*');
        parent.frames[0].postMessage({ source: 'duet-host', version: 1, type: 'height' }, '*');
        parent.postMessage('said', '*');
    }; addEventListener('message', say)";
    hostile.write("index.html", format!("<script>{script}</script>"));
    let hostile = Site::serve(hostile.path());
    let body = format!(
        "{LOADER}<duet-check events></duet-check><iframe id=hostile src='{}'></iframe>",
        hostile.url_of_other_site("")
    );
    let article = Article::new(&body);
    let person = article.opened().await;
    fits(&person, "iframe").await;
    person.script("document.getElementById('hostile').contentWindow.postMessage('now', '*')", []).await;
    person.sees_script("return heard.some(({ data }) => data === 'said')", json!(true)).await;
    // The article itself is not the frame either.
    let forged = "const duet = { source: 'duet', version: 1 };
        postMessage({ ...duet, type: 'height', height: 6000 }, '*');
        postMessage({ ...duet, type: 'result', score: 100, level: 'integrated', side: 'sales' }, '*');
        return new Promise((resolve) => setTimeout(resolve))";
    person.script(forged, []).await;
    // And what is no message of the contract is none from the article either.
    let malformed = "const { contentWindow } = document.querySelector('duet-check iframe');
        for (const data of [null, 'duet-host', 7, [], {}, { source: 'duet-host', version: 2, type: 'theme', theme: 'dark' },
            { source: 'duet-host', version: 1, type: 'theme', theme: 'constructor' },
            { source: 'duet-host', version: 1, type: 'theme', theme: '<b>' }]) contentWindow.postMessage(data, '*')";
    person.script(malformed, []).await;
    person.sees_script("return events.map(({ name }) => name)", json!(["ready"])).await;
    fits(&person, "duet-check iframe").await;
    person.enter_frame("duet-check iframe").await;
    let ground = person.script("return getComputedStyle(document.body).backgroundColor", []).await;
    assert_eq!(ground, "rgb(250, 247, 241)");
    person.act("start").await;
    person.sees_item(1).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn two_checks_stand_side_by_side() {
    let body = "<duet-check id=one lang=pl></duet-check><duet-check id=two lang=en theme=dark></duet-check>";
    let article = Article::new(&format!("{LOADER}{body}"));
    let person = article.opened_by(Options::new().viewport(390, 1800)).await;
    enter(&person, "#one iframe").await;
    person.act("start").await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    person.leave_frame().await;
    enter(&person, "#two iframe").await;
    person.sees_view("start").await;
    person.reads("1 of 20").await;
    person.goto_in_frame("about").await;
    person.sees_view("about").await;
    person.leave_frame().await;
    for frame in ["#one iframe", "#two iframe"] {
        fits(&person, frame).await;
    }
    person.enter_frame("#one iframe").await;
    person.sees_item(2).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
    person.leave_frame().await;
    let ids = person.script("return events.filter(({ name }) => name === 'view').map(({ id }) => id)", []).await;
    assert_eq!(ids, json!(["one", "one", "two"]));
    // Taken out and put elsewhere, as some editors do, it works on.
    person.script("document.body.prepend(document.getElementById('two'))", []).await;
    enter(&person, "#two iframe").await;
}

#[tokio::test]
async fn with_storage_blocked_the_answers_can_be_taken_to_a_tab() {
    let article = Article::new(&format!("{LOADER}<duet-check side=sales></duet-check>"));
    // Tall, for the driver of WebKit clicks beside what it would have to scroll to in a frame.
    let person = article.opened_by(Options::new().viewport(390, 1400).blocked_storage()).await;
    enter(&person, "iframe").await;
    person.sees("[data-saved=tab]").await;
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..6]).await;
    person.sees_item(7).await;
    person.act("own-tab").await;
    person.sees_another_tab().await;
    person.sees_item(7).await;
    person.sees(".dots a[href='#q6'][data-answer='4']").await;
    let address = person.url().await;
    assert!(address.starts_with(&article.duet.url_of_other_site("#q7")), "{address}");
    answers(&person, 7, &SAMPLE[6..]).await;
    person.act("finish").await;
    assert_eq!(person.score().await, 64);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn answers_from_a_frame_do_not_wipe_those_of_the_tab() {
    let site = site();
    let person = crate::at(&site, "#q1").await;
    answers(&person, 1, &[1, 2]).await;
    person.sees_item(3).await;
    // The first ten of the example, left at the eleventh.
    let mark = "1f66";
    person.open(site.url(&format!("?frame#a={mark}-sales-43524432430000000000-q11"))).await;
    person.sees("[data-notice=carried]").await;
    person.sees_item(3).await;
    person.act("take-carried").await;
    person.sees_item(11).await;
    assert_eq!(stored(&person, "duet.session").await["answers"][9], 3);
    person.act("undo").await;
    person.sees_item(3).await;
    assert_eq!(stored(&person, "duet.session").await["answers"][9], Value::Null);
    // All twenty, left at the result. Nothing is in the history before the person says so.
    let all = "43524432431434351234";
    person.open(site.url(&format!("?all#a={mark}-sales-{all}-result"))).await;
    person.sees("[data-notice=carried]").await;
    assert_eq!(person.stored("duet.history").await, None);
    person.act("take-carried").await;
    person.sees_view("result").await;
    person.sees("[data-score='64']").await;
    // Corrected after that, the answers are one's own again, and in no result.
    person.goto_fragment("q1").await;
    person.answer(1, 1).await;
    person.sees_stored("duet.session", |text| text.contains("[1,3,5,2")).await;
    person.open(site.url(&format!("?again#a={mark}-sales-55555555555555555555-review"))).await;
    person.sees("[data-notice=carried]").await;
    person.act("keep-own").await;
    person.sees_no("[data-notice=carried]").await;
    assert_eq!(stored(&person, "duet.session").await["answers"][0], 1);
    // Something that looks like it but is not leads to the start, and changes nothing.
    person.open(site.url("?broken#a=1f66-sales-9-q11")).await;
    person.sees_view("start").await;
    assert_eq!(stored(&person, "duet.session").await["answers"][1], 3);
}

#[tokio::test]
async fn a_frame_keeps_no_site_for_use_without_a_network() {
    let article = Article::new(&format!("{LOADER}<duet-check></duet-check>"));
    let person = article.opened().await;
    enter(&person, "iframe").await;
    crate::whole_run(&person, &SAMPLE).await;
    assert!(!article.duet.requested().iter().any(|path| path.contains("sw.js")), "{:?}", article.duet.requested());
}

#[tokio::test]
async fn an_article_that_leads_the_frame_to_the_result_learns_none() {
    let frame = "<iframe width=390 height=800 src='DUET/?embed=1&host=ORIGIN#q20'></iframe>";
    let article = Article::new("");
    let address = article.duet.url_of_other_site("");
    let body = frame.replace("ORIGIN", &article.origin()).replace("DUET", address.trim_end_matches('/'));
    article.folder.write("index.html", format!("<script src=notes.js></script>{body}"));
    let person = article.opened().await;
    enter(&person, "iframe").await;
    person.goto_in_frame("q1").await;
    answers(&person, 1, &SAMPLE).await;
    person.sees_view("review").await;
    // Somebody reads the article once more: nothing was pressed in this frame.
    person.leave_frame().await;
    person.reload().await;
    enter(&person, "iframe").await;
    let lead = "const frame = document.querySelector('iframe'); frame.src = frame.src.replace(/#.*/, '#result')";
    person.leave_frame().await;
    person.script(lead, []).await;
    person.enter_frame("iframe").await;
    person.sees_view("result").await;
    person.leave_frame().await;
    person
        .sees_script("return heard.some(({ data }) => data.type === 'view' && data.view === 'result')", json!(true))
        .await;
    assert!(heard(&person, "result").await.is_empty());
}

#[tokio::test]
async fn an_article_that_gives_too_little_height_gets_a_scrollbar() {
    let style = "<link rel=stylesheet href=low.css>";
    let article = Article::new(&format!("{style}{LOADER}<duet-check></duet-check>"));
    article.folder.write("low.css", "duet-check { height: 300px }");
    let person = article.opened().await;
    person.sees_script("return document.querySelector('iframe').offsetHeight", json!(300)).await;
    enter(&person, "iframe").await;
    let scrolls = "scrollTo(0, 50); return [scrollY, getComputedStyle(document.documentElement).overflowY]";
    person.sees_script(scrolls, json!([50, "visible"])).await;
}

/// How themes shape frames, which they take for films: with what is around the check, and the style.
const THEMES: [(&str, &str); 7] = [
    ("CHECK", "iframe { aspect-ratio: 16/9 !important; height: auto !important; width: 100% }"),
    ("CHECK", "iframe { max-height: 200px !important; min-height: 0 !important; max-width: 50% }"),
    (
        "<div class=film>CHECK</div>",
        ".film { position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden }
        .film iframe { position: absolute !important; top: 0; left: 0; width: 100%; height: 100% !important }",
    ),
    (
        "<div class=film>CHECK</div>",
        ".film { position: relative; padding-top: 100%; height: 0 } .film iframe { position: absolute; inset: 0; height: 100% }",
    ),
    (
        "<div class=film>CHECK</div>",
        ".film { position: relative } .film::before { content: ''; display: block; padding-top: 56.25% }
        .film iframe { position: absolute; inset: 0; height: 100%; width: 100% }",
    ),
    ("<div class=film>CHECK</div>", ".film { aspect-ratio: 1; overflow: clip } .film iframe { height: 100% }"),
    ("<div class=box>CHECK</div>", "html, body { height: 100% } .box { height: 100% }"),
];

#[tokio::test]
async fn a_theme_that_shapes_frames_for_films_leaves_all_answers_within_reach() {
    for (around, style) in THEMES {
        let body = around.replace("CHECK", "<duet-check lang=en></duet-check>");
        let article = Article::new(&format!("<link rel=stylesheet href=theme.css>{LOADER}{body}<p>After it</p>"));
        article.folder.write("theme.css", style);
        // Tall, for the driver of WebKit clicks beside what it would have to scroll to in a frame.
        let person = article.opened_by(Options::new().viewport(390, 1400)).await;
        enter(&person, "iframe").await;
        let inside = "return document.documentElement.scrollHeight <= innerHeight";
        if person.engine() != Engine::WebKit || person.script(inside, []).await == true {
            person.act("start").await;
            // With a real click each: what the article cuts off is not hit.
            answers(&person, 1, &[5, 1, 3]).await;
            person.sees_item(4).await;
        } else {
            let end =
                "scrollTo(0, 1e6); return Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight";
            person.sees_script(end, json!(true)).await;
        }
        person.leave_frame().await;
        let cut = "const { bottom } = document.querySelector('iframe').getBoundingClientRect();
            const box = document.querySelector('.film');
            return box !== null && getComputedStyle(box).overflowY !== 'visible' && bottom > box.getBoundingClientRect().bottom + 1";
        assert_eq!(person.script(cut, []).await, false, "{style}");
    }
}

#[tokio::test]
async fn where_nothing_cuts_it_off_the_check_has_its_whole_height_whatever_the_theme_says_of_frames() {
    for (around, style) in [THEMES[0], THEMES[1], THEMES[4], THEMES[6]] {
        let body = around.replace("CHECK", "<duet-check></duet-check>");
        let article = Article::new(&format!("<link rel=stylesheet href=theme.css>{LOADER}{body}"));
        article.folder.write("theme.css", style);
        let person = article.opened().await;
        fits(&person, "iframe").await;
    }
}

#[tokio::test]
async fn a_box_that_opens_later_shows_the_whole_check() {
    let style = "<link rel=stylesheet href=box.css>";
    let article = Article::new(&format!("{style}{LOADER}<div id=box><duet-check></duet-check></div>"));
    article.folder.write("box.css", "#box { height: 400px; overflow: hidden } #box.open { height: auto }");
    let person = article.opened().await;
    let height = "return document.querySelector('iframe').offsetHeight";
    person.sees_script(height, json!(400)).await;
    enter(&person, "iframe").await;
    let cut = "return document.documentElement.scrollHeight > innerHeight";
    person.sees_script(cut, json!(true)).await;
    person.leave_frame().await;
    person.script("document.getElementById('box').className = 'open'", []).await;
    fits(&person, "iframe").await;
    assert!(person.script(height, []).await.as_u64() > Some(400));
}

/// What the browser is told to paint around the frame.
const SCHEME: &str = "return document.querySelector('iframe').style.colorScheme";

#[tokio::test]
async fn an_article_with_a_dark_ground_gets_a_dark_check_whatever_a_canvas_says() {
    for lie in ["return { data: [255, 255, 255, 255] }", "throw new Error('no reading')"] {
        let script = format!("<script>CanvasRenderingContext2D.prototype.getImageData = () => {{ {lie} }}</script>");
        let article = Article::new(&format!(
            "{script}<script>document.body.style.background = '#101418'</script>{LOADER}<duet-check></duet-check>"
        ));
        let person = article.opened().await;
        person.sees_script(SCHEME, json!("dark")).await;
        enter(&person, "iframe").await;
        let ground = "return getComputedStyle(document.body).backgroundColor";
        person.sees_script(ground, json!("rgb(21, 24, 27)")).await;
    }
}

#[tokio::test]
async fn a_ground_is_read_in_every_way_in_which_colours_are_written() {
    let article = Article::new(&format!("{LOADER}<duet-check></duet-check>"));
    let person = article.opened().await;
    for (dark, light) in [
        ("rgb(30, 30, 30)", "rgb(240, 240, 240)"),
        ("#123", "#fed"),
        ("rgba(10, 10, 10, 0.9)", "rgba(10, 10, 10, 0.1)"),
        ("hsl(240 50% 20% / 95%)", "hsl(60 50% 80% / 95%)"),
        ("color(srgb 0.1 0.1 0.1)", "color(srgb 0.9 0.9 0.9 / 1)"),
        ("color(display-p3 0.1 0.2 0.1)", "color(display-p3 90% 90% 90%)"),
        ("lab(20% 5 5)", "lab(90% 5 5)"),
        ("oklch(0.3 0.05 250)", "oklch(0.9 0.05 250)"),
        ("color-mix(in srgb, black 80%, white)", "color-mix(in oklab, black 10%, white)"),
        ("linear-gradient(#222, #001)", "linear-gradient(#222, transparent), linear-gradient(#fff, #eee, #fff, #fff)"),
        ("linear-gradient(#111, #222) white", "linear-gradient(white, #eee) black"),
    ] {
        for (ground, scheme) in [(dark, "dark"), (light, "light")] {
            person.script("document.body.style.background = arguments[0]", [ground.into()]).await;
            person.sees_script(SCHEME, json!(scheme)).await;
        }
    }
}

#[tokio::test]
async fn the_check_appears_however_its_script_was_brought_in() {
    // Somebody else's script of the same name, as commenting systems have one.
    let other = "<script src='other/embed.js'></script>";
    for body in [
        "<script src='DUET/embed.js?ver=1.2' defer></script><duet-check></duet-check>",
        "<script src='DUET/embed.js' type=module></script><duet-check></duet-check>",
        "<script type=module>import 'DUET/embed.js'</script><duet-check></duet-check>",
        // A tag manager.
        "<duet-check></duet-check><script>document.head.append(Object.assign(document.createElement('script'),
            { src: 'DUET/embed.js' }))</script>",
        // Fetched and evaluated.
        "<duet-check></duet-check><script>fetch('DUET/embed.js').then((reply) => reply.text()).then(eval)</script>",
        // A consent manager that evaluates what it has kept from running.
        "<script type=text/plain data-category=media data-src='DUET/embed.js'></script><duet-check></duet-check>
            <script>fetch(document.querySelector('[data-src]').dataset.src).then((reply) => reply.text())
                .then((text) => document.head.append(Object.assign(document.createElement('script'), { text })))</script>",
        // Merged with others, beside a script that is not ours: the link inside says where Duet is.
        "OTHER<duet-check><a href='DUET/en/'>Duet</a></duet-check>
            <script>fetch('DUET/embed.js').then((reply) => reply.text()).then(eval)</script>",
        "OTHER<duet-check src='DUET'></duet-check>
            <script>fetch('DUET/embed.js').then((reply) => reply.text()).then(eval)</script>",
    ] {
        let article = Article::with(with_open_door(), &body.replace("OTHER", other));
        article.folder.write("other/embed.js", "");
        let person = article.opened().await;
        enter(&person, "duet-check iframe").await;
        person.leave_frame().await;
        assert_eq!(person.script("return warned", []).await, json!([]), "{body}");
        let address = person.script("return document.querySelector('iframe').src.split('?')[0]", []).await;
        assert_eq!(address, article.duet.url_of_other_site(""), "{body}");
    }
}

/// Duet on a host whose files scripts of other sites may read, as the settings in `hosting/` say.
fn with_open_door() -> Site {
    site().with_header("Access-Control-Allow-Origin", "*")
}

#[tokio::test]
async fn where_nobody_can_know_where_duet_is_its_link_stays_and_the_console_says_what_to_do() {
    let script = "<script src='other/embed.js'></script><script>fetch('DUET/embed.js').then((reply) => reply.text()).then(eval)</script>";
    for body in [
        "<duet-check>Ask us for the <b>check</b></duet-check>",
        "<duet-check><a href='mailto:a@b.example'>Write</a></duet-check>",
    ] {
        let article = Article::with(with_open_door(), &format!("{script}{body}"));
        article.folder.write("other/embed.js", "");
        let person = article.opened().await;
        person.sees_script("return warned.length", json!(1)).await;
        let warned = person.script("return warned[0]", []).await;
        assert!(warned.as_str().is_some_and(|text| text.contains("<duet-check src=")), "{warned}");
        person.sees("duet-check > *").await;
        person.sees_no("iframe").await;
    }
}
