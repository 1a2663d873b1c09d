//! English.

pub mod document;
pub mod frame;
pub mod invitation;
pub mod meeting;
pub mod more;
pub mod planning;
pub mod result;
pub mod run;
pub mod summary;
pub mod team;
pub mod transfer;
