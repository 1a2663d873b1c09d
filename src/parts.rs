//! The parts of the program, and how they are loaded.
//!
//! Everything that is reached through one of the functions here, and in no other way, becomes a file of its own when the site is
//! built (`xtask/src/split.rs`). What the first part may ask of them is in [`Results`] and [`Rest`].

// The functions cross from one file to another, which Rust can only call unsafe and which may fail; the macro writes both.
#![allow(unsafe_code, clippy::unnecessary_wraps)]

// Not that of Leptos, which has one only once something is mounted.
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::browser::spawn;
use crate::i18n::{Catalog, ENGLISH, Language, POLISH};
use crate::session::{Handing, Loading, Missing, Part, Rest, Results, Session};
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

#[wasm_split(handing, wasm_split_path = ::leptos::wasm_split, fallible)]
fn handing() -> Result<&'static Handing, Missing> {
    Ok(&views::HANDING)
}

#[wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible)]
fn rest() -> Result<&'static Rest, Missing> {
    Ok(&views::REST)
}

#[wasm_split(polish, wasm_split_path = ::leptos::wasm_split, fallible)]
fn polish() -> Result<&'static Catalog, Missing> {
    Ok(&POLISH)
}

#[wasm_split(english, wasm_split_path = ::leptos::wasm_split, fallible)]
fn english() -> Result<&'static Catalog, Missing> {
    Ok(&ENGLISH)
}

/// Loads a part, those it needs, and the words in a language; with the rest, in all.
pub fn load(session: Session, part: Part, language: Language) -> Loading {
    Box::pin(async move {
        // All at the same time.
        for each in Language::ALL.into_iter().filter(|each| part == Part::Rest || *each == language) {
            spawn(async move {
                if let Ok(words) = words(each).await {
                    session.add_words(words);
                }
            });
        }
        if part >= Part::Handing {
            spawn(async { _ = handing().await });
        }
        if part == Part::Rest {
            spawn(async { _ = rest().await });
        }
        let results = results().await?;
        if part == Part::Rest {
            need(session, Language::Polish).await?;
            need(session, Language::English).await?;
        }
        need(session, language).await?;
        // The person may have chosen the other one meanwhile.
        while session.known_words(session.language_untracked()).is_none() {
            need(session, session.language_untracked()).await?;
        }
        if part >= Part::Handing {
            session.add_handing(handing().await?);
        }
        if part == Part::Rest {
            session.add_rest(rest().await?);
        }
        session.add_results_part(results);
        Ok(())
    })
}

/// Waits for the words in a language.
async fn need(session: Session, language: Language) -> Result<(), Missing> {
    session.add_words(words(language).await?);
    Ok(())
}

async fn words(language: Language) -> Result<&'static Catalog, Missing> {
    match language {
        Language::Polish => polish().await,
        Language::English => english().await,
    }
}
