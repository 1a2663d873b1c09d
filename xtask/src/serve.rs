//! How the built site is served to a browser on this machine, and to no other.
//!
//! A web server in a few lines because its parts are taken from well-kept crates: they know the types of files, look for
//! `index.html` in folders, and let no path lead out of the site.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

const PORT: u16 = 8080;

/// Serves a folder until the process is ended, by Ctrl-C for instance.
pub fn serve(dist: &Path, port: Option<u16>) -> Result<()> {
    let listener = listen(port)?;
    let address = listener.local_addr().context("The port could not be read.")?;
    println!("Duet is at http://{address}/ (Ctrl-C ends it).");
    run(dist, listener)
}

/// Takes the port asked for, or else the first that is free from 8080 on.
pub fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).with_context(|| format!("Port {port} cannot be used; choose another, or leave --port out."));
    }
    (PORT..PORT + 100)
        .find_map(|port| bind(port).ok())
        .with_context(|| format!("No port from {PORT} to {} is free; choose one with --port.", PORT + 99))
}

fn run(dist: &Path, listener: TcpListener) -> Result<()> {
    let fresh = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        // Asked again every time, so that the page is never older than the last build.
        HeaderValue::from_static("no-cache"),
    );
    let missing = ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().not_found_service(missing);
    let site = Router::new().fallback_service(files).layer(fresh);
    let failed = "The web server could not be started.";
    listener.set_nonblocking(true).context(failed)?;
    tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()
        .context(failed)?
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, site).await
        })
        .context("The web server ended.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};

    /// A server over a small site with a secret beside it.
    fn start(test: &str) -> SocketAddr {
        let folder = std::env::temp_dir().join(format!("duet-serve-{}-{test}", std::process::id()));
        let dist = folder.join("dist");
        fs::create_dir_all(dist.join("en")).expect("a folder");
        fs::write(dist.join("index.html"), "polski").expect("a file");
        fs::write(dist.join("en/index.html"), "english").expect("a file");
        for ending in ["wasm", "js", "json", "css", "svg", "webmanifest"] {
            fs::write(dist.join(format!("file.{ending}")), "").expect("a file");
        }
        fs::write(dist.join("404.html"), "nothing here").expect("a file");
        fs::write(folder.join("secret.txt"), "secret").expect("a file");
        let listener = listen(Some(0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        std::thread::spawn(move || run(&dist, listener));
        address
    }

    /// The answer to a request whose path is sent as it is.
    fn get(address: SocketAddr, path: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("connected");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: duet\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        answer
    }

    #[test]
    fn folders_answer_with_their_page_and_nothing_is_kept() {
        let address = start("pages");
        for (path, text) in [("/", "polski"), ("/en/", "english"), ("/?embed=1", "polski")] {
            let answer = get(address, path);
            assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
            assert!(answer.ends_with(text), "{path}: {answer}");
            assert!(answer.contains("cache-control: no-cache"), "{path}: {answer}");
        }
        assert!(get(address, "/en").starts_with("HTTP/1.1 307"));
        for path in ["/nothing", "/en/%23r=8Z89"] {
            let answer = get(address, path);
            assert!(answer.starts_with("HTTP/1.1 404") && answer.contains("content-type: text/html"), "{answer}");
            assert!(answer.ends_with("nothing here"), "{answer}");
        }
    }

    #[test]
    fn every_file_has_the_type_a_browser_insists_on() {
        let address = start("types");
        for (path, kind) in [
            ("/index.html", "text/html"),
            ("/file.wasm", "application/wasm"),
            ("/file.js", "text/javascript"),
            ("/file.json", "application/json"),
            ("/file.css", "text/css"),
            ("/file.svg", "image/svg+xml"),
            ("/file.webmanifest", "application/manifest+json"),
        ] {
            let answer = get(address, path);
            assert!(answer.contains(&format!("content-type: {kind}\r\n")), "{path}: {answer}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let address = start("paths");
        for path in [
            "/../secret.txt",
            "/en/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//../secret.txt",
        ] {
            let answer = get(address, path);
            assert!(!answer.contains("secret"), "{path}: {answer}");
        }
    }

    #[test]
    fn the_next_port_is_taken_when_one_is_busy() {
        let first = listen(None).expect("a port");
        let second = listen(None).expect("a port");
        let port = |listener: &TcpListener| listener.local_addr().expect("an address").port();
        assert_ne!(port(&first), port(&second));
        let busy = listen(Some(port(&first))).unwrap_err();
        assert!(busy.to_string().contains("--port"), "{busy}");
    }
}
