//! Takes a picture of every view, to be looked at: in both languages, on a phone and on a desk, light and dark, in a frame, on
//! paper, with nothing in it and with much.
//!
//! `cargo xtask gallery` builds the site and runs this; the pictures are in `target/gallery`. Dark pictures and prints are taken in Chromium alone.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use duet_browser::{Engine, Folder, Options, Person, Site};

/// Answers that sum to 31, 52, 64 and 88: one result a level.
const RUNS: [(&str, [u8; 20]); 4] = [
    ("undefined", [2, 1, 1, 2, 2, 1, 2, 1, 1, 3, 1, 1, 2, 1, 2, 2, 1, 1, 2, 2]),
    ("defined", [3, 2, 2, 3, 4, 3, 2, 3, 2, 3, 1, 2, 3, 3, 3, 4, 1, 2, 3, 3]),
    ("aligned", [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4]),
    ("integrated", [5, 5, 4, 5, 4, 5, 5, 4, 4, 5, 3, 5, 4, 4, 5, 5, 3, 3, 5, 5]),
];

#[tokio::main]
async fn main() {
    let dist = std::env::var("DUET_SITE").expect("DUET_SITE names the built site");
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder for the pictures"));
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let site = Site::serve(&dist);
    let devices = [
        ("small", 320, 568),
        ("phone", 390, 844),
        ("tablet", 768, 1024),
        ("narrow-desk", 1100, 800),
        ("desk", 1440, 900),
        ("wide-desk", 1920, 1080),
    ];
    for (device, width, height) in devices {
        for dark in [false, true].into_iter().filter(|dark| !dark || Engine::chosen() == Engine::Chromium) {
            for language in ["pl", "en"] {
                let options = Options::new().viewport(width, height);
                let options = if dark { options.dark() } else { options };
                let person = Person::with(options).await;
                let light = if dark { "dark" } else { "light" };
                let gallery = Gallery { site: &site, person: &person, folder: &folder, language };
                gallery.take_all(&format!("{language}-{device}-{light}")).await;
            }
        }
    }
    let options = Options::new().viewport(390, 844).no_script();
    let person = Person::with(options).await;
    person.open(site.url("")).await;
    person.screenshot(folder.join("no-script.png")).await;
}

struct Gallery<'a> {
    site: &'a Site,
    person: &'a Person,
    folder: &'a Path,
    language: &'a str,
}

impl Gallery<'_> {
    async fn take_all(&self, name: &str) {
        let person = self.person;
        let page = if self.language == "pl" { "" } else { "en/" };
        person.open(self.site.url(page)).await;
        person.sees("html[data-boot=done]").await;
        self.take(name, "1-start").await;
        for (view, file) in [("result", "0-no-result"), ("history", "0-no-history")] {
            person.goto_fragment(view).await;
            person.sees_view(view).await;
            self.take(name, file).await;
        }
        person.goto_fragment("start").await;
        person.sees_view("start").await;
        person.click("input[name=side][value=sales]").await;
        person.act("start").await;
        person.sees_item(1).await;
        self.take(name, "2-question").await;
        for item in 1..=6 {
            person.answer(item, 4).await;
            person.sees_item(item + 1).await;
        }
        person.open(self.site.url(&format!("{page}?again"))).await;
        person.sees_item(7).await;
        self.take(name, "3-resumed").await;
        person.act("review").await;
        person.sees_view("review").await;
        self.take(name, "4-review-open").await;
        for (number, (level, answers)) in RUNS.into_iter().enumerate() {
            self.store(&answers).await;
            person.open(self.site.url(&format!("{page}?{number}#review"))).await;
            person.sees_view("review").await;
            if number == 0 {
                self.take(name, "5-review").await;
            }
            person.act("finish").await;
            person.sees_view("result").await;
            self.take(name, &format!("6-result-{level}")).await;
            person.script(include_str!("../tests/page/open.js"), []).await;
            self.take(name, &format!("6-result-{level}-open")).await;
            self.print(name, &format!("6-print-{level}")).await;
        }
        person.goto_fragment("history").await;
        person.sees_view("history").await;
        self.take(name, "7-history").await;
        person.goto_fragment("r=8Z89-TXXZ-XCCF-NGGS").await;
        person.sees("[data-notice=shared]").await;
        self.take(name, "7-shared").await;
        person.goto_fragment("r=8Z89-TXXZ-XCCF-NGGT").await;
        person.sees("[data-fault=link]").await;
        self.take(name, "7-bad-link").await;
        self.take_team(name).await;
        person.goto_fragment("about").await;
        person.sees_view("about").await;
        self.take(name, "8-about").await;
        person.script("dispatchEvent(new Event('duet:newer'))", []).await;
        person.sees("[data-notice=newer]").await;
        self.take(name, "8-newer").await;
        person.open(self.site.url(&format!("{page}?embed=1#start"))).await;
        person.sees("html[data-boot=done]").await;
        self.take(name, "8-compact").await;
        self.take_frame(name, page).await;
        person.put_stored("duet.session", "{damaged").await;
        person.open(self.site.url(&format!("{page}?damaged"))).await;
        person.sees("[data-notice=quarantine]").await;
        self.take(name, "9-quarantine").await;
        person.script("dispatchEvent(new CustomEvent('duet:failed', { detail: '{}' }))", []).await;
        person.sees("#failure").await;
        self.take(name, "9-stopped").await;
    }

    /// Both sides: nobody yet, and the four results of above with somebody of Marketing each.
    async fn take_team(&self, name: &str) {
        let person = self.person;
        person.goto_fragment("team").await;
        person.sees("#gathering").await;
        self.take(name, "7-team-empty").await;
        let results: Vec<serde_json::Value> = RUNS
            .iter()
            .flat_map(|(_, answers)| {
                let mut turned = *answers;
                turned.reverse();
                [("sales", *answers), ("marketing", turned)]
            })
            .map(|(side, answers)| {
                serde_json::json!({
                    "type": "duet.result", "version": 1, "instrument": duet_domain::instrument::reference(),
                    "side": side, "completed": "2026-11-20T12:00:00Z", "answers": answers.as_slice(),
                })
            })
            .collect();
        let team = serde_json::json!({ "version": 1, "results": results }).to_string();
        person.put_stored("duet.team", &team).await;
        let page = if self.language == "pl" { "" } else { "en/" };
        person.open(self.site.url(&format!("{page}?team#team"))).await;
        person.sees("[data-respondents-sales]").await;
        self.take(name, "7-team").await;
        person.goto_fragment("t=example").await;
        person.sees("[data-notice=example]").await;
        self.take(name, "7-team-example").await;
        person.script(include_str!("../tests/page/open.js"), []).await;
        person.sees(".dumbbells").await;
        self.take(name, "7-team-example-open").await;
        person.goto_fragment("team").await;
        person.sees("#gathering").await;
        self.print(name, "7-print-team").await;
        person.act("present").await;
        person.press('\u{e014}').await;
        person.sees("dialog [data-picture='2']").await;
        let path = self.folder.join(format!("7-team-present-{name}.png"));
        person.web().screenshot(&path).await.expect("a picture");
        person.press('\u{e00c}').await;
        person.sees_no("dialog[open]").await;
    }

    /// As in an article, with an answer given.
    async fn take_frame(&self, name: &str, page: &str) {
        let folder = Folder::new();
        let (duet, language) = (self.site.url_of_other_site(""), self.language);
        let ground = if name.ends_with("dark") { "dark.css" } else { "light.css" };
        folder.write("light.css", "body { background: #fff; color: #222; font: 18px/1.6 Georgia; max-width: 42rem; margin: 0 auto; padding: 1rem }");
        folder.write("dark.css", "body { background: #17171c; color: #eee; font: 18px/1.6 Georgia; max-width: 42rem; margin: 0 auto; padding: 1rem }");
        folder.write(
            "index.html",
            format!(
                "<!doctype html><meta name=viewport content='width=device-width'><link rel=stylesheet href={ground}>\
                 <body><p>…</p><script src='{duet}embed.js'></script><duet-check lang={language} events></duet-check><p>…</p>"
            ),
        );
        let outer = Site::serve(folder.path());
        let person = self.person;
        person.open(outer.url("")).await;
        person.enter_frame("iframe").await;
        person.sees("html[data-boot=done]").await;
        person.act("start").await;
        person.sees_item(1).await;
        person.leave_frame().await;
        self.take(name, "8-frame").await;
        person.open(self.site.url(page)).await;
        person.sees("html[data-boot=done]").await;
    }

    /// What comes out of a printer: a PDF, and only once for each language.
    async fn print(&self, name: &str, view: &str) {
        if !name.ends_with("phone-light") || Engine::chosen() != Engine::Chromium {
            return;
        }
        let settings = serde_json::json!({ "preferCSSPageSize": false, "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true });
        let printed = self.person.web().cdp().send_raw("Page.printToPDF", settings).await.expect("a print");
        let data = printed["data"].as_str().expect("the file");
        let file = self.folder.join(format!("{view}-{}.pdf", self.language));
        std::fs::write(file, STANDARD.decode(data).expect("base64")).expect("written");
    }

    async fn store(&self, answers: &[u8; 20]) {
        let text = format!("{{\"version\":2,\"answers\":{answers:?},\"side\":\"sales\"}}");
        self.person.put_stored("duet.session", &text).await;
    }

    async fn take(&self, name: &str, view: &str) {
        self.person.screenshot(self.folder.join(format!("{view}-{name}.png"))).await;
    }
}
