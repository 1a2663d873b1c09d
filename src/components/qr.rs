//! QR codes.

use leptos::prelude::*;

use crate::export::qr;
use crate::platform::address;
use crate::route::Screen;
use crate::state::Session;
use duet_domain::code::Code;

/// The QR code of the link to a result, or of its code alone if the page has no address that others can open. Nothing if the address is too
/// long.
#[component]
pub fn Qr(
    /// The code of the result.
    code: Code,
) -> impl IntoView {
    let text = address::link(&Screen::Shared(code.into()).fragment()).unwrap_or_else(|| code.to_string());
    view! { <QrOf text/> }
}

/// The QR code of a text. Nothing if it is too long for one.
#[component]
pub fn QrOf(
    /// The text, such as a link.
    text: String,
) -> impl IntoView {
    let session = expect_context::<Session>();
    qr::drawing(&text)
        .map(|drawing| {
            let size = drawing.size;
            view! {
                <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=session.language().transfer().qr data-link=text>
                    <rect class="light" width=size height=size></rect>
                    <path class="dark" d=drawing.path></path>
                </svg>
            }
        })
        .into_any()
}
