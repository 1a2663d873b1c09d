//! Loading the later parts of the program: what is needed when, and what becomes of the person's wish meanwhile.

use leptos::prelude::*;

use std::sync::Arc;

use super::later::Part;
use super::{Missing, Notice, Session};
use crate::browser::{address, page, spawn, storage};
use crate::i18n::Language;
use crate::screen::Screen;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::record::Record;
use duet_domain::settings::Settings;
use duet_domain::stored::Stored;

impl Session {
    /// Loads what the first view needs, and does something then: at once where that is here already.
    pub fn load_first(self, then: impl FnOnce(Self, Result<(), Missing>) + 'static) {
        self.load_run();
        let part = self.first_part(&address::fragment());
        let language = self.language.get_untracked();
        if self.has(part, language) {
            return then(self, Ok(()));
        }
        self.load(part, language, move |session, loaded| match loaded {
            // The person may have gone somewhere else meanwhile, and have answered.
            Ok(()) => session.load_first(then),
            Err(missing) => then(session, Err(missing)),
        });
    }

    fn first_part(self, fragment: &str) -> Part {
        let needs_reader = is_unread::<Draft>() || is_unread::<Settings>();
        let named = Part::following(fragment);
        let stopped_at = self.draft.read_untracked().in_progress().then(|| Part::of(self.stopped_at()));
        let resumed = stopped_at.filter(|_| fragment.is_empty()).unwrap_or(Part::Run);
        let has_results = stopped_at.is_none() && named == Part::Run && storage::get(History::KEY).is_some();
        let least = if needs_reader {
            Part::Rest
        } else if has_results {
            Part::Results
        } else {
            Part::Run
        };
        named.max(resumed).max(least)
    }

    /// With results that are stored, the part that shows them comes with the rest, which can read them. One that is there already knows them,
    /// or waits for the rest (`wait_for_reader`).
    fn with_reader(self, part: Part) -> Part {
        let reads = matches!(part, Part::Results | Part::Handing) && self.state().is_none();
        if reads && storage::get(History::KEY).is_some() { Part::Rest } else { part }
    }

    pub(super) fn has(self, part: Part, language: Language) -> bool {
        match self.with_reader(part) {
            Part::Run => true,
            Part::Results => self.state().is_some() && self.known_words(language).is_some(),
            Part::Handing => self.has(Part::Results, language) && self.parts.handing.read_untracked().is_some(),
            // It has come with the words in all languages.
            Part::Rest => self.state().is_some() && self.comparison().is_some(),
        }
    }

    /// Loads a part, so that it is there when it is needed.
    pub(super) fn fetch(self, part: Part) {
        self.load(part, self.language.get_untracked(), |_, _| {});
    }

    /// Loads what hands a result over, for one that can be seen.
    pub fn bring_handing(self) {
        self.load(Part::Handing, self.language.get_untracked(), |session, loaded| {
            session.parts.lacking.set(loaded.is_err());
        });
    }

    fn load(self, part: Part, language: Language, then: impl FnOnce(Self, Result<(), Missing>) + 'static) {
        let load = self.parts.load.get_untracked().filter(|_| !self.has(part, language));
        let Some(load) = load else { return then(self, Ok(())) };
        let part = self.with_reader(part);
        spawn(async move { then(self, load(self, part, language).await) });
    }

    /// Does something for which a part is needed: at once where it is there. Where it cannot be loaded, the person learns of it
    /// and stays where they are. Who wants something else meanwhile gets that alone.
    pub(super) fn once_there(self, part: Part, act: impl FnOnce(Self) + 'static) {
        let is_wanted = self.wishes_anew();
        self.load(part, self.language.get_untracked(), move |session, loaded| {
            if !is_wanted(session) {
                return;
            }
            if loaded.is_ok() {
                session.parts.failures.set(0);
                act(session);
            } else {
                session.misses(Session::follow_address);
            }
        });
    }

    /// Notes that the person wants to be somewhere; gives whether they still want that.
    fn wishes_anew(self) -> impl Fn(Self) -> bool {
        self.parts.wishes.update(|wishes| *wishes += 1);
        let wish = self.parts.wishes.get_untracked();
        move |session| session.parts.wishes.get_untracked() == wish
    }

    fn misses(self, again: impl Fn(Self) + Send + Sync + 'static) {
        self.parts.missed.set(Arc::new(again));
        self.parts.failures.update(|failures| *failures += 1);
    }

    /// Whether a part that the person needs did not come.
    pub fn misses_part(self) -> bool {
        self.parts.failures.get() > 0
    }

    /// Tries again what the person wanted. When that has failed before and there is a network, the host may have a newer Duet,
    /// without the parts of this one: then the whole page is loaded again, unless answers would be lost by it.
    pub fn retry(self) {
        // These are nowhere else.
        let has_former = matches!(*self.notice.read_untracked(), Some(Notice::Restarted(_) | Notice::Carried(_)));
        let reloads = self.parts.failures.get_untracked() > 1 && self.keeps() && !has_former && page::is_online();
        if reloads {
            page::reload();
        } else {
            let again = self.parts.missed.get_untracked();
            again(self);
        }
    }

    /// Follows a fragment with whatever part it needs.
    pub(super) fn follow_fragment(self, fragment: String) {
        self.once_there(Part::following(&fragment), move |session| {
            if !session.receive_fragment(&fragment) {
                session.show(Screen::from_fragment(&fragment));
            }
        });
    }

    /// Takes what a fragment carries; says whether it has shown a view for it.
    pub(super) fn receive_fragment(self, fragment: &str) -> bool {
        if let Some(comparison) = self.comparison() {
            (comparison.receive)(self, fragment);
        }
        self.state().is_some_and(|state| (state.receive)(self, fragment))
    }

    /// Changes the language, once the words in the other are there; everything else stays as it is. Where the person goes meanwhile
    /// changes nothing about it.
    pub fn change_language(self) {
        let other = self.language.get_untracked().other();
        if self.state().is_none() {
            return self.speak(other);
        }
        self.load(Part::Results, other, move |session, loaded| {
            if loaded.is_err() {
                session.misses(Session::change_language);
            } else if session.language.get_untracked() != other {
                session.parts.failures.set(0);
                session.speak(other);
            }
        });
    }

    /// Adds a result to those that are compared, and goes there. Who has gone somewhere else meanwhile stays there.
    pub fn compare(self, record: Record) {
        let is_wanted = self.wishes_anew();
        self.load(Part::Rest, self.language.get_untracked(), move |session, _| {
            let Some(comparison) = session.comparison() else {
                return session.misses(move |session| session.compare(record.clone()));
            };
            (comparison.add)(session, record);
            if is_wanted(session) {
                session.parts.failures.set(0);
                session.go(Screen::Team);
            }
        });
    }
}

/// Whether a value is stored in a form that only the rest can read.
fn is_unread<T: Stored>() -> bool {
    storage::get(T::KEY).is_some_and(|text| T::read_quickly(&text).is_none())
}
