//! The chunk boundaries of the program.
//!
//! Code that is reachable only through a function with `wasm_split` belongs to its chunk, which is loaded by the first call. A call whose
//! chunk cannot be loaded returns an error; the next call tries again.

// The macro expands to an unsafe call that returns a `Result`.
#![allow(unsafe_code, clippy::unnecessary_wraps)]

use std::pin::Pin;

use leptos::prelude::AnyView;
// Not the `lazy` macro of Leptos, which panics if a chunk cannot be loaded.
use leptos::wasm_split::wasm_split;

use crate::components::{draft_link, last_result, unreadable_values};
use crate::platform::chunk::ChunkLoadError;
use crate::route::Screen;
use crate::state::{Session, ViewFunction};
use crate::views;
use duet_domain::record::Record;

/// A part of a view whose chunk is loaded.
pub type ChunkView = fn(Session) -> AnyView;
/// A part of a view whose chunk is being loaded.
pub type ChunkFuture = Pin<Box<dyn Future<Output = Result<ChunkView, ChunkLoadError>>>>;

/// The function that renders the view of a screen.
///
/// # Errors
/// If its chunk cannot be loaded.
pub async fn view(screen: Screen) -> Result<ViewFunction, ChunkLoadError> {
    match screen {
        Screen::Start | Screen::Question(_) => Ok(views::run),
        Screen::Review | Screen::Result | Screen::Shared(_) => result_views().await,
        Screen::Team | Screen::SharedTeam | Screen::Summary => team_views().await,
        Screen::History | Screen::About => more_views().await,
    }
}

/// Loads all chunks, before an update removes this version of them.
pub async fn load_all() {
    for screen in [Screen::Result, Screen::Team, Screen::About] {
        // A failure is reported when the chunk is needed.
        let _ = view(screen).await;
    }
}

/// Loads the chunk that receives answers from a link, and passes it the fragment ([`Session::receive_answers`]).
///
/// # Errors
/// If the chunk cannot be loaded.
pub async fn receive_answers(session: Session, fragment: String) -> Result<(), ChunkLoadError> {
    answers_receiver().await?(session, &fragment);
    Ok(())
}

/// Adds a result to the team.
///
/// # Errors
/// If the chunk cannot be loaded.
pub async fn add_to_team(session: Session, result: Record) -> Result<(), ChunkLoadError> {
    team_adder().await?(session, result);
    Ok(())
}

/// The panel with the last result, for the start.
pub fn last_result() -> ChunkFuture {
    Box::pin(last_result_chunk())
}

/// The button that copies a link with the answers in progress.
pub fn draft_link() -> ChunkFuture {
    Box::pin(draft_link_chunk())
}

/// The button that copies the address of this view outside the frame.
pub fn copy_tab_link() -> ChunkFuture {
    Box::pin(copy_tab_link_chunk())
}

/// The message about stored values that could not be read.
pub fn unreadable_values() -> ChunkFuture {
    Box::pin(unreadable_values_chunk())
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn result_views() -> Result<ViewFunction, ChunkLoadError> {
    Ok(views::result)
}

#[wasm_split(team, wasm_split_path = ::leptos::wasm_split, fallible)]
fn team_views() -> Result<ViewFunction, ChunkLoadError> {
    Ok(views::team)
}

#[wasm_split(more, wasm_split_path = ::leptos::wasm_split, fallible)]
fn more_views() -> Result<ViewFunction, ChunkLoadError> {
    Ok(views::more)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn answers_receiver() -> Result<fn(Session, &str), ChunkLoadError> {
    Ok(Session::receive_answers)
}

#[wasm_split(team, wasm_split_path = ::leptos::wasm_split, fallible)]
fn team_adder() -> Result<fn(Session, Record), ChunkLoadError> {
    Ok(|session, result| {
        session.team.open();
        session.team.add([result]);
    })
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn last_result_chunk() -> Result<ChunkView, ChunkLoadError> {
    Ok(last_result::last_result)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn draft_link_chunk() -> Result<ChunkView, ChunkLoadError> {
    Ok(draft_link::draft_link)
}

#[wasm_split(result, wasm_split_path = ::leptos::wasm_split, fallible)]
fn copy_tab_link_chunk() -> Result<ChunkView, ChunkLoadError> {
    Ok(draft_link::copy_tab_link)
}

#[wasm_split(more, wasm_split_path = ::leptos::wasm_split, fallible)]
fn unreadable_values_chunk() -> Result<ChunkView, ChunkLoadError> {
    Ok(unreadable_values::unreadable_values)
}
