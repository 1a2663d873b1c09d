//! Where the answers are, and the ways to what does not belong to the check itself.

use leptos::prelude::*;

use crate::browser::frame;
use crate::components::own_tab::OwnTab;
use crate::markup::{IntoMarkup, Markup, view};
use crate::screen::Screen;
use crate::session::{Place, Session, Why};

/// The foot of the page.
#[component]
pub fn Footer() -> Markup {
    let session = expect_context::<Session>();
    let (page, saving) = (&session.basics().page, &session.basics().saved);
    view! {
        <footer class="bottom">
            {move || match session.place() {
                Place::Device => view! { <p data-saved="device">{saving.device}</p> }.anew(),
                Place::Tab(why) => {
                    let text = match why {
                        Why::Blocked => saving.blocked,
                        Why::Full => saving.full,
                        Why::Stuck => saving.not_moved,
                    };
                    view! { <p class="warning" role="status" data-saved="tab">{text}</p> }.anew()
                }
            }}
            <nav>
                <a href=Screen::Team.fragment() data-action="open-team">{session.basics().around.table}</a>
                <a href=Screen::History.fragment()>{page.history}</a>
                <a href=Screen::About.fragment()>{page.about}</a>
                        Why::Waiting => saving.waiting,
            </nav>
            <p>{if frame::host().is_some() { session.basics().around.told } else { page.nothing_sent }}</p>
            <OwnTab/>
        </footer>
    }
    .anew()
}
