//! Checks the layering of the app (`src/lib.rs`) in its sources: no file imports from a layer above its own.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, the lowest first. `lazy` is not one of them: it names the views of all chunks, and is called from below.
const LAYERS: [&str; 11] =
    ["texts", "route", "platform", "charts", "export", "state", "components", "views", "app", "mount", "pages"];

/// The lowest layer that may call `lazy`.
const CALLS_LAZY: &str = "components";

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

/// All source files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The modules named after `crate::`, in imports and in paths.
fn imported(source: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    source.split("crate::").skip(1).map(name).filter(|name: &String| !name.is_empty()).collect()
}

#[test]
fn no_file_imports_from_a_layer_above_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for file in files(&root) {
        let path = file.strip_prefix(&root).expect("below it");
        let module = path.iter().next().and_then(|name| name.to_str()).expect("a name").trim_end_matches(".rs");
        let Some(own) = rank(module) else { continue };
        let source = fs::read_to_string(&file).expect("a text");
        // `imported` does not parse braces after `crate::`.
        assert!(!source.contains("use crate::{"), "{}: one import a line", path.display());
        for name in imported(&source) {
            let allowed = match rank(&name) {
                Some(other) => other <= own,
                None if name == "lazy" => Some(own) >= rank(CALLS_LAZY),
                // Test samples.
                None => name == "samples",
            };
            assert!(allowed, "{} imports {name}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn imports_are_found_wherever_they_are() {
    let source = "use crate::state::Session;\nfn f() { crate::views::run(x) } // crate::\n";
    assert_eq!(imported(source), ["state", "views"]);
}
