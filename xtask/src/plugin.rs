//! The plugin for WordPress: its sources, its translations and a copy of the site in one ZIP file.
//!
//! | module            | what it does                                     |
//! |-------------------|--------------------------------------------------|
//! | `translations.rs` | makes the files that WordPress reads of .po files |

mod translations;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use serde_json::Value;

use crate::archive::{self, Files};
use crate::release;

/// The name of the file.
pub const FILE: &str = "duet-wordpress.zip";

/// The folder of the plugin among others.
const FOLDER: &str = "duet-self-check";

/// What hosts with PHP refuse by default when it is uploaded: nginx takes 1 MB.
const LIMIT: usize = 1_000_000;

/// Many hosts show no page but `index.php` for an address that ends with a slash, as the example of WordPress for nginx does.
const INDEX: &str = "<?php readfile( __DIR__ . '/index.html' );\n";

/// Writes the plugin in `root` with the built site in `site` to the file `to`. The same input gives the same bytes.
pub fn package(root: &Path, site: &Path, to: &Path) -> Result<()> {
    let mut all = sources(root)?;
    all.extend(site_files(site)?.into_iter().map(|(name, content)| (format!("site/{name}"), content)));
    let all = all.into_iter().map(|(name, content)| (format!("{FOLDER}/{name}"), content)).collect();
    let packed = archive::pack(&all)?;
    ensure!(
        packed.len() < LIMIT,
        "The plugin has {} bytes, which many hosts refuse; it must have less than {LIMIT}.",
        packed.len()
    );
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(to, packed)?)
}

/// The plugin without the site.
fn sources(root: &Path) -> Result<Files> {
    let version = release::version(&fs::read_to_string(root.join("Cargo.toml"))?)?;
    let mut all = archive::read(&root.join("wordpress"))?;
    all.insert("LICENSE".to_owned(), fs::read(root.join("LICENSE"))?);
    for name in [&format!("{FOLDER}.php"), "readme.txt"] {
        let content = all.get_mut(name).with_context(|| format!("wordpress/ has no {name}."))?;
        *content = String::from_utf8(std::mem::take(content))?.replace("%version%", &version).into_bytes();
    }
    let catalogues: Vec<String> =
        all.keys().filter(|name| Path::new(name).extension() == Some("po".as_ref())).cloned().collect();
    for name in catalogues {
        all.extend(translations::compile(&name, &root.join("wordpress").join(&name))?);
    }
    Ok(all)
}

/// The files of the site that are of use in a plugin.
fn site_files(site: &Path) -> Result<Files> {
    let mut all = archive::read(site)?;
    let worker = all.get("sw.js").context("The site has no sw.js.")?;
    let stored = stored(std::str::from_utf8(worker)?).context("sw.js has no list of files.")?;
    all.retain(|name, _| stored.contains(name) || !is_left_out(name));
    for page in ["index", "en/index"] {
        ensure!(all.contains_key(&format!("{page}.html")), "The site has no {page}.html.");
        all.insert(format!("{page}.php"), INDEX.into());
    }
    if let Some(missing) = stored.iter().find(|name| !all.contains_key(*name)) {
        anyhow::bail!("The service worker stores {missing}, which is not in the site.");
    }
    Ok(all)
}

/// The files that the service worker stores. Without one of them browsers would not install it.
fn stored(worker: &str) -> Option<BTreeSet<String>> {
    let (_, list) = worker.split_once("FILES = ")?;
    let (list, _) = list.split_once('}')?;
    let list: BTreeMap<String, Value> = serde_json::from_str(&format!("{list}}}")).ok()?;
    let file = |name: String| if name.is_empty() || name.ends_with('/') { name + "index.html" } else { name };
    Some(list.into_keys().map(file).collect())
}

/// Packed copies, which WordPress hosts do not look for; the site in one file; the example of an article; what systems ask for that
/// embed a foreign site; the program of an earlier build, because an update of the plugin keeps what it finds; and hidden files.
fn is_left_out(name: &str) -> bool {
    let (_, ending) = name.rsplit_once('.').unwrap_or_default();
    ["br", "gz"].contains(&ending)
        || ["duet-pl.html", "duet-en.html"].contains(&name)
        || name.starts_with("article/")
        || (name.starts_with("duet-") && name.contains('/'))
        || name.split('/').any(|part| part.starts_with('.'))
        || name.starts_with("images/card-")
        || name.ends_with("oembed.json")
}

#[cfg(test)]
mod tests;
