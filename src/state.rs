//! The state of the program: stores, each about one thing, and the actions of a person on them.
//!
//! | store                              | what it holds                                                    |
//! |------------------------------------|------------------------------------------------------------------|
//! | [`Run`]                            | the answers in progress                                          |
//! | [`Results`]                        | the finished results, with their plans                           |
//! | [`TeamStore`]                      | the results that are compared                                    |
//! | [`Persisted<Settings>`]            | the person's settings                                            |
//! | [`Navigation`]                     | the view and the language                                        |
//! | [`Storage`]                        | whether values are persisted, and the quarantine                 |
//!
//! A store is a `Copy` struct of signals. [`Session`] gives access to all of them and is in context; its own methods are the actions
//! that concern more than one store (`actions.rs`). Components take the session from the context, plain functions as an argument.

mod actions;
mod navigation;
mod persisted;
mod results;
mod run;
mod storage;
mod team;

use std::ops::Deref;

use leptos::prelude::*;

use crate::route::Screen;
use crate::texts::Language;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::team::Team;

pub use navigation::{Navigation, Page, Titles, ViewFunction};
pub use persisted::Persisted;
pub use results::{ResultId, Results};
pub use run::{Notice, Run};
pub use storage::{NotPersisted, Storage, StorageLocation, UnreadableValue};
pub use team::{ImportReport, Source, TeamStore};

/// A handle to all stores, which live as long as the page.
#[derive(Clone, Copy)]
pub struct Session(&'static Stores);

/// All stores.
pub struct Stores {
    /// Whether values are persisted, and the quarantine.
    pub storage: Storage,
    /// The view and the language.
    pub navigation: Navigation,
    /// The answers in progress.
    pub run: Run,
    /// The finished results. They are read when the first view that shows them calls [`Results::open`].
    pub results: Results,
    /// The results that are compared. They are read when the comparison calls [`TeamStore::open`].
    pub team: TeamStore,
    /// The person's settings.
    pub settings: Persisted<Settings>,
    /// Whether a newer version of Duet is ready to be used.
    update_available: RwSignal<bool>,
}

impl Deref for Session {
    type Target = Stores;

    fn deref(&self) -> &Stores {
        self.0
    }
}

impl Session {
    /// An empty session that has not read the storage or the address. Its signals belong to the current owner; its memory is never freed.
    pub fn new(language: Language, page: Page) -> Self {
        let storage = Storage::new();
        let run = Run::new(storage);
        Self(Box::leak(Box::new(Stores {
            storage,
            navigation: Navigation::new(language, page),
            run,
            results: Results::new(storage, run),
            team: TeamStore::new(storage),
            settings: Persisted::new(storage),
            update_available: RwSignal::new(false),
        })))
    }

    /// A session with these values, for rendering outside a browser.
    pub fn with(language: Language, page: Page, draft: Draft, history: History, team: Team) -> Self {
        let session = Self::new(language, page);
        session.run.draft.set_local(draft);
        session.results.history.set_local(history);
        session.team.team.set_local(team);
        session
    }

    /// Reads the stored answers and settings, and follows changes by other tabs.
    pub fn open(self) {
        self.storage.open();
        self.run.draft.open();
        self.settings.open();
    }

    /// The language of the page.
    pub fn language(self) -> Language {
        self.navigation.language.get()
    }

    /// The view that is shown.
    pub fn screen(self) -> Screen {
        self.navigation.screen()
    }
}
