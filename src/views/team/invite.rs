//! The invitation: a text with a link to the check that preselects the side and says who collects the results.

use leptos::prelude::*;

use crate::components::copy::{Prominence, copy_button, share_button};
use crate::components::field::{Kind, field};
use crate::components::radio::radio;
use crate::platform::address;
use crate::state::Session;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::invitation::Inviter;

pub fn invite(session: Session) -> AnyView {
    let (team, words) = (session.language().team(), session.language().invitation());
    let side = RwSignal::new(Side::Sales);
    let language = RwSignal::new(session.language());
    let (name, mail) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let text = move || {
        let (side, language) = (side.get(), language.get());
        let inviter = Inviter::new(&name.read(), &mail.read());
        let page = address::page(session.language(), language);
        let link = page.map(|page| format!("{page}?side={}#{}", side.key(), inviter.fragment()));
        (language.invitation().text)(side, link.as_deref())
    };
    let is_no_mail =
        Memo::new(move |_| !mail.read().trim().is_empty() && Inviter::new("", &mail.read()).mail.is_empty());
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
        <div class="stack invite">
            <p class="small">{team.invite_note}</p>
            <fieldset class="ticks-in-row"><legend>{team.side}</legend>{sides.collect_view()}</fieldset>
            <fieldset class="ticks-in-row"><legend>{team.invitation_language}</legend>{languages.collect_view()}</fieldset>
            <div class="who-and-when">
                {field(Kind::Text, words.from, "inviter".to_owned(), name.into(), move |text| name.set(text))}
                {field(Kind::Text, words.mail, "inviter-mail".to_owned(), mail.into(), move |text| mail.set(text))}
            </div>
            <div role="status">
                {move || is_no_mail.get().then(|| view! { <p class="warning">{words.no_mail}</p> })}
            </div>
            <p class="small">{words.mail_note}</p>
            <div class="field">
                <textarea rows="8" readonly translate="no" name="invitation" aria-label=team.invite prop:value=text></textarea>
            </div>
            <div class="row">
                {copy_button(session, "copy-invitation", words.copy, Prominence::Primary, Signal::derive(text))}
                {share_button(session, "share-invitation", words.share, Prominence::Quiet, Signal::derive(text))}
            </div>
        </div>
    }
    .into_any()
}
