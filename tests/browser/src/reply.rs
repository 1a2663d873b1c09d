//! Answers of the host that are no files.

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
    cached: bool,
}

impl Reply {
    /// An answer with the status 200. `kind` is the value of `Content-Type`.
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind, body: body.into(), cached: false }
    }

    /// The answer for a missing file.
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

    /// A page instead of a file, as a network answers that asks for a password first, or a busy host: with any status, and cacheable for
    /// ever, since the host sends that header with every file of this name.
    #[must_use]
    pub fn page_instead() -> Self {
        Self { cached: true, ..Self::new(HTML, "<!doctype html><title>One moment</title><h1>Please sign in</h1>") }
    }

    pub(crate) fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status of HTTP");
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if self.cached {
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(FOR_EVER));
        }
        response
    }
}

/// `Cache-Control` of files that never change.
pub(crate) const FOR_EVER: &str = "max-age=31536000, immutable";

/// The type of a page.
const HTML: &str = "text/html; charset=utf-8";
