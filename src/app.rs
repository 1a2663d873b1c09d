//! The root component: header, current view, footer.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::notices::Notices;
use crate::platform::focus;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::answers::ItemNumber;

/// The whole app. A change of the language re-renders all of it.
pub fn app(session: Session) -> AnyView {
    provide_context(session);
    view! {
        <For each=move || [session.language()] key=|language| *language let:_>
            <Shell/>
        </For>
    }
    .into_any()
}

#[component]
fn Shell() -> impl IntoView {
    let session = expect_context::<Session>();
    let skip = |event: MouseEvent| {
        // The fragment names the view, so it must not change.
        event.prevent_default();
        focus::set(&["#content"]);
    };
    // All statements are one view, which is not re-rendered when the statement changes.
    let view = move || match session.screen() {
        Screen::Question(_) => Screen::Question(ItemNumber::FIRST),
        other => other,
    };
    // Keyed, so that a view never reuses the elements of another one (docs/adr/0022).
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
