//! The QR code of the link to a result.

use leptos::prelude::*;

use crate::browser::address;
use crate::domain::record::Record;
use crate::export::qr;
use crate::screen::Screen;
use crate::session::Session;

/// The code, with its name as a text equivalent. Nothing where the address is too long for one, or not known yet.
#[component]
pub fn Qr(
    /// The result.
    record: Record,
) -> AnyView {
    let session = expect_context::<Session>();
    // Outside a browser there is no address.
    let base = if cfg!(target_arch = "wasm32") { address::base() } else { String::new() };
    let link = format!("{base}{}", Screen::Shared(Ok(record.code())).fragment());
    qr::draw(&link).map(|drawing| {
        let size = drawing.size;
        view! {
            <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=session.words().handing.qr data-link=link>
                <rect class="light" width=size height=size></rect>
                <path class="dark" d=drawing.path></path>
            </svg>
        }
    })
    .into_any()
}
