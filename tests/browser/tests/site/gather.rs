//! Bringing results to one table.

use duet_domain::Side;
use duet_domain::code::Code;
use duet_domain::timestamp::Day;
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::team::{code, file, gathered, pastes, people, record, rows};
use crate::{SAMPLE, at, site, stored, visit, whole_run};

#[tokio::test]
async fn the_same_result_is_taken_once_and_every_change_can_be_undone() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.act("add-to-team").await;
    person.sees_view("team").await;
    assert_eq!(people(&person).await, ["0", "0", "1"]);
    // The result of this browser again, as its code.
    let own = stored(&person, "duet.history").await["results"][0].clone();
    let day = own["day"].as_str().or_else(|| own["completed"].as_str()?.get(..10)).expect("a day");
    let mut content = Code::read(&code((Side::Unstated, SAMPLE.map(|value| u8::try_from(value).expect("1–5")))))
        .expect("a code")
        .content();
    content.day = Day::parse(day).expect("a day");
    pastes(&person, &Code::of(&content).to_string()).await;
    assert_eq!(gathered(&person).await, ("0".into(), "1".into()));
    person.reads("Już tu były: 1").await;
    person.sees("[data-notice=unstated]").await;

    // They had not said on which side they are.
    person.click("[name=team-side] option[value=sales]").await;
    person.sees("[data-respondents-sales='1'][data-respondents-other='0']").await;
    person.act("add-own").await;
    person.sees("[data-notice=gathered][data-known='1']").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    let kept = stored(&person, "duet.team").await["results"][0].clone();
    assert_eq!((&kept["side"], &kept["side_set"]), (&json!("sales"), &json!(true)));
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "none", "one's own result is left alone");

    person.act("remove").await;
    person.sees_no("[data-respondents-sales]").await;
    person.act("undo").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    pastes(&person, &code(rows(5, 0, 1, 0)[0])).await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    person.act("clear-team").await;
    person.sees_no("[data-respondents-sales]").await;
    person.act("undo").await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    person.reload().await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);

    // A file says more than its code, and takes its place.
    let mut named = record(rows(5, 0, 1, 0)[0], "2026-11-20T09:30:00Z");
    named["label"] = "Południe".into();
    brings_to(&person, "team-files", "named.json", &named.to_string()).await;
    person.sees("[data-notice=gathered][data-known='1']").await;
    person.reads("Południe").await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_link_shows_a_comparison_and_adds_nothing_unasked() {
    let site = site();
    let person = at(&site, "#team").await;
    let own = code(rows(21, 1, 0, 0)[0]);
    pastes(&person, &own).await;
    let before = stored(&person, "duet.team").await;
    let codes: Vec<String> = rows(22, 3, 3, 0).into_iter().map(|row| code(row).replace('-', "")).collect();
    person.goto_fragment(&format!("t={}", codes.join(","))).await;
    person.sees("[data-notice=shared]").await;
    assert_eq!(people(&person).await, ["3", "3", "0"]);
    person.sees_no("[name=team-text]").await;
    assert_eq!(stored(&person, "duet.team").await, before);
    person.goto_fragment(&format!("t={},{}", codes[0], codes[5])).await;
    person.sees("[data-respondents-sales='1'][data-respondents-marketing='1']").await;
    person.act("add-linked").await;
    person.sees("#gathering").await;
    assert_eq!(people(&person).await, ["2", "1", "0"]);
    person.goto_fragment("t=junk").await;
    person.sees("[data-fault=link]").await;
    person.goto_fragment(&format!("t={}", codes[0].replacen('8', "9", 1))).await;
    person.sees("[data-fault=code]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn other_wordings_and_instruments_are_kept_apart_and_named() {
    let site = site();
    let person = at(&site, "#team").await;
    let mut results = vec![record(rows(31, 1, 0, 0)[0], "2026-11-20T09:00:00Z")];
    for (id, hash) in [("kotler-rackham-krishnaswamy-2006", "00000000deadbeef"), ("another-check", "1f664fe1c2c7a7ce")]
    {
        let mut result = record(rows(32, 0, 1, 0)[0], "2026-11-20T10:00:00Z");
        result["instrument"] = json!({ "id": id, "hash": hash });
        results.push(result);
    }
    let file = json!({ "type": "duet.results", "version": 1, "results": results }).to_string();
    brings_to(&person, "team-files", "mixed.json", &file).await;
    person.sees("[data-new='3']").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    person.unfold(".gathered.apart").await;
    person.sees(".gathered.apart").await;
    person.reads("00000000deadbeef").await;
    person.reads("another-check").await;
    let saved = offered(&person, "save-team").await;
    let saved: Value = serde_json::from_str(&saved).expect("JSON");
    assert_eq!(saved["results"].as_array().map(Vec::len), Some(3));
    assert_eq!(saved["results"][2]["instrument"]["id"], "another-check");
}

#[tokio::test]
async fn an_invitation_opens_the_check_with_the_side_chosen() {
    let site = site();
    let person = at(&site, "#team").await;
    person.click("#invite > summary").await;
    person.click("[name=invited][value=marketing]").await;
    person.click("[name=invited-language][value=en]").await;
    person.type_into("[name=inviter]", "Ewa Łoś").await;
    person.type_into("[name=inviter-mail]", "ewa@example.org").await;
    let text = person.script("return document.querySelector('[name=invitation]').value", []).await;
    let text = text.as_str().expect("a text");
    assert!(text.contains("as you see it from Marketing"), "{text}");
    let link = text.split_whitespace().find(|word| word.starts_with("http")).expect("a link");
    assert!(link.contains("/en/?side=marketing#start&from=Ewa%20"), "{link}");
    person.open(link).await;
    person.sees("html[lang=en][data-boot=done] [name=side][value=marketing]:checked").await;
    assert_eq!(person.stored("duet.session").await, None, "who just looks leaves no trace");
    whole_run(&person, &SAMPLE).await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "marketing");
    // Who collects the results is named beside the result, with a mail to them that has the code.
    person.sees("[data-next=send-back]").await;
    person.reads("Ewa Łoś").await;
    let mail = person.attribute("[data-action=mail]", "href").await;
    let code = person.attribute("[data-code]", "data-code").await;
    assert!(mail.starts_with("mailto:ewa@example%2Eorg?"), "{mail}");
    assert!(mail.contains(&code.replace('-', "%2D")), "{mail}");
    // The next run is for whom the link names, unless one chooses otherwise.
    visit(&person, &site, "?side=sales").await;
    person.sees("[name=side][value=sales]:checked").await;
    person.click("[name=side][value=other]").await;
    person.act("start").await;
    crate::answers(&person, 1, &[3; 20]).await;
    person.act("finish").await;
    person.sees("[data-score='60']").await;
    assert_eq!(stored(&person, "duet.history").await["results"][1]["side"], "other");
    visit(&person, &site, "?side=nonsense").await;
    person.sees("[data-view=start]").await;
    visit(&person, &site, "?side=sales#result").await;
    person.sees("[data-score='60']").await;
    assert_eq!(
        stored(&person, "duet.history").await["results"].as_array().map(Vec::len),
        Some(2),
        "a finished result keeps its side"
    );
}

#[tokio::test]
async fn twenty_thousand_results_are_read_while_the_page_answers_and_do_not_crowd_out_ones_own() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    person.goto_fragment("team").await;
    // What the page does while the file is read: a beat of its own, and a click that it answers.
    let watch = "window.beats = 0; window.clicked = false;
        new MutationObserver(() => {
            const reading = document.querySelector('progress');
            if (reading && !window.ticking) window.ticking = setInterval(() => {
                window.beats += 1;
                if (window.beats === 3) {
                    document.querySelector('#invite').open = false;
                    document.querySelector('#invite > summary').click();
                    window.clicked = document.querySelector('#invite').open && !!document.querySelector('progress');
                }
            }, 1);
            if (!reading && window.ticking) { clearInterval(window.ticking); window.ticking = 0; }
        }).observe(document.body, { childList: true, subtree: true });";
    person.script(watch, []).await;
    let rows = rows(61, 11_000, 9_000, 0);
    brings_to(&person, "team-files", "large.json", &file(&rows)).await;
    person.sees("[data-respondents-sales='11000'][data-respondents-marketing='9000']").await;
    assert_eq!(person.script("return window.clicked", []).await, true, "a click is answered meanwhile");
    let beats = person.script("return window.beats", []).await.as_u64().expect("a number");
    assert!(beats >= 5, "{beats} beats");
    person.sees("[data-team-saved=tab]").await;
    person.sees("[data-saved=device]").await;
    assert_eq!(person.stored("duet.team").await, None);
    let saved = offered(&person, "save-team").await;
    assert!(saved.len() < 5 << 20, "what was saved can be read again: {} bytes", saved.len());
    assert_eq!(saved.matches("duet.result\"").count(), 20_000);
    person.goto_fragment("q2").await;
    person.answer(2, 5).await;
    person.sees_item(3).await;
    person.goto_fragment("team").await;
    assert_eq!(people(&person).await[0], "11000", "the tab has them still");
    person.reload().await;
    assert_eq!(stored(&person, "duet.session").await["answers"][1], 5);
    assert_eq!(person.errors().await, Vec::<String>::new());
}
