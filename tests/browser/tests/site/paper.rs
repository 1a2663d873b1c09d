//! What comes out of a printer.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use duet_browser::{Engine, Person};
use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};

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
