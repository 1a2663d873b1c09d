//! What needs a browser and no built site, the storage and the clock. Run by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use duet::platform::{clock, storage};
use duet_domain::draft::Draft;
use duet_domain::stored::Stored;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_clock_tells_a_moment() {
    let now = clock::now();
    assert!(now.as_str() > "2026-01-01T00:00:00Z", "{now:?}");
    // The day of the device is that of UTC, the one before, or the one after.
    assert!((clock::today().number() - now.utc_day().number()).abs() <= 1);
}

/// Of every length in UTF-8, and what stands for the order of bytes at the beginning of a file.
const TEXTS: [&str; 4] = ["", "Zażółć gęślą jaźń – „tak”", "\u{feff}1 < 2 & 3", "𝄞 and 👩\u{200d}🔬"];

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
