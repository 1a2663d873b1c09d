//! ZIP files of which the same contents give the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::files::files;

/// Files by their names, with slashes, in the order in which they are packed.
pub type Files = BTreeMap<String, Vec<u8>>;

/// All files of a folder.
pub fn read(folder: &Path) -> Result<Files> {
    let mut all = Files::new();
    for file in files(folder)? {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        all.insert(name, fs::read(&file)?);
    }
    Ok(all)
}

/// The files as a ZIP file.
pub fn pack(all: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // Not that of the build, which differs from one to the next.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in all {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}
