//! Parts of a page that several views use, and those around every view: header, footer, notices.

pub mod after_paint;
pub mod chunk;
pub mod cited;
pub mod confirm;
pub mod copy;
pub mod digit_keys;
pub mod disclosure;
pub mod dots;
pub mod download_quarantine;
pub mod draft_link;
pub mod enter;
pub mod fallback;
pub mod field;
pub mod files;
pub mod footer;
pub mod header;
pub mod import_lines;
pub mod last_result;
pub mod notices;
pub mod open_in_tab;
pub mod possible_score;
pub mod qr;
pub mod radio;
pub mod statement_lists;
pub mod unreadable_values;
pub mod verbatim;
