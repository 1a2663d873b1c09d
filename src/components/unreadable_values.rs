//! The message about stored values that could not be read.

use crate::components::download_quarantine::DownloadQuarantine;
use crate::state::{Session, UnreadableValue};
use crate::texts::more::Quarantine;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::settings::Settings;
use duet_domain::stored::{Stored, StoredError};
use duet_domain::team::Team;
use leptos::prelude::*;

/// A line for each unreadable value, and a download of the quarantine.
pub fn unreadable_values(session: Session) -> AnyView {
    (move || notice(session, &session.storage.unreadable())).into_any()
}

fn notice(session: Session, values: &[UnreadableValue]) -> AnyView {
    let words = session.language().quarantine();
    let quarantined = values.iter().all(|value| value.quarantined);
    let line = |value: &UnreadableValue| {
        let text = (words.unreadable)(name(words, value.key), reason(words, &value.error));
        view! { <p data-key=value.key>{text}</p> }
    };
    view! {
            <section class="notice warning" role="alert" data-notice="quarantine">
                <div>
                    {values.iter().map(line).collect_view()}
                    <p>{if quarantined { words.quarantined } else { session.language().storage().not_moved }}</p>
                </div>
                <div class="row">
                    <DownloadQuarantine/>
                    <button type="button" class="quiet" data-action="close" on:click=move |_| session.storage.dismiss_unreadable()>
                        {words.close}
                    </button>
                </div>
            </section>
    }
    .into_any()
}

fn name(words: &Quarantine, key: &str) -> &'static str {
    match key {
        Draft::KEY => words.session,
        History::KEY => words.history,
        Settings::KEY => words.settings,
        Team::KEY => words.team,
        _ => words.quarantine_value,
    }
}

fn reason(words: &Quarantine, error: &StoredError) -> &'static str {
    match error {
        StoredError::Damaged(_) => words.damaged,
        StoredError::Version(_) => words.version,
        StoredError::OtherWording => words.other_wording,
    }
}
