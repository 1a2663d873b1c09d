//! What is taken into the meeting.

use duet_browser::Options;
use duet_domain::Side;

use crate::hand::brings_to;
use crate::paper::{SHEETS, printed};
use crate::team::{Row, code, file, pastes, rows};
use crate::{at, site, with};

#[tokio::test]
async fn a_presenter_leads_through_the_gaps_with_the_arrow_keys() {
    let site = site();
    let person = with(Options::new().viewport(1280, 800), &site, "#team").await;
    pastes(&person, &rows(41, 4, 4, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")).await;
    person.act("present").await;
    person.sees("dialog[open] [data-picture='1']").await;
    let (left, right) = (char::from(thirtyfour::Key::Left), char::from(thirtyfour::Key::Right));
    person.press(right).await;
    person.sees("dialog [data-picture='2'] .large").await;
    person.press(right).await;
    person.sees("dialog [data-picture='3']").await;
    person.press(left).await;
    person.sees("dialog [data-picture='2']").await;
    person.press(thirtyfour::Key::End).await;
    person.sees("dialog .picture ul.looks").await;
    person.press(thirtyfour::Key::Escape).await;
    person.sees_no("dialog[open]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_fullest_agenda_fits_one_sheet() {
    let site = site();
    let person = at(&site, "#team").await;
    // Every statement is a weakness, and every gap a question.
    let sales = (0..3).map(|place| (Side::Sales, [2 + place % 2; 20]));
    let marketing = (0..3).map(|place| (Side::Marketing, [1 + (place + 1) % 2; 20]));
    let rows: Vec<Row> = sales.chain(marketing).chain([(Side::Other, [2; 20])]).collect();
    brings_to(&person, "team-files", "full.json", &file(&rows)).await;
    person.sees("[data-list=weaknesses] [data-item]").await;
    person.script("window.print = () => {}", []).await;
    person.click("[name=agenda-language][value=both]").await;
    person.act("print-agenda").await;
    person.sees_no(".report.agenda[hidden]").await;
    for sheet in SHEETS {
        let pages = printed(&person, sheet).await;
        assert_eq!(pages.len(), 1, "{sheet:?}: {pages:?}");
        assert!(pages[0].contains("starthere") && pages[0].contains("zacznijcietutaj"), "{}", pages[0]);
    }
}

#[tokio::test]
async fn the_full_report_is_printed_with_every_statement() {
    let site = site();
    let person = at(&site, "#team").await;
    pastes(&person, &rows(51, 4, 4, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")).await;
    person.unfold(".dumbbells").await;
    person.sees(".dumbbells").await;
    let pages = printed(&person, SHEETS[0]).await;
    let all = pages.concat();
    assert!(pages.len() <= 4, "{} pages", pages.len());
    for word in ["obiestrony", "Rzeczywistasprzedaż", "prezentowaniuichzarządowi", "r*wg", "HarvardBusinessReview"] {
        assert!(all.contains(word), "no {word} in {all}");
    }
    assert!(!all.contains("Zebranewyniki"), "{all}");
}
