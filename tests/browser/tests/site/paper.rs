//! What comes out of a printer.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use duet_browser::{Engine, Options, Person};
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use crate::{at, site, with};

/// A sheet of A4 and one of Letter, in centimetres.
pub const SHEETS: [(f64, f64); 2] = [(21.0, 29.7), (21.59, 27.94)];

/// What is printed on paper of that size: the text of each page, without the spaces, which come out differently everywhere.
///
/// Chromium and Firefox print to a PDF. WebKitGTK cannot print under automation: there the rules for print are applied to the
/// screen, at the width of the paper, and its height is counted in pages.
pub async fn printed(person: &Person, sheet: (f64, f64)) -> Vec<String> {
    let pages = match person.engine() {
        Engine::Chromium => {
            let paper = json!({ "paperWidth": sheet.0 / 2.54, "paperHeight": sheet.1 / 2.54 });
            let printed = person.web().cdp().send_raw("Page.printToPDF", paper).await.expect("the page is printed");
            pages(&STANDARD.decode(printed["data"].as_str().expect("a PDF")).expect("base64"))
        }
        Engine::Firefox => {
            let page = PrintPage { width: sheet.0, height: sheet.1 };
            let parameters = PrintParameters { page, shrink_to_fit: false, ..PrintParameters::default() };
            pages(&person.web().print_page(parameters).await.expect("the page is printed"))
        }
        Engine::WebKit => {
            // As a browser does before it lays out the pages.
            person.script("dispatchEvent(new Event('beforeprint'))", []).await;
            let shown = person.script(include_str!("../page/paper.js"), [sheet.0.into(), sheet.1.into()]).await;
            serde_json::from_value(shown).expect("pages")
        }
    };
    pages.iter().map(|page| page.split_whitespace().collect()).collect()
}

fn pages(pdf: &[u8]) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pages.into_iter().map(|page| pdf.extract_text(&[page]).expect("a text")).collect()
}

#[tokio::test]
async fn the_form_for_a_pen_is_a_view_of_its_own() {
    let site = site();
    for width in [320, 390, 1280] {
        let person = with(Options::new().viewport(width, 844), &site, "").await;
        person.sees_no("#paper").await;
        person.click("a[href='#paper']").await;
        person.sees("#paper h1").await;
        person.sees_no("#app").await;
        // The five numbers stand beside each other, each in the middle of a cell that is as high as its row.
        let faults =
            "return [...document.querySelectorAll('#paper .statements tbody:first-of-type tr')].filter((row) => {
            const height = row.getBoundingClientRect().height;
            const cells = [...row.querySelectorAll('td:not(:first-child)')].map((cell) => cell.getBoundingClientRect());
            const beside = cells.every(({ left }, place) => place === 0 || left >= cells[place - 1].right - 1);
            return cells.length !== 5 || !beside || cells.some((cell) => Math.abs(cell.height - height) > 1);
        }).map((row) => row.textContent)";
        assert_eq!(person.script(faults, []).await, json!([]), "{width}");
        person.script("window.print = () => { window.asked = true; }", []).await;
        person.act("print-form").await;
        assert_eq!(person.script("return window.asked", []).await, true);
        person.click("#paper .home").await;
        person.sees_view("start").await;
        person.sees_no("#paper").await;
    }
}

#[tokio::test]
async fn the_form_for_a_pen_is_printed_on_two_sheets_at_most_and_only_when_asked_for() {
    let site = site();
    for (page, title, last, level) in [
        ("", "Formularzdowypełnieniadługopisem", "prezentowaniuichzarządowi", "Zintegrowana"),
        ("en/", "Aformtofillinwithapen", "topmanagement", "Integrated"),
    ] {
        let person = at(&site, page).await;
        if person.engine() != Engine::WebKit {
            // What is asked for is the start, which is printed as it is.
            let start = printed(&person, SHEETS[0]).await.concat();
            assert!(!start.contains(title) && !start.contains(last), "{start}");
        }
        person.goto_fragment("paper").await;
        person.sees("#paper").await;
        for sheet in SHEETS {
            let pages = printed(&person, sheet).await;
            assert!(pages.len() <= 2, "{page} {sheet:?}: {pages:?}");
            for text in [title, last, level] {
                assert!(pages.concat().contains(text), "{text}: {pages:?}");
            }
            if person.engine() == Engine::WebKit {
                break; // The page is as on paper from here on.
            }
        }
    }
}
