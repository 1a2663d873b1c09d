//! Words for exporting, sharing and importing results, and the errors of imported files.

use duet_domain::import;
use duet_domain::record::Mismatch;

/// Words for exporting, sharing and importing results.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Transfer {
    pub label: &'static str,
    pub label_note: &'static str,
    /// The menu with the other ways to hand a result over.
    pub more_ways: &'static str,
    pub keep: &'static str,
    pub file: &'static str,
    pub csv: &'static str,
    pub print: &'static str,
    pub share: &'static str,
    pub copy_link: &'static str,
    pub copy_code: &'static str,
    pub copy_text: &'static str,
    /// Before the button that copies a link with the answers: if the browser may not retain them, and on the review.
    pub draft_link_note: &'static str,
    pub draft_link_note_on_review: &'static str,
    pub copy_draft_link: &'static str,
    pub copy_address: &'static str,
    /// The label of a button after copying.
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub copy_content: &'static str,
    /// If the share sheet was refused.
    pub shared_by_copy: &'static str,
    pub shared_by_hand: &'static str,
    /// The fallback after a download or a print.
    pub maybe_not_saved: &'static str,
    pub not_offered: &'static str,
    pub maybe_not_printed: &'static str,
    pub no_printing: &'static str,
    pub open_in_browser: &'static str,
    pub or_copy: &'static str,
    pub svg: &'static str,
    pub png: &'static str,
    pub code: &'static str,
    pub code_note: &'static str,
    pub show_qr: &'static str,
    pub qr: &'static str,
    pub import: &'static str,
    pub import_note: &'static str,
    pub choose: &'static str,
    pub enter_code: &'static str,
    /// With the name of the file and the number of results in it.
    pub read: fn(&str, usize) -> String,
    /// With the name of the file and the error.
    pub refused: fn(&str, &import::ImportError) -> String,
    pub mismatch: fn(&str, import::ImportLocation, &Mismatch) -> String,
    /// With the name of the file. Some characters of a result could not be decoded.
    pub garbled: fn(&str, import::ImportLocation) -> String,
    /// With the name of the file and the day.
    pub odd_day: fn(&str, import::ImportLocation, &str) -> String,
    /// With the name of the file and the number of codes in it.
    pub codes: fn(&str, usize) -> String,
    /// With the name of the file and the number of further messages.
    pub more_notes: fn(&str, usize) -> String,
    pub add: &'static str,
    /// With the numbers of added and of known results.
    pub added: fn(usize, usize) -> String,
    /// With the number of results that have another label or plan.
    pub differing: fn(usize) -> String,
    pub replace_notes: &'static str,
    pub keep_notes: &'static str,
    pub cancel: &'static str,
    pub trend: &'static str,
    pub changed: &'static str,
    pub unchanged: &'static str,
    pub wording_differs: &'static str,
    pub open: &'static str,
    pub delete: &'static str,
    pub delete_all: &'static str,
    pub delete_ask: &'static str,
    /// Column heads of a CSV.
    pub sum: &'static str,
    pub level: &'static str,
    pub csv_columns: [&'static str; 4],
    pub mean: &'static str,
    pub stored: &'static str,
    pub stored_note: &'static str,
    pub nothing_stored: &'static str,
}
