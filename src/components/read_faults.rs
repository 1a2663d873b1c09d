//! Words about stored values that could not be read.

use crate::components::set_aside::DownloadSetAside;
use crate::state::{ReadFault, Session};
use crate::texts::more::Saving;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::stored::{Stored, StoredError};
use duet_domain::team::Team;
use leptos::prelude::*;

/// Stored values that could not be read.
pub fn read_faults(session: Session) -> AnyView {
    (move || list(session, &session.storage.faults())).into_any()
}

fn list(session: Session, faults: &[ReadFault]) -> AnyView {
    let words = session.language().saving();
    let moved = faults.iter().all(|fault| fault.moved);
    let line = |fault: &ReadFault| {
        let text = (words.unreadable)(what(words, fault.key), why(words, &fault.fault));
        view! { <p data-key=fault.key>{text}</p> }
    };
    view! {
            <section class="notice warning" role="alert" data-notice="quarantine">
                <div>
                    {faults.iter().map(line).collect_view()}
                    <p>{if moved { words.kept } else { session.language().saved().not_moved }}</p>
                </div>
                <div class="row">
                    <DownloadSetAside/>
                    <button type="button" class="quiet" data-action="close" on:click=move |_| session.storage.dismiss_faults()>
                        {words.close}
                    </button>
                </div>
            </section>
    }
    .into_any()
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

fn why(words: &Saving, fault: &StoredError) -> &'static str {
    match fault {
        StoredError::Damaged(_) => words.damaged,
        StoredError::Version(_) => words.version,
        StoredError::OtherWording => words.other_wording,
    }
}
