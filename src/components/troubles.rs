//! Words about stored values that could not be read.

use crate::components::set_aside::DownloadSetAside;
use crate::i18n::further::Saving;
use crate::session::{Session, Trouble};
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::stored::{Stored, Unreadable};
use duet_domain::team::Team;
use leptos::prelude::*;

/// Stored values that could not be read.
pub fn troubles(session: Session) -> Option<AnyView> {
    let words = &session.further().saving;
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
                <div class="row">
                    <DownloadSetAside/>
                    <button type="button" class="quiet" data-action="close" on:click=move |_| session.close_troubles()>
                        {words.close}
                    </button>
                </div>
            </section>
        }
        .into_any()
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
