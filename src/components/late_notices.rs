//! Words about what just happened to what is kept beside the answers.

use leptos::prelude::*;

use crate::anew::Anew;
use crate::browser::page;
use crate::components::set_aside::DownloadSetAside;
use crate::domain::draft::Draft;
use crate::domain::history::History;
use crate::domain::settings::Settings;
use crate::domain::stored::{Stored, Unreadable};
use crate::domain::team::Team;
use crate::i18n::Saving;
use crate::session::{Notice, Session, Trouble};

/// Where the focus goes when the notice that had it is gone.
const AFTER: &[&str] = &["fieldset.answers input:checked", "fieldset.answers input", "main h1"];

/// The notice, where it is one of these.
pub fn late_notice(session: Session, notice: &Notice) -> AnyView {
    match notice {
        Notice::Carried(carried) => {
            let words = session.words().place;
            let text = (words.carried)(carried.answers.answered(), session.draft().answers.answered());
            view! {
                <p class="notice" data-notice="carried">
                    <span>{text}</span>
                    <button type="button" data-action="take-carried" on:click=move |_| {
                        session.take_carried();
                        page::focus_later(AFTER);
                    }>
                        {words.take_carried}
                    </button>
                    <button type="button" class="quiet" data-action="keep-own" on:click=move |_| {
                        session.keep_own();
                        page::focus_later(AFTER);
                    }>
                        {words.keep_own}
                    </button>
                </p>
            }
            .anew()
        }
        Notice::Cleared => session.rest().map(|rest| (rest.cleared)(session)).anew(),
        Notice::Resumed | Notice::Restarted(_) => ().anew(),
    }
}

/// The word that everything was deleted.
pub fn cleared(session: Session) -> AnyView {
    view! { <p class="notice" data-notice="cleared"><span>{session.further().about.cleared}</span></p> }.anew()
}

/// Stored values that could not be read.
pub fn troubles(session: Session) -> Option<AnyView> {
    let words = &session.words().saving;
    let troubles = session.troubles();
    let moved = troubles.iter().all(|trouble| trouble.moved);
    let line = |trouble: &Trouble| {
        let text = (words.unreadable)(what(words, trouble.key), why(words, &trouble.fault));
        view! { <p data-key=trouble.key>{text}</p> }
    };
    (!troubles.is_empty()).then(|| {
        view! {
            <section class="notice warning" role="alert" data-notice="quarantine">
                <div>
                    {troubles.iter().map(line).collect_view()}
                    <p>{if moved { words.kept } else { session.basics().saved.not_moved }}</p>
                </div>
                <p class="row">
                    <DownloadSetAside/>
                    <button type="button" class="quiet" data-action="close" on:click=move |_| session.close_troubles()>
                        {words.close}
                    </button>
                </p>
            </section>
        }
        .anew()
    })
}

fn what(words: &Saving, key: &str) -> &'static str {
    match key {
        Draft::KEY => words.session,
        History::KEY => words.history,
        Settings::KEY => words.settings,
        Team::KEY => words.team,
        _ => words.quarantine,
    }
}

fn why(words: &Saving, fault: &Unreadable) -> &'static str {
    match fault {
        Unreadable::Damaged(_) => words.damaged,
        Unreadable::Version(_) => words.version,
        Unreadable::OtherWording => words.other_wording,
    }
}
