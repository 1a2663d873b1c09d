//! The one place with mutable state: what was answered, what is shown, where it is saved.
//!
//! [`Session`] is a `Copy` struct of signals in context; its methods are everything a person can do. Each value that is kept
//! has one signal and one key. A change reads what is stored, changes that, stores it and only then sets the signal: so the
//! answer is safe before the next statement shows, and two tabs of the same check add to each other's answers instead of
//! wiping them (docs/adr/0004).

mod answering;
mod aside;
mod carried;
mod going;
mod kept;
mod later;
mod loading;
mod saving;
mod table;
mod tables;

use leptos::prelude::*;

use std::ops::Deref;
use std::sync::OnceLock;

use crate::browser::{address, page};
use crate::i18n::{Basics, Catalog, Further, Language};
use crate::screen::Screen;
use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::code::Code;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::instrument::{Instrument, Statements};
use duet_domain::settings::{Settings, Theme};
use duet_domain::team::Team;

use aside::Aside;
pub use aside::{READER, Trouble};
use kept::Kept;
pub use kept::STATE;
use later::Parts;
pub use later::{Load, Loading, Missing, Part};
pub use saving::{Place, Why};
use table::Table;
pub use table::{COMPARISON, Gathered, Source};
pub use tables::{Comparison, Handing, Reader, Rest, Results, State};

/// Which of the finished results is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// That of the answers in this browser.
    Current,
    /// The newest one in the history that has this code.
    Kept(Code),
}

/// A word to the person about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// They came back to answers in progress.
    Resumed,
    /// They began anew; these are the answers from before.
    Restarted(Box<Draft>),
    /// Everything was deleted.
    Cleared,
    /// A link brings these answers, and they have others.
    Carried(Box<Draft>),
}

/// The state of the program.
#[derive(Clone, Copy)]
pub struct Session(&'static Fields);

/// What it consists of, as long as the page lives.
pub struct Fields {
    language: RwSignal<Language>,
    screen: RwSignal<Screen>,
    /// The same, but one for all statements: what stays while they change follows this.
    stage: RwSignal<Screen>,
    draft: RwSignal<Draft>,
    settings: RwSignal<Settings>,
    notice: RwSignal<Option<Notice>>,
    place: RwSignal<Place>,
    /// The answers before this tab had to wait for the rest of the program.
    waited: RwSignal<Draft>,
    /// What is kept beside the answers, once the part of the program for it is there.
    kept: OnceLock<Kept>,
    /// What could not be read, once the part of the program for it is there.
    aside: OnceLock<Aside>,
    /// Both sides at one table, once the part of the program for that is there.
    table: OnceLock<Table>,
    parts: Parts,
    /// The side that the link to the check has named.
    invited: RwSignal<Option<Side>>,
    /// Whether a newer version of Duet waits.
    newer: RwSignal<bool>,
    /// How many answers there were when their number was drawn last.
    drawn: RwSignal<u8>,
}

impl Deref for Session {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        self.0
    }
}

impl Session {
    /// A session in which nothing has happened yet, and which has not looked at the browser.
    pub fn new(language: Language, screen: Screen) -> Self {
        Self(Box::leak(Box::new(Fields {
            language: RwSignal::new(language),
            screen: RwSignal::new(screen),
            stage: RwSignal::new(going::stage(screen)),
            draft: RwSignal::default(),
            settings: RwSignal::default(),
            notice: RwSignal::new(None),
            place: RwSignal::new(Place::Device),
            waited: RwSignal::default(),
            kept: OnceLock::new(),
            aside: OnceLock::new(),
            table: OnceLock::new(),
            parts: Parts::new(),
            invited: RwSignal::new(None),
            newer: RwSignal::new(false),
            drawn: RwSignal::new(0),
        })))
    }

    /// A session with something in it, for rendering where there is no browser.
    pub fn with(language: Language, screen: Screen, draft: Draft, history: History) -> Self {
        let session = Self::new(language, screen);
        session.hold();
        session.hold_aside();
        session.hold_comparison();
        session.draft.set(draft);
        session.kept().history.set(history);
        session
    }

    /// The same with results gathered.
    #[must_use]
    pub fn with_team(self, team: Team) -> Self {
        self.table().team.set(team);
        self
    }

    /// The session of this page.
    pub fn open() -> Self {
        Self::new(page::language(), Screen::from_fragment(&address::fragment()))
    }

    /// The words that a run needs.
    pub fn basics(self) -> &'static Basics {
        self.language.get().basics()
    }

    /// The statements, in the language of the page.
    pub fn statements(self) -> &'static Statements {
        self.language.get().statements()
    }

    /// The words of a result, in the language of the page.
    pub fn words(self) -> &'static Catalog {
        self.words_in(self.language.get())
    }

    /// The words of a result in a language. With the part that has the results there are those in the language of the page, with the
    /// rest those in all languages.
    ///
    /// # Panics
    /// When they are asked for before, which would be a fault of that part.
    pub fn words_in(self, language: Language) -> &'static Catalog {
        self.known_words(language).expect("the words are there")
    }

    /// The words of the rest, in the language of the page.
    pub fn further(self) -> &'static Further {
        self.language.get().further()
    }

    /// The statements and levels in the language of the page.
    pub fn instrument(self) -> &'static Instrument {
        self.words().instrument
    }

    /// The language of the page.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// The language of the page, for a single look.
    pub fn language_untracked(self) -> Language {
        self.language.get_untracked()
    }

    /// The view that is shown.
    pub fn screen(self) -> Screen {
        self.screen.get()
    }

    /// The view that is shown, where all statements are one.
    pub fn stage(self) -> Screen {
        self.stage.get()
    }

    /// The statement that is shown.
    pub fn item(self) -> Option<ItemNumber> {
        match self.screen.get() {
            Screen::Question(item) => Some(item),
            _ => None,
        }
    }

    /// The answers in progress.
    pub fn draft(self) -> Draft {
        self.draft.get()
    }

    /// The answers alone.
    pub fn answers(self) -> Answers {
        self.draft.read().answers
    }

    /// How many answers there are, for a single look.
    pub fn answered(self) -> u8 {
        self.draft.read_untracked().answers.answered()
    }

    /// How many there were when this was asked last, or at the start of the program.
    pub fn drawn_before(self) -> u8 {
        let now = self.answered();
        let before = self.drawn.get_untracked();
        self.drawn.set(now);
        before
    }

    /// The answer to an item.
    pub fn answer_to(self, item: ItemNumber) -> Option<Answer> {
        self.draft.read().answers.get(item)
    }

    /// Who answers next: after a finished run that is whom the link has named.
    pub fn side(self) -> Option<Side> {
        let draft = self.draft.read();
        self.invited.get().filter(|_| draft.completed.is_some()).or(draft.side)
    }

    /// The view that is shown, for a single look at it.
    pub fn screen_untracked(self) -> Screen {
        self.screen.get_untracked()
    }

    /// Whether a digit key answers, for a single look at it.
    pub fn answers_by_digit(self) -> bool {
        self.settings.read_untracked().digit_keys
    }

    /// The person's choices.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// The word to the person, if there is one.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Whether the digit keys answer.
    pub fn set_digit_keys(self, on: bool) {
        self.change(self.settings, |settings| settings.digit_keys = on);
    }

    /// The colours of the page.
    pub fn set_theme(self, theme: Theme) {
        self.change(self.settings, |settings| settings.theme = theme);
    }

    /// Notes that a newer version of Duet waits.
    pub fn note_newer(self) {
        self.newer.set(true);
        // As long as this version is still to be had.
        self.fetch(Part::Rest);
    }

    /// Whether everything would still be there if the page were loaded again.
    fn would_survive(self) -> bool {
        let kept = self.place.get() == Place::Device || self.draft.read().answers.is_empty();
        let at_risk = self.later().is_some_and(|results| (results.state.is_at_risk)(self))
            || self.rest().is_some_and(|rest| (rest.comparison.is_at_risk)(self));
        kept && !at_risk
    }

    /// Whether to offer the newer version: not in the middle of a run, and not where the answers would be lost by it.
    pub fn offers_newer(self) -> bool {
        let answering = matches!(self.screen.get(), Screen::Question(_) | Screen::Review);
        self.newer.get() && !answering && self.would_survive()
    }
}
