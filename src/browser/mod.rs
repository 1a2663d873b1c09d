//! Everything that touches the browser.
//!
//! It also compiles for other machines, where the pages are rendered to text; there none of it is called but [`intl`], which
//! then writes plainly.

pub mod address;
pub mod clock;
pub mod failure;
pub mod files;
pub mod frame;
pub mod intl;
pub mod offline;
pub mod page;
pub mod share;
pub mod storage;

use web_sys::{Document, Window};

fn window() -> Window {
    web_sys::window().expect("Duet runs in the window of a browser")
}

fn document() -> Document {
    window().document().expect("a window has a document")
}
