//! The kinds of texts of keeping a result and handing it over, and of what can be wrong with a file.

use duet_domain::import;
use duet_domain::record::Mismatch;

/// Texts of keeping and handing over.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Handing {
    pub label: &'static str,
    pub label_note: &'static str,
    pub send: &'static str,
    pub keep: &'static str,
    pub file: &'static str,
    pub csv: &'static str,
    pub print: &'static str,
    pub share: &'static str,
    pub copy_link: &'static str,
    pub copy_code: &'static str,
    pub copy_text: &'static str,
    /// Before a link that takes the answers along: where they may not last, and on the review.
    pub along: &'static str,
    pub elsewhere: &'static str,
    pub take_along: &'static str,
    pub copy_address: &'static str,
    /// On a button that has copied.
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub copy_content: &'static str,
    /// Where the share sheet did not come.
    pub shared_by_copy: &'static str,
    pub shared_by_hand: &'static str,
    /// What may not have happened, or has not; what follows leads to one's own browser, or to copying.
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
    /// With the name of the file and the fault.
    pub refused: fn(&str, &import::ImportError) -> String,
    pub mismatch: fn(&str, import::ImportLocation, &Mismatch) -> String,
    /// With the name of the file; some characters of a result were lost before.
    pub garbled: fn(&str, import::ImportLocation) -> String,
    /// With the name of the file and the day.
    pub odd_day: fn(&str, import::ImportLocation, &str) -> String,
    /// With the name of the file and the number of codes in it.
    pub codes: fn(&str, usize) -> String,
    /// With the name of the file and how many more notes there are.
    pub more_notes: fn(&str, usize) -> String,
    pub add: &'static str,
    /// With how many were added, and how many were there already.
    pub added: fn(usize, usize) -> String,
    /// With how many have another label or plan.
    pub differing: fn(usize) -> String,
    pub take_notes: &'static str,
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
    /// The heads of columns in a file.
    pub sum: &'static str,
    pub level: &'static str,
    pub csv_columns: [&'static str; 4],
    pub mean: &'static str,
    pub stored: &'static str,
    pub stored_note: &'static str,
    pub nothing_stored: &'static str,
}
