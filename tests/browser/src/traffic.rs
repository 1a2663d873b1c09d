//! Counts the bytes that a host sends, at the host, where no cache of a browser hides any.

use std::time::SystemTime;

use axum::body::HttpBody as _;
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, HeaderMap, REFERER};
use axum::http::{HeaderName, Uri};
use axum::response::Response;

/// One response of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When it was requested.
    pub at: SystemTime,
    /// The requested path, with its query.
    pub path: String,
    /// The size of the response on the wire, head and body.
    pub bytes: u64,
    /// Whether a service worker requested it, or the browser for the script of one.
    pub by_worker: bool,
}

/// The responses of a host.
#[derive(Default)]
pub(crate) struct Traffic {
    sent: Vec<Sent>,
    /// The paths of service workers' scripts. A worker names its script as the referrer.
    workers: Vec<String>,
}

const SERVICE_WORKER: HeaderName = HeaderName::from_static("service-worker");

impl Traffic {
    pub(crate) fn take(&mut self) -> Vec<Sent> {
        std::mem::take(&mut self.sent)
    }

    /// What is known of a response when its request comes.
    pub(crate) fn inquiry(&mut self, request: &Request) -> Inquiry {
        let path = request.uri().path();
        if request.headers().contains_key(SERVICE_WORKER) && !self.workers.iter().any(|known| known == path) {
            self.workers.push(path.to_owned());
        }
        let asking = text(request.headers(), &REFERER).parse::<Uri>();
        let asking = asking.as_ref().map(Uri::path).unwrap_or_default();
        let by_worker = self.workers.iter().any(|worker| worker == path || worker == asking);
        Inquiry { at: SystemTime::now(), path: request.uri().to_string(), by_worker }
    }

    pub(crate) fn note(&mut self, Inquiry { at, path, by_worker }: Inquiry, response: &Response) {
        self.sent.push(Sent { at, path, bytes: size(response), by_worker });
    }
}

/// A request that is being answered.
pub(crate) struct Inquiry {
    at: SystemTime,
    path: String,
    by_worker: bool,
}

/// The bytes of a response: its body and its head, with the lines that the server adds to the latter.
fn size(response: &Response) -> u64 {
    const STATUS: usize = "HTTP/1.1 200 OK\r\n".len();
    const DATE: usize = "date: Thu, 01 Jan 1970 00:00:00 GMT\r\n".len();
    const END: usize = "\r\n".len();
    let stated = text(response.headers(), &CONTENT_LENGTH).parse().ok();
    let body = stated.unwrap_or_else(|| response.body().size_hint().lower());
    let lines = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    let length = if stated.is_some() { 0 } else { format!("content-length: {body}\r\n").len() };
    let head = STATUS + lines.sum::<usize>() + length + DATE + END;
    u64::try_from(head).unwrap_or_default() + body
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reply;

    #[test]
    fn a_worker_is_known_by_its_script() {
        let request = |path: &str, name: HeaderName, value: &str| {
            let request = Request::builder().uri(path).header(name, value);
            request.body(axum::body::Body::empty()).expect("a request")
        };
        let mut traffic = Traffic::default();
        let answer = || Reply::new("text/plain", "1234").into_response();
        for request in [
            request("/sw.js", SERVICE_WORKER, "script"),
            request("/a.js", REFERER, "http://127.0.0.1:1/sw.js"),
            request("/a.js", REFERER, "http://127.0.0.1:1/"),
        ] {
            let inquiry = traffic.inquiry(&request);
            traffic.note(inquiry, &answer());
        }
        let by_worker: Vec<bool> = traffic.take().iter().map(|sent| sent.by_worker).collect();
        assert_eq!(by_worker, [true, true, false]);
        assert_eq!(traffic.take(), []);
    }
}
