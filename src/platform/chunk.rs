//! Why a chunk of the program could not be loaded.

use leptos::wasm_split::SplitLoaderError;

use super::document;

/// Why a chunk could not be loaded. The loader logs the details to the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkLoadError {
    /// There was no response.
    Network,
    /// The response was not the file, but an error or a page.
    Host,
    /// The host has a newer version, and not the files of this one.
    Outdated,
}

impl From<SplitLoaderError> for ChunkLoadError {
    /// The loader gives no reason; `boot.js` leaves it on the page.
    fn from(_: SplitLoaderError) -> Self {
        match missing().as_deref() {
            Some("outdated") => Self::Outdated,
            Some("host") => Self::Host,
            _ => Self::Network,
        }
    }
}

/// Whether the host was seen to have a newer version, and not the files of this one.
pub fn is_outdated() -> bool {
    missing().as_deref() == Some("outdated")
}

fn missing() -> Option<String> {
    document().document_element()?.get_attribute("data-missing")
}
