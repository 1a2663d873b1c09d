//! Every file of the site, asked for in every way in which browsers and robots ask.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use fs_err as fs;

use crate::client::Answer;
use crate::host::{Host, Server, site};

/// What is said about packing, and which packings that allows.
const ACCEPTED: [(Option<&str>, &[&str]); 8] = [
    (None, &[]),
    (Some("identity"), &[]),
    (Some("gzip"), &["gzip"]),
    (Some("br"), &["br"]),
    (Some("gzip, br"), &["br", "gzip"]),
    (Some("gzip, deflate, br, zstd"), &["br", "gzip"]),
    (Some("br;q=0, gzip;q=0.5"), &["gzip"]),
    (Some("gzip;q=0,br;q=0.0"), &[]),
];

/// A file of the site and one of its addresses.
struct Asked {
    path: String,
    file: PathBuf,
}

/// Asks for all files.
pub fn hold(host: &Host, server: &Server) {
    for asked in all() {
        let mut tags = HashSet::new();
        let asks =
            |accepted: Option<&str>| host.heeds_refusals || !accepted.is_some_and(|accepted| accepted.contains("q=0"));
        for (accepted, allowed) in ACCEPTED.into_iter().filter(|(accepted, _)| asks(*accepted)) {
            let mut ask = Ask { host, server, asked: &asked, allowed, headers: Vec::new() };
            ask.headers.extend(accepted.map(|accepted| ("Accept-Encoding", accepted)));
            let packing = ask.hold();
            let tag = ask.get("GET", &[]).header("etag");
            tags.extend(tag.map(|tag| (packing, tag)));
        }
        let packings: HashSet<_> = tags.iter().map(|(packing, _)| packing).collect();
        let different: HashSet<_> = tags.iter().map(|(_, tag)| tag).collect();
        assert_eq!(packings.len(), different.len(), "{}: one name for each version: {tags:?}", asked.path);
    }
}

/// The files without their packed copies; pages also by the address of their folder.
fn all() -> Vec<Asked> {
    let root = PathBuf::from(site());
    let mut all = Vec::new();
    collect(&root, &root, &mut all);
    assert!(all.len() > 20, "{} has the built site", root.display());
    let folders: Vec<Asked> = all.iter().filter_map(of_folder).collect();
    all.extend(folders);
    all
}

fn collect(root: &Path, folder: &Path, all: &mut Vec<Asked>) {
    for entry in fs::read_dir(folder).expect("the site can be read") {
        let file = entry.expect("the site can be read").path();
        if file.is_dir() {
            collect(root, &file, all);
        } else if !["br", "gz"].contains(&extension(&file)) {
            let path = file.strip_prefix(root).expect("a file of the site").display().to_string();
            all.push(Asked { path, file });
        }
    }
}

fn of_folder(asked: &Asked) -> Option<Asked> {
    let path = asked.path.strip_suffix("index.html")?.to_owned();
    Some(Asked { path, file: asked.file.clone() })
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

/// One way of asking for one file.
struct Ask<'a> {
    host: &'a Host,
    server: &'a Server,
    asked: &'a Asked,
    allowed: &'static [&'static str],
    headers: Vec<(&'static str, &'static str)>,
}

impl Ask<'_> {
    fn get(&self, method: &str, more: &[(&str, &str)]) -> Answer {
        let headers: Vec<(&str, &str)> = self.headers.iter().chain(more).copied().collect();
        self.server.ask(method, &self.asked.path, &headers)
    }

    /// Looks at the answer and at those to the same question without the body, and when it is asked again. The packing of the answer.
    fn hold(&self) -> Option<String> {
        let answer = self.get("GET", &[]);
        assert_eq!(answer.status, 200, "{}", self.about(&answer));
        assert!(answer.content() == self.content(), "other bytes: {}", self.about(&answer));
        let packing = answer.header("content-encoding");
        self.has_packing(&answer, packing.as_deref());
        self.has_type(&answer);
        if self.host.headers {
            self.has_headers(&answer);
        }
        self.is_renewed(&answer);
        self.is_same_without_body(&answer);
        self.is_sent_in_parts(&answer);
        packing
    }

    fn about(&self, answer: &Answer) -> String {
        format!("{}{} with {:?}: {answer:?}", self.server.place.base, self.asked.path, self.headers)
            .chars()
            .take(1500)
            .collect()
    }

    fn content(&self) -> Vec<u8> {
        fs::read(&self.asked.file).expect("the file can be read")
    }

    fn copy(&self, packing: &str) -> PathBuf {
        let end = if packing == "br" { "br" } else { "gz" };
        let name = self.asked.file.display();
        PathBuf::from(format!("{name}.{end}"))
    }

    /// Packed at this moment, and not the copy that the build has made.
    fn is_packed_by_server(&self, answer: &Answer) -> bool {
        let packing = answer.header("content-encoding");
        packing.is_some_and(|packing| !self.host.copies.contains(&packing.as_str()) || !self.copy(&packing).exists())
    }

    /// The best copy that may be sent is sent, and as it is.
    fn has_packing(&self, answer: &Answer, packing: Option<&str>) {
        assert!(packing.is_none_or(|packing| self.allowed.contains(&packing)), "packed: {}", self.about(answer));
        let usable = |packing: &&&str| self.host.copies.contains(*packing) && self.copy(packing).exists();
        let best = self.allowed.iter().find(usable);
        let Some(best) = best else { return };
        assert_eq!(packing, Some(*best), "{}", self.about(answer));
        let copy = fs::read(self.copy(best)).expect("the copy can be read");
        assert!(answer.body == copy, "packed again: {}", self.about(answer));
    }

    fn has_type(&self, answer: &Answer) {
        let kind = answer.header("content-type").unwrap_or_default().replace("; ", ";").to_lowercase();
        let expected = match extension(&self.asked.file) {
            "html" => "text/html;charset=utf-8",
            "css" => "text/css;charset=utf-8",
            "js" => "text/javascript;charset=utf-8",
            "json" => "application/json",
            "wasm" => "application/wasm",
            "webmanifest" => "application/manifest+json",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            other => panic!("the type of .{other} is in the files of hosting/ and here"),
        };
        let right = kind == expected || (!self.host.types && expected.starts_with(kind.as_str()) && !kind.is_empty());
        assert!(right, "not {expected}: {}", self.about(answer));
        assert_eq!(answer.header("content-language"), None, "{}", self.about(answer));
    }

    fn has_headers(&self, answer: &Answer) {
        let about = || self.about(answer);
        let cache = answer.header("cache-control").unwrap_or_default();
        let for_ever = self.asked.path.starts_with("duet-") && self.asked.path.contains('/');
        let long = cache.contains("max-age=31") && !cache.contains("no-cache");
        assert!(if for_ever { long } else { cache == "no-cache" }, "cache: {}", about());
        let packed = answer.header("content-encoding").is_some();
        if packed || self.host.copies.iter().any(|packing| self.copy(packing).exists()) {
            assert_eq!(answer.all("vary"), ["Accept-Encoding"], "{}", about());
        }
        assert_eq!(
            answer.all("content-security-policy"),
            ["frame-ancestors 'self' https://blog.example"],
            "{}",
            about()
        );
        assert_eq!(answer.all("x-content-type-options"), ["nosniff"], "{}", about());
        assert_eq!(answer.all("referrer-policy"), ["no-referrer"], "{}", about());
        assert_eq!(answer.all("access-control-allow-origin"), ["*"], "{}", about());
        assert!(answer.all("x-frame-options").is_empty(), "{}", about());
    }

    /// Who has the file already, as the server named it, is told so.
    fn is_renewed(&self, answer: &Answer) {
        let names = [("etag", "If-None-Match"), ("last-modified", "If-Modified-Since")];
        let known: Vec<(&str, String)> =
            names.iter().filter_map(|(name, condition)| Some((*condition, answer.header(name)?))).collect();
        let known: Vec<(&str, &str)> = known.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let again = self.get("GET", &known);
        if again.status == 200 && self.is_packed_by_server(answer) && !self.host.renews_packed {
            assert!(again.content() == self.content(), "other bytes: {}", self.about(&again));
            return;
        }
        assert_eq!(again.status, 304, "{known:?}: {}", self.about(&again));
        assert!(again.body.is_empty(), "{}", self.about(&again));
    }

    fn is_same_without_body(&self, answer: &Answer) {
        let head = self.get("HEAD", &[]);
        assert_eq!((head.status, head.body.len()), (200, 0), "{}", self.about(&head));
        let same: &[&str] = if self.is_packed_by_server(answer) { &[] } else { &["content-encoding", "vary", "etag"] };
        for name in ["content-type", "cache-control", "last-modified"].iter().chain(same) {
            assert_eq!(head.header(name), answer.header(name), "HEAD: {name} of {}", self.about(&head));
        }
    }

    /// A part is one of the version that its label names.
    fn is_sent_in_parts(&self, answer: &Answer) {
        let part = self.get("GET", &[("Range", "bytes=10-59")]);
        assert_eq!(part.header("content-encoding"), answer.header("content-encoding"), "{}", self.about(&part));
        if part.status == 206 {
            assert!(part.body == answer.body[10..60], "another part: {}", self.about(&part));
        } else {
            assert_eq!((part.status, &part.content()), (200, &answer.content()), "{}", self.about(&part));
        }
    }
}
