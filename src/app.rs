//! The page as a whole: the view that the address names, between header and footer.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::notices::Notices;
use crate::platform::focus;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::ItemNumber;

/// Everything that is seen. Another language renders it again as a whole.
pub fn app(session: Session) -> AnyView {
    provide_context(session);
    view! {
        <For each=move || [session.language()] key=|language| *language let:_>
            <Whole/>
        </For>
    }
    .into_any()
}

#[component]
fn Whole() -> impl IntoView {
    let session = expect_context::<Session>();
    let skip = |event: MouseEvent| {
        // The fragment says which view is shown, and stays.
        event.prevent_default();
        focus::set(&["#content"]);
    };
    // The statements are one view, which stays while the statement changes.
    let view = move || match session.screen() {
        Screen::Question(_) => Screen::Question(ItemNumber::FIRST),
        other => other,
    };
    // Keyed, so that each view has elements of its own: rendered in place, one view would take over the elements of another.
    view! {
        <a class="skip" href="#content" on:click=skip>{session.language().page().skip}</a>
        <Header/>
        <For each=move || [view()] key=|view| *view let:_>{content(session)}</For>
        <Footer/>
    }
}

fn content(session: Session) -> AnyView {
    let page = session.navigation.page.get_untracked();
    let item = move || session.navigation.item().map(ItemNumber::number);
    view! {
        <main id="content" tabindex="-1" data-view=page.screen.name() data-item=item>
            <Notices/>
            {(page.view)(session, page.screen)}
        </main>
    }
    .into_any()
}
