//! The service worker, with the list of what it keeps.

use std::fs;
use std::path::Path;

use super::{Fault, card, files, fnv};

/// Its name in the site.
pub const NAME: &str = "sw.js";

const TEMPLATE: &str = include_str!("../../public/sw.js");

/// What stands in its place in a build for development: it goes, and takes what was kept along. Else a browser that has seen a
/// release at the same address would go on showing that.
pub const FAREWELL: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).filter((name) => name.startsWith(\"duet \")).map((name) => caches.delete(name)));
  await registration.unregister();
})()));
";

/// The worker for the files that are in the folder.
pub fn worker(staging: &Path) -> Result<String, Fault> {
    let kept: Vec<String> = files(staging)?.into_iter().filter(|file| is_kept(file)).collect();
    let mut contents = Vec::new();
    for file in &kept {
        let place = staging.join(file);
        contents.extend_from_slice(file.as_bytes());
        contents.extend(fs::read(&place).map_err(|error| Fault::new(&place, error))?);
    }
    // A page is asked for by its folder.
    let names: Vec<&str> = kept.iter().map(|file| file.strip_suffix("index.html").unwrap_or(file)).collect();
    let list = serde_json::to_string_pretty(&names).unwrap_or_default();
    Ok(TEMPLATE.replace("%version%", &format!("{:016x}", fnv(&contents))).replace("\"%files%\"", &list))
}

/// Whether a file is needed without a network.
fn is_kept(file: &str) -> bool {
    // Hosts do not give out files whose name begins with a dot.
    let hidden = file.split('/').any(|part| part.starts_with('.'));
    file != NAME && !hidden && !card::is_for_others(file)
}
