//! When the program itself fails: what is done then is done by `boot.js`, which does not need the program.

use std::panic::{PanicHookInfo, set_hook};

use web_sys::{CustomEvent, CustomEventInit};

use super::{storage, window};

/// Lets the page know when the program panics, with the answers that could not be stored.
pub fn watch() {
    set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        tell(panic);
    }));
}

fn tell(_: &PanicHookInfo) {
    let options = CustomEventInit::new();
    let unstored = serde_json::to_string(&storage::unstored()).unwrap_or_default();
    options.set_detail(&unstored.into());
    // Nothing can be done where even this fails; the console has the message.
    if let Ok(event) = CustomEvent::new_with_event_init_dict("duet:failed", &options) {
        let _ = window().dispatch_event(&event);
    }
}

/// Lets the page know that the program has drawn itself and can be used.
pub fn is_running() {
    if let Some(html) = super::document().document_element() {
        // Setting an attribute of that name cannot fail.
        let _ = html.set_attribute("data-boot", "done");
    }
}
