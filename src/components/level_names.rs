//! The names of the levels, below the zones of a band.

use leptos::prelude::*;

use crate::state::Session;
use duet_domain::score::Level;

/// The four names; the current level is marked.
pub fn level_names(session: Session, current: Level) -> AnyView {
    let name = move |level: Level| {
        let name = session.language().instrument().level(level).name.to_lowercase();
        view! { <li class=format!("level-{}", level.key()) aria-current=(level == current).then_some("true")>{name}</li> }
    };
    view! { <ol class="level-names">{Level::ALL.map(name).collect_view()}</ol> }.into_any()
}
