//! The parts of the program that come later.
//!
//! A run needs the start, the statements and the answers, and nothing else (docs/adr/0016). Everything else is in parts of its own,
//! which are loaded when they are needed, or a little before. What they are asked for is in `tables.rs`.

use leptos::prelude::*;

use std::pin::Pin;
use std::sync::Arc;

use super::tables::{Comparison, Handing, Rest, Results, State};
use super::{Place, Session, Why};
use crate::i18n::{Catalog, Language};
use crate::screen::Screen;
use duet_domain::gather;

/// A part of the program; each needs those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The start and the statements.
    Run,
    /// The review, the result, and the results of this tab.
    Results,
    /// Handing a result over, on paper too.
    Handing,
    /// Several results, the history, the page about Duet, and reading what is stored.
    Rest,
}

impl Part {
    /// The part that has a view.
    pub const fn of(screen: Screen) -> Self {
        match screen {
            Screen::Start | Screen::Question(_) => Self::Run,
            Screen::Review | Screen::Result | Screen::Shared(_) => Self::Results,
            Screen::Team | Screen::SharedTeam | Screen::History | Screen::About => Self::Rest,
        }
    }

    /// The part that can follow a fragment, which may carry answers.
    pub(super) fn following(fragment: &str) -> Self {
        let carries = gather::plain_fragment(fragment).starts_with("a=");
        if carries { Self::Results } else { Self::of(Screen::from_fragment(fragment)) }
    }
}

/// A part, once it is loaded or is not to be had.
pub type Loading = Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// A part that could not be loaded, for want of a network most likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

/// What to do again when a part that did not come is asked for once more.
type Again = Arc<dyn Fn(Session) + Send + Sync>;

/// How parts are loaded; `mount` knows it, which knows the parts.
pub type Load = fn(Session, Part, Language) -> Loading;

/// Which parts are there.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub(super) results: RwSignal<Option<&'static Results>>,
    pub(super) handing: RwSignal<Option<&'static Handing>>,
    pub(super) rest: RwSignal<Option<&'static Rest>>,
    /// The words of a result, by language.
    pub(super) words: RwSignal<[Option<&'static Catalog>; 2]>,
    pub(super) load: RwSignal<Option<Load>>,
    /// Counts the places where the person wanted to be: who has gone on is not called back.
    pub(super) wishes: RwSignal<u32>,
    /// How often in a row a part did not come.
    pub(super) failures: RwSignal<u32>,
    /// Whether what hands a result over did not come.
    pub(super) lacking: RwSignal<bool>,
    /// What was wanted when that happened last.
    pub(super) missed: RwSignal<Again>,
}

impl Parts {
    pub(super) fn new() -> Self {
        Self {
            results: RwSignal::new(None),
            handing: RwSignal::new(None),
            rest: RwSignal::new(None),
            words: RwSignal::new([None; 2]),
            load: RwSignal::new(None),
            wishes: RwSignal::new(0),
            failures: RwSignal::new(0),
            lacking: RwSignal::new(false),
            missed: RwSignal::new(Arc::new(Session::follow_address)),
        }
    }
}

impl Session {
    /// Says how parts are loaded.
    pub fn load_with(self, load: Load) {
        self.parts.load.set(Some(load));
    }

    /// The part with the results is there.
    pub fn add_results_part(self, results: &'static Results) {
        if self.state().is_some() {
            return;
        }
        (results.state.hold)(self);
        self.parts.results.set(Some(results));
        (results.state.take_up)(self);
    }

    /// The words of a result in a language are there.
    pub fn add_words(self, words: &'static Catalog) {
        self.parts.words.update(|known| known[words.language as usize] = Some(words));
    }

    /// The words of a result in a language, if they are there.
    pub fn known_words(self, language: Language) -> Option<&'static Catalog> {
        self.parts.words.get_untracked()[language as usize]
    }

    /// What hands a result over is there.
    pub fn add_handing(self, handing: &'static Handing) {
        if self.parts.handing.read_untracked().is_none() {
            self.parts.handing.set(Some(handing));
        }
    }

    /// The rest is there. Before the part with the results where both are new, which has the rest read what is kept.
    pub fn add_rest(self, rest: &'static Rest) {
        if self.rest_untracked().is_some() {
            return;
        }
        (rest.reader.hold)(self);
        (rest.comparison.hold)(self);
        self.parts.rest.set(Some(rest));
        if self.place.get_untracked() == Place::Tab(Why::Waiting) {
            self.place.set(Place::Device);
            (rest.reader.rejoin)(self);
        }
        (rest.reader.refresh)(self);
        // Where the storage does not take what is in this tab, that is newer.
        if let Some(state) = self.state().filter(|_| self.keeps()) {
            (state.take_up)(self);
        }
        (rest.comparison.refresh)(self);
    }

    /// All parts are there, as they are where nothing is loaded.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn have_all(self, results: &'static Results, handing: &'static Handing, rest: &'static Rest) {
        if self.kept.get().is_none() {
            self.hold();
            self.hold_aside();
            self.hold_comparison();
        }
        for language in Language::ALL {
            self.add_words(language.catalog());
        }
        self.parts.results.set(Some(results));
        self.add_handing(handing);
        self.parts.rest.set(Some(rest));
    }

    /// The part with the results, once it is there.
    pub fn later(self) -> Option<&'static Results> {
        self.parts.results.get()
    }

    /// Its state, for a single look.
    pub(super) fn state(self) -> Option<&'static State> {
        self.parts.results.get_untracked().map(|results| results.state)
    }

    /// The rest, once it is there.
    pub fn rest(self) -> Option<&'static Rest> {
        self.parts.rest.get()
    }

    /// The same for a single look.
    pub(super) fn rest_untracked(self) -> Option<&'static Rest> {
        self.parts.rest.get_untracked()
    }

    /// The state of the comparison, for a single look.
    pub(super) fn comparison(self) -> Option<&'static Comparison> {
        self.rest_untracked().map(|rest| rest.comparison)
    }

    /// What hands a result over, once it is there.
    pub fn handing(self) -> Option<&'static Handing> {
        self.parts.handing.get()
    }

    /// Whether that did not come.
    pub fn lacks_handing(self) -> bool {
        self.parts.lacking.get()
    }
}
