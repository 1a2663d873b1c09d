//! The program takes over the page, and is connected to the window: to its address, its keys, and the other tabs.

use leptos::ev::{self, Custom};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, Event, KeyboardEvent};
use wasm_bindgen::JsCast;

use crate::app::app;
use crate::lazy::{self, MissingChunk};
use crate::platform::{address, failure, focus, frame, offline, page, spawn, storage};
use crate::route::Screen;
use crate::state::{Page, Session, Titles};
use crate::texts::Language;
use crate::views;
use duet_domain::answers::Answer;
use duet_domain::extract;
use duet_domain::history::History;
use duet_domain::settings::ColorScheme;
use duet_domain::stored::Stored;

/// Puts the program in the place of the start page that came with the document, once its first view is loaded.
pub fn mount() {
    failure::watch();
    let owner = Owner::new();
    let start = Page { screen: Screen::from_fragment(&address::fragment()), view: views::run };
    let session = owner.with(|| Session::new(page::language(), start));
    // The session lives as long as the page.
    std::mem::forget(owner);
    session.open();
    session.greet();
    spawn(async move {
        match load_first_view(session).await {
            Ok(()) => take_over(session),
            Err(MissingChunk) => failure::report(),
        }
    });
}

async fn load_first_view(session: Session) -> Result<(), MissingChunk> {
    let fragment = address::fragment();
    let screen = session.first_screen();
    session.navigation.wanted.set(screen);
    if carries_answers(&fragment) {
        lazy::receive_answers(session, fragment).await?;
    } else if screen == Screen::Start && storage::get(History::KEY).is_some() {
        // The start says something of the last result. Without it, it is still the start.
        let _ = lazy::last_result().await;
    }
    let screen = session.navigation.wanted.get_untracked();
    let view = lazy::view(screen).await?;
    session.navigation.page.set(Page { screen, view });
    session.arrive(screen);
    session.welcome_back(screen);
    Ok(())
}

fn carries_answers(fragment: &str) -> bool {
    extract::decode_fragment(fragment).starts_with("a=")
}

fn take_over(session: Session) {
    let answering = focus::is_within("#app fieldset.answers");
    let place = page::take_over();
    mount_to_renderer(&place, move || {
        listen(session);
        follow_wanted(session);
        follow_view(session);
        follow_theme(session);
        load_what_comes_next(session);
        app(session)
    })
    .forget();
    if answering {
        focus::set(&["fieldset.answers input:checked", "fieldset.answers input"]);
    }
    failure::is_running();
    frame::say_ready();
}

/// What the window has to say: another address, another tab, a key.
fn listen(session: Session) {
    window_event_listener(ev::popstate, move |_| follow_address(session));
    window_event_listener(ev::hashchange, move |_| follow_address(session));
    window_event_listener(ev::keydown, move |event| answer_by_digit(session, &event));
    window_event_listener(ev::beforeprint, move |_| {
        let Titles { shown, printed } = views::titles(session);
        page::set_title(&printed.unwrap_or(shown));
    });
    window_event_listener(ev::afterprint, move |_| page::set_title(&views::titles(session).shown));
    window_event_listener(Custom::<Event>::new(offline::NEWER), move |_| session.note_newer());
}

/// Shows the view that the address names, after a link, Back, or an address typed by hand.
fn follow_address(session: Session) {
    let fragment = address::fragment();
    if !carries_answers(&fragment) {
        return session.navigation.wanted.set(Screen::from_fragment(&fragment));
    }
    spawn(async move {
        if lazy::receive_answers(session, fragment).await.is_err() {
            session.navigation.failures.update(|failures| *failures += 1);
        }
    });
}

/// Shows the view that is wanted, once its chunk is loaded.
fn follow_wanted(session: Session) {
    Effect::new(move |before: Option<()>| {
        let screen = session.navigation.wanted.get();
        if before.is_some() {
            spawn(show(session, screen));
        }
    });
    Effect::new(move |before: Option<()>| {
        session.navigation.retries.get();
        if before.is_none() {
            return;
        }
        // The chunk that takes answers may be the one that did not come.
        if carries_answers(&address::fragment()) {
            follow_address(session);
        } else {
            session.navigation.wanted.set(session.navigation.wanted.get_untracked());
        }
    });
}

async fn show(session: Session, screen: Screen) {
    let loaded = lazy::view(screen).await;
    // Who has gone somewhere else meanwhile is not called back.
    if session.navigation.wanted.get_untracked() != screen {
        return;
    }
    match loaded {
        Ok(view) => {
            session.navigation.failures.set(0);
            session.arrive(screen);
            session.navigation.page.set(Page { screen, view });
        }
        Err(MissingChunk) => session.navigation.failures.update(|failures| *failures += 1),
    }
}

/// Who has begun will want to know what comes of it, but first the next statement. Where a newer version of Duet waits, the chunks of this
/// one are still to be had now.
fn load_what_comes_next(session: Session) {
    Effect::new(move |_| {
        if session.run.draft.read().in_progress() {
            page::after_a_paint(|| spawn(async { _ = lazy::view(Screen::Result).await }));
        }
    });
    Effect::new(move |_| {
        if session.has_newer() {
            spawn(lazy::load_all());
        }
    });
}

/// Digit keys answer wherever the focus is, except where text is typed.
fn answer_by_digit(session: Session, event: &KeyboardEvent) {
    let Screen::Question(item) = session.navigation.screen_untracked() else { return };
    let held = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    if held || event.is_composing() || !session.settings.read_untracked().digit_keys {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| page::takes_text(&target)) {
        return;
    }
    let answer = event.key().parse().ok().and_then(Answer::new);
    if let Some(answer) = answer {
        event.prevent_default();
        session.answer(item, answer);
    }
}

/// Shows another theme when one is chosen, here or in another tab. That of the start is shown already.
fn follow_theme(session: Session) {
    Effect::new(move |before: Option<ColorScheme>| {
        let theme = session.settings.read().color_scheme;
        if before.is_some_and(|before| before != theme) {
            page::show_theme(theme);
        }
        theme
    });
}

/// Keeps the window's title, the focus and the scroll position with the view. The focus stays where it is on the first view:
/// nobody asked to be moved when they opened the page.
fn follow_view(session: Session) {
    Effect::new(move |before: Option<(Screen, Language)>| {
        let now = (session.screen(), session.language());
        spawn(async move {
            // What is drawn for the same change may come after this.
            tick().await;
            arrive(session, before, now);
        });
        now
    });
}

fn arrive(session: Session, before: Option<(Screen, Language)>, now: (Screen, Language)) {
    page::set_title(&views::titles(session).shown);
    match before {
        Some((screen, _)) if screen != now.0 => {
            // From one statement to the next the answers stay under the finger, as long as there is something to read above them.
            let goes_on = matches!((screen, now.0), (Screen::Question(_), Screen::Question(_)));
            if !(goes_on && page::is_top_in_sight("fieldset.answers h1")) {
                page::scroll_to_top();
            }
            frame::say_view(now.0.name());
            focus::set_in_new_view(&["fieldset.answers input:checked", "fieldset.answers input", "main h1"]);
        }
        Some((_, language)) if language != now.1 => focus::set(&["[data-action=language]"]),
        _ => {}
    }
}
