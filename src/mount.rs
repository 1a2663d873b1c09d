//! The program takes over the page, and is connected to the window: to its address, its keys, and the other tabs.

use leptos::ev::{self, Custom};
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, Event, KeyboardEvent};
use wasm_bindgen::JsCast;

use crate::app::app;
use crate::browser::{failure, frame, offline, page, spawn};
use crate::i18n::Language;
use crate::parts;
use crate::screen::Screen;
use crate::session::{Missing, Session};
use crate::views::{print_title, title};
use duet_domain::answers::Answer;
use duet_domain::settings::Theme;

/// Puts the program in the place of the start page that came with the document.
pub fn mount() {
    failure::watch();
    let owner = Owner::new();
    let session = owner.with(Session::open);
    // The session lives as long as the page.
    std::mem::forget(owner);
    session.load_with(parts::load);
    session.greet();
    session.load_first(|session, loaded| match loaded {
        Ok(()) => take_place(session),
        Err(Missing) => failure::report(),
    });
}

fn take_place(session: Session) {
    session.begin();
    let answering = page::has_focus_within("#app fieldset.answers");
    let place = page::take_over();
    mount_to_renderer(&place, move || {
        listen(session);
        follow_view(session);
        follow_theme(session);
        app(session)
    })
    .forget();
    if answering {
        page::focus(&["fieldset.answers input:checked", "fieldset.answers input"]);
    }
    failure::is_running();
    frame::say_ready();
}

/// What the window has to say: another address, another tab, a key.
fn listen(session: Session) {
    window_event_listener(ev::popstate, move |_| session.follow_address());
    window_event_listener(ev::hashchange, move |_| session.follow_address());
    window_event_listener(ev::storage, move |event| session.follow_storage(event.key().as_deref()));
    window_event_listener(ev::keydown, move |event| answer_by_digit(session, &event));
    window_event_listener(ev::beforeprint, move |_| page::set_title(&print_title(session)));
    window_event_listener(ev::afterprint, move |_| {
        page::set_title(&title(session, session.screen_untracked()));
    });
    window_event_listener(Custom::<Event>::new(offline::NEWER), move |_| session.note_newer());
    // Back from the browser's cache of pages, or from another tab.
    window_event_listener(ev::pageshow, move |_| session.refresh());
    window_event_listener_untyped("visibilitychange", move |_| {
        if page::is_visible() {
            session.refresh();
        } else {
            session.save_notes();
        }
    });
    // What is typed is stored when the person rests: the last of it when they leave the field, or the page.
    for event in ["focusout", "pagehide"] {
        window_event_listener_untyped(event, move |_| session.save_notes());
    }
}

/// Digit keys answer wherever the focus is, except where text is typed.
fn answer_by_digit(session: Session, event: &KeyboardEvent) {
    let Screen::Question(item) = session.screen_untracked() else { return };
    let held = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    if held || event.is_composing() || !session.answers_by_digit() {
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
    Effect::new(move |before: Option<Theme>| {
        let theme = session.settings().theme;
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
    page::set_title(&title(session, now.0));
    match before {
        Some((screen, _)) if screen != now.0 => {
            // From one statement to the next the answers stay under the finger, as long as there is something to read above them.
            let goes_on = matches!((screen, now.0), (Screen::Question(_), Screen::Question(_)));
            if !(goes_on && page::is_top_in_sight("fieldset.answers h1")) {
                page::scroll_to_top();
            }
            frame::say_view(now.0.name());
            page::focus_in_new_view(&["fieldset.answers input:checked", "fieldset.answers input", "main h1"]);
        }
        Some((_, language)) if language != now.1 => page::focus(&["[data-action=language]"]),
        _ => {}
    }
}
