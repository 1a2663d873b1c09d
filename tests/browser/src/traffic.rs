//! What a host sends, counted where it is certain: at the host.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use axum::body::HttpBody as _;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH, REFERER, VARY,
};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::Response;

use crate::reply::{FOR_EVER, Reply, kind};

/// One answer of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When it was asked for.
    pub at: SystemTime,
    /// What was asked for, with its query.
    pub path: String,
    /// How large the answer was on the wire, head and body.
    pub bytes: u64,
    /// Whether a service worker asked for it, or the browser for the script of one.
    pub by_worker: bool,
}

/// The answers of a host.
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

    pub(crate) fn note(&mut self, request: &Request, response: &Response) {
        let path = request.uri().path();
        if request.headers().contains_key(SERVICE_WORKER) && !self.workers.iter().any(|known| known == path) {
            self.workers.push(path.to_owned());
        }
        let asking = text(request.headers(), &REFERER).parse::<Uri>();
        let asking = asking.as_ref().map(Uri::path).unwrap_or_default();
        self.sent.push(Sent {
            at: SystemTime::now(),
            path: request.uri().to_string(),
            bytes: size(response),
            by_worker: self.workers.iter().any(|worker| worker == path || worker == asking),
        });
    }
}

/// The bytes of an answer: its body and its head, with the two lines that the server adds to the latter.
fn size(response: &Response) -> u64 {
    const STATUS: usize = "HTTP/1.1 200 OK\r\n".len();
    const DATE: usize = "date: Thu, 01 Jan 1970 00:00:00 GMT\r\n".len();
    const END: usize = "\r\n".len();
    let body = response.body().size_hint().lower();
    let lines = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    let length = format!("content-length: {body}\r\n").len();
    let head = STATUS + lines.sum::<usize>() + length + DATE + END;
    u64::try_from(head).unwrap_or_default() + body
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The answer of a host that has compressed copies beside its files. None when there is no such file.
pub(crate) fn packed(file: &Path, asked: &HeaderMap) -> Option<Response> {
    let copy = PathBuf::from([file.as_os_str(), OsStr::new(".br")].into_iter().collect::<OsString>());
    let brotli = copy.is_file() && text(asked, &ACCEPT_ENCODING).split(',').any(|way| way.trim() == "br");
    let body = fs::read(if brotli { &copy } else { file }).ok()?;
    let tag = tag(file)?;
    let known = text(asked, &IF_NONE_MATCH) == tag;
    let reply = if known {
        Reply::new(kind(file), "").status(StatusCode::NOT_MODIFIED.as_u16())
    } else {
        Reply::new(kind(file), body)
    };
    let mut response = reply.into_response();
    let headers = response.headers_mut();
    headers.insert(ETAG, tag.parse().ok()?);
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keeping(file)));
    if brotli && !known {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Some(response)
}

/// What changes when the file does.
fn tag(file: &Path) -> Option<String> {
    let about = fs::metadata(file).ok()?;
    let age = about.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("W/\"{:x}-{:x}\"", age.as_secs(), about.len()))
}

/// How long a browser may keep a file: for ever when the name of its folder is a hash (docs/hosting.md).
fn keeping(file: &Path) -> &'static str {
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    let hash = folder.strip_prefix("duet-").filter(|hash| hash.len() == 16);
    if hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit())) { FOR_EVER } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Folder;

    fn asking(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a value"))])
    }

    #[test]
    fn the_copy_is_handed_out_to_those_who_can_read_it() {
        let folder = Folder::new();
        let file = folder.write("duet-0123456789abcdef/duet.js", "the whole text");
        folder.write("duet-0123456789abcdef/duet.js.br", "packed");
        let sent = |asked| packed(&file, &asked).expect("an answer");
        let plain = sent(HeaderMap::new());
        assert_eq!(plain.body().size_hint().lower(), 14);
        assert_eq!(text(plain.headers(), &CACHE_CONTROL), "max-age=31536000, immutable");
        let packed = sent(asking(ACCEPT_ENCODING, "gzip, br"));
        assert_eq!(packed.body().size_hint().lower(), 6);
        assert_eq!(text(packed.headers(), &CONTENT_ENCODING), "br");
        assert!(size(&packed) > 6 + 100, "the head counts as well");
        let again = sent(asking(IF_NONE_MATCH, text(plain.headers(), &ETAG)));
        assert_eq!((again.status(), again.body().size_hint().lower()), (StatusCode::NOT_MODIFIED, 0));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in ["index.html", "duet-en.html", "duet-0123456789abcdeg/duet.js", "sw.js"] {
            assert_eq!(keeping(Path::new(name)), "no-cache");
        }
    }

    #[test]
    fn a_worker_is_known_by_its_script() {
        let request = |path: &str, name: HeaderName, value: &str| {
            let request = Request::builder().uri(path).header(name, value);
            request.body(axum::body::Body::empty()).expect("a request")
        };
        let mut traffic = Traffic::default();
        let answer = || Reply::new("text/plain", "1234").into_response();
        traffic.note(&request("/sw.js", SERVICE_WORKER, "script"), &answer());
        traffic.note(&request("/a.js", REFERER, "http://127.0.0.1:1/sw.js"), &answer());
        traffic.note(&request("/a.js", REFERER, "http://127.0.0.1:1/"), &answer());
        let by_worker: Vec<bool> = traffic.take().iter().map(|sent| sent.by_worker).collect();
        assert_eq!(by_worker, [true, true, false]);
        assert_eq!(traffic.take(), []);
    }
}
