//! The static host: `static_server` with a layer for what a test changes about it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use axum::middleware::from_fn_with_state;
use tokio::runtime::{self, Runtime};

use crate::layer::{Content, REPORTS_PATH, lock, respond};
use crate::port;
use crate::reply::Reply;
use crate::traffic::Sent;

/// A static host on a port of its own, for as long as the value lives.
///
/// It runs on a runtime of its own, so that it answers while the test waits, and so that [`Site::stop`] also closes the connections
/// that the browser keeps open.
pub struct Site {
    folder: PathBuf,
    port: u16,
    content: Arc<Mutex<Content>>,
    runtime: Option<Runtime>,
}

impl Site {
    /// Serves `folder` at the root of a free port.
    ///
    /// # Panics
    /// When the folder does not exist: every test would fail later, with a worse message.
    pub fn serve(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        assert!(folder.is_dir(), "{} is not a folder: build the site first", folder.display());
        let content = Arc::default();
        let listener = port::listen();
        let port = listener.local_addr().expect("a listener has an address").port();
        let runtime = Some(run(listener, &folder, Arc::clone(&content)));
        Self { folder, port, content, runtime }
    }

    /// Serves the folder below a path, as `/teams/duet`; all other paths are not found.
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

    /// Inserts a script before all others into every page, which records the errors of the page for
    /// [`Person::errors`](crate::Person::errors). WebDriver alone shows them in Chromium only.
    #[must_use]
    pub fn watched(self) -> Self {
        self.content().watched = true;
        self
    }

    /// Has the browser report every request of pages, frames and workers of this site that leaves the folder of the site, for
    /// [`Site::asked_elsewhere`]. A policy does that: it covers the requests of pages and none that a browser makes on its own
    /// account. It only reports; it blocks nothing.
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

    /// The reports of requests that left the folder of the site, oldest first, as the browser sends them.
    /// A report may come a moment after the request.
    #[must_use]
    pub fn asked_elsewhere(&self) -> Vec<String> {
        self.content().reports.clone()
    }

    /// Serves like hosts with the settings of `hosting/`: the compressed copy where one is beside the file; cached by the browser for
    /// ever where the name of the folder is a hash, revalidated otherwise.
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

    /// The same under another name, `localhost`. To a browser that is another site, not only another origin, with the restrictions of
    /// third parties.
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

    /// Answers a path relative to the site with `reply`, whether the file exists or not.
    pub fn replace(&self, path: &str, reply: Reply) {
        self.content().replies.insert(path.to_owned(), reply);
    }

    /// Ends [`Site::replace`].
    pub fn restore(&self, path: &str) {
        self.content().replies.remove(path);
    }

    /// The paths requested since the start, with their queries, oldest first.
    #[must_use]
    pub fn requested(&self) -> Vec<String> {
        self.content().requested.clone()
    }

    /// The responses since the start, or since the last call of this, oldest first.
    pub fn sent(&self) -> Vec<Sent> {
        self.content().traffic.take()
    }

    /// Goes offline: open connections are closed, new ones refused. Does nothing when it is offline.
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

    /// Comes back online, on the same port. Does nothing when it is online.
    ///
    /// # Panics
    /// When another program took the port meanwhile.
    pub fn start(&mut self) {
        if self.runtime.is_none() {
            let listener = TcpListener::bind(port::address(self.port)).expect("the port is still free");
            self.runtime = Some(run(listener, &self.folder, Arc::clone(&self.content)));
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

fn run(listener: TcpListener, folder: &Path, content: Arc<Mutex<Content>>) -> Runtime {
    let runtime = runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let site = static_server::files(folder).layer(from_fn_with_state(content, respond));
    runtime.spawn(static_server::serve(listener, site));
    runtime
}
