//! The parts of the program, and how they are loaded.
//!
//! Everything that is reached through one of the two functions here, and in no other way, becomes a file of its own when the site is
//! built (`xtask/src/split.rs`). What the first part may ask of them is in [`Results`].

// The two functions cross from one file to another, which Rust can only call unsafe and which may fail; the macro writes both.
#![allow(unsafe_code, clippy::unnecessary_wraps)]

// Not that of Leptos, which has one only once something is mounted.
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen_futures::spawn_local;

use crate::session::{Loading, Missing, Part, Rest, Results, Session};
use crate::views;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        // The loader has told the console why.
        Self
    }
}

#[wasm_split(results, wasm_split_path = ::leptos::wasm_split, fallible)]
fn results() -> Result<&'static Results, Missing> {
    Ok(&views::RESULTS)
}

#[wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
fn rest() -> Result<Rest, Missing> {
    Ok(views::REST)
}

/// Loads a part and those it needs.
pub fn load(session: Session, part: Part) -> Loading {
    Box::pin(async move {
        if part == Part::Rest {
            // Both at the same time.
            spawn_local(async {
                let _ = rest().await;
            });
        }
        session.add_results_part(results().await?);
        if part == Part::Rest {
            session.add_rest(rest().await?);
        }
        Ok(())
    })
}
