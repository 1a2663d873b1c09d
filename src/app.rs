//! The page as a whole: the view that the address names, between header and footer.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::notices::Notices;
use crate::screen::Screen;
use crate::session::Session;
use crate::views::View;

/// Everything that is seen. It is made anew for another view or language, down to the last element: a radio that stays in the
/// page under another name would keep what the browser knows of its old one. Within a view only what changes is drawn.
#[component]
pub fn App(
    /// The state it shows; handed on to everything below by context.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    view! {
        <For
            each=move || [(session.screen(), session.language())]
            key=|shown| *shown
            children=|(screen, _)| view! { <Page screen/> }
        />
    }
}

#[component]
fn Page(screen: Screen) -> impl IntoView {
    let session = expect_context::<Session>();
    let item = match screen {
        Screen::Question(item) => Some(item.number()),
        _ => None,
    };
    let skip = |event: MouseEvent| {
        // The fragment says which view is shown, and stays.
        event.prevent_default();
        page::focus(&["#content"]);
    };
    view! {
        <a class="skip" href="#content" on:click=skip>{session.words().page.skip}</a>
        <Header/>
        <main id="content" tabindex="-1" data-view=screen.name() data-item=item>
            <Notices/>
            <View screen/>
        </main>
        <Footer/>
    }
}
