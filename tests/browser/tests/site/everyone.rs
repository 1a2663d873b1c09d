//! A way in for everyone: what can be found out by a program. WCAG 2.2, level AA.

use duet_browser::{Engine, Folder, Key, Options, Person, Site};
use duet_domain::instrument;
use serde_json::{Value, json};

use crate::{SAMPLE, answers, open_all, site, visit, with};

/// The rules of axe for WCAG 2.2 AA, and its good practices.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The script of axe, of which `cargo xtask test` says where it is. Where it cannot be had, who runs the tests by hand is told;
/// where nobody would read that, it is an error.
fn axe() -> Option<String> {
    if let Ok(file) = std::env::var("DUET_AXE") {
        return Some(std::fs::read_to_string(file).expect("the script of axe"));
    }
    let unattended = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!unattended, "axe is missing: npm is needed to get it");
    println!("not checked: axe is missing, npm is needed to get it");
    None
}

/// Nothing is found in what is shown.
async fn finds_nothing(person: &Person, axe: &str, what: &str) {
    // The parts that open are a part of the view; what is still moving has no colour yet.
    open_all(person).await;
    person.script("for (const motion of document.getAnimations()) motion.finish()", []).await;
    person.script(&format!("if (!window.axe) {{ {axe} }}"), []).await;
    let run = "return axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
        .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
            [id, String(target), failureSummary])))";
    let found = person.script(run, [json!(RULES)]).await;
    assert_eq!(found, json!([]), "{what}");
}

/// How somebody sees it.
#[derive(Clone, Copy, Debug)]
struct Seeing {
    page: &'static str,
    dark: bool,
    width: u32,
}

impl Seeing {
    /// Every combination in one engine; in the others, which have the same page, one.
    fn all(engine: Engine) -> Vec<Self> {
        let one = Self { page: "", dark: false, width: 320 };
        if engine != Engine::Chromium {
            return vec![one];
        }
        let pages = ["", "en/"].into_iter();
        pages
            .flat_map(|page| [false, true].map(|dark| (page, dark)))
            .flat_map(|(page, dark)| [320, 1280].map(|width| Self { page, dark, width }))
            .collect()
    }

    fn options(self) -> Options {
        let options = Options::new().viewport(self.width, 900);
        if self.dark { options.dark() } else { options }
    }
}

#[tokio::test]
async fn axe_finds_nothing_in_any_view() {
    let Some(axe) = axe() else { return };
    let site = site();
    for seeing in Seeing::all(Engine::chosen()) {
        let person = with(seeing.options(), &site, seeing.page).await;
        let check = async |view: &str| finds_nothing(&person, &axe, &format!("{seeing:?} {view}")).await;
        check("start").await;
        person.goto_fragment("result").await;
        person.sees_view("result").await;
        check("no result yet").await;
        person.goto_fragment("history").await;
        person.sees_view("history").await;
        check("empty history").await;
        person.goto_fragment("team").await;
        person.sees_view("team").await;
        check("empty team").await;
        person.goto_fragment("q1").await;
        answers(&person, 1, &SAMPLE[..7]).await;
        person.sees_item(8).await;
        check("a statement").await;
        person.goto_fragment("review").await;
        person.sees_view("review").await;
        check("the review of some").await;
        person.goto_fragment("q8").await;
        answers(&person, 8, &SAMPLE[7..]).await;
        person.sees_view("review").await;
        check("the review of all").await;
        person.act("finish").await;
        person.sees_view("result").await;
        check("the result").await;
        person.goto_fragment("history").await;
        person.sees("li[data-score]").await;
        check("the history").await;
        person.goto_fragment("about").await;
        person.sees_view("about").await;
        check("about").await;
        person.goto_fragment("team").await;
        person.act("add-own").await;
        person.sees("[data-notice=gathered]").await;
        check("the team").await;
        person.act("present").await;
        person.sees("dialog[open]").await;
        check("the show").await;
        for (place, link) in ["#r=8Z89-TXXZ-XCCF-NGGS", "#r=8Z89-TXXZ-XCCF-NGGT"].into_iter().enumerate() {
            visit(&person, &site, &format!("{}?{place}{link}", seeing.page)).await;
            check(link).await;
        }
        visit(&person, &site, &format!("{}?paper", seeing.page)).await;
        person.goto_fragment("paper").await;
        person.sees("#paper h1").await;
        check("the form for a pen").await;
        visit(&person, &site, &format!("{}?embed=1#start", seeing.page)).await;
        check("compact").await;
        person.script("dispatchEvent(new Event('duet:newer'))", []).await;
        person.sees("[data-notice=newer]").await;
        check("a newer version").await;
        person.put_stored("duet.history", "{damaged").await;
        visit(&person, &site, &format!("{}?damaged", seeing.page)).await;
        person.sees("[data-notice=quarantine]").await;
        check("damaged").await;
        let around = Folder::new();
        let frame = site.url_of_other_site(&format!("{}?embed=1#q1", seeing.page));
        around.write("index.html", format!("<!doctype html><iframe width=310 height=900 src='{frame}'></iframe>"));
        let around = Site::serve(around.path());
        person.open(around.url("")).await;
        person.enter_frame("iframe").await;
        person.sees("html[data-boot=done] [data-action=own-tab]").await;
        check("in a frame").await;
    }
}

#[tokio::test]
async fn axe_finds_nothing_without_the_program() {
    let Some(axe) = axe() else { return };
    let site = site();
    for page in ["", "en/"] {
        let person = Options::new().viewport(320, 900).no_wasm().start().await;
        person.open(site.url(page)).await;
        person.sees("#failure h1").await;
        finds_nothing(&person, &axe, page).await;
    }
    let person = Options::new().viewport(320, 900).start().await;
    for page in ["article/", "article/en.html"] {
        person.open(site.url(page)).await;
        finds_nothing(&person, &axe, page).await;
    }
}

/// What can be pressed and is smaller than a finger needs, 44 pixels in both directions. A link within a sentence is as high
/// as its line, and that is right.
async fn small_targets(person: &Person) -> Value {
    let small = "const inText = (element) => getComputedStyle(element).display === 'inline';
        const target = (element) => element.closest('label') ?? element;
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter((element) => element.checkVisibility() && !inText(target(element)) && !element.closest('.skip'))
            .map((element) => [target(element), target(element).getBoundingClientRect()])
            .filter(([, { width, height }]) => Math.min(width, height) < 43.5)
            .map(([element, { width, height }]) => `${element.outerHTML.slice(0, 90)} ${width}x${height}`)";
    person.script(small, []).await
}

#[tokio::test]
async fn every_control_is_large_enough_for_a_finger() {
    let site = site();
    let person = with(Options::new().viewport(390, 844), &site, "").await;
    assert_eq!(small_targets(&person).await, json!([]), "start");
    person.act("start").await;
    answers(&person, 1, &SAMPLE[..7]).await;
    person.sees_item(8).await;
    person.reload().await;
    person.sees("[data-notice=resumed]").await;
    let dots = small_targets(&person).await;
    // Twenty dots in two rows: narrower than a finger on a phone, and everything they do can be done otherwise.
    let others: Vec<&Value> = dots
        .as_array()
        .expect("a list")
        .iter()
        .filter(|target| !target.as_str().unwrap_or_default().contains("#q"))
        .collect();
    assert!(others.is_empty(), "{others:?}");
    answers(&person, 8, &SAMPLE[7..]).await;
    person.sees_view("review").await;
    assert_eq!(small_targets(&person).await, json!([]), "review");
    person.act("finish").await;
    for view in ["result", "history", "about", "team"] {
        person.goto_fragment(view).await;
        person.sees_view(view).await;
        open_all(&person).await;
        assert_eq!(small_targets(&person).await, json!([]), "{view}");
    }
}

#[tokio::test]
async fn text_can_be_spaced_out_and_nothing_is_cut_off() {
    let site = site();
    let person = with(Options::new().viewport(320, 700), &site, "").await;
    crate::whole_run(&person, &SAMPLE).await;
    // WCAG 1.4.12, by the person's own style.
    let space = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [sheet]";
    person.script(space, []).await;
    for view in ["start", "q8", "review", "result", "history", "about", "team"] {
        person.goto_fragment(view).await;
        person.sees(&format!("main[data-view={}]", if view == "q8" { "question" } else { view })).await;
        let cut = "const { scrollWidth, clientWidth } = document.documentElement;
            return [scrollWidth - clientWidth, [...document.querySelectorAll('main :is(p, h1, h2, h3, li, button, a, label, legend, span)')]
                .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow === 'hidden'
                    && element.scrollHeight > element.clientHeight + 1).map((element) => element.outerHTML.slice(0, 80))]";
        assert_eq!(person.script(cut, []).await, json!([0, []]), "{view}");
    }
}

#[tokio::test]
async fn colours_forced_by_the_system_leave_answers_and_charts_to_be_seen() {
    if !Engine::chosen().forces_colors() {
        return;
    }
    let site = site();
    let person = with(Options::new().forced_colors(), &site, "#q1").await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    person.back().await;
    person.sees_item(1).await;
    // The chosen answer is told from the others by an outline, not by a colour of ours.
    let outline = "return getComputedStyle(document.querySelector('.option:has(:checked)')).outlineStyle";
    assert_eq!(person.script(outline, []).await, "solid");
    let other = "return getComputedStyle(document.querySelector('.option:not(:has(:checked))')).outlineStyle";
    assert_eq!(person.script(other, []).await, "none");
    answers(&person, 1, &SAMPLE).await;
    person.goto_fragment("result").await;
    person.sees("[data-score]").await;
    let drawn = "return [...document.querySelectorAll('.band .zone, .band .own path, .bar .filled')]
        .every((shape) => { const { fill, stroke } = getComputedStyle(shape); return fill !== 'none' || stroke !== 'none' })";
    assert_eq!(person.script(drawn, []).await, true);
}

/// What a screen reader is told, in order: roles and names of the accessibility tree.
async fn heard(person: &Person) -> Vec<(String, String)> {
    let tree = person.web().cdp().send_raw("Accessibility.getFullAXTree", json!({})).await.expect("the tree");
    let nodes = tree["nodes"].as_array().expect("nodes");
    let said = nodes.iter().filter(|node| node["ignored"] != true);
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    said.map(|node| (text(&node["role"]), text(&node["name"]))).filter(|(_, name)| !name.is_empty()).collect()
}

#[tokio::test]
async fn a_screen_reader_hears_where_it_is_what_is_asked_and_what_came_of_it() {
    if Engine::chosen() != Engine::Chromium {
        // The others do not give their tree to a driver.
        return;
    }
    let site = site();
    let person = with(Options::new(), &site, "").await;
    let tells = async |role: &str, name: &str| {
        let all = heard(&person).await;
        assert!(all.iter().any(|(own, said)| own == role && said.contains(name)), "{role} {name} in {all:?}");
    };
    let focus = "return document.activeElement.closest('h1, fieldset, main')?.tagName";
    tells("heading", "Jak zgrane są u\u{a0}Was").await;
    tells("radio", "Sprzedaż").await;
    person.act("start").await;
    person.sees_item(1).await;
    // The focus is on the answers, within the group that has the statement as its name and the progress as its description.
    assert_eq!(person.script(focus, []).await, "FIELDSET");
    tells("group", "Rzeczywista sprzedaż zwykle wypada blisko naszych prognoz.").await;
    tells("radio", "zdecydowanie się nie zgadzam").await;
    let described = "return document.getElementById(document.querySelector('fieldset.answers').getAttribute('aria-describedby')).textContent";
    assert_eq!(person.script(described, []).await, "1 z\u{a0}20");
    answers(&person, 1, &SAMPLE).await;
    person.sees_view("review").await;
    assert_eq!(person.script(focus, []).await, "H1");
    tells("heading", "Przegląd odpowiedzi").await;
    person.act("finish").await;
    person.sees_view("result").await;
    assert_eq!(person.script(focus, []).await, "H1");
    tells("heading", "64").await;
    tells("heading", "Relacja dopasowana").await;
    // The charts are silent; what they show is said.
    tells("StaticText", "64 punkty w\u{a0}skali od 20 do 100").await;
    tells("StaticText", "15/20").await;
    assert_eq!(person.script("return document.title", []).await, "Wynik – Duet");
    person.goto_fragment("team").await;
    person.type_into("[name=team-text]", "8Z89-TXXZ-XCCF-NGGT").await;
    person.act("add-to-team").await;
    person.sees("[data-fault=code]").await;
    // Errors are said without being looked for.
    assert_eq!(
        person.script("return document.querySelector('[data-fault=code]').closest('[role]').role", []).await,
        "status"
    );
}

#[tokio::test]
async fn the_theme_is_kept_and_never_flashes() {
    let site = site();
    let person = with(Options::new(), &site, "#about").await;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(person.script(ground, []).await, "rgb(250, 247, 241)");
    choose_theme(&person, "dark").await;
    assert_eq!(person.script(ground, []).await, "rgb(21, 24, 27)");
    visit(&person, &site, "en/?again#about").await;
    assert_eq!(person.script("return document.querySelector('[data-action=theme]').value", []).await, "dark");
    choose_theme(&person, "auto").await;
    assert_eq!(person.script(ground, []).await, "rgb(250, 247, 241)");
    // Before the program, and without it: the page is dark from its first picture on.
    let wasm = crate::without::files("_bg.wasm").pop().expect("the program");
    let broken = crate::site();
    broken.replace(&wasm, duet_browser::Reply::not_found());
    person.open(broken.url("icon.svg")).await;
    person.put_stored("duet.settings", "{\"version\":1,\"theme\":\"dark\"}").await;
    person.open(broken.url("")).await;
    person.sees("#failure h1").await;
    assert_eq!(person.script(ground, []).await, "rgb(21, 24, 27)");
}

async fn choose_theme(person: &Person, theme: &str) {
    person.sees("[data-action=theme]").await;
    let choose = "const field = document.querySelector('[data-action=theme]');
        field.value = arguments[0]; field.dispatchEvent(new Event('change', { bubbles: true }))";
    person.script(choose, [theme.into()]).await;
    person.sees_stored("duet.settings", |text| text.contains(&format!("\"theme\":\"{theme}\""))).await;
}

#[tokio::test]
async fn the_strands_close_and_stand_still_for_those_who_want_that() {
    let site: Site = site();
    for still in [false, true] {
        let options = if still { Options::new().reduced_motion() } else { Options::new() };
        let person = with(options, &site, "#q1").await;
        person
            .script("window.moved = 0; document.addEventListener('animationstart', () => { window.moved += 1; })", [])
            .await;
        let gap = "const [sales, marketing] = ['sales', 'marketing'].map((side) =>
            document.querySelector(`.closing path.${side}`).getBBox()); return marketing.y - sales.y";
        let before = person.script(gap, []).await.as_f64().expect("a number");
        answers(&person, 1, &SAMPLE[..6]).await;
        person.sees_item(7).await;
        let after = person.script(gap, []).await.as_f64().expect("a number");
        assert!(after < before, "{after} < {before}");
        let moved = duet_browser::until(async || {
            (person.script("return window.moved > 0", []).await == json!(true)).then_some(())
        });
        if still {
            assert_eq!(person.script("return document.getAnimations().length", []).await, 0);
        } else {
            moved.await.expect("they move");
        }
    }
}

#[tokio::test]
async fn a_keyboard_reaches_every_control_in_order_and_gets_out_again() {
    let site = site();
    let person = with(Options::new().viewport(900, 1200), &site, "").await;
    crate::whole_run(&person, &SAMPLE).await;
    let results: Vec<Value> = (0..8)
        .map(|number| {
            let of = if number < 4 { "sales" } else { "marketing" };
            json!({
                "type": "duet.result", "version": 1, "instrument": instrument::reference(), "side": of,
                "completed": format!("2026-11-20T12:00:0{number}Z"), "answers": SAMPLE,
            })
        })
        .collect();
    person.put_stored("duet.team", &json!({ "version": 1, "results": results }).to_string()).await;
    for view in ["start", "q5", "review", "result", "history", "about", "team"] {
        visit(&person, &site, &format!("?{view}#{view}")).await;
        open_all(&person).await;
        let controls = person.script(include_str!("../page/controls.js"), []).await;
        for _ in 0..controls.as_u64().expect("a number") + 3 {
            person.press(Key::Tab).await;
        }
        let walk = person.script("return window.walked()", []).await;
        assert_eq!(walk["missed"], json!([]), "{view}");
        assert_eq!(walk["unseen"], json!([]), "{view}: without a mark");
        // From the last to the first; where the browser's own controls come in between, not even that.
        assert!(walk["back"].as_u64().is_some_and(|steps| steps <= 1), "{view}: {walk}");
    }
}
