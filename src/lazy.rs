//! Every boundary at which the program is cut into chunks.
//!
//! What is reached through a function here, and in no other way, becomes part of a chunk that is loaded when the function is called for
//! the first time. Where a chunk does not come, the call gives an error; the next call tries again.

// The call into a chunk is an unsafe one that may fail; the macro writes both.
#![allow(unsafe_code, clippy::unnecessary_wraps)]

use std::pin::Pin;

use leptos::prelude::AnyView;
// Not the `lazy` of Leptos, which panics where a chunk does not come.
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::components::{last_result, read_faults, take_along};
use crate::route::Screen;
use crate::state::{Session, ViewFunction};
use crate::views;
use duet_domain::record::Record;

/// A chunk that did not come, for want of a network most likely. The loader has told the console why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingChunk;

impl From<SplitLoaderError> for MissingChunk {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A piece of a view, once its chunk is loaded.
pub type Piece = fn(Session) -> AnyView;
/// A piece of a view that is being loaded.
pub type LoadingPiece = Pin<Box<dyn Future<Output = Result<Piece, MissingChunk>>>>;

/// What renders the view of a screen.
///
/// # Errors
/// When its chunk does not come.
pub async fn view(screen: Screen) -> Result<ViewFunction, MissingChunk> {
    match screen {
        Screen::Start | Screen::Question(_) => Ok(views::run),
        Screen::Review | Screen::Result | Screen::Shared(_) => result_views().await,
        Screen::Team | Screen::SharedTeam => team_views().await,
        Screen::History | Screen::About => more_views().await,
    }
}

/// Loads all chunks, as long as this version of them is still to be had.
pub async fn load_all() {
    for screen in [Screen::Result, Screen::Team, Screen::About] {
        // Who needs one that did not come is told then.
        let _ = view(screen).await;
    }
}

/// Takes the answers of a fragment that carries some.
///
/// # Errors
/// When the chunk does not come.
pub async fn receive_answers(session: Session, fragment: String) -> Result<(), MissingChunk> {
    answers_receiver().await?(session, &fragment);
    Ok(())
}

/// Adds a result to those that are compared.
///
/// # Errors
/// When the chunk does not come.
pub async fn add_to_team(session: Session, result: Record) -> Result<(), MissingChunk> {
    team_adder().await?(session, result);
    Ok(())
}

/// The last result, for the start.
pub fn last_result() -> LoadingPiece {
    Box::pin(last_result_piece())
}

/// The link with unfinished answers, after a sentence that says what for.
pub fn take_along() -> LoadingPiece {
    Box::pin(take_along_piece())
}

/// The button that copies the address of a tab of its own.
pub fn copy_own_tab() -> LoadingPiece {
    Box::pin(copy_own_tab_piece())
}

/// What is said of stored values that could not be read.
pub fn read_faults() -> LoadingPiece {
    Box::pin(read_faults_piece())
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn result_views() -> Result<ViewFunction, MissingChunk> {
    Ok(views::result)
}

#[wasm_split(team, wasm_split_path = ::leptos::wasm_split, fallible)]
fn team_views() -> Result<ViewFunction, MissingChunk> {
    Ok(views::team)
}

#[wasm_split(more, wasm_split_path = ::leptos::wasm_split, fallible)]
fn more_views() -> Result<ViewFunction, MissingChunk> {
    Ok(views::more)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn answers_receiver() -> Result<fn(Session, &str), MissingChunk> {
    Ok(Session::receive_answers)
}

#[wasm_split(team, wasm_split_path = ::leptos::wasm_split, fallible)]
fn team_adder() -> Result<fn(Session, Record), MissingChunk> {
    Ok(|session, result| {
        session.team.open();
        session.team.add([result]);
    })
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn last_result_piece() -> Result<Piece, MissingChunk> {
    Ok(last_result::last_result)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn take_along_piece() -> Result<Piece, MissingChunk> {
    Ok(take_along::take_along)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn copy_own_tab_piece() -> Result<Piece, MissingChunk> {
    Ok(take_along::copy_own_tab)
}

#[wasm_split(more, wasm_split_path = ::leptos::wasm_split, fallible)]
fn read_faults_piece() -> Result<Piece, MissingChunk> {
    Ok(read_faults::read_faults)
}
