//! Which view is shown, and in which language.
//!
//! The address names a view; it is shown once its chunk is loaded (`lazy.rs`). Until then the view before it stays.

use leptos::prelude::*;

use super::Session;
use crate::route::Screen;
use crate::texts::Language;
use duet_domain::answers::ItemNumber;

/// What renders a view.
pub type ViewFunction = fn(Session, Screen) -> AnyView;

/// A view that can be shown: its chunk is loaded.
#[derive(Clone, Copy)]
pub struct Page {
    /// What the address names.
    pub screen: Screen,
    /// What renders it.
    pub view: ViewFunction,
}

/// The titles of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// First what is different between the views, as it is cut off at the end.
    pub shown: String,
    /// While the page is printed, which becomes the name of a PDF. None where it is the same.
    pub printed: Option<String>,
}

/// Where the person is.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The titles of what is shown; the view sets them.
    pub titles: RwSignal<Titles>,
    /// What the address names.
    pub wanted: RwSignal<Screen>,
    /// What is shown.
    pub page: RwSignal<Page>,
    /// How often in a row the chunk of what is wanted did not come.
    pub failures: RwSignal<u32>,
    /// Counts how often the person has asked to try again.
    pub retries: RwSignal<u32>,
}

impl Navigation {
    /// Begins with a page.
    pub(super) fn new(language: Language, page: Page) -> Self {
        Self {
            language: RwSignal::new(language),
            titles: RwSignal::default(),
            wanted: RwSignal::new(page.screen),
            page: RwSignal::new(page),
            failures: RwSignal::new(0),
            retries: RwSignal::new(0),
        }
    }

    /// The view that is shown.
    pub fn screen(self) -> Screen {
        self.page.read().screen
    }

    /// The statement that is shown.
    pub fn item(self) -> Option<ItemNumber> {
        match self.screen() {
            Screen::Question(item) => Some(item),
            _ => None,
        }
    }

    /// The view that is shown, for a single look.
    pub fn screen_untracked(self) -> Screen {
        self.page.read_untracked().screen
    }

    /// Tries once more to show what is wanted, or to take the answers that the address carries.
    pub fn retry(self) {
        self.retries.update(|retries| *retries += 1);
    }

    /// Sets the titles of a view: what it is called, and what a print of it is called where that is another name.
    pub fn set_titles(self, own: &str, printed: Option<String>) {
        self.titles.set(Titles { shown: format!("{own} – Duet"), printed });
    }
}
