//! What people bring to a comparison: texts that went through mails and messengers, and files of all kinds.

use duet_browser::Person;
use duet_domain::Side;
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::team::{code, pastes, people, record, rows};
use crate::{at, site, stored, visit};

const S1: &str = "8Z89-TXXZ-XCCF-NGGS";
const S2: &str = "8Z89-TWJR-ZJZN-1BTW";
const M1: &str = "8ZA9-TY16-MJRS-QSDP";

/// The text that is left in the field.
async fn left(person: &Person) -> String {
    let text = person.script("return document.querySelector('[name=team-text]').value", []).await;
    text.as_str().expect("a text").to_owned()
}

async fn said(person: &Person) -> String {
    let text = person.script("return document.querySelector('[data-notice=gathered]').innerText", []).await;
    text.as_str().expect("a text").to_owned()
}

/// A person at an empty comparison.
async fn at_the_table(site: &duet_browser::Site) -> Person {
    at(site, "#team").await
}

#[tokio::test]
async fn the_samples_of_pasted_texts_lose_nobody() {
    let site = site();
    let person = at_the_table(&site).await;
    for (text, sides, all) in [
        (include_str!("../../../../crates/domain/tests/cases/reply.txt"), ["2", "1", "0"], true),
        (include_str!("../../../../crates/domain/tests/cases/safelink.txt"), ["1", "0", "0"], true),
        (include_str!("../../../../crates/domain/tests/cases/redirect.txt"), ["1", "0", "0"], true),
        (include_str!("../../../../crates/domain/tests/cases/quoted-printable.eml"), ["3", "3", "0"], false),
        (include_str!("../../../../crates/domain/tests/cases/names.txt"), ["1", "1", "0"], true),
        (include_str!("../../../../crates/domain/tests/cases/cyrillic.txt"), ["1", "0", "0"], true),
    ] {
        pastes(&person, text).await;
        assert_eq!(people(&person).await, sides, "{text}");
        person.sees_no("[data-fault=code]").await;
        if all {
            let rest = left(&person).await;
            assert!(!rest.contains("8Z"), "what was of use is gone: {rest}");
        }
        person.act("clear-team").await;
        person.sees_no("[data-respondents-sales]").await;
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_of_no_use_is_named_with_its_line_and_stays_in_the_field() {
    let site = site();
    let person = at_the_table(&site).await;
    pastes(
        &person,
        &format!("Ola: {S1}\nEwa: 8Z89-TXXZ-XCCF\n\nJan jeszcze nie odpowiedział\n> {}-\n> {}", &M1[..9], &M1[10..]),
    )
    .await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    assert_eq!(left(&person).await, "Ewa: 8Z89-TXXZ-XCCF\nJan jeszcze nie odpowiedział");
    person.sees("[data-fault=code]").await;
    let said = said(&person).await;
    assert!(said.contains("Wiersz 2") && said.contains("ma ich 12"), "{said}");
    person.act("clear-text").await;
    assert_eq!(left(&person).await, "");

    // A text without anything of use stays whole, and that is said.
    pastes(&person, "Dzień dobry,\nkod wyślę jutro").await;
    person.sees("[data-notice=gathered][data-new='0'][data-fault]").await;
    assert_eq!(left(&person).await, "Dzień dobry,\nkod wyślę jutro");
    // The sample of a code that the page shows is no result, and no faulty one.
    let sentence = person.script("return document.querySelector('[data-notice=gathered] p').innerText", []).await;
    pastes(&person, sentence.as_str().expect("a text")).await;
    person.sees("[data-notice=gathered][data-new='0']").await;
    person.sees_no("[data-fault=code]").await;
}

#[tokio::test]
async fn equal_codes_are_a_question_that_is_answered_once() {
    let site = site();
    let person = at_the_table(&site).await;
    pastes(&person, include_str!("../../../../crates/domain/tests/cases/thrice.txt")).await;
    person.sees("[data-notice=repeated]").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    person.reads("Razem 3 kody, policzone jako 1 osoba").await;
    person.act("several-people").await;
    person.sees("[data-action=several-people][aria-pressed=true]").await;
    assert_eq!(people(&person).await, ["3", "0", "0"]);
    person.reads("Razem 3 kody, policzone jako 3 osoby").await;
    let printed = person.script("return document.querySelector('.report [data-repeated]').textContent", []).await;
    assert!(printed.as_str().is_some_and(|text| text.contains("3 osoby")), "the print says which: {printed}");
    person.reload().await;
    person.sees("[data-notice=repeated]").await;
    assert_eq!(people(&person).await, ["3", "0", "0"], "the answer is kept");
    // The same mail again changes nothing.
    pastes(&person, include_str!("../../../../crates/domain/tests/cases/thrice.txt")).await;
    assert_eq!(people(&person).await, ["3", "0", "0"]);
    person.act("one-person").await;
    person.sees("[data-action=one-person][aria-pressed=true]").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    // Whoever made a link has told them apart.
    person.act("clear-team").await;
    person.sees_no("[data-respondents-sales]").await;
    pastes(&person, "https://duet.example/#t=8Z89TXBBRXF2TRRT,8Z89TXBBRXF2TRRT").await;
    assert_eq!(people(&person).await, ["2", "0", "0"]);
    person.sees_no("[data-notice=repeated]").await;
}

#[tokio::test]
async fn files_of_all_kinds_are_searched() {
    let site = site();
    let person = at_the_table(&site).await;
    let utf16 = include_bytes!("../../../../crates/domain/tests/cases/s1-utf16.json").as_slice();
    let mail = include_bytes!("../../../../crates/domain/tests/cases/quoted-printable.eml").as_slice();
    let base64 = b"From: Ola <ola@firma.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nTcOzaiBrb2Q6IDhaODktVFhYWi1YQ0NGLU5HR1MK\r\n"
        .as_slice();
    let page = b"<html><body><p>Kod: 8Z89-<b>TXXZ</b>-XCCF-NGGS</p></body></html>".as_slice();
    let list = b"imi\xea;kod\r\nMa\xb3gorzata;8Z89-TXXZ-XCCF-NGGS\r\n".as_slice();
    for (name, bytes, sides) in [
        ("wynik.json", utf16, ["1", "0", "0"]),
        ("mail.eml", mail, ["3", "3", "0"]),
        ("base64.eml", base64, ["1", "0", "0"]),
        ("strona.html", page, ["1", "0", "0"]),
        ("lista.csv", list, ["1", "0", "0"]),
        ("bez-nazwy", page, ["1", "0", "0"]),
    ] {
        brings_to(&person, "team-files", name, bytes).await;
        person.sees("[data-notice=gathered]").await;
        assert_eq!(people(&person).await, sides, "{name}");
        person.act("clear-team").await;
        person.sees_no("[data-respondents-sales]").await;
    }
    for (name, bytes) in
        [("zdjecie.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice()), ("tabela.csv", b"a;b\r\n1;2\r\n")]
    {
        brings_to(&person, "team-files", name, bytes).await;
        person.sees("[data-notice=gathered][data-fault]").await;
        person.reads(name).await;
    }
    // Phones grey out what they take for another kind of file.
    assert_eq!(person.script("return document.querySelector('[name=team-files]').accept", []).await, "");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn letters_of_windows_are_read_as_what_they_are() {
    let site = site();
    let person = at_the_table(&site).await;
    let mut result = record(rows(5, 1, 0, 0)[0], "2026-11-20T09:30:00Z");
    result["label"] = "LABEL".into();
    let text = result.to_string();
    let (before, after) = text.split_once("LABEL").expect("a label");
    // "Zespół Łąka" in windows-1250.
    let bytes = [before.as_bytes(), b"Zesp\xf3\xb3 \xa3\xb9ka", after.as_bytes()].concat();
    brings_to(&person, "team-files", "wynik.json", &bytes).await;
    person.unfold(".gathered").await;
    person.reads("Zespół Łąka").await;
    // Letters that were lost before are left out, and that is said.
    result["label"] = "Zesp\u{fffd}\u{fffd} A".into();
    result["completed"] = "2026-11-20T10:30:00Z".into();
    brings_to(&person, "team-files", "zepsuty.json", result.to_string()).await;
    person.unfold(".gathered").await;
    person.reads("Zesp A").await;
    person.reads("części znaków nie dało się odczytać").await;
    assert!(!person.stored("duet.team").await.expect("a team").contains('\u{fffd}'));
}

#[tokio::test]
async fn result_files_inside_a_mail_are_found() {
    let site = site();
    let person = at_the_table(&site).await;
    let file = |row: usize| {
        serde_json::to_string_pretty(&record(rows(7, 2, 1, 0)[row], "2026-11-20T09:30:00Z")).expect("JSON")
    };
    let quoted = file(0).lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
    let curly = file(1).replace("\": ", "”: ").replace("  \"", "  „");
    let text = format!("Cześć, oto mój wynik:\n\n{quoted}\n\nA to wynik Jana:\n{curly}\n[{}]\nPozdrawiam", file(2));
    pastes(&person, &text).await;
    assert_eq!(people(&person).await, ["2", "1", "0"]);
    assert_eq!(left(&person).await, "Cześć, oto mój wynik:\nA to wynik Jana:\nPozdrawiam");
    // A file that was cut off is named with its line.
    let cut = &file(0)[..120];
    pastes(&person, &format!("Mój wynik:\n{cut}")).await;
    person.sees("[data-notice=gathered][data-fault]").await;
    person.reads("wiersz 3").await;
}

#[tokio::test]
async fn links_are_opened_as_they_arrive() {
    let site = site();
    let person = at(&site, "").await;
    for fragment in [
        "r=8Z89-TXXZ-XCCF-NGGS.",
        "r=8Z89-TXXZ-XCCF-NGGS)",
        "r=8Z89-TXXZ-XCCF-NGGS%20",
        "r=8Z89-TXXZ-XCCF-NGGS&utm_campaign=q4",
        "r=8Z89-TXXZ-XCCF-NGGS?fbclid=IwAR0abc",
        "r=8Z89%20TXXZ%20XCCF%20NGGS",
        "r%3D8Z89-TXXZ-XCCF-NGGS",
        "r=8Z89%E2%80%93TXXZ%E2%80%93XCCF%E2%80%93NGGS",
    ] {
        visit(&person, &site, &format!("#{fragment}")).await;
        person.sees("main[data-view=result] [data-score='64']").await;
        person.goto_fragment("about").await;
        person.sees_view("about").await;
    }
    let plain = [S1, S2, M1].map(|code| code.replace('-', "")).join(",");
    visit(&person, &site, &format!("#t%3D{plain}.")).await;
    assert_eq!(people(&person).await, ["2", "1", "0"]);
    visit(&person, &site, &format!("#t={}", &plain[..plain.len() - 5])).await;
    assert_eq!(people(&person).await, ["2", "0", "0"]);
    person.sees("[data-fault=code]").await;
    person.reads("link jest urwany").await;
}

#[tokio::test]
async fn who_has_not_said_a_side_is_asked_again() {
    let site = site();
    let person = at(&site, "").await;
    person.sees_no("[name=side]:checked").await;
    crate::whole_run(&person, &crate::SAMPLE).await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "none");
    person.sees("[data-notice=side]").await;
    person.click("[data-notice=side] [data-side=marketing]").await;
    person.sees_no("[data-notice=side]").await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "marketing");
    let file: Value = serde_json::from_str(&offered(&person, "export-json").await).expect("JSON");
    assert_eq!(file["side"], "marketing");
    person.reload().await;
    person.sees("[data-score='64']").await;
    assert_eq!(stored(&person, "duet.history").await["results"].as_array().map(Vec::len), Some(1));

    // In a comparison, somebody without a side counts on neither.
    person.goto_fragment("team").await;
    pastes(&person, &code((Side::Unstated, [3; 20]))).await;
    assert_eq!(people(&person).await, ["0", "0", "1"]);
    person.sees("[data-notice=unstated]").await;
    person.click("[name=team-side] option[value=sales]").await;
    person.sees("[data-respondents-sales='1'][data-respondents-other='0']").await;
    assert_eq!(json!(person.errors().await), json!([]));
}
