//! The page around, when Duet is shown in a frame of it.
//!
//! How high the frame is to be is said by `look.js`, which needs no program. What the page around may know is in
//! docs/contract.md: never an answer.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Url, Window};

use super::{address, document, object, window};
use duet_domain::Side;
use duet_domain::score::Score;

/// To whatever page is around.
const ANYBODY: &str = "*";

thread_local! {
    static AROUND: Option<Window> = look_around();
}

fn look_around() -> Option<Window> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    let parent = window().parent().ok().flatten()?;
    (parent != window()).then_some(parent)
}

/// The page around, if there is one. A window never gets another.
fn around() -> Option<Window> {
    AROUND.with(Clone::clone)
}

/// Whether Duet is shown in a frame of another page.
pub fn is_framed() -> bool {
    around().is_some()
}

/// Whether the page has no origin of its own, hence no storage: in a sandbox, and in a tab that was opened from one.
pub fn is_without_origin() -> bool {
    cfg!(target_arch = "wasm32") && address::link("").is_some() && window_origin().as_deref() == Some("null")
}

/// The origin of the page, which is not that of its address in a sandbox.
fn window_origin() -> Option<String> {
    Reflect::get(&window(), &"origin".into()).ok()?.as_string()
}

/// Whether the focus may be given to something in this page. In a frame it is not taken from the page around: it has to be here
/// already, or the person has to have done something here just now.
pub fn may_take_focus() -> bool {
    !is_framed() || document().has_focus().unwrap_or(false) || person_is_active()
}

/// Whether the person has pressed something in this page within the last few seconds, as far as the browser tells.
fn person_is_active() -> bool {
    let activation = Reflect::get(&window().navigator(), &"userActivation".into());
    let active = activation.and_then(|activation| Reflect::get(&activation, &"isActive".into()));
    active.is_ok_and(|active| active.is_truthy())
}

/// The origin that has asked for the result, `host=https://blog.example`: where there is a page around, and where it is an
/// origin and nothing more.
pub fn host() -> Option<String> {
    around()?;
    let host = address::parameter("host")?;
    let url = Url::new(&host).ok()?;
    (url.origin() == host && host.starts_with("http")).then_some(host)
}

/// Says that the program can be used.
pub fn say_ready() {
    post("ready", [], ANYBODY);
}

/// Says that another view is shown.
pub fn say_view(name: &str) {
    post("view", [("view", name.into())], ANYBODY);
}

/// Says what came of the check, to the origin that has asked for it and to no other, when the person has just pressed something
/// here: not because the page around has led the frame to the result.
pub fn say_result(score: Score, side: Side) {
    if let Some(host) = host().filter(|_| person_is_active()) {
        let level = score.level().key();
        let result = [("score", score.points().into()), ("level", level.into()), ("side", side.key().into())];
        post("result", result, &host);
    }
}

fn post<const N: usize>(kind: &'static str, message: [(&'static str, JsValue); N], target: &str) {
    let Some(around) = around() else { return };
    let head = [("source", "duet".into()), ("version", 1.into()), ("type", kind.into())];
    // The target is an origin or everybody: there is no other reason to refuse it.
    let _ = around.post_message(&object(head.into_iter().chain(message)), target);
}

/// Opens an address in a tab of its own. Says whether the page around allows it.
pub fn open_tab(address: &str) -> bool {
    matches!(window().open_with_url_and_target(address, "_blank"), Ok(Some(_)))
}
