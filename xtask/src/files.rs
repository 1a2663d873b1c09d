//! Folders as a whole: listed, hashed, copied, removed.

use std::hash::{Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Result;
use fnv::FnvHasher;
use fs_err as fs;
use walkdir::{DirEntry, WalkDir};

/// The files of a folder and of those in it, in a fixed order; of a file, itself.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().collect::<Result<Vec<DirEntry>, _>>()?;
    Ok(entries.into_iter().filter(|entry| entry.file_type().is_file()).map(DirEntry::into_path).collect())
}

/// Adds the contents and relative names of all files of a folder to a hash. What does not exist adds nothing.
pub fn hash(folder: &Path, hasher: &mut FnvHasher) -> Result<()> {
    if folder.exists() {
        for file in files(folder)? {
            // With the same separators on every system.
            let name: Vec<_> = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
            name.join("/").hash(hasher);
            let content = fs::read(&file)?;
            hasher.write(&content.len().to_le_bytes());
            hasher.write(&content);
        }
    }
    Ok(())
}

/// Copies a file, or a folder with everything in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let relative = file.strip_prefix(from)?;
        // Joining nothing would add a separator.
        let to = if relative.as_os_str().is_empty() { to.to_owned() } else { to.join(relative) };
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &to)?;
    }
    Ok(())
}

/// Removes a file or folder, if it exists.
pub fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_copied_with_everything_in_it_and_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("from/in")).expect("a folder");
        fs::write(at("from/in/a"), "a").expect("a file");
        copy(&at("from"), &at("to")).expect("copied");
        copy(&at("from/in/a"), &at("lib/b")).expect("copied");
        for copied in ["to/in/a", "lib/b"] {
            assert_eq!(fs::read_to_string(at(copied)).expect("a copy"), "a");
        }
        for gone in ["to", "lib/b", "never"] {
            remove(&at(gone)).expect("removed");
            assert!(!at(gone).exists());
        }
    }

    #[test]
    fn the_hash_follows_contents_and_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
        let hashed = || {
            let mut hasher = FnvHasher::default();
            hash(folder.path(), &mut hasher).expect("readable");
            hasher.finish()
        };
        write("a", "1");
        let first = hashed();
        write("a", "2");
        assert_ne!(hashed(), first);
        write("a", "1");
        assert_eq!(hashed(), first);
        fs::rename(folder.path().join("a"), folder.path().join("b")).expect("renamed");
        assert_ne!(hashed(), first);
    }
}
