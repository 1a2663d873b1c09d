//! Where the answers are, and the ways to what does not belong to the check itself.

use leptos::prelude::*;

use crate::components::chunk::Chunk;
use crate::components::own_tab::OwnTab;
use crate::lazy;
use crate::platform::agent::{Keeping, keeping};
use crate::platform::frame;
use crate::route::Screen;
use crate::state::{Place, Reason, Session};

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    let session = expect_context::<Session>();
    let (page, saving) = (session.language().page(), session.language().saved());
    let takes_along = Memo::new(move |_| {
        // A week is long enough to see the review, where it stands everywhere.
        let lasts = session.storage.place() == Place::Device && keeping() != Keeping::App;
        !lasts && session.screen() != Screen::Review && session.offers_to_take_along()
    });
    view! {
        <footer class="bottom">
            {move || match session.storage.place() {
                Place::Device => {
                    let text = match keeping() {
                        Keeping::Device => saving.device,
                        Keeping::Week => saving.week,
                        Keeping::App => saving.app,
                    };
                    view! { <p data-saved="device">{text}</p> }.into_any()
                }
                Place::Tab(why) => {
                    let text = match why {
                        Reason::Blocked => saving.blocked,
                        Reason::Full => saving.full,
                        Reason::Unmovable => saving.not_moved,
                    };
                    view! { <p class="warning" role="status" data-saved="tab">{text}</p> }.into_any()
                }
            }}
            {move || takes_along.get().then(|| view! { <Chunk load=lazy::take_along/> })}
            <nav>
                <a href=Screen::Team.fragment() data-action="open-team">{session.language().around().table}</a>
                <a href=Screen::History.fragment()>{page.history}</a>
                <a href=Screen::About.fragment()>{page.about}</a>
            </nav>
            <p>{if frame::host().is_some() { session.language().around().told } else { page.nothing_sent }}</p>
            <OwnTab/>
        </footer>
    }
    .into_any()
}
