//! The header: home link and language switch.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::charts::strands::Logo;
use crate::platform::address;
use crate::route::Screen;
use crate::state::Session;

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().page();
    let language = session.language();
    let other = language.other();
    let click = move |event: MouseEvent| {
        // With a modifier key the link opens a new tab or window.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            session.change_language();
        }
    };
    let href = move || {
        let fragment = match session.screen() {
            // The screen does not hold the codes or the summary; the address does.
            Screen::SharedTeam | Screen::Summary => address::fragment(),
            screen => screen.fragment(),
        };
        format!("{}{fragment}", address::relative_path(language, other))
    };
    view! {
        <header class="top">
            <a class="home" href=Screen::Start.fragment() aria-label=words.home>
                <Logo/>
                <span aria-hidden="true" translate="no">"Duet"</span>
            </a>
            <a href=href hreflang=other.tag() lang=other.tag() data-action="language" on:click=click>
                {words.other_language}
            </a>
        </header>
    }
    .into_any()
}
