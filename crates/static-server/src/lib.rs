//! Serves the files of a folder over HTTP: for `cargo xtask serve`, and for the browser tests, which put layers of their own on top.
//!
//! Content types, `index.html` in folders, compressed copies, conditional requests and paths that try to leave the folder are the
//! business of tower-http.

use std::io;
use std::net::TcpListener;
use std::path::Path;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

/// Answers with the files of `folder`; with the compressed copy (`.br`, `.gz`) beside a file where the client accepts it, and with
/// `404.html` where there is no file. Browsers are told to revalidate every time, so that a page is never older than the last build.
pub fn files(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(missing);
    Router::new().fallback_service(files).layer(map_response(add_headers))
}

/// Serves `site` until the future is dropped or the listener fails.
///
/// # Errors
/// When the listener cannot be used.
pub async fn serve(listener: TcpListener, site: Router) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await
}

async fn add_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // tower-http names no charset, and browsers would read a page that names none either as windows-1252.
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/") && !kind.contains("charset") {
        let kind = format!("{kind}; charset=utf-8").parse().expect("visible ASCII");
        headers.insert(CONTENT_TYPE, kind);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, SocketAddr, TcpStream};

    use tempfile::TempDir;

    /// A server over a small site with a secret beside it; it runs until the process ends.
    fn start() -> (SocketAddr, TempDir) {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("en")).expect("a folder");
        for (file, text) in [
            ("index.html", "polski"),
            ("en/index.html", "english"),
            ("404.html", "nothing here"),
            ("../secret.txt", "secret"),
        ] {
            fs::write(site.join(file), text).expect("a file");
        }
        for extension in ["wasm", "js", "json", "css", "svg", "webmanifest", "js.br", "js.gz"] {
            fs::write(site.join(format!("file.{extension}")), extension).expect("a file");
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(serve(listener, files(&site)))
        });
        (address, folder)
    }

    /// The response to a request whose path is sent as it is.
    fn get(address: SocketAddr, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("connected");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: duet\r\nConnection: close\r\n{headers}\r\n").expect("sent");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("answered");
        response
    }

    #[test]
    fn a_folder_answers_with_its_page_and_a_missing_file_with_that_for_missing_ones() {
        let (address, _folder) = start();
        for (path, text) in [("/", "polski"), ("/en/", "english"), ("/?embed=1", "polski")] {
            let response = get(address, path, "");
            assert!(response.starts_with("HTTP/1.1 200") && response.ends_with(text), "{path}: {response}");
            assert!(response.contains("cache-control: no-cache"), "{path}: {response}");
        }
        assert!(get(address, "/en", "").starts_with("HTTP/1.1 307"));
        for path in ["/nothing", "/en/%23r=8Z89"] {
            let response = get(address, path, "");
            assert!(response.starts_with("HTTP/1.1 404") && response.ends_with("nothing here"), "{path}: {response}");
            assert!(response.contains("content-type: text/html; charset=utf-8\r\n"), "{path}: {response}");
        }
    }

    #[test]
    fn every_file_has_the_type_a_browser_insists_on() {
        let (address, _folder) = start();
        for (path, kind) in [
            ("/index.html", "text/html; charset=utf-8"),
            ("/file.wasm", "application/wasm"),
            ("/file.js", "text/javascript; charset=utf-8"),
            ("/file.json", "application/json"),
            ("/file.css", "text/css; charset=utf-8"),
            ("/file.svg", "image/svg+xml"),
            ("/file.webmanifest", "application/manifest+json"),
        ] {
            let response = get(address, path, "");
            assert!(response.contains(&format!("content-type: {kind}\r\n")), "{path}: {response}");
        }
    }

    #[test]
    fn the_smallest_copy_is_sent_that_the_client_accepts() {
        let (address, _folder) = start();
        for (accepted, text) in
            [("", "js"), ("Accept-Encoding: gzip\r\n", "js.gz"), ("Accept-Encoding: gzip, br\r\n", "js.br")]
        {
            let response = get(address, "/file.js", accepted);
            assert!(response.ends_with(&format!("\r\n\r\n{text}")), "{accepted}: {response}");
            assert!(response.contains("content-type: text/javascript"), "{accepted}: {response}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let (address, _folder) = start();
        for path in [
            "/../secret.txt",
            "/en/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//../secret.txt",
        ] {
            let response = get(address, path, "");
            assert!(!response.contains("secret"), "{path}: {response}");
        }
    }
}
