//! The next way, after a press that may have done nothing. Browsers inside other apps save no files and print nothing, and tell neither the
//! page nor the person.

use leptos::prelude::*;

use super::copy::copy_button;
use crate::platform::frame;
use crate::platform::paper::Printing;
use crate::state::Session;

/// What may not have happened, or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A file was offered: nobody learns what became of it.
    File,
    /// The browser has said that it offers no files.
    NoFile,
    /// The browser was asked to print and has not said that it does.
    Paper,
    /// It does not print at all.
    NoPaper,
    /// It did not begin to, in a frame.
    NoPaperInFrame,
}

/// What may not have happened after a press, and the text that it was about, if it was one.
#[derive(Clone, Debug)]
pub struct Doubt {
    kind: Kind,
    text: Option<String>,
}

impl Doubt {
    /// A file was offered, or was not.
    pub fn of_file(offered: bool, text: Option<String>) -> Self {
        Self { kind: if offered { Kind::File } else { Kind::NoFile }, text }
    }

    /// After a print; none where it has begun.
    pub fn of_print(printing: Printing, text: Option<String>) -> Option<Self> {
        let kind = match printing {
            Printing::Begun => return None,
            Printing::Missing => Kind::NoPaper,
            Printing::Unsure if frame::is_framed() => Kind::NoPaperInFrame,
            Printing::Unsure => Kind::Paper,
        };
        Some(Self { kind, text })
    }
}

impl Kind {
    /// Its name in the page.
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

/// What to do then: open Duet in the person's own browser, or copy what there is. `link` leads to what is shown, where others can open it.
pub fn next_way(session: Session, doubt: RwSignal<Option<Doubt>>, link: Signal<Option<String>>) -> AnyView {
    let shown = move || doubt.get().map(|doubt| ways(session, &doubt, link.get_untracked()));
    view! { <div role="status" class="next-way">{shown}</div> }.into_any()
}

fn ways(session: Session, doubt: &Doubt, link: Option<String>) -> AnyView {
    let words = session.language().handing();
    let what = match doubt.kind {
        Kind::File => words.maybe_not_saved,
        Kind::NoFile => words.not_offered,
        Kind::Paper => words.maybe_not_printed,
        Kind::NoPaper => words.no_printing,
        Kind::NoPaperInFrame => session.language().frame().no_print,
    };
    let contents =
        doubt.text.clone().map(|text| copy_button(session, "copy-content", words.copy_content, Signal::stored(text)));
    let address = link.clone().map(|link| copy_button(session, "copy-address", words.copy_link, Signal::stored(link)));
    let open = link.map(|link| {
        view! { " "<a href=link target="_blank" rel="noopener" data-action="open-address">{words.open_in_browser}</a>{words.or_copy} }
    });
    view! {
        <p class="small" data-next-way=doubt.kind.key()>{what}{open}</p>
        <div class="row">{contents}{address}</div>
    }
    .into_any()
}
