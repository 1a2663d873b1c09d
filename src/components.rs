//! Pieces of a page that two views or more use, or that stand around all of them.

pub mod after_paint;
pub mod chunk;
pub mod cited;
pub mod confirm;
pub mod copy;
pub mod digit_keys;
pub mod dots;
pub mod enter;
pub mod field;
pub mod files;
pub mod folded;
pub mod footer;
pub mod header;
pub mod import_lines;
pub mod last_result;
pub mod next_way;
pub mod notices;
pub mod own_tab;
pub mod qr;
pub mod radio;
pub mod read_faults;
pub mod rows;
pub mod set_aside;
pub mod standing;
pub mod take_along;
pub mod verbatim;
