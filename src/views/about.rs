//! The page about Duet: privacy, stored values, offline use, settings.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::cited::cited;
use crate::components::confirm::Confirm;
use crate::components::digit_keys::DigitKeys;
use crate::components::download_quarantine::DownloadQuarantine;
use crate::components::fallback::{Fallback, fallback_panel};
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
        <QuarantineList/>
        <Clear/>
    }
}

/// The setting for the colour scheme.
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

/// Use without a network: in this browser, and as a single file.
#[component]
fn Offline() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().frame();
    let file = format!("duet-{}.html", session.language().tag());
    let href = format!("{}{file}", address::relative_path(session.language(), Language::Polish));
    let fallback = RwSignal::new(None);
    let on_download = move |_: MouseEvent| fallback.set(Some(Fallback::for_file(true, None)));
    view! {
        <section class="needs-site">
            <h2>{words.offline}</h2>
            <p class="kept">{words.offline_ready}</p>
            <p class="not-kept">{words.needs_network}</p>
            <p>{words.single_note}</p>
            <p class="row">
                <a class="button quiet" href=href.clone() download=file data-action="download-single" on:click=on_download>{words.single}</a>
            </p>
            {fallback_panel(session, fallback, Signal::derive(move || address::file(&href)))}
        </section>
    }
}

/// The values in quarantine.
#[component]
fn QuarantineList() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().about();
    let shown = move || {
        let items = session.storage.quarantined();
        let row = |item: stored::Quarantined| {
            view! { <li><code translate="no">{item.key}</code>" · "{item.at.utc_day().as_str().to_owned()}" · "<span lang="en">{item.reason}</span></li> }
        };
        (!items.is_empty()).then(|| {
            view! {
                <h2>{words.quarantine}</h2>
                <p>{words.quarantine_text}</p>
                <ul>{items.into_iter().map(row).collect_view()}</ul>
                <div class="row"><DownloadQuarantine/></div>
            }
        })
    };
    shown.into_any()
}

/// The text of every stored value, shown on request.
#[component]
fn Stored() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().transfer();
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
            <button type="button" class="quiet" data-action="show-stored" on:click=move |_| shown.set(Some(session.stored_values()))>
                {words.stored}
            </button>
        </p>
        <div role="status">{move || shown.get().map(list)}</div>
    }
}

/// The button that deletes all stored values.
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
