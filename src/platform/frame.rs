//! The frame in which Duet may be shown, and the messages to its host page.
//!
//! `look.js` posts the height of the page, because that is needed without the program too. docs/contract.md lists all messages; no message
//! has an answer in it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Url, Window};

use super::{address, document, object, window};
use duet_domain::Side;
use duet_domain::score::Score;

/// The target of messages to a host page of any origin.
const ANY_ORIGIN: &str = "*";

thread_local! {
    static SHELL: Option<Window> = find_parent();
}

fn find_parent() -> Option<Window> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let parent = window().parent().ok().flatten()?;
    (parent != window()).then_some(parent)
}

/// The window of the host page, if Duet is in a frame. It never changes.
fn parent_window() -> Option<Window> {
    SHELL.with(Clone::clone)
}

/// Whether Duet is in a frame.
pub fn is_framed() -> bool {
    parent_window().is_some()
}

/// Whether the page was loaded over http and has an opaque origin, hence no storage: in a sandboxed frame, and in a tab opened from one.
pub fn has_opaque_origin() -> bool {
    cfg!(target_arch = "wasm32") && address::link("").is_some() && effective_origin().as_deref() == Some("null")
}

/// The origin of the window, which in a sandbox is `null` and not that of the address.
fn effective_origin() -> Option<String> {
    Reflect::get(&window(), &"origin".into()).ok()?.as_string()
}

/// Whether an element of this page may be focused. A frame does not take the focus from the host page: it must have the focus already, or
/// the person must have just interacted with it.
pub fn may_take_focus() -> bool {
    !is_framed() || document().has_focus().unwrap_or(false) || is_user_active()
}

/// Whether the page has transient user activation. False in browsers without `navigator.userActivation`.
fn is_user_active() -> bool {
    let activation = Reflect::get(&window().navigator(), &"userActivation".into());
    let active = activation.and_then(|activation| Reflect::get(&activation, &"isActive".into()));
    active.is_ok_and(|active| active.is_truthy())
}

/// The origin that may learn the result, from the query: `host=https://blog.example`. None outside a frame, and if the value is not
/// exactly an origin.
pub fn host_origin() -> Option<String> {
    parent_window()?;
    let host = address::parameter("host")?;
    let url = Url::new(&host).ok()?;
    (url.origin() == host && host.starts_with("http")).then_some(host)
}

/// Posts that the program can be used.
pub fn post_ready() {
    post("ready", [], ANY_ORIGIN);
}

/// Posts that another view is shown.
pub fn post_view(name: &str) {
    post("view", [("view", name.into())], ANY_ORIGIN);
}

/// Posts the result to [`host_origin`], if there is one. Only with user activation, so that a host page cannot get it by navigating the frame
/// to the result.
pub fn post_result(score: Score, side: Side) {
    if let Some(host) = host_origin().filter(|_| is_user_active()) {
        let level = score.level().key();
        let result = [("score", score.points().into()), ("level", level.into()), ("side", side.key().into())];
        post("result", result, &host);
    }
}

fn post<const N: usize>(kind: &'static str, message: [(&'static str, JsValue); N], target: &str) {
    let Some(parent) = parent_window() else { return };
    let head = [("source", "duet".into()), ("version", 1.into()), ("type", kind.into())];
    // It fails only for a malformed target.
    let _ = parent.post_message(&object(head.into_iter().chain(message)), target);
}

/// Opens an address in a new tab. Returns false if a sandbox or the browser blocks it.
pub fn open_tab(address: &str) -> bool {
    matches!(window().open_with_url_and_target(address, "_blank"), Ok(Some(_)))
}
