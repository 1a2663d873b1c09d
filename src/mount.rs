//! Mounts the app, and connects it to the window: address, keys, title, focus, printing.

use leptos::ev::{self, Custom};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, Event, KeyboardEvent};
use wasm_bindgen::JsCast;

use crate::app::app;
use crate::lazy;
use crate::platform::chunk::{self, ChunkLoadError};
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

/// Loads the chunk of the first view, and then replaces the static start page by the app.
pub fn mount() {
    failure::install_panic_hook();
    let owner = Owner::new();
    let start = Page { screen: Screen::from_fragment(&address::fragment()), view: views::run };
    let session = owner.with(|| Session::new(page::language(), start));
    // The session lives as long as the page.
    std::mem::forget(owner);
    session.open();
    session.adopt_reader_language();
    spawn(async move {
        match load_first_view(session).await {
            Ok(()) => mount_app(session),
            Err(_) => failure::report(),
        }
    });
}

async fn load_first_view(session: Session) -> Result<(), ChunkLoadError> {
    let fragment = address::fragment();
    let screen = session.initial_screen();
    session.navigation.requested.set(screen);
    if has_answers(&fragment) {
        lazy::receive_answers(session, fragment).await?;
    } else if screen == Screen::Start && storage::get(History::KEY).is_some() {
        // The start shows the last result, and works without it.
        let _ = lazy::last_result().await;
    }
    let screen = session.navigation.requested.get_untracked();
    let view = lazy::view(screen).await?;
    session.navigation.page.set(Page { screen, view });
    session.on_view_change(screen);
    session.notify_resumed(screen);
    Ok(())
}

fn has_answers(fragment: &str) -> bool {
    extract::decode_fragment(fragment).starts_with("a=")
}

fn mount_app(session: Session) {
    let answering = focus::is_within("#app fieldset.answers");
    let mount_point = page::emptied_mount_point();
    mount_to_renderer(&mount_point, move || {
        add_window_listeners(session);
        follow_requested_screen(session);
        follow_view(session);
        follow_theme(session);
        preload_chunks(session);
        app(session)
    })
    .forget();
    if answering {
        focus::set(&["fieldset.answers input:checked", "fieldset.answers input"]);
    }
    failure::report_started();
    frame::post_ready();
}

fn add_window_listeners(session: Session) {
    window_event_listener(ev::popstate, move |_| follow_address(session));
    window_event_listener(ev::hashchange, move |_| follow_address(session));
    window_event_listener(ev::keydown, move |event| answer_by_digit(session, &event));
    window_event_listener(ev::beforeprint, move |_| {
        let Titles { shown, printed } = views::titles(session);
        page::set_title(&printed.unwrap_or(shown));
    });
    window_event_listener(ev::afterprint, move |_| page::set_title(&views::titles(session).shown));
    window_event_listener(Custom::<Event>::new(offline::UPDATE_EVENT), move |_| session.set_update_available());
}

/// Requests the view that the address names, after a link, Back, or a change of the address by hand.
fn follow_address(session: Session) {
    let fragment = address::fragment();
    if !has_answers(&fragment) {
        return session.navigation.requested.set(Screen::from_fragment(&fragment));
    }
    spawn(async move {
        if let Err(error) = lazy::receive_answers(session, fragment).await {
            session.navigation.set_load_error(Some(error));
        }
    });
}

/// Shows each requested view once its chunk is loaded, and tries again when the person asks for it.
fn follow_requested_screen(session: Session) {
    Effect::new(move |before: Option<()>| {
        let screen = session.navigation.requested.get();
        if before.is_some() {
            spawn(show_screen(session, screen));
        }
    });
    Effect::new(move |before: Option<()>| {
        session.navigation.retries.get();
        if before.is_none() {
            return;
        }
        // The chunk that receives answers may be the one that was not loaded.
        if has_answers(&address::fragment()) {
            follow_address(session);
        } else {
            session.navigation.requested.notify();
        }
    });
}

async fn show_screen(session: Session, screen: Screen) {
    let loaded = lazy::view(screen).await;
    // Another view was requested meanwhile.
    if session.navigation.requested.get_untracked() != screen {
        return;
    }
    match loaded {
        Ok(view) => {
            // Not as soon as it is known: a notice would move the answers under the finger.
            session.navigation.set_load_error(chunk::is_outdated().then_some(ChunkLoadError::Outdated));
            session.on_view_change(screen);
            session.navigation.page.set(Page { screen, view });
        }
        Err(error) => session.navigation.set_load_error(Some(error)),
    }
}

/// Loads the chunk of the result after the first answer, when the next statement is painted; and all chunks when a newer version is
/// ready, because the host may soon have only those of the newer one.
fn preload_chunks(session: Session) {
    let in_progress = Memo::new(move |_| session.run.draft.read().in_progress());
    Effect::new(move |_| {
        if in_progress.get() {
            page::after_next_paint(|| spawn(async { _ = lazy::view(Screen::Result).await }));
        }
    });
    Effect::new(move |_| {
        if session.has_update() {
            spawn(lazy::load_all());
        }
    });
}

/// Answers by a digit key, wherever the focus is, except in text fields.
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

/// Applies the colour scheme when it changes, here or in another tab. `look.js` has applied the first one.
fn follow_theme(session: Session) {
    Effect::new(move |before: Option<ColorScheme>| {
        let theme = session.settings.read().color_scheme;
        if before.is_some_and(|before| before != theme) {
            page::show_theme(theme);
        }
        theme
    });
}

/// Updates title, focus and scroll position when the view or the language changes. The first view does not move the focus.
fn follow_view(session: Session) {
    Effect::new(move |before: Option<(Screen, Language)>| {
        let now = (session.screen(), session.language());
        spawn(async move {
            // After the same change is rendered.
            tick().await;
            on_change(session, before, now);
        });
        now
    });
}

fn on_change(session: Session, before: Option<(Screen, Language)>, now: (Screen, Language)) {
    page::set_title(&views::titles(session).shown);
    match before {
        Some((screen, _)) if screen != now.0 => {
            // Between statements the page is not scrolled if the statement is visible, so that the answers stay under the finger.
            let same_view = matches!((screen, now.0), (Screen::Question(_), Screen::Question(_)));
            if !(same_view && page::is_top_visible("fieldset.answers h1")) {
                page::scroll_to_top();
            }
            frame::post_view(now.0.name());
            focus::set_in_new_view(&["fieldset.answers input:checked", "fieldset.answers input", "main h1"]);
        }
        Some((_, language)) if language != now.1 => focus::set(&["[data-action=language]"]),
        _ => {}
    }
}
