//! English words: exporting, sharing and importing results.

use crate::texts::transfer::Transfer;
use duet_domain::answers::ITEMS;
use duet_domain::import::{self, ImportLocation};
use duet_domain::record;

pub static TRANSFER: Transfer = Transfer {
    label: "Label of the result",
    label_note: "Optional, such as a team or a role. It goes into the file and the print, but not into the code or the link.",
    more_ways: "Other ways: link, code, file",
    keep: "Keep it as a file",
    file: "Result file",
    csv: "Spreadsheet (CSV)",
    print: "Print the report",
    share: "Share…",
    copy_link: "Copy the link",
    copy_code: "Copy the code",
    copy_text: "Copy as text",
    draft_link_note: "Finishing elsewhere? Take your answers along.",
    draft_link_note_on_review: "Finishing on another device or in another browser? Take your answers along.",
    copy_draft_link: "Copy a link with my answers",
    copy_address: "Copy the address",
    copied: "Copied ✓",
    not_copied: "The browser did not allow copying. The text is selected: copy it by hand.",
    copy_content: "Copy the content",
    shared_by_copy: "This app does not allow sharing. The text is copied: paste it wherever you like.",
    shared_by_hand: "This app allows neither sharing nor copying. The text is selected: copy it by hand.",
    maybe_not_saved: "Nothing happened?",
    not_offered: "The browser does not let this page save files.",
    maybe_not_printed: "Nothing is printed?",
    no_printing: "This browser does not print pages.",
    open_in_browser: "Open Duet in your browser",
    or_copy: " or copy it:",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
    code: "Result code",
    code_note: "Sixteen characters: the answers, the side and the day. They can be read out on the phone or pasted into a chat.",
    show_qr: "Show it as a QR code",
    qr: "QR code of the link to the result",
    import: "Results from others",
    import_note: "Choose one or more result files, or drop them here. Nothing in them leaves this browser.",
    read: |name, count| format!("{name}: {count} {}.", if count == 1 { "result" } else { "results" }),
    refused: |name, fault| format!("{name}{}", refused(fault)),
    mismatch: |name, place, mismatch| {
        format!(
            "{name}{}: “{}” says {}, but the answers make it {}. The answers count.",
            in_result(place),
            mismatch.field,
            mismatch.written,
            mismatch.computed
        )
    },
    garbled: |name, place| {
        format!(
            "{name}{}: some characters could not be read and were left out. Check the label and the plan.",
            in_result(place)
        )
    },
    odd_day: |name, place, day| {
        format!(
            "{name}{}: that day cannot be ({day}). The result was read; check where it comes from.",
            in_result(place)
        )
    },
    codes: |name, count| format!("{name}: {count} {}.", if count == 1 { "code" } else { "codes" }),
    choose: "Choose files…",
    enter_code: "Result code, or a link",
    more_notes: |name, count| format!("{name}: and {count} more notes like these."),
    add: "Add to my history",
    added: |added, known| {
        let known = if known == 0 { String::new() } else { format!(" There already: {known}.") };
        format!("Added to the history: {added}.{known}")
    },
    differing: |count| {
        let with = if count == 1 { "One of them has".to_owned() } else { format!("{count} of them have") };
        format!("{with} another label or plan in the file than here. Yours were left as they are.")
    },
    replace_notes: "Take label and plan from the file",
    keep_notes: "Keep mine",
    cancel: "Do not add",
    trend: "How the sum has changed",
    changed: "What changed since the one before",
    unchanged: "No answer has changed.",
    wording_differs: "The result before answered statements of another wording, so the two are not compared.",
    open: "Show",
    delete: "Delete",
    delete_all: "Delete all results",
    delete_ask: "Delete for good? This cannot be undone.",
    sum: "Sum",
    level: "Relationship",
    csv_columns: ["no", "theme", "statement", "answer"],
    mean: "mean",
    stored: "Show everything that is stored on this device",
    stored_note: "Exactly what Duet keeps in the storage of the browser:",
    nothing_stored: "Nothing is stored.",
};

fn in_result(place: ImportLocation) -> String {
    match place {
        ImportLocation::File => String::new(),
        ImportLocation::Result(number) => format!(", result {number}"),
        ImportLocation::Line(line) => format!(", line {line}"),
    }
}

/// What follows the name of the file.
fn refused(fault: &import::ImportError) -> String {
    match fault {
        import::ImportError::Empty => ": the file is empty.".to_owned(),
        import::ImportError::TooLarge => ": the file has more than 5 MiB. No Duet file needs that much.".to_owned(),
        import::ImportError::Unreadable => {
            ": the browser could not read the file. It may be a folder, or have been moved.".to_owned()
        }
        import::ImportError::NotJson(line, column) => {
            format!(": this is not a Duet file (the JSON breaks in line {line}, column {column}).")
        }
        import::ImportError::BrokenFile(line) => {
            format!(", line {line}: a result file begins here and is damaged. Ask for it once more.")
        }
        import::ImportError::Nothing => {
            ": there is no result, code or link of Duet in it. Duet does not read sheets of answers yet.".to_owned()
        }
        import::ImportError::NotText => {
            ": this is not text. Duet reads result files (JSON), mails (.eml), pages (.html) and plain text.".to_owned()
        }
        import::ImportError::TooMany(count) => {
            format!(": there are {count} results in it; the first {} were read.", import::MAX_RESULTS)
        }
        import::ImportError::Result(place, fault) => format!("{}: {}", in_result(*place), wrong(fault)),
    }
}

fn wrong(fault: &record::RecordError) -> String {
    match fault {
        record::RecordError::NotObject => "this is not a Duet result.".to_owned(),
        record::RecordError::Type(kind) => format!("this is not a Duet result (“type” is {kind})."),
        record::RecordError::Version(version) => {
            format!("version {version} comes from a newer Duet. Reload the page and try again.")
        }
        record::RecordError::Instrument(id) => format!("this is a result of another questionnaire ({id})."),
        record::RecordError::Wording(code) => format!("the code {code} is of another wording of the statements."),
        record::RecordError::Missing(field) => format!("“{field}” is missing."),
        record::RecordError::Field(field, value) => format!("“{field}” holds something that cannot be there: {value}."),
        record::RecordError::AnswerCount(count) => format!("there should be {ITEMS} answers, not {count}."),
        record::RecordError::Answer(item, value) => {
            format!("the answer to statement {item} is {value}, and it can be 1 to 5.")
        }
    }
}
