//! The current view and the language.
//!
//! The address names the requested view. It is shown once its chunk is loaded (`lazy.rs`); until then the previous view stays.

use leptos::prelude::*;

use super::Session;
use crate::platform::chunk::ChunkLoadError;
use crate::route::Screen;
use crate::texts::Language;
use duet_domain::answers::ItemNumber;

/// A function that renders a view.
pub type ViewFunction = fn(Session, Screen) -> AnyView;

/// A view whose chunk is loaded.
#[derive(Clone, Copy)]
pub struct Page {
    /// The view.
    pub screen: Screen,
    /// Renders it.
    pub view: ViewFunction,
}

/// The titles of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// The title of the view and then "Duet", because browsers cut titles off at the end.
    pub shown: String,
    /// The title during printing, which becomes the file name of a PDF. None if it is the same.
    pub printed: Option<String>,
}

/// The current view, the requested one, and the language.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The titles of the current view, which sets them.
    pub titles: RwSignal<Titles>,
    /// The view that the address names.
    pub requested: RwSignal<Screen>,
    /// The current view.
    pub page: RwSignal<Page>,
    load_error: RwSignal<Option<ChunkLoadError>>,
    /// Number of times that the person has asked to try again.
    pub retries: RwSignal<u32>,
}

impl Navigation {
    /// The navigation of a page that was just opened.
    pub(super) fn new(language: Language, page: Page) -> Self {
        Self {
            language: RwSignal::new(language),
            titles: RwSignal::default(),
            requested: RwSignal::new(page.screen),
            page: RwSignal::new(page),
            load_error: RwSignal::new(None),
            retries: RwSignal::new(0),
        }
    }

    /// Why the chunk of the requested view could not be loaded; [`ChunkLoadError::Outdated`] also with a view that could be loaded.
    pub fn load_error(self) -> Option<ChunkLoadError> {
        self.load_error.get()
    }

    /// Sets [`Self::load_error`]. The same one is not announced again.
    pub fn set_load_error(self, error: Option<ChunkLoadError>) {
        if self.load_error.get_untracked() != error {
            self.load_error.set(error);
        }
    }

    /// The current view, tracked.
    pub fn screen(self) -> Screen {
        self.page.read().screen
    }

    /// The item of the current view, if it is a statement.
    pub fn item(self) -> Option<ItemNumber> {
        match self.screen() {
            Screen::Question(item) => Some(item),
            _ => None,
        }
    }

    /// The current view, not tracked.
    pub fn screen_untracked(self) -> Screen {
        self.page.read_untracked().screen
    }

    /// Tries again to show the requested view, or to receive the answers in the address.
    pub fn retry(self) {
        self.retries.update(|retries| *retries += 1);
    }

    /// Sets the titles of a view: its name, and the title of a print of it if that is another one.
    pub fn set_titles(self, name: &str, printed: Option<String>) {
        self.titles.set(Titles { shown: format!("{name} – Duet"), printed });
    }
}
