//! Duet: a self-check, in the browser alone, of how well Sales and Marketing work together.
//!
//! Data flows one way: instrument → answers → result → view → export. The table has the lowest layer first: each imports only
//! from those before it (`tests/layers.rs` checks the sources). [`lazy`] has the chunk boundaries and is no layer: components call it, and it
//! names the views.
//!
//! | layer          | what belongs there                                                       |
//! |----------------|--------------------------------------------------------------------------|
//! | `duet_domain`  | instrument, answers, score, code, history, team; the crate `crates/domain` |
//! | [`texts`]      | the words of the views, in each language                                 |
//! | [`route`]      | which view a fragment names                                              |
//! | [`platform`]   | the browser: storage, files, clipboard, frame, clock                     |
//! | [`charts`]     | charts as inline SVG, and their geometry                                 |
//! | [`export`]     | a result as CSV, text, calendar, picture, QR code; pure functions        |
//! | [`state`]      | the stores; their methods are the actions of a person                    |
//! | [`components`] | parts of a page that several views use                                   |
//! | [`views`]      | the views, one a file                                                    |
//! | [`app`]        | header, current view, footer                                             |
//! | `mount`        | mounts the app and adds the window listeners; in a browser only           |
//! | [`pages`]      | the static pages, rendered from the same views when the site is built     |

pub mod app;
pub mod charts;
pub mod components;
pub mod export;
pub mod lazy;
#[cfg(target_arch = "wasm32")]
pub mod mount;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
pub mod platform;
pub mod route;
#[cfg(test)]
mod samples;
pub mod state;
pub mod texts;
pub mod views;
