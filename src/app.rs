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

/// Everything that is seen. It is rendered again as a whole for another language alone.
pub fn app(session: Session) -> AnyView {
    provide_context(session);
    let whole = move || {
        // Only to notice another language.
        session.language();
        view! { <Whole/> }.into_any()
    };
    whole.into_any()
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
    let view = Memo::new(move |_| match session.screen() {
        Screen::Question(_) => Screen::Question(ItemNumber::FIRST),
        other => other,
    });
    view! {
        <a class="skip" href="#content" on:click=skip>{session.language().page().skip}</a>
        <Header/>
        {move || {
            view.get();
            untrack(|| content(session))
        }}
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
