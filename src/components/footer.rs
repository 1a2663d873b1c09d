//! Where the answers are, and the ways to what does not belong to the check itself.

use leptos::prelude::*;

use crate::browser::agent::{Keeping, keeping};
use crate::browser::frame;
use crate::components::own_tab::OwnTab;
use crate::screen::Screen;
use crate::session::{Place, Session, Why};

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    let session = expect_context::<Session>();
    let (page, saving) = (&session.basics().page, &session.basics().saved);
    view! {
        <footer class="bottom">
            {move || match session.place() {
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
                        Why::Blocked => saving.blocked,
                        Why::Full => saving.full,
                        Why::Stuck => saving.not_moved,
                        Why::Waiting => saving.waiting,
                    };
                    view! { <p class="warning" role="status" data-saved="tab">{text}</p> }.into_any()
                }
            }}
            {move || {
                // A week is long enough to see the review, where it stands everywhere.
                let lasts = session.place() == Place::Device && keeping() != Keeping::App;
                (!lasts && session.stage() != Screen::Review).then(|| session.along(false))
            }}
            <nav>
                <a href=Screen::Team.fragment() data-action="open-team">{session.basics().around.table}</a>
                <a href=Screen::History.fragment()>{page.history}</a>
                <a href=Screen::About.fragment()>{page.about}</a>
            </nav>
            <p>{if frame::host().is_some() { session.basics().around.told } else { page.nothing_sent }}</p>
            <OwnTab/>
        </footer>
    }
    .into_any()
}
