//! The invitation: a text with a link to the check that preselects the side.

use leptos::prelude::*;

use crate::components::copy::{copy_button, share_button};
use crate::components::radio::radio;
use crate::platform::address;
use crate::state::Session;
use crate::texts::Language;
use duet_domain::Side;

pub fn invite(session: Session) -> AnyView {
    let words = session.language().team();
    let side = RwSignal::new(Side::Sales);
    let language = RwSignal::new(session.language());
    let text = move || {
        let (side, language) = (side.get(), language.get());
        let page = address::page(session.language(), language);
        let link = page.map(|page| format!("{page}?side={}", side.key()));
        (language.team().invitation)(side, link.as_deref())
    };
    let sides = Side::STATED.map(|choice| {
        let chosen = move || side.get() == choice;
        radio("choice", "invited", choice.key(), session.language().side(choice).to_owned(), chosen, move || {
            side.set(choice);
        })
    });
    let languages = Language::ALL.map(|choice| {
        let chosen = move || language.get() == choice;
        let name = choice.other().page().other_language.to_owned();
        radio("choice", "invited-language", choice.tag(), name, chosen, move || language.set(choice))
    });
    view! {
        <details class="invite">
            <summary><h2>{words.invite}</h2></summary>
            <p class="small">{words.invite_note}</p>
            <fieldset class="ticks-in-row"><legend>{words.side}</legend>{sides.collect_view()}</fieldset>
            <fieldset class="ticks-in-row"><legend>{words.invitation_language}</legend>{languages.collect_view()}</fieldset>
            <div class="field">
                <textarea rows="8" readonly translate="no" name="invitation" aria-label=words.invite prop:value=text></textarea>
            </div>
            <div class="row">
                {copy_button(session, "copy-invitation", words.copy_invitation, Signal::derive(text))}
                {share_button(session, Signal::derive(text))}
            </div>
        </details>
    }
    .into_any()
}
