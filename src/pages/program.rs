//! The program in the site: what Trunk has staged of it, and its later parts.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Fault, files};

/// Its files.
pub struct Program {
    /// The script that starts it and loads its parts.
    pub script: PathBuf,
    /// The first part.
    pub code: PathBuf,
    /// The later ones, with their names.
    pub parts: Vec<(String, PathBuf)>,
}

impl Program {
    /// Finds what is staged, and takes the parts to it. They are named after the script, which looks for them beside it: a part fits
    /// only the first part it was cut from.
    pub fn take(staging: &Path, parts: &Path) -> Result<Self, Fault> {
        let names = files(staging)?;
        let find = |ending: &str| {
            let name = names.iter().find(|name| name.starts_with("duet-") && name.ends_with(ending));
            name.map(|name| staging.join(name))
                .ok_or_else(|| Fault::new(staging, format!("there is no duet-…{ending} in it")))
        };
        let (script, code) = (find(".js")?, find("_bg.wasm")?);
        let base = script.with_extension("");
        let mut taken = Vec::new();
        for file in files(parts)? {
            let Some(name) = file.strip_suffix(".wasm") else { continue };
            let place = PathBuf::from(format!("{}_{file}", base.display()));
            fs::copy(parts.join(&file), &place).map_err(|error| Fault::new(&place, error))?;
            taken.push((name.to_owned(), place));
        }
        Ok(Self { script, code, parts: taken })
    }
}
