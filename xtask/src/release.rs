//! Everything that is published of a version, in one folder.
//!
//! | file                 | what it is                                                             |
//! |----------------------|------------------------------------------------------------------------|
//! | `duet-site.zip`      | the site in the folder `duet/`, settings for hosts, two documents      |
//! | `duet-wordpress.zip` | the plugin for WordPress                                               |
//! | `duet-pl.html`, `duet-en.html` | Duet in one file                                             |
//! | `SHA256SUMS`         | the sums of these files, for `sha256sum --check`                       |
//! | `NOTES.md`           | what has changed, from CHANGELOG.md                                    |

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use sha2::{Digest, Sha256};

use crate::archive::{self, Files};
use crate::{files, plugin, site};

const SITE: &str = "duet-site.zip";
const SINGLE: [&str; 2] = ["duet-pl.html", "duet-en.html"];
/// What the owner of a blog reads.
const DOCUMENTS: [&str; 2] = ["docs/embedding.md", "docs/hosting.md"];
const SUMS: &str = "SHA256SUMS";
const NOTES: &str = "NOTES.md";

/// Makes the folder `target/release-VERSION`. `former` is the site of the release before, whose program is kept in the new one.
pub fn release(root: &Path, former: Option<&Path>) -> Result<()> {
    let version = version(&fs::read_to_string(root.join("Cargo.toml"))?)?;
    let notes = notes(&fs::read_to_string(root.join("CHANGELOG.md"))?, &version)?;
    let dist = site::build_keeping(root, former)?;
    let folder = root.join("target").join(format!("release-{version}"));
    files::remove(&folder)?;
    fs::create_dir_all(&folder)?;

    let mut all = Files::new();
    for (name, from) in [("duet", dist.clone()), ("hosting", root.join("hosting"))] {
        all.extend(archive::read(&from)?.into_iter().map(|(file, content)| (format!("{name}/{file}"), content)));
    }
    for document in DOCUMENTS {
        all.insert(document.to_owned(), fs::read(root.join(document))?);
    }
    fs::write(folder.join(SITE), archive::pack(&all)?)?;
    plugin::package(root, &dist, &folder.join(plugin::FILE))?;
    for name in SINGLE {
        fs::copy(dist.join(name), folder.join(name))?;
    }
    let names = [SITE, plugin::FILE].into_iter().chain(SINGLE);
    fs::write(folder.join(SUMS), sums(&folder, names)?)?;
    fs::write(folder.join(NOTES), notes)?;
    println!("Version {version} is in {}.", folder.display());
    Ok(())
}

/// The version of the package that a Cargo.toml describes.
pub fn version(manifest: &str) -> Result<String> {
    let value = manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    Ok(value.context("Cargo.toml has no line with a version.")?.to_owned())
}

/// The section of a version in the list of changes, without its heading.
fn notes(changes: &str, version: &str) -> Result<String> {
    let heading = format!("## {version}\n");
    let (_, section) =
        changes.split_once(&heading).with_context(|| format!("CHANGELOG.md has no section {:?}.", heading.trim()))?;
    let end = section.find("\n## ").unwrap_or(section.len());
    Ok(format!("{}\n", section[..end].trim()))
}

/// One line a file, in the form of `sha256sum`.
fn sums<'a>(folder: &Path, names: impl Iterator<Item = &'a str>) -> Result<String> {
    let mut lines = String::new();
    for name in names {
        for byte in Sha256::digest(fs::read(folder.join(name))?) {
            write!(lines, "{byte:02x}")?;
        }
        writeln!(lines, "  {name}")?;
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notes_are_those_of_the_version() {
        let changes = "# Changes\n\n## 0.2.0\n- New.\n- Newer.\n\n## 0.1.0\n- First.\n";
        assert_eq!(notes(changes, "0.2.0").expect("notes"), "- New.\n- Newer.\n");
        assert_eq!(notes(changes, "0.1.0").expect("notes"), "- First.\n");
        assert!(notes(changes, "0.3.0").unwrap_err().to_string().contains("0.3.0"));
    }

    #[test]
    fn the_changes_of_this_version_are_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let version = version(&fs::read_to_string(root.join("Cargo.toml")).expect("a manifest")).expect("a version");
        let notes = notes(&fs::read_to_string(root.join("CHANGELOG.md")).expect("a list"), &version).expect("notes");
        assert!(notes.starts_with("- "), "{notes}");
    }

    #[test]
    fn sums_have_the_form_of_the_usual_program() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("abc.txt"), "abc").expect("a file");
        // The example of the standard.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.txt\n";
        assert_eq!(sums(folder.path(), ["abc.txt"].into_iter()).expect("sums"), expected);
    }
}
