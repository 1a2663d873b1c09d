//! What a re-rendered view must not disturb: the chosen answer, the focus, and what is being typed.

use duet_browser::{Person, until};
use serde_json::{Value, json};

use crate::hand::offered;
use crate::{SAMPLE, answers, at, site, stored, visit, whole_run};

/// The values of all radios of the statement that are chosen.
const CHOSEN: &str =
    "return [...document.querySelectorAll('fieldset.answers input:checked')].map((input) => input.value)";

async fn chosen(person: &Person) -> Value {
    person.script(CHOSEN, []).await
}

#[tokio::test]
async fn each_statement_shows_its_own_answer_and_no_other() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    answers(&person, 1, &[4, 2]).await;
    person.sees_item(3).await;
    assert_eq!(chosen(&person).await, json!([]));
    person.act("back").await;
    person.sees_item(2).await;
    assert_eq!(chosen(&person).await, json!(["2"]));
    person.act("back").await;
    person.sees_item(1).await;
    assert_eq!(chosen(&person).await, json!(["4"]));
    // Another tab changes the answer to the statement that is open here.
    let first = person.tab().await;
    person.new_tab().await;
    visit(&person, &site, "#q1").await;
    person.answer(1, 5).await;
    person.sees_item(2).await;
    person.switch_tab(&first).await;
    person.sees_script(CHOSEN, json!(["5"])).await;
    person.act("next").await;
    person.sees_item(2).await;
    assert_eq!(chosen(&person).await, json!(["2"]));
}

#[tokio::test]
async fn a_field_of_the_plan_keeps_the_focus_and_the_caret_while_its_text_is_stored() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.click("input[name=action-one-funnel]").await;
    person.type_into("input[name=owner-one-funnel]", "Anna Nowak").await;
    let caret = "const field = document.activeElement;
        return [field.name, field.selectionStart, field.value]";
    person.script("document.querySelector('[name=owner-one-funnel]').setSelectionRange(4, 4)", []).await;
    person.sees_stored("duet.history", |text| text.contains("Anna Nowak")).await;
    assert_eq!(person.script(caret, []).await, json!(["owner-one-funnel", 4, "Anna Nowak"]));
    // The plan changes around the field.
    person.script("document.querySelector('[name^=action-]:not(:checked)').click()", []).await;
    assert_eq!(person.script(caret, []).await, json!(["owner-one-funnel", 4, "Anna Nowak"]));
    // So does the history, in another tab.
    let first = person.tab().await;
    person.new_tab().await;
    visit(&person, &site, "#result").await;
    person.type_into("input[name=label]", "Północ").await;
    person.close_tab().await;
    person.switch_tab(&first).await;
    let label = "return document.querySelector('[name=label]').value";
    until(async || (person.script(label, []).await == "Północ").then_some(())).await.expect("the label follows");
    assert_eq!(person.script(caret, []).await, json!(["owner-one-funnel", 4, "Anna Nowak"]));
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn text_is_stored_and_handed_over_to_the_letter() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    // Quotes, markup, a backslash, a letter with a combining accent, another script, a character beyond the first plane, a hard space.
    let text = "„Zażółć” \"gęślą\" 'jaźń' <b>&amp;\\ e\u{301} שלום 日本 👩‍🚀 1\u{a0}%";
    let put = "const field = document.querySelector('[name=goal]');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    person.script(put, [text.into()]).await;
    person.sees_stored("duet.history", |stored| stored.contains("👩‍🚀")).await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["goal"], text);
    person.reload().await;
    person.sees("[name=goal]").await;
    assert_eq!(person.script("return document.querySelector('[name=goal]').value", []).await, text);
    let file: Value = serde_json::from_str(&offered(&person, "export-json").await).expect("JSON");
    assert_eq!(file["goal"], text);
    assert_eq!(person.errors().await, Vec::<String>::new());
}
