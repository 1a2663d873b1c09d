//! English.

pub mod document;
pub mod frame;
pub mod handing;
pub mod more;
pub mod result;
pub mod run;
pub mod team;
