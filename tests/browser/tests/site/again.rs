//! A result one comes back to: the plan, the calendar, the next result, and what is sent of it.

use duet_browser::{Person, Site, until};
use duet_domain::instrument;
use serde_json::{Value, json};

use crate::hand::offered;
use crate::{SAMPLE, at, stored, visit, whole_run};

/// A result of half a year ago with a plan: 42 points, defined.
fn former() -> Value {
    json!({
        "type": "duet.results", "version": 1,
        "results": [{
            "type": "duet.result", "version": 1, "instrument": instrument::reference(), "language": "pl",
            "side": "sales", "completed": "2026-05-24T10:00:00Z",
            "answers": [3, 2, 3, 2, 2, 3, 2, 2, 3, 2, 1, 2, 2, 2, 2, 3, 1, 1, 2, 2],
            "goal": "12 mln",
            "plan": [
                { "action": "joint-meetings", "owner": "Ewa", "due": "2026-08-31", "state": "doing" },
                { "action": "liaison", "owner": "Jan", "state": "done" },
                { "action": "own-1", "title": "Wspólny obiad", "due": "2026-07-01" },
            ],
            "measures": [{ "measure": "velocity", "today": "1200 zł", "target": "2000 zł" }],
        }],
    })
}

/// A person who has answered half a year ago.
async fn with_former(site: &Site) -> Person {
    let person = at(site, "?side=sales").await;
    person.put_stored("duet.history", &former().to_string()).await;
    visit(&person, site, "?side=sales&again").await;
    person
}

async fn value(person: &Person, css: &str) -> Value {
    person.script("return document.querySelector(arguments[0])?.value ?? null", [css.into()]).await
}

#[tokio::test]
async fn whoever_answers_again_sees_what_has_changed_and_takes_the_plan_along() {
    let site = crate::site();
    let person = with_former(&site).await;
    person.sees("[data-overdue='2']").await;
    whole_run(&person, &SAMPLE).await;
    person.sees("[data-change='22']").await;
    person.reads("o\u{a0}jeden poziom\u{a0}wyżej").await;
    person.sees(".band .former").await;

    person.goto_fragment("result/change").await;
    person.sees("#change[open] [data-state=done]").await;
    assert_eq!(person.script("return document.querySelectorAll('#change [data-state]').length", []).await, 3);
    person.reads("1200 zł").await;

    person.act("carry-over").await;
    person.sees("[data-plan=own-1] [data-due=overdue]").await;
    assert_eq!(value(&person, "[name=owner-joint-meetings]").await, "Ewa");
    assert_eq!(value(&person, "[name=state-joint-meetings]").await, "doing");
    assert_eq!(value(&person, "[name=goal]").await, "12 mln");
    person.sees_no("[data-action=carry-over]").await;
    person.sees_no("[data-plan=liaison] input:checked").await;
    person.sees_stored("duet.history", |text| text.matches("Wspólny obiad").count() == 2).await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_plan_has_own_actions_and_states_and_goes_into_a_calendar() {
    let site = crate::site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.type_into("[name=own-action]", "Wspólny obiad, co piątek; bez „Excela”").await;
    person.act("add-step").await;
    person.sees("[data-plan=own-1]").await;
    person.type_into("[name=owner-own-1]", "Ewa").await;
    let due = "const field = document.querySelector('[name=due-own-1]');
        field.value = '2020-01-31';
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    person.script(due, []).await;
    person.sees("[data-plan=own-1] [data-due=overdue]").await;
    let calendar = offered(&person, "calendar").await;
    assert!(calendar.contains("DTSTART;VALUE=DATE:20200131"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "the action, and the reminder in half a year");
    person.click("[name=state-own-1] option[value=done]").await;
    person.sees_no("[data-due]").await;
    person.reads("1 zrobione").await;
    person.reload().await;
    person.sees("[data-plan=own-1]").await;
    assert_eq!(value(&person, "[name=state-own-1]").await, "done");
    person.act("remove-step").await;
    person.sees_no("[data-plan=own-1]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_summary_of_a_result_carries_no_answer_and_says_from_whom_it_is() {
    let site = crate::site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.click("input[name=action-plan-together]").await;
    person.type_into("[name=sender]", "Ewa <b>").await;
    person.click("[name=what-to-send][value=summary]").await;
    person.sees_no("[data-code]").await;
    person.sees_no("[data-action=copy-code]").await;
    person.click("[name=with-plan]").await;
    person.click(".scanned > summary").await;
    let link = person.attribute("svg.qr", "data-link").await;
    assert!(link.starts_with(&site.url("#s=")), "{link}");
    let before = (stored(&person, "duet.history").await, stored(&person, "duet.session").await);

    person.goto_fragment(link.split('#').nth(1).expect("a fragment")).await;
    person.sees("[data-notice=summary]").await;
    assert_eq!((person.score().await, person.level().await), (64, "aligned".to_owned()));
    person.reads("Ewa <b>").await;
    person.reads("Wspólne planowanie").await;
    person.sees(".planned").await;
    person.sees_no(".answers-given, [data-answer], [data-item]").await;
    assert_eq!((stored(&person, "duet.history").await, stored(&person, "duet.session").await), before);

    person.goto_fragment("s=eyJ0eXBlIjoi").await;
    person.sees("[data-fault=summary]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_whole_result_says_from_whom_it_is_too() {
    let site = crate::site();
    let person = at(&site, "#r=8Z89-TXXZ-XCCF-NGGS&from=Ewa%20%C5%81o%C5%9B").await;
    person.sees("[data-notice=shared]").await;
    person.reads("Ewa Łoś").await;
    person.sees("[data-score='64']").await;
    let heads = "return document.querySelector('.outline a').getAttribute('href')";
    assert_eq!(person.script(heads, []).await, "#r=8Z89-TXXZ-XCCF-NGGS/answers");
    person.goto_fragment("r=8Z89TXXZXCCFNGGS/levels").await;
    person.sees("#levels[open]").await;
}

#[tokio::test]
async fn the_strands_move_once_when_the_level_is_revealed() {
    let site = crate::site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.sees(".themes.revealed").await;
    person.goto_fragment("history").await;
    person.sees_view("history").await;
    person.back().await;
    person.sees(".themes").await;
    until(async || {
        person.script("return !document.querySelector('.themes.revealed')", []).await.as_bool().filter(|no| *no)
    })
    .await
    .expect("it stands still");
}
