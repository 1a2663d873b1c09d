//! What a test changes about the static host: a layer around the service that serves the folder.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::reply::{FOR_EVER, Reply};
use crate::traffic::Traffic;

/// The state of a host.
#[derive(Default)]
pub(crate) struct Content {
    pub(crate) prefix: String,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) replies: HashMap<String, Reply>,
    pub(crate) watched: bool,
    pub(crate) packed: bool,
    pub(crate) requested: Vec<String>,
    pub(crate) reports: Vec<String>,
    pub(crate) traffic: Traffic,
}

/// No change of the content takes more than one step, so a panic during one leaves it usable.
pub(crate) fn lock(content: &Mutex<Content>) -> MutexGuard<'_, Content> {
    content.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Records the request, answers it in the place of the folder where a test wants that, and changes the folder's answer otherwise.
pub(crate) async fn respond(State(content): State<Arc<Mutex<Content>>>, mut request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    if uri.path().ends_with(&format!("/{REPORTS_PATH}")) {
        let report = to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
        lock(&content).reports.push(String::from_utf8_lossy(&report).into_owned());
        return Reply::new("text/plain", "").into_response();
    }
    let (instead, inquiry) = {
        let mut content = lock(&content);
        content.requested.push(uri.to_string());
        (content.instead_of_file(&mut request), content.traffic.inquiry(&request))
    };
    let replaced = instead.is_some();
    let mut response = match instead {
        Some(response) => response,
        None => next.run(request).await,
    };
    let (watched, prefix) = {
        let content = lock(&content);
        (content.watched, content.prefix.clone())
    };
    if watched && !replaced && is_page(&response) {
        response = watch(response, &prefix).await;
    }
    let mut content = lock(&content);
    if !replaced {
        content.adapt(uri.path(), response.headers_mut());
    }
    response.headers_mut().extend(content.headers.iter().cloned());
    content.traffic.note(inquiry, &response);
    response
}

impl Content {
    /// The answer to a request that does not reach the folder. All others are made relative to it.
    fn instead_of_file(&self, request: &mut Request) -> Option<Response> {
        let Some(path) = request.uri().path().strip_prefix(&self.prefix) else {
            return Some(Reply::not_found().into_response());
        };
        let Some(relative) = path.strip_prefix('/') else {
            // The site without its last slash, whose relative links would be wrong.
            return Some(moved(&format!("{}/", self.prefix)));
        };
        if self.watched && relative == WATCH_PATH {
            return Some(Reply::new("text/javascript; charset=utf-8", WATCH_SCRIPT).into_response());
        }
        if let Some(reply) = self.replies.get(relative) {
            return Some(reply.clone().into_response());
        }
        let Ok(path) = path.parse() else { return Some(Reply::not_found().into_response()) };
        *request.uri_mut() = path;
        if !self.packed {
            for header in [ACCEPT_ENCODING, IF_NONE_MATCH, IF_MODIFIED_SINCE] {
                request.headers_mut().remove(header);
            }
        }
        None
    }

    /// Turns the headers of the folder's answer into those of the host that the test asked for.
    fn adapt(&self, path: &str, headers: &mut HeaderMap) {
        if let Some(target) = headers.get(LOCATION).and_then(|target| target.to_str().ok()) {
            let target = format!("{}{target}", self.prefix).parse().expect("a path is the value of a header");
            headers.insert(LOCATION, target);
        }
        if self.packed {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache_control(path)));
        } else {
            // Every request is answered in full, because tests change files within the resolution of these.
            for header in [CACHE_CONTROL, ETAG, LAST_MODIFIED, VARY] {
                headers.remove(header);
            }
        }
    }
}

fn is_page(response: &Response) -> bool {
    response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Inserts the watching script at the head of a page.
async fn watch(response: Response, prefix: &str) -> Response {
    let (mut head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a file can be read");
    let page = String::from_utf8_lossy(&body);
    let script = format!("<script src=\"{prefix}/{WATCH_PATH}\"></script>");
    let at = page.find("<head>").map_or(0, |start| start + "<head>".len());
    let (before, after) = page.split_at(at);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from([before, &script, after].concat()))
}

/// How long a browser may cache a file: for ever when the name of its folder is a hash (docs/hosting.md).
fn cache_control(path: &str) -> &'static str {
    let hash = path.rsplit('/').nth(1).and_then(|folder| folder.strip_prefix("duet-"));
    let hash = hash.filter(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if hash.is_some() { FOR_EVER } else { "no-cache" }
}

fn moved(to: &str) -> Response {
    let mut response = Reply::new("text/plain", "").status(307).into_response();
    let to = to.parse().expect("a path is the value of a header");
    response.headers_mut().insert(LOCATION, to);
    response
}

pub(crate) const REPORTS_PATH: &str = "__reports";

const WATCH_PATH: &str = "__watch.js";

const WATCH_SCRIPT: &str = include_str!("watch.js");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_in_a_folder_named_by_a_hash_are_cached_for_ever() {
        assert_eq!(cache_control("/teams/duet-0123456789abcdef/duet.js"), "max-age=31536000, immutable");
        for path in ["/", "/index.html", "/duet-en.html", "/duet-0123456789abcdeg/duet.js", "/sw.js"] {
            assert_eq!(cache_control(path), "no-cache", "{path}");
        }
    }
}
