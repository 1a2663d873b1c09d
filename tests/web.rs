//! What needs a browser and no built site, beside the markup: the storage, the clock, dates in words. Run by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use duet::browser::{clock, native, storage};
use duet::domain::draft::Draft;
use duet::domain::stored::Stored;
use duet::domain::timestamp::Timestamp;
use duet::i18n::Language;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

#[wasm_bindgen_test]
fn days_are_written_as_the_reader_writes_them() {
    // Noon, so that it is the same day in every time zone but the farthest.
    let day = moment("2026-11-24T12:00:00Z");
    assert_eq!(clock::day(&day, Language::Polish), "24 listopada 2026");
    assert_eq!(clock::day(&day, Language::English), "24 November 2026");
}

#[wasm_bindgen_test]
fn a_day_that_does_not_exist_is_shown_as_it_is_written() {
    let day = moment("2026-02-31T12:00:00Z");
    let text = clock::day(&day, Language::Polish);
    // Some engines take it for the third of March; none may stop at it.
    assert!(text == "2026-02-31" || text == "3 marca 2026", "{text}");
}

#[wasm_bindgen_test]
fn the_clock_tells_a_moment() {
    let now = clock::now();
    assert!(now.as_str() > "2026-01-01T00:00:00Z", "{now:?}");
}

/// Of every length in UTF-8, and what stands for the order of bytes at the beginning of a file.
const TEXTS: [&str; 4] = ["", "Zażółć gęślą jaźń – „tak”", "\u{feff}1 < 2 & 3", "𝄞 and 👩\u{200d}🔬"];

#[wasm_bindgen_test]
fn a_text_reaches_the_browser_as_it_is_wherever_the_program_is_in_memory() {
    let reach = || {
        for text in TEXTS {
            assert_eq!(native::text(text).as_string().as_deref(), Some(text));
            // Made once, then found again.
            for _ in 0..2 {
                assert_eq!(native::name(text).as_string().as_deref(), Some(text));
            }
        }
    };
    reach();
    // The memory grows, and the browser gives it another place.
    let large = "ł".repeat(20 << 20);
    assert_eq!(native::text(&large).as_string().as_deref(), Some(&*large));
    reach();
}

#[wasm_bindgen_test]
fn a_text_is_stored_as_it_is() {
    for text in TEXTS {
        storage::set(Draft::KEY, text).expect("stored");
        assert_eq!(storage::get(Draft::KEY).as_deref(), Some(text));
    }
    storage::remove(Draft::KEY);
    assert_eq!(storage::get(Draft::KEY), None);
}

#[wasm_bindgen_test]
fn a_value_is_stored_and_removed() {
    assert!(storage::is_there());
    let text = Draft::default().write();
    storage::set(Draft::KEY, &text).expect("stored");
    assert_eq!(storage::get(Draft::KEY), Some(text));
    storage::remove(Draft::KEY);
    assert_eq!(storage::get(Draft::KEY), None);
}

#[wasm_bindgen_test]
fn what_is_too_large_is_refused_and_remembered_until_it_is_stored() {
    let large = "x".repeat(20 << 20);
    assert_eq!(storage::set(Draft::KEY, &large), Err(storage::Refusal::Full));
    assert_eq!(storage::get(Draft::KEY), None);
    let kept = storage::unstored();
    assert_eq!(kept.iter().map(|(key, text)| (*key, text.len())).collect::<Vec<_>>(), [(Draft::KEY, large.len())]);
    storage::set(Draft::KEY, "{}").expect("stored");
    assert!(storage::unstored().is_empty());
    storage::remove(Draft::KEY);
}
