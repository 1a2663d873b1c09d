//! How one tool is installed: by one process at a time, resumable, and whole or not there at all.
//!
//! The cache holds one folder for each tool and version. A tool is made in `.building/` and moved into its place by a
//! single rename when it is complete, so that what lies in its place can be used without a question. What was compiled
//! before an interruption stays in `.building/` and is not compiled again.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::report::duration;

/// One tool in one version.
pub struct Tool<'a> {
    /// What people call it, with its version.
    pub title: &'a str,
    /// Its folder in the cache.
    pub folder: &'a str,
    /// A program which is there when the tool is complete, relative to the folder.
    pub program: &'a Path,
    /// What installing it means and how long it takes about.
    pub effort: &'a str,
}

/// Where a tool is made before it is moved into its place.
pub struct Workbench {
    /// Becomes the tool's folder; empty at the start.
    pub root: PathBuf,
    /// Kept until the tool is complete, also over an interruption.
    pub scratch: PathBuf,
}

/// The tool's folder; `make` fills it when it is not there yet.
pub fn install(cache: &Path, tool: &Tool, make: impl FnOnce(&Workbench) -> Result<()>) -> Result<PathBuf> {
    let place = cache.join(tool.folder);
    let program = place.join(tool.program);
    if program.exists() {
        return Ok(place);
    }

    let building = cache.join(".building");
    fs::create_dir_all(&building).with_context(|| {
        format!(
            "The folder {} for the tools could not be made; name one that can be written in DUET_TOOLS.",
            building.display()
        )
    })?;
    let _held = lock(
        &building.join(format!("{}.lock", tool.folder)),
        &format!("{}: waiting for another installation of it.", tool.title),
    )?;
    if program.exists() {
        return Ok(place);
    }

    let started = Instant::now();
    println!("{}: {}.", tool.title, tool.effort);
    let work = building.join(tool.folder);
    let bench = Workbench { root: work.join("root"), scratch: work.join("scratch") };
    remove(&bench.root)?;
    fs::create_dir_all(&bench.root)
        .and_then(|()| fs::create_dir_all(&bench.scratch))
        .with_context(|| format!("The folder {} could not be made.", work.display()))?;
    make(&bench).with_context(|| format!("{} could not be installed.", tool.title))?;
    ensure!(
        bench.root.join(tool.program).exists(),
        "{} was installed, but without {}.",
        tool.title,
        tool.program.display()
    );

    // Only a rename puts a tool there; a folder without its program was left by something else.
    remove(&place)?;
    fs::rename(&bench.root, &place)
        .with_context(|| format!("{} could not be moved to {}.", tool.title, place.display()))?;
    // The tool is there; if the scratch folder cannot be removed, that costs space and nothing else.
    let _ = fs::remove_dir_all(&work);
    println!("{}: installed in {}.", tool.title, duration(started.elapsed()));
    Ok(place)
}

/// Holds a lock until the file is dropped or the process ends, however it ends; says `waiting` when it must wait.
pub fn lock(file: &Path, waiting: &str) -> Result<File> {
    let failed = || format!("The lock {} could not be taken.", file.display());
    let held = File::create(file).with_context(failed)?;
    match held.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("{waiting}");
            held.lock().with_context(failed)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(failed),
    }
    Ok(held)
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed.", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::cell::Cell;

    fn tool() -> Tool<'static> {
        Tool { title: "Saw 1.0", folder: "saw-1.0", program: Path::new("saw"), effort: "forging" }
    }

    /// An empty cache of the test's own.
    fn cache(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("duet-install-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn forge(bench: &Workbench) -> Result<()> {
        Ok(fs::write(bench.root.join("saw"), "teeth")?)
    }

    #[test]
    fn a_tool_is_made_once() {
        let cache = cache("once");
        let times = Cell::new(0);
        for _ in 0..2 {
            let place = install(&cache, &tool(), |bench| {
                times.set(times.get() + 1);
                forge(bench)
            })
            .expect("installed");
            assert!(place.join("saw").is_file());
        }
        assert_eq!(times.get(), 1);
        assert!(!cache.join(".building/saw-1.0").exists());
    }

    #[test]
    fn an_interrupted_tool_is_not_there_and_resumes() {
        let cache = cache("resume");
        let broken = install(&cache, &tool(), |bench| {
            forge(bench)?;
            fs::write(bench.scratch.join("half"), "done")?;
            bail!("the fire went out")
        });
        assert!(broken.is_err());
        assert!(!cache.join("saw-1.0").exists());
        install(&cache, &tool(), |bench| {
            assert!(bench.scratch.join("half").exists());
            assert!(!bench.root.join("saw").exists());
            forge(bench)
        })
        .expect("installed");
    }

    #[test]
    fn a_tool_without_its_program_is_an_error() {
        let error = install(&cache("hollow"), &tool(), |_| Ok(())).unwrap_err();
        assert!(error.to_string().contains("without saw"), "{error}");
    }

    #[test]
    fn what_something_else_left_in_its_place_is_replaced() {
        let cache = cache("replaced");
        fs::create_dir_all(cache.join("saw-1.0/rubbish")).expect("a folder");
        let place = install(&cache, &tool(), forge).expect("installed");
        assert!(place.join("saw").exists() && !place.join("rubbish").exists());
    }

    #[test]
    fn two_at_once_make_it_once() {
        let cache = cache("twice");
        let times = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    install(&cache, &tool(), |bench| {
                        times.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        std::thread::sleep(std::time::Duration::from_millis(50));
                        forge(bench)
                    })
                });
            }
        });
        assert_eq!(times.into_inner(), 1);
    }
}
