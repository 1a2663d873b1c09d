//! The folder in which a browser keeps its things.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;
use std::{env, process, thread};

use fs_err as fs;

use crate::wait::{PATIENCE, PAUSE};

/// A folder of this test alone, removed when the test is over.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A new, empty folder among the temporary files.
    #[must_use]
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("duet-browser-{}-{number}", process::id()));
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }

    /// Where the folder is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file at a relative path, with the folders on the way to it.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let file = self.0.join(path);
        let parent = file.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(&file, content).expect("a file can be written");
        file
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    /// The last threads of a browser may still write while it is being ended: try until nothing is left.
    fn drop(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while self.0.exists() && Instant::now() < deadline {
            if fs::remove_dir_all(&self.0).is_err() {
                thread::sleep(PAUSE);
            }
        }
    }
}

/// The profile of a browser: what it remembers when it is started again. A clone is the same profile.
#[derive(Clone, Debug, Default)]
pub struct Profile(Arc<Folder>);

impl Profile {
    /// The profile of a browser that was never used.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn folder(&self) -> &Folder {
        &self.0
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}
