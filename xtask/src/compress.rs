//! Compressed copies beside the files of the built site, for hosts that hand them out as they are: `.br` and `.gz`.
//!
//! Compressed once, as small as it gets, instead of with every request and in a hurry.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The endings of files that become smaller. Pictures and fonts are compressed already.
const KINDS: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Writes the copies for all files of a folder.
pub fn compress(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if KINDS.contains(&ending) {
            let content = fs::read(&path).with_context(|| format!("{} could not be read.", path.display()))?;
            write(&path, "br", &brotli(&content)?)?;
            write(&path, "gz", &gzip(&content)?)?;
        }
    }
    Ok(())
}

/// The files of a folder and of those in it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("{} could not be read.", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn write(path: &Path, ending: &str, content: &[u8]) -> Result<()> {
    let mut copy = path.as_os_str().to_owned();
    copy.push(".");
    copy.push(ending);
    fs::write(&copy, content).with_context(|| format!("{} could not be written.", Path::new(&copy).display()))
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    // The defaults are those for the web: quality 11, a window of 4 MiB.
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &parameters).context("Brotli failed.")?;
    Ok(compressed)
}

/// Without a name and a time in it, so that the same content gives the same file.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).context("Gzip failed.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_becomes_smaller_gets_its_copies_and_they_hold_the_same() {
        let folder = std::env::temp_dir().join(format!("duet-compress-{}", std::process::id()));
        fs::create_dir_all(folder.join("en")).expect("a folder");
        let text = "zażółć gęślą jaźń ".repeat(100);
        fs::write(folder.join("en/index.html"), &text).expect("a file");
        fs::write(folder.join("picture.png"), &text).expect("a file");
        compress(&folder).expect("compressed");
        let mut plain = Vec::new();
        let packed = fs::read(folder.join("en/index.html.br")).expect("a copy");
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).expect("brotli");
        assert_eq!(plain, text.as_bytes());
        let packed = fs::read(folder.join("en/index.html.gz")).expect("a copy");
        assert!(packed.len() < text.len());
        let mut plain = String::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut plain).expect("gzip");
        assert_eq!(plain, text);
        assert!(!folder.join("picture.png.br").exists() && !folder.join("picture.png.gz").exists());
        fs::remove_dir_all(&folder).expect("removed");
    }
}
