//! A text to send out, with the link to the check and the side already chosen.

use leptos::prelude::*;

use crate::browser::{address, share, spawn};
use crate::components::radio::radio;
use crate::domain::Side;
use crate::i18n::Language;
use crate::markup::{CollectMarkup, IntoMarkup, Markup, view};
use crate::session::Session;

pub fn invite(session: Session) -> Markup {
    let words = session.further().table;
    let side = RwSignal::new(Side::Sales);
    let language = RwSignal::new(session.language());
    let copied = RwSignal::new(None::<bool>);
    let text = move || {
        let (side, language) = (side.get(), language.get());
        let page = address::page(session.language(), language);
        let link = page.map(|page| format!("{page}?side={}", side.key()));
        (language.further().table.invitation)(side, link.as_deref())
    };
    let copy = move |_| {
        let text = untrack(text);
        spawn(async move { copied.set(Some(share::copy(&text).await)) });
    };
    let send = move |_| {
        let text = untrack(text);
        spawn(async move { share::share(&text).await });
    };
    let handing = session.words().handing();
    let said = move || copied.get().map(|copied| if copied { handing.copied } else { handing.not_copied });
    let sides = Side::STATED.map(|choice| {
        let chosen = move || side.get() == choice;
        radio("choice", "invited", choice.key(), (session.basics().side)(choice).to_owned(), chosen, move || {
            side.set(choice);
            copied.set(None);
        })
    });
    let languages = Language::ALL.map(|choice| {
        let chosen = move || language.get() == choice;
        let name = choice.other().basics().page.other_language.to_owned();
        radio("choice", "invited-language", choice.tag(), name, chosen, move || {
            language.set(choice);
            copied.set(None);
        })
    });
    let can_share = share::can_share().then(|| {
        view! { <button type="button" class="quiet" data-action="share" on:click=send>{handing.share}</button> }
    });
    view! {
        <details class="invite">
            <summary><h2>{words.invite}</h2></summary>
            <p class="small">{words.invite_note}</p>
            <fieldset class="ticks-in-row"><legend>{words.side}</legend>{sides.collect_markup()}</fieldset>
            <fieldset class="ticks-in-row"><legend>{words.invitation_language}</legend>{languages.collect_markup()}</fieldset>
            <div class="field">
                <textarea rows="8" readonly name="invitation" aria-label=words.invite prop:value=text></textarea>
            </div>
            <p class="row">
                <button type="button" class="quiet" data-action="copy-invitation" on:click=copy>{words.copy_invitation}</button>
                {can_share}
                <span role="status">{said}</span>
            </p>
        </details>
    }
    .anew()
}
