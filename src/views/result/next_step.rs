//! What to do next: send the result back to whoever has invited the respondent, or ask the other side.

use leptos::prelude::*;

use crate::components::copy::{Prominence, copy_button, share_button};
use crate::components::disclosure::disclosure;
use crate::components::qr::Qr;
use crate::platform::{address, share};
use crate::state::Session;
use duet_domain::Side;
use duet_domain::invitation::Inviter;
use duet_domain::record::Record;

/// The panel with the next step, for the respondent's own result.
pub fn next_step(session: Session, record: &Record) -> AnyView {
    let inviter = session.run.draft.read_untracked().inviter.clone();
    inviter.map_or_else(|| ask_other_side(session, record), |inviter| send_back(session, record, &inviter))
}

/// Sends the code to the person who collects the results.
fn send_back(session: Session, record: &Record, inviter: &Inviter) -> AnyView {
    let (words, code) = (session.language().invitation(), record.code());
    let message = (words.message)(&code.to_string());
    let mail = share::mail_link(&inviter.mail, words.mail_subject, &message);
    let text = Signal::stored(message);
    let (sheet, copy) = ways(share::prefers_share());
    view! {
        <section class="panel" data-next="send-back">
            <h2>{(words.send_back)(&inviter.name)}</h2>
            <p>{words.send_back_text}</p>
            <p><output class="code" translate="no">{code.to_string()}</output></p>
            <div class="row">
                {share_button(session, "send-back", session.language().transfer().share, sheet, text)}
                {copy_button(session, "copy-message", session.language().transfer().copy_code, copy, text)}
                <a class="button quiet" href=mail data-action="mail">{words.write_mail}</a>
            </div>
            {disclosure(Some("scanned"), session.language().transfer().show_qr, move || view! { <Qr code/> })}
        </section>
    }
    .into_any()
}

/// Invites somebody of the other side.
fn ask_other_side(session: Session, record: &Record) -> AnyView {
    let words = session.language().invitation();
    let other = match record.side {
        Side::Sales => Side::Marketing,
        Side::Marketing => Side::Sales,
        Side::Other | Side::Unstated => Side::Other,
    };
    let text = Signal::derive(move || {
        let language = session.language();
        let query = if other == Side::Other { String::new() } else { format!("?side={}", other.key()) };
        let link =
            address::page(language, language).map(|page| format!("{page}{query}#{}", Inviter::default().fragment()));
        (words.text)(other, link.as_deref())
    });
    let (sheet, copy) = ways(share::prefers_share());
    view! {
        <section class="panel" data-next="ask">
            <h2>{words.ask}</h2>
            <p>{session.language().result().perspective}" "{(session.language().advice().monday_ask)(record.side)}</p>
            <div class="row">
                {share_button(session, "share-invitation", words.share, sheet, text)}
                {copy_button(session, "copy-invitation", words.copy, copy, text)}
            </div>
        </section>
    }
    .into_any()
}

/// How prominent the share sheet and the copy button are: one of them is the primary button.
fn ways(prefers_share: bool) -> (Prominence, Prominence) {
    if prefers_share { (Prominence::Primary, Prominence::Quiet) } else { (Prominence::Quiet, Prominence::Primary) }
}
