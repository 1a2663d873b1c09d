//! The static host: a folder, and what a test wants to be wrong with it.

use std::collections::HashMap;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use std::{fs, thread};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use tokio::runtime::{self, Runtime};

use crate::port;
use crate::reply::{HTML, Reply, kind};
use crate::traffic::{Sent, Traffic, packed};

/// A static host on a port of its own, for as long as the value lives.
///
/// It runs on a runtime of its own, so that it answers while the test waits, and so that [`Site::stop`] can pull the
/// plug: connections that the browser keeps open for later are cut as well.
pub struct Site {
    port: u16,
    content: Arc<Mutex<Content>>,
    runtime: Option<Runtime>,
}

struct Content {
    root: PathBuf,
    prefix: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    replies: HashMap<String, Reply>,
    watched: bool,
    packed: bool,
    requested: Vec<String>,
    reports: Vec<String>,
    traffic: Traffic,
}

impl Site {
    /// Serves `folder` at the root of a free port.
    ///
    /// # Panics
    /// When the folder is not there: every test would fail later, with less to say.
    pub fn serve(folder: impl Into<PathBuf>) -> Self {
        let root = folder.into();
        assert!(root.is_dir(), "{} is not a folder: build the site first", root.display());
        let content = Content {
            root,
            prefix: String::new(),
            headers: Vec::new(),
            replies: HashMap::new(),
            watched: false,
            packed: false,
            requested: Vec::new(),
            reports: Vec::new(),
            traffic: Traffic::default(),
        };
        let content = Arc::new(Mutex::new(content));
        let listener = port::listen();
        let port = listener.local_addr().expect("a listener has an address").port();
        let runtime = Some(run(listener, Arc::clone(&content)));
        Self { port, content, runtime }
    }

    /// Serves the folder below a path, as `/teams/duet`; elsewhere there is nothing.
    #[must_use]
    pub fn under(self, prefix: &str) -> Self {
        self.content().prefix = format!("/{}", prefix.trim_matches('/'));
        self
    }

    /// Adds a header to every answer.
    ///
    /// # Panics
    /// When it is not a header.
    #[must_use]
    pub fn with_header(self, name: &str, value: &str) -> Self {
        let name = name.parse().expect("the name of a header");
        let value = value.parse().expect("the value of a header");
        self.content().headers.push((name, value));
        self
    }

    /// Puts a script before all others into every page, which writes down what goes wrong in the page, for
    /// [`Person::errors`](crate::Person::errors). WebDriver alone shows such things in Chromium only.
    #[must_use]
    pub fn watched(self) -> Self {
        self.content().watched = true;
        self
    }

    /// Has the browser report whatever pages, frames and workers of this site ask of any place but the folder of the site, for
    /// [`Site::asked_elsewhere`]. A policy does that: it binds what pages ask for and nothing else, so what a browser asks on its own
    /// account is not taken for ours, whichever browser it is. It only reports; it blocks nothing.
    ///
    /// After [`Site::under`].
    #[must_use]
    pub fn judged(self) -> Self {
        let folder = self.url("");
        let policy = format!(
            "default-src {folder} data: blob: 'unsafe-inline' 'unsafe-eval'; form-action {folder}; report-uri {folder}{REPORTS_PATH}"
        );
        self.with_header("Content-Security-Policy-Report-Only", &policy)
    }

    /// What was reported of pages that asked for something elsewhere, oldest first: each the report as the browser sends it.
    /// A report may come a moment after the request.
    #[must_use]
    pub fn asked_elsewhere(&self) -> Vec<String> {
        self.content().reports.clone()
    }

    /// Hands out the files as hosts do whose settings are those of `hosting/`: the copy compressed by Brotli where one lies beside
    /// the file, kept by the browser for ever where the name has a hash, asked for again otherwise.
    #[must_use]
    pub fn packed(self) -> Self {
        self.content().packed = true;
        self
    }

    /// The address of a path relative to the site: `url("en/#q1")`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.url_at("127.0.0.1", path)
    }

    /// The same under another name, `localhost`. To a browser that is another site, not only another origin: what it
    /// does to third parties it does here.
    #[must_use]
    pub fn url_of_other_site(&self, path: &str) -> String {
        self.url_at("localhost", path)
    }

    fn url_at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{}/{path}", self.port, self.content().prefix)
    }

    /// The origin of [`Site::url`].
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Answers a path relative to the site with `reply` instead of the file, whether there is one or not.
    pub fn replace(&self, path: &str, reply: Reply) {
        self.content().replies.insert(path.to_owned(), reply);
    }

    /// Ends [`Site::replace`].
    pub fn restore(&self, path: &str) {
        self.content().replies.remove(path);
    }

    /// The paths that were asked for since the start, with their queries, oldest first.
    #[must_use]
    pub fn requested(&self) -> Vec<String> {
        self.content().requested.clone()
    }

    /// What was sent since the start, or since this was asked for the last time, oldest first.
    pub fn sent(&self) -> Vec<Sent> {
        self.content().traffic.take()
    }

    /// Goes offline: open connections are cut, new ones refused. Nothing happens when it is offline.
    ///
    /// # Panics
    /// When the host cannot be stopped.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A runtime must not be shut down where others run, as in a test: hence the thread.
            let stop = move || runtime.shutdown_timeout(Duration::from_secs(5));
            thread::spawn(stop).join().expect("the host stops");
        }
    }

    /// Comes back, on the same port. Nothing happens when it is there.
    ///
    /// # Panics
    /// When the port was taken meanwhile.
    pub fn start(&mut self) {
        if self.runtime.is_none() {
            let listener = TcpListener::bind(port::address(self.port)).expect("the port is still free");
            self.runtime = Some(run(listener, Arc::clone(&self.content)));
        }
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        lock(&self.content)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A test that panicked while it held the content has left it whole.
fn lock(content: &Mutex<Content>) -> MutexGuard<'_, Content> {
    content.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn run(listener: TcpListener, content: Arc<Mutex<Content>>) -> Runtime {
    let runtime = runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    listener.set_nonblocking(true).expect("a listener that does not block");
    runtime.spawn(async {
        let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
        let router = Router::new().fallback(respond).with_state(content);
        axum::serve(listener, router).await
    });
    runtime
}

async fn respond(State(content): State<Arc<Mutex<Content>>>, request: Request) -> Response {
    if request.uri().path().ends_with(&format!("/{REPORTS_PATH}")) {
        let report = to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
        lock(&content).reports.push(String::from_utf8_lossy(&report).into_owned());
        return Reply::new("text/plain", "").into_response();
    }
    let mut content = lock(&content);
    let uri = request.uri();
    content.requested.push(uri.to_string());
    let mut response = content.packed_file(uri.path(), request.headers()).unwrap_or_else(|| content.find(uri.path()));
    response.headers_mut().extend(content.headers.iter().cloned());
    content.traffic.note(&request, &response);
    response
}

impl Content {
    fn find(&self, path: &str) -> Response {
        let Some(path) = path.strip_prefix(&self.prefix) else {
            return Reply::not_found().into_response();
        };
        let Some(path) = path.strip_prefix('/') else {
            // The site without its last slash, whose relative links would lead astray.
            return moved(&format!("{}/", self.prefix));
        };
        if self.watched && path == WATCH_PATH {
            return Reply::new(kind(Path::new(path)), WATCH_SCRIPT).into_response();
        }
        match self.replies.get(path) {
            Some(reply) => reply.clone().into_response(),
            None => self.file(path),
        }
    }

    fn file(&self, path: &str) -> Response {
        let Some(mut file) = inside(&self.root, path) else {
            return self.missing();
        };
        if file.is_dir() {
            if !path.is_empty() && !path.ends_with('/') {
                return moved(&format!("{}/{path}/", self.prefix));
            }
            file.push("index.html");
        }
        match fs::read(&file) {
            Ok(body) => Reply::new(kind(&file), self.watch(&file, body)).into_response(),
            Err(_) => self.missing(),
        }
    }

    /// The answer for what is not there below the site: the page for that, where the site has one, as hosts give it.
    fn missing(&self) -> Response {
        let page = fs::read(self.root.join("404.html"));
        page.map_or_else(|_| Reply::not_found(), |page| Reply::new(HTML, page).status(404)).into_response()
    }

    /// The file as a host hands it out that has compressed copies, when the site is served like that.
    fn packed_file(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        let path = path.strip_prefix(&self.prefix)?.strip_prefix('/');
        let path = path.filter(|path| self.packed && !self.replies.contains_key(*path))?;
        let mut file = inside(&self.root, path)?;
        if path.is_empty() || path.ends_with('/') {
            file.push("index.html");
        }
        packed(&file, asked)
    }

    /// Puts the watching script at the head of a page.
    fn watch(&self, file: &Path, body: Vec<u8>) -> Vec<u8> {
        if !self.watched || kind(file) != HTML {
            return body;
        }
        let page = String::from_utf8_lossy(&body);
        let script = format!("<script src=\"{}/{WATCH_PATH}\"></script>", self.prefix);
        let at = page.find("<head>").map_or(0, |start| start + "<head>".len());
        let (before, after) = page.split_at(at);
        [before, &script, after].concat().into_bytes()
    }
}

/// What a path means below `root`, unless it leads out of it.
fn inside(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| root.join(relative))
}

fn moved(to: &str) -> Response {
    let mut response = Reply::new("text/plain", "").status(301).into_response();
    let to = to.parse().expect("a path is the value of a header");
    response.headers_mut().insert(LOCATION, to);
    response
}

const REPORTS_PATH: &str = "__reports";

const WATCH_PATH: &str = "__watch.js";

const WATCH_SCRIPT: &str = include_str!("watch.js");
