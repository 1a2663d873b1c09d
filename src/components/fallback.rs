//! What to do if a download or a print did not happen. In-app browsers do neither and report no error, so the fallback is offered after
//! each attempt.

use leptos::prelude::*;

use super::copy::{Prominence, copy_button};
use crate::platform::frame;
use crate::platform::print::PrintOutcome;
use crate::state::Session;

/// What has failed, or may have failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FallbackKind {
    /// A download was started; its outcome is unknown.
    File,
    /// The browser cannot download files.
    NoFile,
    /// Printing was requested; its outcome is unknown.
    Paper,
    /// The browser cannot print.
    NoPaper,
    /// Printing did not start, in a frame that may forbid it.
    NoPaperInFrame,
}

/// What may have failed, and the text of the file, if there is one.
#[derive(Clone, Debug)]
pub struct Fallback {
    kind: FallbackKind,
    text: Option<String>,
}

impl Fallback {
    /// After a download; `started` says whether the browser accepted it.
    pub fn for_file(started: bool, text: Option<String>) -> Self {
        Self { kind: if started { FallbackKind::File } else { FallbackKind::NoFile }, text }
    }

    /// After a print. None if it has started.
    pub fn for_print(printing: PrintOutcome, text: Option<String>) -> Option<Self> {
        let kind = match printing {
            PrintOutcome::Started => return None,
            PrintOutcome::Unsupported => FallbackKind::NoPaper,
            PrintOutcome::Unknown if frame::is_framed() => FallbackKind::NoPaperInFrame,
            PrintOutcome::Unknown => FallbackKind::Paper,
        };
        Some(Self { kind, text })
    }
}

impl FallbackKind {
    /// The value of `data-next-way`.
    fn key(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::NoFile => "no-file",
            Self::Paper => "paper",
            Self::NoPaper => "no-paper",
            Self::NoPaperInFrame => "no-paper-in-frame",
        }
    }
}

/// The offer to open Duet in the person's own browser, or to copy the text. `link` is the address of the view, if it can be opened
/// elsewhere.
pub fn fallback_panel(session: Session, fallback: RwSignal<Option<Fallback>>, link: Signal<Option<String>>) -> AnyView {
    let shown = move || fallback.get().map(|fallback| panel(session, &fallback, link.get_untracked()));
    view! { <div role="status" class="next-way">{shown}</div> }.into_any()
}

fn panel(session: Session, fallback: &Fallback, link: Option<String>) -> AnyView {
    let words = session.language().transfer();
    let what = match fallback.kind {
        FallbackKind::File => words.maybe_not_saved,
        FallbackKind::NoFile => words.not_offered,
        FallbackKind::Paper => words.maybe_not_printed,
        FallbackKind::NoPaper => words.no_printing,
        FallbackKind::NoPaperInFrame => session.language().frame().no_print,
    };
    let contents = fallback
        .text
        .clone()
        .map(|text| copy_button(session, "copy-content", words.copy_content, Prominence::Quiet, Signal::stored(text)));
    let address = link
        .clone()
        .map(|link| copy_button(session, "copy-address", words.copy_link, Prominence::Quiet, Signal::stored(link)));
    let open = link.map(|link| {
        view! { " "<a href=link target="_blank" rel="noopener" data-action="open-address">{words.open_in_browser}</a>{words.or_copy} }
    });
    view! {
        <p class="small" data-next-way=fallback.kind.key()>{what}{open}</p>
        <div class="row">{contents}{address}</div>
    }
    .into_any()
}
