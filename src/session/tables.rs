//! What the parts of the program ask of those that come after them. Whatever else they called would come along with them.

use super::{Notice, Session, Which};
use crate::screen::Screen;
use duet_domain::draft::Draft;
use duet_domain::history::History;
use duet_domain::record::Record;
use duet_domain::settings::Settings;
use leptos::prelude::*;

/// What the first part asks of the one with the results.
pub struct Results {
    /// About what is kept.
    pub state: &'static State,
    /// A view.
    pub view: fn(Session, Screen) -> AnyView,
    /// Its title.
    pub title: fn(Session, Screen) -> &'static str,
    /// The title while it is printed.
    pub print_title: fn(Session, Screen) -> Option<String>,
    /// What the start says of the last result.
    pub last_result: fn(Session) -> Option<AnyView>,
    /// A notice about what belongs to this part.
    pub notice: fn(Session, &Notice) -> AnyView,
}

/// What a result asks of the part that hands it over.
pub struct Handing {
    /// The controls.
    pub view: fn(Session, &Record, Option<Which>) -> AnyView,
    /// The result for paper.
    pub report: fn(Session, &Record, Option<Which>) -> AnyView,
    /// The way to take answers along, where they last and where they may not.
    pub take_along: fn(Session, bool) -> AnyView,
    /// The button that copies the address of a tab of its own.
    pub copy_own_tab: fn(Session) -> AnyView,
}

/// What the other parts ask of the rest.
pub struct Rest {
    /// About the results that are compared.
    pub comparison: &'static Comparison,
    /// Reads what is stored.
    pub reader: &'static Reader,
    /// A view.
    pub view: fn(Session, Screen) -> AnyView,
    /// Its title.
    pub title: fn(Session, Screen) -> &'static str,
    /// The title while it is printed.
    pub print_title: fn(Session, Screen) -> Option<&'static str>,
    /// What it says of values that could not be read.
    pub troubles: fn(Session) -> Option<AnyView>,
    /// The word that everything was deleted.
    pub cleared: fn(Session) -> AnyView,
}

/// The state of the comparison.
pub struct Comparison {
    /// Makes room for it.
    pub(super) hold: fn(Session),
    /// Reads it where it has changed.
    pub(super) refresh: fn(Session),
    /// Takes over what another tab has done to a key, or to all.
    pub(super) follow: fn(Session, Option<&str>),
    /// Takes the results that a fragment carries.
    pub(super) receive: fn(Session, &str),
    /// Adds a result.
    pub(super) add: fn(Session, Record),
    /// Whether something would be lost if the page were loaded again.
    pub(super) is_at_risk: fn(Session) -> bool,
    /// Forgets that two people have agreed to be shown.
    pub(super) disagree: fn(Session),
    /// The fragment of a link to the results that are compared, if there are any.
    pub(super) link: fn(Session) -> Option<String>,
}

/// Reads what is stored in whatever form, and sets aside what cannot be read.
pub struct Reader {
    /// Makes room for that.
    pub(super) hold: fn(Session),
    /// Reads what was set aside before.
    pub(super) refresh: fn(Session),
    /// Takes over what another tab has set aside.
    pub(super) follow: fn(Session, Option<&str>),
    /// Reads answers.
    pub(super) read_draft: fn(Session, String) -> Option<Draft>,
    /// Reads settings.
    pub(super) read_settings: fn(Session, String) -> Option<Settings>,
    /// Reads the history.
    pub(super) read_history: fn(Session, String) -> Option<History>,
    /// Stores what is in this tab together with what is stored.
    pub(super) rejoin: fn(Session),
}

/// The state that belongs to the part with the results.
pub struct State {
    /// Makes room for what is kept.
    pub(super) hold: fn(Session),
    /// Reads it.
    pub(super) take_up: fn(Session),
    /// Takes over what another tab has done to a key, or to all.
    pub(super) follow: fn(Session, Option<&str>),
    /// Reads it anew.
    pub(super) refresh: fn(Session),
    /// Takes the answers that a fragment carries; says whether it has shown a view for them.
    pub(super) receive: fn(Session, &str) -> bool,
    /// Notes that from now on what is finished stays in this tab.
    pub(super) wait: fn(Session),
    /// Stores what was typed beside a result and is not stored yet.
    pub(super) save_notes: fn(Session),
    /// Puts the answers into the history when all are there.
    pub(super) finish: fn(Session),
    /// Whether something would be lost if the page were loaded again.
    pub(super) is_at_risk: fn(Session) -> bool,
}
