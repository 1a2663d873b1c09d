//! The page as a whole: the view that the address names, between header and footer.

use leptos::prelude::*;

use crate::browser::page;
use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::notices::Notices;
use crate::screen::Screen;
use crate::session::Session;
use crate::views::View;

/// Everything that is seen. It is drawn anew for another view or language; within a view only what changes is.
#[component]
pub fn App(
    /// The state it shows; handed on to everything below by context.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    move || {
        let screen = session.screen();
        let item = match screen {
            Screen::Question(item) => Some(item.number()),
            _ => None,
        };
        let words = session.words();
        view! {
            <a
                class="skip"
                href="#content"
                on:click=|event| {
                    event.prevent_default();
                    page::focus(&["#content"]);
                }
            >
                {words.page.skip}
            </a>
            <Header/>
            <main id="content" tabindex="-1" data-view=screen.name() data-item=item>
                <Notices/>
                <View screen/>
            </main>
            <Footer/>
        }
    }
}
