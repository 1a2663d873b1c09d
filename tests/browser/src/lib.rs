//! Browser tests as ordinary Rust tests: a person, a browser, a page.
//!
//! ```no_run
//! # async fn a_manager_answers() {
//! use duet_browser::{Person, Site};
//!
//! let site = Site::serve("dist");
//! let person = Person::new().await;
//! person.open(site.url("")).await;
//! person.act("start").await;
//! person.sees_item(1).await;
//! person.answer(1, 4).await;
//! # }
//! ```
//!
//! The engine is chosen by the environment variable `DUET_ENGINE` (`chromium`, `firefox` or `webkit`), so that the same
//! tests run in all three. Every test has a site, a driver, a browser and a profile of its own, on ports of its own,
//! and may therefore run beside others.
//!
//! | module    | what it knows                                                             |
//! |-----------|---------------------------------------------------------------------------|
//! | `engine`  | how each engine is started, and how each condition is brought about in it |
//! | `options` | the conditions a test may ask for                                         |
//! | `profile` | the folder in which a browser keeps its things                            |
//! | `driver`  | starting the driver and, through it, the browser                          |
//! | `process` | processes that are gone when the test is                                  |
//! | `port`    | ports that nobody else takes                                              |
//! | `server`  | the static host                                                           |
//! | `layer`   | what a test changes about it                                              |
//! | `reply`   | its answers that are no files                                             |
//! | `traffic` | how much it sends                                                         |
//! | `person`  | what a person does and sees                                               |
//! | `picture` | pictures of a whole page                                                  |
//! | `measure` | a slow line, a slow processor, and how much memory is used                |
//! | `wait`    | waiting for a condition, never for a time                                 |
//!
//! Helpers panic instead of returning errors: a test that cannot go on has failed. The place of a panic is in the helper
//! and not in the test, hence its message says what was awaited and what the page showed instead.

#![expect(
    clippy::missing_panics_doc,
    reason = "nearly every helper panics when the page does not do what the test awaits"
)]

mod driver;
mod engine;
mod layer;
mod measure;
mod options;
mod person;
mod picture;
mod port;
mod process;
mod profile;
mod reply;
mod server;
mod traffic;
mod wait;

pub use engine::Engine;
pub use measure::{Line, Memory};
pub use options::Options;
pub use person::{Person, Pointer, Tab};
pub use port::free as free_port;
pub use process::Process;
pub use profile::{Folder, Profile};
pub use reply::Reply;
pub use server::Site;
pub use thirtyfour::Key;
pub use traffic::Sent;
pub use wait::{PATIENCE, until};
