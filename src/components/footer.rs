//! The footer: where the answers are stored, and links to the other views.

use leptos::prelude::*;

use crate::components::chunk::Chunk;
use crate::components::open_in_tab::OpenInTab;
use crate::lazy;
use crate::platform::frame;
use crate::platform::retention::{Retention, retention};
use crate::route::Screen;
use crate::state::{NotPersisted, Session, StorageLocation};

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let session = expect_context::<Session>();
    let (page, storage) = (session.language().page(), session.language().storage());
    let offers_draft_link = Memo::new(move |_| {
        // If the answers are retained for a week, the link on the review is enough.
        let is_retained = session.storage.location() == StorageLocation::Device && retention() != Retention::InApp;
        !is_retained && session.screen() != Screen::Review && session.offers_draft_link()
    });
    view! {
        <footer class="bottom">
            {move || match session.storage.location() {
                StorageLocation::Device => {
                    let text = match retention() {
                        Retention::Unlimited => storage.device,
                        Retention::Week => storage.week,
                        Retention::InApp => storage.app,
                    };
                    view! { <p data-saved="device">{text}</p> }.into_any()
                }
                StorageLocation::Tab(reason) => {
                    let text = match reason {
                        NotPersisted::Blocked => storage.blocked,
                        NotPersisted::Full => storage.full,
                        NotPersisted::Unmovable => storage.not_moved,
                    };
                    view! { <p class="warning" role="status" data-saved="tab">{text}</p> }.into_any()
                }
            }}
            {move || offers_draft_link.get().then(|| view! { <Chunk load=lazy::draft_link/> })}
            <nav>
                <a href=Screen::Team.fragment() data-action="open-team">{session.language().shell().open_team}</a>
                <a href=Screen::History.fragment()>{page.history}</a>
                <a href=Screen::About.fragment()>{page.about}</a>
            </nav>
            <p>{if frame::host_origin().is_some() { session.language().shell().host_learns_result } else { page.nothing_sent }}</p>
            <OpenInTab/>
        </footer>
    }
    .into_any()
}
