//! The one place with mutable state: what was answered, what is shown, where it is saved.
//!
//! [`Session`] is a `Copy` struct of signals in context; its methods are everything a person can do. Each value that is kept
//! has one signal and one key. A change reads what is stored, changes that, stores it and only then sets the signal: so the
//! answer is safe before the next statement shows, and two tabs of the same check add to each other's answers instead of
//! wiping them (docs/adr/0004).

mod carried;
mod kept;
mod later;
mod saving;
mod table;

use leptos::prelude::*;

use crate::browser::{address, clock, page, storage};
use crate::domain::Side;
use crate::domain::answers::{Answer, ItemNumber};
use crate::domain::code::Code;
use crate::domain::draft::Draft;
use crate::domain::history::History;
use crate::domain::instrument::{self, Instrument, Statements};
use crate::domain::settings::{Settings, Theme};
use crate::domain::stored::Stored;
use crate::domain::team::Team;
use crate::i18n::{Basics, Catalog, Further, Language};
use crate::screen::Screen;

use kept::Kept;
pub use kept::{STATE, Trouble};
use later::Parts;
pub use later::{Comparison, Load, Loading, Missing, Part, Rest, Results, State};
pub use saving::{Place, Why};
use table::Table;
pub use table::{COMPARISON, Gathered, Source};

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
pub struct Session {
    language: RwSignal<Language>,
    screen: RwSignal<Screen>,
    /// The same, but one for all statements: what stays while they change follows this.
    stage: RwSignal<Screen>,
    draft: RwSignal<Draft>,
    settings: RwSignal<Settings>,
    notice: RwSignal<Option<Notice>>,
    place: RwSignal<Place>,
    /// What is kept beside the answers, once the part of the program for it is there.
    kept: StoredValue<Option<Kept>>,
    /// Both sides at one table, once the part of the program for that is there.
    table: StoredValue<Option<Table>>,
    parts: StoredValue<Parts>,
    /// The side that the link to the check has named.
    invited: RwSignal<Option<Side>>,
    /// Whether a newer version of Duet waits.
    newer: RwSignal<bool>,
    /// How many answers there were when their number was drawn last.
    drawn: StoredValue<u8>,
}

impl Session {
    /// A session in which nothing has happened yet, and which has not looked at the browser.
    pub fn new(language: Language, screen: Screen) -> Self {
        Self {
            language: RwSignal::new(language),
            screen: RwSignal::new(screen),
            stage: RwSignal::new(stage(screen)),
            draft: RwSignal::default(),
            settings: RwSignal::default(),
            notice: RwSignal::new(None),
            place: RwSignal::new(Place::Device),
            kept: StoredValue::new(None),
            table: StoredValue::new(None),
            parts: StoredValue::new(Parts::new()),
            invited: RwSignal::new(None),
            newer: RwSignal::new(false),
            drawn: StoredValue::new(0),
        }
    }

    /// A session with something in it, for rendering where there is no browser.
    pub fn with(language: Language, screen: Screen, draft: Draft, history: History) -> Self {
        let session = Self::new(language, screen);
        session.hold();
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

    /// Goes to the view that the address names, or to where one stopped. Everything that is needed for it is there.
    pub fn begin(self) {
        let fragment = address::fragment();
        self.show_at(Screen::from_fragment(&fragment));
        self.refresh();
        self.receive_fragment(&fragment);
        self.follow_invitation();
        if let Some(side) = page::chosen("side").and_then(|key| Side::from_key(&key)) {
            // Chosen before the program was there.
            self.choose_side(Some(side));
        }
        self.resume(fragment.is_empty());
        self.note(self.screen.get_untracked());
        self.drawn.set_value(self.answered());
    }

    /// Takes the side from the address, `?side=sales`, for those who have not answered anything yet. It is stored with the first
    /// answer: who just looks around leaves no trace.
    fn follow_invitation(self) {
        let invited = address::parameter("side").and_then(|key| Side::from_key(&key));
        if invited.is_some() && self.draft.read_untracked().answers.is_empty() {
            if storage::get(Draft::KEY).is_some() {
                // What is stored would be read again with the first answer.
                self.choose_side(invited);
            }
            self.draft.update(|draft| draft.side = invited);
        }
        self.invited.set(invited);
    }

    /// A link from somebody else is read in the reader's language, where that is one of ours.
    pub fn greet(self) {
        let shared = matches!(self.screen.get_untracked(), Screen::Shared(_) | Screen::SharedTeam);
        let language = page::reader_language().filter(|language| *language != self.language.get_untracked());
        if let Some(language) = language.filter(|_| shared) {
            self.speak(language);
        }
    }

    /// Goes on where one was, and says so.
    fn resume(self, anywhere: bool) {
        if !self.draft.read_untracked().in_progress() {
            return;
        }
        if anywhere {
            let screen = self.stopped_at();
            address::replace(&screen.fragment());
            self.show_at(screen);
        }
        let silent = self.notice.read_untracked().is_none() && !page::has_begun();
        if silent && matches!(self.screen.get_untracked(), Screen::Question(_) | Screen::Review) {
            self.notice.set(Some(Notice::Resumed));
        }
    }

    /// Where to go on answering: the view one was on, else the first open item, else the review.
    pub fn stopped_at(self) -> Screen {
        let draft = self.draft.read_untracked();
        let at = draft.at.as_deref().map(Screen::from_fragment);
        at.filter(|screen| matches!(screen, Screen::Question(_) | Screen::Review))
            .or_else(|| draft.answers.open().next().map(Screen::Question))
            .unwrap_or(Screen::Review)
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

    /// How many answers there are, for a single look.
    pub fn answered(self) -> u8 {
        self.draft.read_untracked().answers.answered()
    }

    /// How many there were when this was asked last, or at the start of the program.
    pub fn drawn_before(self) -> u8 {
        let now = self.answered();
        let before = self.drawn.get_value();
        self.drawn.set_value(now);
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

    /// Goes to a view as a link would.
    pub fn go(self, screen: Screen) {
        address::push(&screen.fragment());
        self.once_there(Part::of(screen), move |session| session.show(screen));
    }

    /// Shows the view that the address names, after a link, Back, or an address typed by hand.
    pub fn follow_address(self) {
        self.follow_fragment(address::fragment());
    }

    fn show(self, screen: Screen) {
        if screen != self.screen.get_untracked() {
            self.note(screen);
            self.enter(screen);
        }
    }

    /// The screen before the stage: what follows the screen is there to follow it, and what is drawn with another stage is new.
    fn show_at(self, screen: Screen) {
        self.screen.set(screen);
        let stage = stage(screen);
        if stage != self.stage.get_untracked() {
            self.stage.set(stage);
        }
    }

    fn enter(self, screen: Screen) {
        if matches!(self.notice.get_untracked(), Some(Notice::Resumed | Notice::Cleared)) {
            self.notice.set(None);
        }
        if let Some(comparison) = self.comparison() {
            (comparison.disagree)(self);
        }
        self.show_at(screen);
    }

    /// Notes what arriving at a view means for what is stored.
    fn note(self, screen: Screen) {
        match screen {
            // Only once there is an answer: who just looks around leaves no trace.
            Screen::Question(_) | Screen::Review if self.draft.read_untracked().in_progress() => {
                self.change(self.draft, |draft| draft.at = Some(place(screen)));
            }
            Screen::Result => {
                if let Some(state) = self.state() {
                    (state.finish)(self);
                }
            }
            _ => {}
        }
    }

    /// Answers an item and stays.
    pub fn choose(self, item: ItemNumber, answer: Answer) {
        if let Some(draft) = self.with_answer(item, answer) {
            self.store(self.draft, draft);
            self.after_answer();
        }
    }

    /// Answers an item and goes on: to the next one, the next gap, or the review.
    pub fn answer(self, item: ItemNumber, answer: Answer) {
        let was_open = self.answer_to_untracked(item).is_none();
        let changed = self.with_answer(item, answer);
        let answers = changed.as_ref().map_or_else(|| self.draft.read_untracked().answers, |draft| draft.answers);
        let next = answers.after(item, was_open).map_or(Screen::Review, Screen::Question);
        let Some(mut draft) = changed else { return self.go(next) };
        let part = Part::of(next);
        if self.has(part, self.language.get_untracked()) {
            if draft.in_progress() {
                draft.at = Some(place(next));
            }
            // Stored before the next statement shows, but shown after it: what is being left need not be drawn once more.
            self.keep(&draft);
            address::push(&next.fragment());
            self.once_there(part, move |session| session.enter(next));
            saving::show(self.draft, draft);
        } else {
            self.store(self.draft, draft);
            self.go(next);
        }
        self.after_answer();
    }

    /// The answers with one more. None where it is there already.
    fn with_answer(self, item: ItemNumber, answer: Answer) -> Option<Draft> {
        if self.answer_to_untracked(item) == Some(answer) {
            return None;
        }
        let mut draft = self.current(self.draft);
        draft.instrument = Some(instrument::reference().clone());
        draft.answer(item, answer, clock::now());
        Some(draft)
    }

    fn after_answer(self) {
        self.notice.set(None);
        // Who has begun will want to know what comes of it, but first the next statement.
        if !self.has(Part::Results, self.language.get_untracked()) {
            page::after_a_paint(move || self.fetch(Part::Results));
        }
    }

    fn answer_to_untracked(self, item: ItemNumber) -> Option<Answer> {
        self.draft.read_untracked().answers.get(item)
    }

    /// Says who answers, or takes it back.
    pub fn choose_side(self, side: Option<Side>) {
        // Who chooses knows better than the link.
        self.invited.set(None);
        self.change(self.draft, |draft| draft.side = side);
    }

    /// Begins anew with the first statement. The finished results stay in the history; answers that were not finished can be
    /// fetched back until the first new one.
    pub fn begin_anew(self) {
        let former = self.current(self.draft);
        let side = self.invited.get_untracked().or(former.side);
        self.store(self.draft, Draft { side, ..Draft::default() });
        let lost = former.in_progress();
        self.go(Screen::Question(ItemNumber::FIRST));
        self.notice.set(lost.then(|| Notice::Restarted(Box::new(former))));
    }

    /// Fetches back the answers from before beginning anew. Answers that another tab has given meanwhile can be fetched back in
    /// their turn.
    pub fn undo(self) {
        if let Some(Notice::Restarted(former)) = self.notice.get_untracked() {
            let newer = self.current(self.draft);
            self.store(self.draft, *former);
            self.go(self.stopped_at());
            self.notice.set(newer.in_progress().then(|| Notice::Restarted(Box::new(newer))));
        }
    }

    /// Whether the digit keys answer.
    pub fn set_digit_keys(self, on: bool) {
        self.change(self.settings, |settings| settings.digit_keys = on);
    }

    /// Goes on in a language.
    fn speak(self, to: Language) {
        let from = self.language.get_untracked();
        let fragment = address::fragment();
        // Where the browser refuses, the language changes and the address does not.
        address::replace(&format!("{}{}{fragment}", address::way(from, to), address::query()));
        page::set_language(to);
        self.language.set(to);
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

/// A view as a draft notes it.
fn place(screen: Screen) -> String {
    screen.fragment().trim_start_matches('#').to_owned()
}

const fn stage(screen: Screen) -> Screen {
    match screen {
        Screen::Question(_) => Screen::Question(ItemNumber::FIRST),
        other => other,
    }
}
