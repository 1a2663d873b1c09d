//! What a host answers.

use std::path::Path;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

/// An answer given instead of a file.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    kept: bool,
}

impl Reply {
    /// An answer with the status 200. `kind` is the value of `Content-Type`.
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind, body: body.into(), kept: false }
    }

    /// The answer for a file that is not there.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new("text/plain; charset=utf-8", "Not found").status(404)
    }

    /// The same answer with another status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// A page where a file should be, as a network answers that asks for a password first, or a host that is busy: with whatever status,
    /// and to be kept by the browser for ever, since that is what the host says of files of this name.
    #[must_use]
    pub fn page_instead() -> Self {
        Self { kept: true, ..Self::new(HTML, "<!doctype html><title>One moment</title><h1>Please sign in</h1>") }
    }

    pub(crate) fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status of HTTP");
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if self.kept {
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(FOR_EVER));
        }
        response
    }
}

/// What a host says of files that never change.
pub(crate) const FOR_EVER: &str = "max-age=31536000, immutable";

/// The type of a page.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// The `Content-Type` of a file. A wrong one is not harmless: modules and streaming WebAssembly insist on theirs.
pub(crate) fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => HTML,
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}
