//! Addresses where nothing is, by accident or on purpose.

use fs_err as fs;

use crate::client::{Answer, ask, try_to_ask};
use crate::host::{Host, Server};

const CODE: &str = "8Z89-TXXZ-XCCF-NGGS";

/// Asks for all of them.
pub fn hold(host: &Host, server: &Server) {
    missing(host, server);
    without_the_page(server);
    behind_a_file(server);
    changed_links(host, server);
    folders_without_their_slash(server);
    attacks(server);
}

/// What is missing is said to be missing, with the page of the site, and no browser remembers it.
fn missing(host: &Host, server: &Server) {
    let hashed = hashed(server);
    for path in [
        "nothing",
        "no/such/folder/",
        "en/nothing.html",
        "INDEX.HTML",
        "q7",
        "::a::b",
        "a%5Cb",
        "%C5%BC%C3%B3%C5%82w",
        "nothing?side=sales",
        "/nothing",
        &format!("{hashed}/gone.wasm"),
        &format!("{hashed}/gone.wasm?again"),
        "duet-0123456789abcdef/duet.js",
    ] {
        for accepted in ["identity", "gzip, deflate, br, zstd"] {
            let answer = server.ask("GET", path, &[("Accept-Encoding", accepted)]);
            is_missing(host, server, path, &answer);
        }
        let head = server.ask("HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (404, 0), "{path}: {head:?}");
    }
}

/// In the middle of an upload the page may be missing too, and nobody remembers that either.
fn without_the_page(server: &Server) {
    let (page, away) = (server.place.site().join("404.html"), server.place.path("404.html"));
    fs::rename(&page, &away).expect("the page can be taken away");
    for path in ["nothing".to_owned(), format!("{}/gone.wasm", hashed(server))] {
        let answer = server.ask("GET", &path, &[]);
        assert_eq!(answer.status, 404, "{path}: {answer:?}");
        is_forgotten(&path, &answer);
    }
    fs::rename(&away, &page).expect("the page can be put back");
    // Refused, or a list of files.
    is_forgotten("the folder", &server.ask("GET", &format!("{}/", hashed(server)), &[]));
}

/// Behind a file there is nothing: the page would look for its scripts at wrong places.
fn behind_a_file(server: &Server) {
    for path in ["index.html/", "index.html/boot.js", "boot.js/"] {
        let answer = server.ask("GET", path, &[]);
        assert!([403, 404].contains(&answer.status), "{path}: {answer:?}");
    }
}

fn is_missing(host: &Host, server: &Server, path: &str, answer: &Answer) {
    assert_eq!(answer.status, 404, "{path}: {answer:?}");
    is_forgotten(path, answer);
    if host.page {
        let page = fs::read(server.place.site().join("404.html")).expect("the site has the page");
        assert!(answer.content() == page, "{path} has another page: {answer:?}");
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(kind.starts_with("text/html"), "{path}: {kind}");
    }
}

fn is_forgotten(path: &str, answer: &Answer) {
    let cache = answer.header("cache-control").unwrap_or_default();
    assert!(["", "no-cache"].contains(&cache.as_str()), "{path} is remembered: {cache}");
}

/// A mail program made the `#` of a link a part of the path.
fn changed_links(host: &Host, server: &Server) {
    for (path, target) in [
        (format!("%23r={CODE}"), format!("#r={CODE}")),
        (format!("%2523r={CODE}"), format!("#r={CODE}")),
        (format!("en/%23r={CODE}"), format!("en/#r={CODE}")),
        ("en/%252523q3".to_owned(), "en/#q3".to_owned()),
        ("index.html%23about".to_owned(), "#about".to_owned()),
        ("en/index.html%23about".to_owned(), "en/#about".to_owned()),
    ] {
        let answer = server.ask("GET", &path, &[]);
        if host.redirects {
            assert_eq!(answer.status, 302, "{path}: {answer:?}");
            assert_eq!(target_of(server, &answer), Some(target), "{path}");
        } else {
            is_missing(host, server, &path, &answer);
        }
    }
    // By either way.
    for (path, targets) in [
        ("%23q3?side=sales", ["?side=sales#q3", "#q3"]),
        ("%23t=8Z89TXXZXCCFNGGS%2C8ZA9TY16MJRSQSDP", ["#t=8Z89TXXZXCCFNGGS,8ZA9TY16MJRSQSDP", ""]),
        ("%23r%3D8Z89", ["#r=8Z89", ""]),
        ("no/%23q3", ["no/#q3", ""]),
        ("//%23q3", ["#q3", ""]),
    ] {
        let answer = server.ask("GET", path, &[]);
        match target_of(server, &answer) {
            Some(target) => assert!(targets.contains(&target.as_str()), "{path} leads to {target}"),
            None => is_missing(host, server, path, &answer),
        }
    }
}

/// Where an answer leads, relative to the site.
fn target_of(server: &Server, answer: &Answer) -> Option<String> {
    let target = answer.header("location")?;
    let path = target.strip_prefix(&format!("http://127.0.0.1:{}", server.place.port)).unwrap_or(&target);
    let inside = path.strip_prefix(server.place.base);
    Some(inside.unwrap_or_else(|| panic!("{target} is outside the site")).to_owned())
}

fn folders_without_their_slash(server: &Server) {
    let folder = server.place.base.trim_end_matches('/');
    for (target, to) in [(format!("{folder}/en"), "en/"), (folder.to_owned(), "")] {
        if target.is_empty() {
            continue;
        }
        let answer = ask(server.place.port, "GET", &target, &[]);
        assert!([301, 302, 307, 308].contains(&answer.status), "{target}: {answer:?}");
        assert_eq!(target_of(server, &answer).as_deref(), Some(to), "{target}");
    }
}

/// Nothing leads to another host, out of the site, or into the headers of the answer; and the server goes on.
fn attacks(server: &Server) {
    let long = "a".repeat(3000);
    for path in [
        "/evil.example/%23q3",
        "%5Cevil.example/%23q3",
        "/%5C/evil.example/%23q3",
        "%23@evil.example/%23q3",
        "%23q3%0d%0aX-Evil:%201",
        "en/%23%0d%0aX-Evil:%201",
        "%23%00",
        "%00",
        "%",
        "%zz",
        "../secret.txt",
        "../../../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "..%5csecret.txt",
        &long,
        &format!("%23{long}"),
        &format!("%23r={CODE}?{long}"),
    ] {
        for target in [format!("{}{path}", server.place.base), format!("//evil.example/{path}")] {
            let Some(answer) = try_to_ask(server.place.port, "GET", &target, &[]) else { continue };
            let harmless = answer.header("x-evil").is_none() && !answer.content().starts_with(b"a secret");
            assert!(harmless, "{target}: {answer:?}");
            let to = answer.header("location").unwrap_or_default();
            let own = to.strip_prefix(&format!("http://127.0.0.1:{}", server.place.port)).unwrap_or(&to);
            // Browsers read two slashes, also backward ones, as the beginning of another host.
            let local = own.is_empty() || own.starts_with('/') && !own[1..].starts_with(['/', '\\']);
            assert!(local, "{target} leads to {to}");
        }
    }
    assert_eq!(server.ask("GET", "", &[]).status, 200);
}

/// The folder that is named by a hash.
fn hashed(server: &Server) -> String {
    let folders = fs::read_dir(server.place.site()).expect("the site can be read");
    let names = folders.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
    let mut names = names.map(|entry| entry.file_name().display().to_string());
    names.find(|name| name.starts_with("duet-")).expect("the program has a folder")
}
