//! A sealed gathering, the example, and the summary of a comparison that everybody gets.

use serde_json::Value;

use crate::hand::offered;
use crate::team::{code, comparison, gathered, pastes, people, rows};
use crate::{at, site, stored};

/// The codes of so many people of Sales and of Marketing, a line each.
fn codes(seed: u64, sales: usize, marketing: usize) -> String {
    rows(seed, sales, marketing, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn of_a_sealed_gathering_only_counts_are_seen_until_it_is_opened() {
    let site = site();
    let person = at(&site, "#team").await;
    person.script("document.querySelector('#gathering .menu').open = true", []).await;
    person.script("const field = document.querySelector('[name=seal-minimum]'); field.value = '4'; field.dispatchEvent(new Event('change', { bubbles: true }))", []).await;
    person.act("seal").await;
    person.sees("[data-seal=closed][data-minimum='4']").await;
    pastes(&person, &codes(91, 5, 3)).await;
    assert_eq!(gathered(&person).await, ("8".into(), "0".into()));
    person.reads("sprzedaż 5, marketing 3").await;
    for hidden in [
        "[data-respondents-sales]",
        ".gathered [data-score]",
        ".gathered .number",
        "[data-action=save-team]",
        "[data-action=copy-team-link]",
    ] {
        person.sees_no(hidden).await;
    }
    assert_eq!(person.script("return document.querySelectorAll('.dumbbells, .theme-sides').length", []).await, 0);
    person.reload().await;
    person.sees("[data-seal=closed]").await;

    person.click(".confirm > summary").await;
    person.act("open-seal").await;
    person.sees("[data-seal=opened]").await;
    assert_eq!(people(&person).await, ["5", "3", "0"]);
    // Marketing is below the number: neither its sum nor that of everybody, from which it would follow.
    person.sees("[data-group=sales][data-mean]").await;
    person.sees_no("[data-group=marketing][data-mean]").await;
    person.sees_no("[data-group=all][data-mean]").await;
    person.sees_no("[data-action=remove]").await;
    person.sees_no("[name=team-text]").await;
    person.sees_no("[name=threshold]").await;
    person.sees_no("[data-action=undo]").await;
    assert_eq!(stored(&person, "duet.team").await["seal"]["opened"], true);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_everybody_gets_of_a_comparison_is_the_same_picture_without_single_answers() {
    let site = site();
    let person = at(&site, "#team").await;
    pastes(&person, &codes(92, 5, 4)).await;
    person.type_into("[name=summary-title]", "Zarząd, listopad").await;
    let file: Value = serde_json::from_str(&offered(&person, "save-summary").await).expect("JSON");
    assert_eq!((&file["type"], &file["sides"]["sales"]["n"]), (&"duet.summary".into(), &5.into()));
    assert!(file.get("answers").is_none() && !file.to_string().contains("spreads"));
    person.click("#share .scanned > summary").await;
    let link = person.attribute("#share svg.qr", "data-link").await;
    let sums = "return ['sales', 'marketing'].map((side) => document.querySelector(`[data-group=${side}]`).innerText)";
    let shown = person.script(sums, []).await;
    let before = stored(&person, "duet.team").await;

    person.goto_fragment(link.split('#').nth(1).expect("a fragment")).await;
    person.sees("[data-notice=summary]").await;
    person.reads("Zarząd, listopad").await;
    assert_eq!(people(&person).await, ["5", "4", "0"]);
    person.sees(".theme-sides").await;
    assert_eq!(person.script(sums, []).await, shown, "the same sums");
    let html = comparison(&person).await;
    assert!(!html.contains("bar-of") && !html.contains("data-figure"), "no spread and no figure from one");
    person.sees_no("#gathering, [name=rounds], [name=threshold]").await;
    assert_eq!(stored(&person, "duet.team").await, before);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_example_shows_what_a_comparison_is_and_says_that_it_is_one() {
    let site = site();
    let person = at(&site, "").await;
    person.act("open-team").await;
    person.sees_view("team").await;
    person.act("example").await;
    person.sees("[data-notice=example]").await;
    assert_eq!(people(&person).await, ["7", "7", "0"]);
    person.sees_no("[data-action=add-linked]").await;
    person.click("[data-notice=example] a").await;
    person.sees("#gathering").await;
    person.sees_no("[data-respondents-sales]").await;
    assert_eq!(person.stored("duet.team").await, None);
}

#[tokio::test]
async fn bars_show_how_the_answers_of_five_people_spread() {
    let site = site();
    let person = at(&site, "#team").await;
    pastes(&person, &codes(93, 5, 4)).await;
    let bars = "return ['sales', 'marketing'].map((side) => document.querySelectorAll(`.bar-of.${side}`).length > 0)";
    assert_eq!(person.script(bars, []).await, serde_json::json!([true, false]), "four people have no spread");
}
