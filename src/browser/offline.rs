//! What is kept for use without a network is the business of `offline.js` and `sw.js`; here is what they and the program say to
//! each other.

use web_sys::Event;

use super::window;

/// The event by which the program learns that a newer version of Duet waits.
pub const NEWER: &str = "duet:newer";

/// Takes the newer version. The page is loaded again.
pub fn take_newer() {
    // An event of that name can be made, and nothing is left to be done where it cannot be sent.
    if let Ok(event) = Event::new("duet:take-newer") {
        let _ = window().dispatch_event(&event);
    }
}
