//! Duet: a self-check, in the browser alone, of how well Sales and Marketing work together.
//!
//! The way of the data is straight: what is asked → what was answered → what it means → what is shown. The layers follow it,
//! and each imports only from those above it in this table (`tests/layers.rs` reads the sources).
//!
//! | layer          | what belongs there                                                       |
//! |----------------|--------------------------------------------------------------------------|
//! | `duet_domain`  | what Duet knows; a crate of its own, `crates/domain`                       |
//! | [`texts`]      | the words people read, in each language                                  |
//! | [`route`]      | which view a fragment names                                              |
//! | [`platform`]   | what only a browser has                                                  |
//! | [`charts`]     | pictures as inline SVG, their geometry in pure functions                  |
//! | [`export`]     | a result as CSV, text, picture, QR code; pure functions                   |
//! | [`state`]      | the stores; their methods are a person's actions                          |
//! | [`components`] | pieces of a page that two views or more use                               |
//! | [`views`]      | one screen a file                                                        |
//! | [`lazy`]       | the boundaries at which the program is cut into chunks; views and components call it |
//! | [`app`]        | puts the view between header and footer                                  |
//! | `mount`        | takes over the page and connects it to the window; in a browser only       |
//! | [`pages`]      | the same as static pages, written when the site is built                  |

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
