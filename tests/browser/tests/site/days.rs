//! The day of a result is the respondent's own, and one: on the page, in files, in their names, in the code, and for others elsewhere.

use duet_browser::Options;
use duet_domain::code::Code;
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::team::{pastes, people, record, rows};
use crate::{SAMPLE, at, site, stored, whole_run, with};

/// Two zones of which at least one has another day than UTC at any time.
const ZONES: [&str; 2] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];

const MONTHS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

/// `2026-12-01` as "1 grudnia 2026".
fn in_words(day: &str) -> String {
    let [year, month, day] = day.split('-').map(|part| part.parse().expect("a number")).collect::<Vec<usize>>()[..]
    else {
        panic!("{day}")
    };
    format!("{day} {} {year}", MONTHS[month - 1])
}

#[tokio::test]
async fn the_day_is_the_respondents_own_everywhere() {
    let site = site();
    for zone in ZONES {
        let person = with(Options::new().time_zone(zone), &site, "").await;
        let today = "const now = new Date(), two = (number) => String(number).padStart(2, '0');
            return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`";
        let day = person.script(today, []).await.as_str().expect("a day").to_owned();
        whole_run(&person, &SAMPLE).await;
        person.reads(&in_words(&day)).await;
        let kept = stored(&person, "duet.history").await["results"][0].clone();
        let utc = kept["completed"].as_str().expect("a moment")[..10].to_owned();
        assert_eq!(kept["day"].as_str().unwrap_or(&utc), day);
        let names = "window.names = []; const click = HTMLAnchorElement.prototype.click;
            HTMLAnchorElement.prototype.click = function () { window.names.push(this.download); return click.call(this) }";
        person.script(names, []).await;
        let csv = offered(&person, "export-csv").await;
        assert!(csv.contains(&day), "{zone}: {csv}");
        let json: Value = serde_json::from_str(&offered(&person, "export-json").await).expect("JSON");
        assert_eq!(json["day"].as_str().unwrap_or(&utc), day);
        let names = person.script("return window.names", []).await;
        let names = names.as_array().expect("names");
        assert!(
            !names.is_empty() && names.iter().all(|name| name.as_str().is_some_and(|name| name.contains(&day))),
            "{names:?}"
        );
        let code = person.attribute("[data-code]", "data-code").await;
        assert_eq!(Code::read(&code).expect("a code").content().day.as_str(), day);
        let report = person
            .script("dispatchEvent(new Event('beforeprint')); return document.querySelector('.report').textContent", [])
            .await;
        assert!(report.as_str().is_some_and(|text| text.contains(&in_words(&day))), "{zone}");

        // For a colleague elsewhere it is the same day.
        let other = ZONES.into_iter().find(|other| *other != zone).expect("two zones");
        let colleague = with(Options::new().time_zone(other), &site, &format!("#r={code}")).await;
        colleague.reads(&in_words(&day)).await;
        colleague.goto_fragment("history").await;
        brings_to(&colleague, "import", "wynik.json", kept.to_string()).await;
        colleague.act("add-to-history").await;
        colleague.sees("li[data-score='64']").await;
        colleague.reads(&in_words(&day)).await;
        assert_eq!(person.errors().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn days_that_cannot_be_are_named_and_lead_nothing() {
    let site = site();
    let person = at(&site, "#history").await;
    let dated = |moment: &str, row: usize| record(rows(3, 3, 0, 0)[row], moment);
    let results =
        [dated("2026-06-01T09:00:00Z", 0), dated("2041-01-01T09:00:00Z", 1), dated("1999-01-01T09:00:00Z", 2)];
    let file = json!({ "type": "duet.results", "version": 1, "results": results }).to_string();
    brings_to(&person, "import", "trzy.json", &file).await;
    person.reads("takiej daty nie może być (1 stycznia 2041)").await;
    person.reads("takiej daty nie może być (1 stycznia 1999)").await;
    person.act("add-to-history").await;
    person.sees("ol.history li").await;
    let first = person.script("return document.querySelector('ol.history li').innerText", []).await;
    assert!(first.as_str().is_some_and(|text| text.contains("1 czerwca 2026")), "{first}");
    person.goto_fragment("start").await;
    person.reads("1 czerwca 2026").await;
    person.goto_fragment("team").await;
    brings_to(&person, "team-files", "trzy.json", &file).await;
    assert_eq!(people(&person).await, ["3", "0", "0"]);
    person.reads("takiej daty nie może być (1 stycznia 2041)").await;
    person.sees_no("#rounds[open]").await;
    pastes(&person, "nic").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}
