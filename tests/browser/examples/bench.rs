//! Measures how 20,000 results in one file are read, checked and drawn, and how long the page is busy at a stretch meanwhile.
//!
//! `cargo xtask bench` builds the site and runs this in one engine.

use std::fmt::Write as _;
use std::time::Instant;

use duet::domain::instrument;
use duet_browser::{Options, Person, Site, until};

const RESULTS: usize = 20_000;
const ROUNDS: usize = 5;

#[tokio::main]
async fn main() {
    let site = Site::serve(std::env::var("DUET_SITE").expect("DUET_SITE names the built site"));
    let path = std::env::temp_dir().join(format!("duet-bench-{}.json", std::process::id()));
    let text = file();
    std::fs::write(&path, &text).expect("a file");
    println!("{RESULTS} results, {} KB", text.len() / 1000);
    for round in 1..=ROUNDS {
        let person = Person::with(Options::new()).await;
        person.open(site.url("#team")).await;
        person.sees("html[data-boot=done] [name=team-text]").await;
        // Each beat comes as soon as the page lets it; the longest time between two is the longest it was busy.
        let watch = "window.last = performance.now(); window.longest = 0; window.first = 0; window.drawn = 0;
            window.fields = document.querySelector('[name=team-files]');
            window.fields.addEventListener('change', () => { window.first = performance.now(); window.last = window.first; }, true);
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                const now = performance.now();
                if (window.first && !window.drawn) window.longest = Math.max(window.longest, now - window.last);
                window.last = now;
                if (window.first && !window.drawn && document.querySelector('.dumbbells')) window.drawn = now;
                if (!window.drawn) setTimeout(() => channel.port2.postMessage(0), 0);
            };
            channel.port2.postMessage(0);";
        person.script(watch, []).await;
        let started = Instant::now();
        person.type_into("[name=team-files]", path.to_str().expect("a path")).await;
        let measured = until(async || {
            let measured =
                person.script("return window.drawn ? [window.drawn - window.first, window.longest] : null", []).await;
            (!measured.is_null()).then_some(measured)
        });
        let measured = measured.await.expect("the comparison is drawn");
        println!(
            "round {round}: drawn after {:.0} ms, busy for {:.0} ms at a stretch at most ({:.1} s seen from outside)",
            measured[0].as_f64().unwrap_or_default(),
            measured[1].as_f64().unwrap_or_default(),
            started.elapsed().as_secs_f64()
        );
    }
    let _ = std::fs::remove_file(path);
}

fn file() -> String {
    let instrument = serde_json::to_string(instrument::reference()).expect("JSON");
    let mut text = String::from(r#"{"type":"duet.results","version":1,"results":["#);
    let mut dice: u64 = 7;
    for place in 0..RESULTS {
        let answers: Vec<u64> = std::iter::repeat_with(|| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % 5 + 1
        })
        .take(20)
        .collect();
        let side = if place % 2 == 0 { "sales" } else { "marketing" };
        let comma = if place == 0 { "" } else { "," };
        let [hour, minute, second] = [place / 3600, place / 60 % 60, place % 60];
        let answers = serde_json::to_string(&answers).expect("JSON");
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            r#"{comma}{{"type":"duet.result","version":1,"instrument":{instrument},"side":"{side}","completed":"2026-11-20T{hour:02}:{minute:02}:{second:02}Z","answers":{answers}}}"#
        );
    }
    text + "]}"
}
