//! What Duet is, what happens to the answers, and the choices a person has.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::cited::cited;
use crate::components::confirm::Confirm;
use crate::components::digit_keys::DigitKeys;
use crate::components::next_way::{Doubt, next_way};
use crate::components::set_aside::DownloadSetAside;
use crate::platform::address;
use crate::state::Session;
use crate::texts::Language;
use duet_domain::settings::ColorScheme;
use duet_domain::stored;

/// The page about Duet.
#[component]
pub fn About() -> impl IntoView {
    let session = expect_context::<Session>();
    session.navigation.set_titles(session.language().about().title, None);
    let words = session.language().about();
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.what}</p>
        <p>{cited(words.source)}</p>
        <p>{words.wording}" "{words.limits}</p>
        <h2>{words.privacy}</h2>
        {words.privacy_text.map(|text| view! { <p>{text}</p> }).collect_view()}
        <Stored/>
        <Offline/>
        <h2>{words.settings}</h2>
        <ThemeChoice/>
        <p><DigitKeys/></p>
        <SetAside/>
        <Clear/>
    }
}

/// The colours.
#[component]
fn ThemeChoice() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().about();
    let choose = move |event| {
        if let Some(theme) = ColorScheme::from_key(&event_target_value(&event)) {
            session.settings.change(|settings| settings.color_scheme = theme);
        }
    };
    let option = move |theme: ColorScheme| {
        let chosen = move || session.settings.read().color_scheme == theme;
        view! { <option value=theme.key() selected=chosen prop:selected=chosen>{(words.themes)(theme)}</option> }
    };
    view! {
        <label class="choice">
            <span>{words.theme}</span>
            <select name="theme" data-action="theme" autocomplete="off" on:change=choose>{ColorScheme::ALL.map(option).collect_view()}</select>
        </label>
    }
}

/// Working without a network: in this browser, and in one file.
#[component]
fn Offline() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().frame();
    let file = format!("duet-{}.html", session.language().tag());
    let href = format!("{}{file}", address::way(session.language(), Language::Polish));
    let doubt = RwSignal::new(None);
    let offered = move |_: MouseEvent| doubt.set(Some(Doubt::of_file(true, None)));
    view! {
        <section class="needs-site">
            <h2>{words.offline}</h2>
            <p class="kept">{words.offline_ready}</p>
            <p class="not-kept">{words.needs_network}</p>
            <p>{words.single_note}</p>
            <p class="row">
                <a class="button quiet" href=href.clone() download=file data-action="download-single" on:click=offered>{words.single}</a>
            </p>
            {next_way(session, doubt, Signal::derive(move || address::file(&href)))}
        </section>
    }
}

/// Values that could not be read.
#[component]
fn SetAside() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().about();
    let shown = move || {
        let items = session.storage.set_aside();
        let row = |item: stored::Quarantined| {
            view! { <li><code translate="no">{item.key}</code>" · "{item.at.utc_day().as_str().to_owned()}" · "<span lang="en">{item.reason}</span></li> }
        };
        (!items.is_empty()).then(|| {
            view! {
                <h2>{words.set_aside}</h2>
                <p>{words.set_aside_text}</p>
                <ul>{items.into_iter().map(row).collect_view()}</ul>
                <div class="row"><DownloadSetAside/></div>
            }
        })
    };
    shown.into_any()
}

/// Everything that is stored, to the letter.
#[component]
fn Stored() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().handing();
    let shown = RwSignal::new(None::<Vec<(&'static str, String)>>);
    let list = move |stored: Vec<(&'static str, String)>| {
        if stored.is_empty() {
            return view! { <p>{words.nothing_stored}</p> }.into_any();
        }
        let row = |(key, text): (&'static str, String)| view! { <dt><code translate="no">{key}</code></dt><dd><pre translate="no">{text}</pre></dd> };
        view! { <p>{words.stored_note}</p><dl class="stored">{stored.into_iter().map(row).collect_view()}</dl> }
            .into_any()
    };
    view! {
        <p class="row">
            <button type="button" class="quiet" data-action="show-stored" on:click=move |_| shown.set(Some(session.stored()))>
                {words.stored}
            </button>
        </p>
        <div role="status">{move || shown.get().map(list)}</div>
    }
}

/// Deleting everything.
#[component]
fn Clear() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().about();
    view! {
        <h2>{words.clear}</h2>
        <p>{words.clear_text}</p>
        <Confirm
            label=words.clear
            ask=words.clear_ask
            action="clear-data"
            run=Callback::new(move |()| session.clear())
        />
    }
}
