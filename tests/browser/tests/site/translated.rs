//! A page that the browser translates while it is used: whatever changes, changes in the translation too.

use duet_browser::{Options, Person, Site, until};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::hand::brings_to;
use crate::team::{code, pastes, record, rows};
use crate::{SAMPLE, answers, open_all, site, with};

/// Does what a browser's translation does to a page, with guillemets for another language.
const TRANSLATION: &str = include_str!("../page/translate.js");

/// All text of the check, without what the translation has added and without moments, which differ.
const TEXT: &str = r"const { textContent } = document.getElementById('app');
    return textContent.replace(/[«»]/g, '').replace(/\d\d:\d\d:\d\dZ/g, '').replace(/\s+/g, ' ').trim()";

/// Two people who do the same, of whom one reads a translation.
struct Two {
    plain: Person,
    translated: Person,
}

impl Two {
    async fn at(site: &Site, path: &str) -> Self {
        let options = || Options::new().viewport(1280, 900);
        let two = Self { plain: with(options(), site, path).await, translated: with(options(), site, path).await };
        two.translated.script(TRANSLATION, []).await;
        two.translated
            .sees_script("return document.querySelectorAll('#app font > font').length > 9", json!(true))
            .await;
        two.read_the_same().await;
        two
    }

    /// Both do something, and read the same after it.
    async fn both(&self, act: impl AsyncFn(&Person)) {
        act(&self.plain).await;
        act(&self.translated).await;
        self.read_the_same().await;
    }

    async fn act(&self, action: &str) {
        self.both(async |person| person.act(action).await).await;
    }

    async fn click(&self, css: &str) {
        self.both(async |person| person.click(css).await).await;
    }

    async fn paste(&self, text: &str) {
        self.both(async |person| pastes(person, text).await).await;
    }

    async fn read_the_same(&self) {
        let (mut plain, mut translated) = (Value::Null, Value::Null);
        let same = until(async || {
            plain = self.plain.script(TEXT, []).await;
            translated = self.translated.script(TEXT, []).await;
            (plain == translated).then_some(())
        });
        if same.await.is_none() {
            assert_eq!(translated, plain);
        }
    }

    async fn leave(self) {
        for person in [self.plain, self.translated] {
            assert_eq!(person.errors().await, Vec::<String>::new());
            person.quit().await;
        }
    }
}

#[tokio::test]
async fn a_translated_run_says_what_it_would_say_untranslated() {
    let site = site();
    let two = Two::at(&site, "").await;
    two.click("[name=side][value=sales]").await;
    two.act("start").await;
    two.both(async |person| {
        answers(person, 1, &SAMPLE[..3]).await;
        person.sees_item(4).await;
    })
    .await;
    two.act("back").await;
    two.act("review").await;
    two.both(async |person| person.goto_fragment("").await).await;
    two.act("restart").await;
    two.act("undo").await;
    two.both(async |person| {
        person.goto_fragment("q4").await;
        answers(person, 4, &SAMPLE[3..]).await;
        person.sees_view("review").await;
    })
    .await;
    two.act("language").await;
    two.act("finish").await;
    two.both(async |person| _ = person.sees("[data-action=print]").await).await;
    two.leave().await;
}

#[tokio::test]
async fn a_translated_result_says_what_it_would_say_untranslated() {
    let site = site();
    let two = Two::at(&site, "").await;
    two.both(async |person| {
        person.act("start").await;
        answers(person, 1, &SAMPLE).await;
        person.act("finish").await;
        person.sees("[data-action=print]").await;
        open_all(person).await;
        person.sees("[data-what-if='64']").await;
    })
    .await;
    for _ in 0..2 {
        two.click(".trials li[data-item='11'] button:last-child").await;
    }
    two.both(async |person| _ = person.sees("[data-what-if='66']").await).await;
    two.act("reset").await;
    two.click("[name=stay]").await;
    two.click("[name=move]").await;
    two.click("input[name=action-one-funnel]").await;
    two.both(async |person| person.type_into("input[name=owner-one-funnel]", "Jan").await).await;
    two.both(async |person| person.type_into("input[name=label]", "Północ").await).await;
    two.act("copy-code").await;
    two.both(async |person| person.goto_fragment("history").await).await;
    two.both(async |person| {
        let mut other = record(rows(2, 1, 0, 0)[0], "2026-01-20T09:30:00Z");
        other["label"] = "Południe".into();
        brings_to(person, "import", "other.json", &other.to_string()).await;
        person.act("add-to-history").await;
        person.reads("Południe").await;
    })
    .await;
    two.both(async |person| brings_to(person, "import", "none.txt", "no result").await).await;
    two.both(async |person| person.goto_fragment("about").await).await;
    two.act("show-stored").await;
    two.leave().await;
}

#[tokio::test]
async fn a_translated_comparison_says_what_it_would_say_untranslated() {
    let site = site();
    let two = Two::at(&site, "#team").await;
    two.paste(&code(rows(5, 1, 0, 0)[0])).await;
    two.paste("nothing in here").await;
    let many: Vec<String> = rows(6, 4, 4, 2).into_iter().map(code).collect();
    two.paste(&many.join("\n")).await;
    two.both(async |person| open_all(person).await).await;
    two.paste(&format!("{}\n{}\n7QK2-M4XD", many[0], many[0])).await;
    two.act("several-people").await;
    two.act("one-person").await;
    two.click("[name=order][value=mean]").await;
    two.click("[name=order][value=theme]").await;
    two.click("[name=agenda-language][value=both]").await;
    two.act("remove").await;
    two.act("undo").await;
    two.both(async |person| {
        let mut later = record(rows(8, 1, 0, 0)[0], "2026-11-20T09:30:00Z");
        later["label"] = "Południe".into();
        brings_to(person, "team-files", "later.json", &later.to_string()).await;
        person.reads("Południe").await;
    })
    .await;
    two.click("[name=rounds]").await;
    two.click("[name=round][value=before]").await;
    two.act("present").await;
    for key in [Key::Right, Key::Right, Key::End, Key::Left] {
        two.both(async |person| person.press(key.clone()).await).await;
    }
    two.both(async |person| person.press(Key::Escape).await).await;
    two.act("clear-team").await;
    two.act("undo").await;
    two.leave().await;
}
