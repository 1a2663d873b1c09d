//! What people do in several tests.

use duet_browser::{Options, Person};
use serde_json::json;

use crate::blog::Blog;

/// The answers of the example in docs/contract.md: 64 points.
const SAMPLE: [u32; 20] = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];

/// Somebody at a desk who has signed in and gone to a page.
pub async fn signed_in(blog: &Blog, name: &str, path: &str) -> Person {
    let person = Options::new().viewport(1280, 900).language("en-GB").start().await;
    person.open(blog.url("wp-login.php")).await;
    // Not typed: the page selects the field again a moment after it has loaded.
    let enter = "for (const field of ['user_login', 'user_pass']) document.getElementById(field).value = arguments[0];
        document.querySelector('[name=redirect_to]').value = arguments[1];
        document.getElementById('loginform').submit();";
    person.script(enter, [name.into(), blog.url(path).into()]).await;
    person.sees("body.wp-admin").await;
    person
}

/// A reader with a phone.
pub async fn reader(url: &str) -> Person {
    let person = Person::new().await;
    person.open(url).await;
    person
}

/// The administrator installs the plugin from its file, and activates it.
pub async fn install(blog: &Blog, plugin: &str) {
    let person = signed_in(blog, "administrator", "wp-admin/plugin-install.php?tab=upload").await;
    upload(&person, plugin).await;
    person.click("a[href*='action=activate']").await;
    person.sees("tr.active[data-slug=duet-self-check]").await;
}

/// Chooses the file of a plugin in the form for it, and sends it.
pub async fn upload(person: &Person, file: &str) {
    person.type_into("#pluginzip", file).await;
    person.click("#install-plugin-submit").await;
}

/// Into the check in this frame, with the program running.
pub async fn enter(person: &Person, frame: &str) {
    person.enter_frame(frame).await;
    person.sees("html[data-boot=done] main").await;
}

/// Answers all statements of the check in the page, and leaves it at the result.
pub async fn answers_all(person: &Person) {
    enter(person, "duet-check iframe").await;
    person.act("start").await;
    for (item, value) in (1..).zip(SAMPLE) {
        person.sees_item(item).await;
        person.answer(item, value).await;
    }
    person.sees_view("review").await;
    person.act("finish").await;
    person.sees_view("result").await;
    person.sees("[data-action=print]").await;
    assert_eq!(person.score().await, 64);
    person.leave_frame().await;
}

/// The frame is as high as what is in it.
pub async fn fits(person: &Person) {
    enter(person, "duet-check iframe").await;
    let left = "return Math.ceil(document.documentElement.getBoundingClientRect().height) - innerHeight";
    person.sees_script(left, json!(0)).await;
    person.leave_frame().await;
}

/// The height of the frame.
pub async fn height(person: &Person) -> u64 {
    let height = person.script("return document.querySelector('duet-check iframe').offsetHeight", []).await;
    height.as_u64().expect("a height")
}
