//! The state of the program: stores, each about one thing, and what a person can do.
//!
//! | store                              | what it holds                                                    |
//! |------------------------------------|------------------------------------------------------------------|
//! | [`Run`]                            | the answers in progress                                          |
//! | [`Results`]                        | the finished results, with their plans                           |
//! | [`TeamStore`]                      | the results that are compared                                    |
//! | [`Persisted<Settings>`]            | the person's choices                                             |
//! | [`Navigation`]                     | the view and the language                                        |
//! | [`Storage`]                        | where all of these are kept, and what of it could not be read    |
//!
//! A store is a `Copy` struct of signals. [`Session`] leads to all of them and is in context; its own methods are those actions that
//! concern more than one store. Components take it from the context, plain functions as an argument.

mod actions;
mod gathering;
mod navigation;
mod persistence;
mod results;
mod run;
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
pub use persistence::{Persisted, Place, ReadFault, Reason, Storage};
pub use results::{Results, Which};
pub use run::{Notice, Run};
pub use team::{Gathered, Source, TeamStore};

/// A handle to all stores. They live as long as the page.
#[derive(Clone, Copy)]
pub struct Session(&'static Stores);

/// All stores.
pub struct Stores {
    /// Where everything is kept.
    pub storage: Storage,
    /// The view and the language.
    pub navigation: Navigation,
    /// The answers in progress.
    pub run: Run,
    /// The finished results. They are read when the first view that shows them calls [`Results::open`].
    pub results: Results,
    /// The results that are compared. They are read when the comparison calls [`TeamStore::open`].
    pub team: TeamStore,
    /// The person's choices.
    pub settings: Persisted<Settings>,
    /// Whether a newer version of Duet waits.
    newer: RwSignal<bool>,
}

impl Deref for Session {
    type Target = Stores;

    fn deref(&self) -> &Stores {
        self.0
    }
}

impl Session {
    /// A session in which nothing has happened yet, and which has not looked at the browser. Its signals belong to the current owner.
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
            newer: RwSignal::new(false),
        })))
    }

    /// A session with something in it, for rendering where there is no browser.
    pub fn with(language: Language, page: Page, draft: Draft, history: History, team: Team) -> Self {
        let session = Self::new(language, page);
        session.run.draft.show(draft);
        session.results.history.show(history);
        session.team.team.show(team);
        session
    }

    /// Reads what is stored and follows what other tabs do to it.
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
