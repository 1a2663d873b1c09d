//! Installs one tool: under a lock, resumable, atomically.
//!
//! The cache has one folder for each tool and version. A tool is built in `.building/` and renamed to its folder when it is complete,
//! so that an existing folder is a complete tool. What was compiled before an interruption stays in `.building/` and is reused.

use std::fs::TryLockError;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use fs_err::{self as fs, File};

use crate::files::remove;
use crate::report::duration;

/// One tool in one version.
pub struct Tool<'a> {
    /// Its name for people, with the version.
    pub title: &'a str,
    /// Its folder in the cache.
    pub folder: &'a str,
    /// A program that exists when the tool is complete, relative to the folder.
    pub program: &'a Path,
    /// How it is installed and about how long that takes.
    pub effort: &'a str,
}

/// Where a tool is built before it is moved to its folder.
pub struct Workbench {
    /// Becomes the tool's folder; empty at the start.
    pub root: PathBuf,
    /// Survives an interruption; removed when the tool is complete.
    pub scratch: PathBuf,
}

/// The tool's folder; `build` fills it when it does not exist yet.
pub fn install(cache: &Path, tool: &Tool, build: impl FnOnce(&Workbench) -> Result<()>) -> Result<PathBuf> {
    let folder = cache.join(tool.folder);
    let program = folder.join(tool.program);
    if program.exists() {
        return Ok(folder);
    }

    let building = cache.join(".building");
    fs::create_dir_all(&building)
        .context("The folder for the tools could not be created; name a writable one in DUET_TOOLS.")?;
    let _lock = lock(
        &building.join(format!("{}.lock", tool.folder)),
        &format!("{}: waiting for another installation of it.", tool.title),
    )?;
    if program.exists() {
        return Ok(folder);
    }

    let started = Instant::now();
    println!("{}: {}.", tool.title, tool.effort);
    let work = building.join(tool.folder);
    let bench = Workbench { root: work.join("root"), scratch: work.join("scratch") };
    remove(&bench.root)?;
    fs::create_dir_all(&bench.root)?;
    fs::create_dir_all(&bench.scratch)?;
    build(&bench).with_context(|| format!("{} could not be installed.", tool.title))?;
    ensure!(
        bench.root.join(tool.program).exists(),
        "{} was installed, but without {}.",
        tool.title,
        tool.program.display()
    );

    // A folder without its program is not one of ours: those are complete, because they are renamed.
    remove(&folder)?;
    fs::rename(&bench.root, &folder)?;
    // The tool is complete; a scratch folder that cannot be removed costs space and nothing else.
    let _ = fs::remove_dir_all(&work);
    println!("{}: installed in {}.", tool.title, duration(started.elapsed()));
    Ok(folder)
}

/// Takes a lock that lasts until the file is dropped or the process ends, however it ends; prints `waiting` when it must wait.
pub fn lock(path: &Path, waiting: &str) -> Result<File> {
    let file = File::create(path)?;
    match file.file().try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("{waiting}");
            file.file().lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::cell::Cell;

    fn tool() -> Tool<'static> {
        Tool { title: "Saw 1.0", folder: "saw-1.0", program: Path::new("saw"), effort: "compiling" }
    }

    fn cache() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn build(bench: &Workbench) -> Result<()> {
        Ok(fs::write(bench.root.join("saw"), "teeth")?)
    }

    #[test]
    fn a_tool_is_built_once() {
        let cache = cache();
        let times = Cell::new(0);
        for _ in 0..2 {
            let folder = install(cache.path(), &tool(), |bench| {
                times.set(times.get() + 1);
                build(bench)
            })
            .expect("installed");
            assert!(folder.join("saw").is_file());
        }
        assert_eq!(times.get(), 1);
        assert!(!cache.path().join(".building/saw-1.0").exists());
    }

    #[test]
    fn an_interrupted_installation_resumes() {
        let cache = cache();
        let broken = install(cache.path(), &tool(), |bench| {
            build(bench)?;
            fs::write(bench.scratch.join("half"), "done")?;
            bail!("interrupted")
        });
        assert!(broken.is_err());
        assert!(!cache.path().join("saw-1.0").exists());
        install(cache.path(), &tool(), |bench| {
            assert!(bench.scratch.join("half").exists());
            assert!(!bench.root.join("saw").exists());
            build(bench)
        })
        .expect("installed");
    }

    #[test]
    fn a_tool_without_its_program_is_an_error() {
        let error = install(cache().path(), &tool(), |_| Ok(())).unwrap_err();
        assert!(error.to_string().contains("without saw"), "{error}");
    }

    #[test]
    fn a_folder_without_the_program_is_replaced() {
        let cache = cache();
        fs::create_dir_all(cache.path().join("saw-1.0/rubbish")).expect("a folder");
        let folder = install(cache.path(), &tool(), build).expect("installed");
        assert!(folder.join("saw").exists() && !folder.join("rubbish").exists());
    }

    #[test]
    fn two_processes_at_once_build_it_once() {
        let cache = cache();
        let times = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    install(cache.path(), &tool(), |bench| {
                        times.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        std::thread::sleep(std::time::Duration::from_millis(50));
                        build(bench)
                    })
                });
            }
        });
        assert_eq!(times.into_inner(), 1);
    }
}
