//! The harness tells the truth: every condition is real in the engine under test, every helper does what it says.

use std::fs;
use std::net::TcpStream;
use std::panic::panic_any;
use std::path::{Path, PathBuf};

use duet_browser::{Engine, Folder, Key, Options, Person, Reply, Site};
use serde_json::{Value, json};
use tokio::task::{LocalSet, spawn_local};

/// A small page with the hooks of the contract.
fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page")
}

async fn evaluates(person: &Person, expression: &str) -> Value {
    person.script(&format!("return {expression}"), []).await
}

#[tokio::test]
async fn a_person_answers_and_sees_the_score() {
    let site = Site::serve(page()).watched();
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.act("start").await;
    for (item, value) in [(1, 4), (2, 5), (3, 2)] {
        person.sees_item(item).await;
        assert_eq!(person.item().await, item);
        person.answer(item, value).await;
        assert_eq!(person.chosen(item).await, Some(value));
        person.act("next").await;
    }
    person.sees_view("result").await;
    assert_eq!(person.score().await, 11);
    assert_eq!(person.level().await, "aligned");
    assert_eq!(person.stored("duet.session").await.as_deref(), Some("[4,5,2]"));
    assert_eq!(person.errors().await, [""; 0]);
}

#[tokio::test]
async fn a_person_answers_with_the_keyboard() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("#q1")).await;
    person.sees_item(1).await;
    person.press(Key::Tab).await;
    person.press(' ').await;
    assert_eq!(person.chosen(1).await, Some(1));
    person.press(Key::Down).await;
    assert_eq!(person.chosen(1).await, Some(2));
    person.press(Key::Tab).await;
    person.press_with(Key::Shift, Key::Tab).await;
    person.press(Key::Down).await;
    assert_eq!(person.chosen(1).await, Some(3));
    person.press(Key::Enter).await;
    person.sees_item(2).await;
}

#[tokio::test]
async fn back_forward_reload_and_links_change_the_view() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.script("window.stays = true", []).await;
    person.goto_fragment("q2").await;
    person.sees_item(2).await;
    assert_eq!(evaluates(&person, "window.stays").await, true);
    person.open(site.url("#q3")).await;
    person.sees_item(3).await;
    person.back().await;
    person.sees_item(2).await;
    person.back().await;
    person.sees_view("start").await;
    person.forward().await;
    person.sees_item(2).await;
    person.reload().await;
    person.sees_item(2).await;
    assert_eq!(person.url().await, site.url("#q2"));
}

#[tokio::test]
async fn tabs_share_what_is_stored() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("#q1")).await;
    let first = person.tab().await;
    person.answer(1, 3).await;
    let second = person.new_tab().await;
    person.open(site.url("#q1")).await;
    assert_eq!(person.chosen(1).await, Some(3));
    assert_eq!(evaluates(&person, "[innerWidth, innerHeight]").await, json!([390, 844]));
    person.switch_tab(&first).await;
    person.goto_fragment("q2").await;
    person.sees_item(2).await;
    person.switch_tab(&second).await;
    person.sees_item(1).await;
    person.close_tab().await;
    assert_eq!(person.tab().await, first);
    person.sees_item(2).await;
}

#[tokio::test]
async fn a_person_who_comes_back_finds_what_was_stored() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("#q1")).await;
    person.answer(1, 5).await;
    person.sees_stored("duet.session", |value| value == "[5]").await;
    let person = person.comes_back().await;
    person.open(site.url("#q1")).await;
    assert_eq!(person.chosen(1).await, Some(5));
}

#[tokio::test]
async fn two_persons_share_nothing() {
    let site = Site::serve(page());
    let (anna, jan) = tokio::join!(Person::new(), Person::new());
    anna.open(site.url("#q1")).await;
    anna.answer(1, 5).await;
    jan.open(site.url("#q1")).await;
    jan.sees_item(1).await;
    assert_eq!(jan.stored("duet.session").await, None);
}

#[tokio::test]
async fn the_window_has_the_size_asked_for() {
    let site = Site::serve(page());
    for (width, height) in [(320, 568), (390, 844), (1280, 900)] {
        let person = Options::new().viewport(width, height).start().await;
        person.open(site.url("")).await;
        let measures = "[innerWidth, innerHeight, devicePixelRatio]";
        assert_eq!(evaluates(&person, measures).await, json!([width, height, 1]));
        person.resize(360, 640).await;
        assert_eq!(evaluates(&person, measures).await, json!([360, 640, 1]));
    }
}

#[tokio::test]
async fn the_browser_speaks_the_language_asked_for() {
    let site = Site::serve(page());
    for language in ["pl-PL", "en-GB"] {
        let person = Options::new().language(language).start().await;
        person.open(site.url("")).await;
        assert_eq!(evaluates(&person, "navigator.language").await, language);
    }
}

#[tokio::test]
async fn without_scripts_no_script_runs_and_the_page_can_still_be_read() {
    let site = Site::serve(page());
    let person = Options::new().no_script().start().await;
    person.open(site.url("")).await;
    person.reads("Scripts are off").await;
    person.reads("Before any script").await;
    person.sees_view("start").await;
    person.sees_no("[data-action]").await;
}

#[tokio::test]
async fn without_wasm_there_is_none() {
    let site = Site::serve(page());
    let person = Options::new().no_wasm().start().await;
    person.open(site.url("")).await;
    person.reads("Hello from the script").await;
    assert_eq!(evaluates(&person, "typeof WebAssembly").await, "undefined");
    let person = Person::new().await;
    person.open(site.url("")).await;
    assert_eq!(evaluates(&person, "typeof WebAssembly").await, "object");
}

#[tokio::test]
async fn blocked_storage_keeps_nothing() {
    let site = Site::serve(page());
    let person = Options::new().blocked_storage().start().await;
    person.open(site.url("")).await;
    person.sees("[data-saved=tab]").await;
    let access = "(() => { try { return String(localStorage) } catch (error) { return error.name } })()";
    let refused = match person.engine() {
        Engine::WebKit => "null",
        Engine::Chromium | Engine::Firefox => "SecurityError",
    };
    assert_eq!(evaluates(&person, access).await, refused);
}

#[tokio::test]
async fn a_page_in_a_sandbox_of_its_own_has_no_storage_in_any_engine() {
    let site = Site::serve(page()).with_header("Content-Security-Policy", "sandbox allow-scripts allow-forms");
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.sees("[data-saved=tab]").await;
    let access = "(() => { try { return String(localStorage) } catch (error) { return error.name } })()";
    assert_eq!(evaluates(&person, access).await, "SecurityError");
}

#[tokio::test]
async fn a_full_storage_takes_nothing_more() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("#q1")).await;
    person.fill_storage().await;
    let put = "(() => { try { localStorage.setItem('a', 'b') } catch (error) { return error.name } })()";
    assert_eq!(evaluates(&person, put).await, "QuotaExceededError");
}

#[tokio::test]
async fn the_system_may_prefer_dark_and_still_and_high_contrast() {
    let site = Site::serve(page());
    let preferences = "['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)']
        .map((query) => matchMedia(query).matches)";
    let person = Person::new().await;
    person.open(site.url("")).await;
    assert_eq!(evaluates(&person, preferences).await, json!([false, false, false]));
    let person = Options::new().dark().reduced_motion().start().await;
    person.open(site.url("")).await;
    assert_eq!(evaluates(&person, preferences).await, json!([true, true, false]));
    if person.engine().forces_colors() {
        let person = Options::new().forced_colors().start().await;
        person.open(site.url("")).await;
        assert_eq!(evaluates(&person, preferences).await[2], json!(true));
    }
}

#[tokio::test]
async fn a_picture_shows_the_whole_page() {
    let site = Site::serve(page());
    let folder = Folder::new();
    let file = folder.path().join("pictures/result.png");
    let person = Person::new().await;
    person.open(site.url("#result")).await;
    person.sees_view("result").await;
    person.screenshot(&file).await;
    // The size of a PNG image is at a fixed place.
    let picture = fs::read(&file).expect("the picture is there");
    let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("four bytes"));
    assert_eq!(number(16), 390);
    assert!(number(20) > 3000, "the height is {}", number(20));
    assert_eq!(evaluates(&person, "[innerWidth, innerHeight]").await, json!([390, 844]));
}

#[tokio::test]
async fn an_offline_host_refuses_and_an_open_page_goes_on() {
    let mut site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.sees_view("start").await;
    site.stop();
    let fetches = "fetch('page.js').then(() => 'online', () => 'offline')";
    assert_eq!(evaluates(&person, fetches).await, "offline");
    person.act("start").await;
    person.sees_item(1).await;
    site.start();
    assert_eq!(evaluates(&person, fetches).await, "online");
    site.stop();
    assert!(!person.tries_to_open(site.url("?again")).await);
}

#[tokio::test]
async fn the_host_serves_a_folder_below_a_path() {
    let folder = Folder::new();
    folder.write("index.html", "<main data-view=start>Polski <a href='en'>en</a></main>");
    folder.write("en/index.html", "<main data-view=start>English</main>");
    folder.write("a.wasm", "");
    let site = Site::serve(folder.path()).under("/teams/duet").with_header("X-Test", "yes");
    site.replace("broken.wasm", Reply::new("application/wasm", "not wasm"));
    let person = Person::new().await;
    person.open(format!("{}/teams/duet", site.origin())).await;
    person.reads("Polski").await;
    assert_eq!(person.url().await, site.url(""));
    person.click("a").await;
    person.reads("English").await;
    assert_eq!(person.url().await, site.url("en/"));
    let get = "return fetch(arguments[0]).then(async (reply) =>
        [reply.status, reply.headers.get('content-type'), reply.headers.get('x-test'), await reply.text()])";
    let found = person.script(get, [site.url("a.wasm").into()]).await;
    assert_eq!(found, json!([200, "application/wasm", "yes", ""]));
    let broken = person.script(get, [site.url("broken.wasm").into()]).await;
    assert_eq!(broken, json!([200, "application/wasm", "yes", "not wasm"]));
    site.restore("broken.wasm");
    let missing = person.script(get, [site.url("broken.wasm").into()]).await;
    assert_eq!(missing[0], 404);
    let outside = person.script(get, [format!("{}/index.html", site.origin()).into()]).await;
    assert_eq!(outside[0], 404);
    assert!(site.requested().contains(&"/teams/duet/en/".to_owned()));
}

#[tokio::test]
async fn a_watched_page_tells_what_goes_wrong_in_it() {
    let folder = Folder::new();
    let scripts = "<head></head><script src=gone.js></script>
        <script>console.error('a', 1); Promise.reject('b'); setTimeout(() => { document.body.id = 'done' }); throw new Error('c')</script>";
    folder.write("index.html", scripts);
    let site = Site::serve(folder.path()).watched();
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.attribute("#done", "id").await;
    let errors = person.errors().await.join("\n");
    for part in ["load: ", "gone.js", "console: a 1", "rejection: b", "error: ", "c"] {
        assert!(errors.contains(part), "{part} in {errors}");
    }
}

#[tokio::test]
async fn a_frame_of_another_site_can_be_used() {
    let inner = Site::serve(page());
    let folder = Folder::new();
    let frame = inner.url_of_other_site("#q1");
    folder.write("index.html", format!("<p>Around</p><iframe src='{frame}' width=300 height=400></iframe>"));
    let outer = Site::serve(folder.path());
    let person = Person::new().await;
    person.open(outer.url("")).await;
    person.enter_frame("iframe").await;
    person.sees_item(1).await;
    person.answer(1, 2).await;
    assert_eq!(person.chosen(1).await, Some(2));
    person.leave_frame().await;
    person.reads("Around").await;
}

#[tokio::test]
async fn a_file_can_be_chosen() {
    let folder = Folder::new();
    folder.write("index.html", "<input type=file hidden>");
    let file = folder.write("result.json", "{}");
    let site = Site::serve(folder.path());
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.type_into("input", file.to_str().expect("a plain path")).await;
    assert_eq!(evaluates(&person, "document.querySelector('input').files[0].name").await, "result.json");
}

#[tokio::test]
#[should_panic(expected = "main[data-view=\"team\"] is not shown")]
async fn a_view_that_does_not_come_fails_the_test_with_what_is_seen() {
    let site = Site::serve(page());
    let person = Person::new().await;
    person.open(site.url("")).await;
    person.sees_view("team").await;
}

#[tokio::test]
async fn no_driver_is_left_when_a_test_panics() {
    let test = async {
        let person = Person::new().await;
        let port = person.web().server_url().port();
        panic_any(port.expect("a driver has a port"));
    };
    let tasks = LocalSet::new();
    let test = tasks.run_until(async { spawn_local(test).await }).await;
    let panic = test.expect_err("the test panics").into_panic();
    let port = *panic.downcast::<u16>().expect("the port of the driver");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "the driver is gone");
}

/// Facts about the engines on which the application relies.
mod facts {
    use super::*;

    #[tokio::test]
    async fn a_double_tap_has_a_detail_of_two_although_the_element_was_replaced_between() {
        let site = Site::serve(page());
        let person = Person::new().await;
        person.open(site.url("clicks.html")).await;
        person.tap_twice("#again").await;
        assert_eq!(evaluates(&person, "details").await, json!([1, 2]));
    }

    #[tokio::test]
    async fn two_element_clicks_have_a_detail_of_one_each() {
        let site = Site::serve(page());
        let person = Person::new().await;
        person.open(site.url("clicks.html")).await;
        person.click("#again").await;
        person.click("#again").await;
        assert_eq!(evaluates(&person, "details").await, json!([1, 1]));
    }

    #[tokio::test]
    async fn an_arrow_key_clicks_the_next_radio_with_a_detail_of_zero_and_enter_submits() {
        let site = Site::serve(page());
        let person = Person::new().await;
        person.open(site.url("keys.html")).await;
        person.answer(1, 1).await;
        person.press(Key::Down).await;
        person.press(Key::Enter).await;
        let events = json!(["click 1 1", "click 2 0", "click  0", "submit"]);
        assert_eq!(evaluates(&person, "events").await, events);
    }
}
