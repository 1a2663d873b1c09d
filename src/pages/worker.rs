//! The service worker, with the list of the files that it stores.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{PagesError, files, fingerprint, metadata, read, write_file};

/// The name of the file.
pub const NAME: &str = "sw.js";

const TEMPLATE: &str = include_str!("../../public/sw.js");

/// The worker of a development build, which unregisters itself and deletes its caches. Otherwise a browser that has seen a release at the
/// same address would continue to show it.
pub const UNREGISTER_WORKER: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).filter((name) => name.startsWith(\"duet \")).map((name) => caches.delete(name)));
  await registration.unregister();
})()));
";

/// The worker for the files in the folder. Also writes a mark into each page.
pub fn worker(staging: &Path) -> Result<String, PagesError> {
    let mut list = Map::new();
    let mut contents = Vec::new();
    for file in files(staging)?.into_iter().filter(|file| is_stored(file)) {
        let path = staging.join(&file);
        let mark = if is_page(&file) { Some(mark(&path)?) } else { None };
        let content = fs::read(&path).map_err(|error| PagesError::new(&path, error))?;
        contents.extend_from_slice(file.as_bytes());
        contents.extend_from_slice(&content);
        // A page is requested by its folder.
        let name = if file == "index.html" || file.ends_with("/index.html") {
            file.trim_end_matches("index.html")
        } else {
            &file
        };
        list.insert(name.to_owned(), Value::String(mark.unwrap_or_else(|| hash(&content))));
    }
    let list = serde_json::to_string_pretty(&list).unwrap_or_default();
    Ok(TEMPLATE.replace("%version%", &fingerprint(&contents)).replace("\"%files%\"", &list))
}

/// Writes a mark into a page and returns it. The worker checks for it, to reject error pages and login pages of networks. Not a hash of the
/// response, because some hosts inject content into pages.
fn mark(path: &Path) -> Result<String, PagesError> {
    const BEFORE: &str = "<meta charset=\"utf-8\">";
    let page = read(path)?;
    let mark = fingerprint(page.as_bytes());
    let (head, rest) =
        page.split_once(BEFORE).ok_or_else(|| PagesError::new(path, format!("there is no {BEFORE} in it")))?;
    write_file(path, &format!("{head}{BEFORE}<meta name=\"duet-page\" content=\"{mark}\">{rest}"))?;
    Ok(mark)
}

/// The first half of the SHA-256 in hexadecimal digits, as the worker computes it.
fn hash(content: &[u8]) -> String {
    let half = Sha256::digest(content).into_iter().take(16).fold(0, |half: u128, byte| half << 8 | u128::from(byte));
    format!("{half:032x}")
}

fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "html")
}

/// Whether the worker stores a file.
fn is_stored(file: &str) -> bool {
    // Hosts do not serve files whose name begins with a dot.
    let hidden = file.split('/').any(|part| part.starts_with('.'));
    file != NAME && !hidden && !metadata::is_for_others(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_each_file_by_what_is_in_it() {
        let folder = std::env::temp_dir().join(format!("duet-worker-{}", std::process::id()));
        fs::create_dir_all(folder.join("en")).expect("a folder");
        let page = "<head><meta charset=\"utf-8\"><title>A</title>";
        for (file, text) in [("index.html", page), ("en/index.html", page), ("boot.js", "abc"), ("sw.js", "")] {
            fs::write(folder.join(file), text).expect("a file");
        }
        let worker = worker(&folder).expect("a worker");
        let marked = fs::read_to_string(folder.join("en/index.html")).expect("a page");
        let (_, mark) = marked.split_once("name=\"duet-page\" content=\"").expect("a mark");
        let mark = &mark[..16];
        assert!(worker.contains(&format!("\"\": \"{mark}\"")), "{worker}");
        assert!(worker.contains(&format!("\"en/\": \"{mark}\"")), "{worker}");
        // The SHA-256 of these three letters is an example of the standard.
        assert!(worker.contains("\"boot.js\": \"ba7816bf8f01cfea414140de5dae2223\""), "{worker}");
        assert!(!worker.contains("\"sw.js\"") && !worker.contains('%'), "{worker}");
        fs::remove_dir_all(&folder).expect("removed");
    }
}
