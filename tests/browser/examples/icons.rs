//! Draws the icons and the pictures of the cards that chats show for a link, from the built site.
//!
//! `cargo xtask icons` builds the site and runs this; the pictures go to `public/images` and are committed.

use std::fs;
use std::path::{Path, PathBuf};

use duet_browser::{Folder, Options, Person, Site};
use serde_json::json;

/// The ground of icons that the system cuts into its own shape.
const GROUND: &str = "#faf7f1";

#[tokio::main]
async fn main() {
    let dist = PathBuf::from(std::env::var("DUET_SITE").expect("DUET_SITE names the built site"));
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
    let icon = fs::read_to_string(dist.join("icon.svg")).expect("the icon");
    let images = public.join("images");
    // What is cut off a maskable icon leaves a circle of four fifths of its width.
    for (name, size, share, ground) in [
        ("icon-192", 192, 100, "transparent"),
        ("icon-512", 512, 100, "transparent"),
        ("maskable-512", 512, 74, GROUND),
        ("touch-180", 180, 84, GROUND),
    ] {
        let style =
            format!("body {{ background: {ground}; display: grid; place-items: center }} svg {{ width: {share}vw }}");
        draw(&page(&style, &icon), (size, size), &images.join(format!("{name}.png"))).await;
    }
    let tokens = fs::read_to_string(public.join("../style/tokens.css")).expect("the colours");
    for (language, page) in [("pl", "index.html"), ("en", "en/index.html")] {
        let html = fs::read_to_string(dist.join(page)).expect("the built page");
        let card = card(&html, &tokens);
        draw(&card, (1200, 630), &images.join(format!("card-{language}.png"))).await;
    }
}

fn page(style: &str, body: &str) -> String {
    format!("<!doctype html><meta charset=utf-8><style>html, body {{ margin: 0; height: 100% }} {style}</style>{body}")
}

/// The strands, the question, the four levels.
fn card(html: &str, tokens: &str) -> String {
    // The first picture of the start view.
    let strands = between(between(html, "<main", "</main>"), "<svg", "</svg>");
    let title = between(html, "<title>Duet – ", "</title>");
    let lead = between(html, "<p class=\"lead\">", "</p>");
    let style = format!(
        "{tokens} body {{ box-sizing: border-box; padding: 72px 84px; background: var(--paper); color: var(--ink); \
         display: flex; flex-direction: column; justify-content: space-between; border-bottom: 14px solid var(--marketing) }} \
         svg {{ width: 100%; fill: none; stroke-linecap: round }} path {{ stroke-width: 4 }} path.gap {{ stroke: var(--paper); \
         stroke-width: 10; stroke-linecap: butt }} .sales {{ stroke: var(--sales) }} .marketing {{ stroke: var(--marketing) }} \
         .fence {{ stroke: var(--edge); stroke-width: 2.5 }} h1 {{ margin: 0; text-transform: none; \
         font: 500 70px/1.12 var(--serif); letter-spacing: -0.01em; text-wrap: balance }} h1::first-letter {{ text-transform: uppercase }} \
         p {{ margin: 0; font: 31px/1.4 var(--sans); color: var(--soft) }} b {{ color: var(--ink); font: 500 34px/1 var(--serif) }}"
    );
    let body = format!("<svg{strands}</svg><h1>{title}</h1><p>{lead}</p><p><b>Duet</b></p>");
    page(&style, &body)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = text.split_once(start).unwrap_or_else(|| panic!("there is no {start} in the page")).1;
    after.split_once(end).expect("it ends").0
}

async fn draw(html: &str, (width, height): (u32, u32), to: &Path) {
    let folder = Folder::new();
    folder.write("index.html", html);
    let site = Site::serve(folder.path());
    let person = Person::with(Options::new().viewport(width, height)).await;
    // What is not painted stays transparent.
    let clear = json!({ "color": { "r": 0, "g": 0, "b": 0, "a": 0 } });
    let set = person.web().cdp().send_raw("Emulation.setDefaultBackgroundColorOverride", clear).await;
    set.expect("the ground can be set");
    person.open(site.url("")).await;
    person.screenshot(to).await;
}
