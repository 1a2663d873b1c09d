//! Duet: a self-check, in the browser alone, of how well Sales and Marketing work together.
//!
//! The way of the data is straight: what is asked → what was answered → what it means → what is shown. The layers follow it,
//! and each imports only from those above it in this table.
//!
//! | layer          | what belongs there                                                     |
//! |----------------|------------------------------------------------------------------------|
//! | `duet_domain`  | what Duet knows; a crate of its own, `crates/domain`                     |
//! | [`i18n`]       | the words people read, in each language                                |
//! | [`screen`]     | which view a fragment names                                            |
//! | [`browser`]    | everything that touches the browser                                    |
//! | [`charts`]     | pictures as inline SVG, their geometry in pure functions               |
//! | [`export`]     | a result as CSV, text, picture, QR code; pure functions                |
//! | [`session`]    | the one place with mutable state; its methods are a person's actions   |
//! | [`components`] | pieces of a page that two views or more use                            |
//! | [`views`]      | one screen a file                                                      |
//! | [`app`]        | puts the view between header and footer                                |
//! | `parts`        | the parts of the program that are loaded later; in the browser only      |
//! | `mount`        | takes over the page and connects it to the window; in the browser only   |
//! | [`pages`]      | the same as static pages, written when the site is built               |

pub mod app;
pub mod browser;
pub mod charts;
pub mod components;
pub mod export;
pub mod i18n;
#[cfg(target_arch = "wasm32")]
pub mod mount;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(test)]
mod samples;
pub mod screen;
pub mod session;
pub mod views;
