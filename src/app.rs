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
use duet_domain::answers::ItemNumber;

/// Everything that is seen. The session is handed on to everything below by context. What is around a view is made anew for another
/// language alone, which saves a phone a third of the work of an answer.
pub fn app(session: Session) -> AnyView {
    provide_context(session);
    #[cfg(not(target_arch = "wasm32"))]
    session.have_all(&crate::views::RESULTS, &crate::views::HANDING, &crate::views::REST);
    let page = move || {
        // Only to notice another language.
        session.language();
        view! { <Page/> }.into_any()
    };
    page.into_any()
}

#[component]
fn Page() -> impl IntoView {
    let session = expect_context::<Session>();
    let skip = |event: MouseEvent| {
        // The fragment says which view is shown, and stays.
        event.prevent_default();
        page::focus(&["#content"]);
    };
    view! {
        <a class="skip" href="#content" on:click=skip>{session.basics().page.skip}</a>
        <Header/>
        {move || {
            let screen = session.stage();
            view! { <Content screen/> }.into_any()
        }}
        <Footer/>
    }
}

#[component]
fn Content(screen: Screen) -> impl IntoView {
    let session = expect_context::<Session>();
    let item = move || session.item().map(ItemNumber::number);
    view! {
        <main id="content" tabindex="-1" data-view=screen.name() data-item=item>
            <Notices/>
            <View screen/>
        </main>
    }
}
