//! Writes compressed copies (`.br`, `.gz`) beside the files of the built site, for hosts that serve precompressed files.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use fs_err as fs;

use crate::files::files;

/// The extensions of files that become smaller. Images and fonts are compressed already.
const EXTENSIONS: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Writes the copies for all files of a folder.
pub fn compress(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if EXTENSIONS.contains(&extension) {
            let content = fs::read(&path)?;
            write(&path, "br", &brotli(&content)?)?;
            write(&path, "gz", &gzip(&content)?)?;
        }
    }
    Ok(())
}

fn write(path: &Path, extension: &str, content: &[u8]) -> Result<()> {
    let mut copy = path.as_os_str().to_owned();
    copy.push(".");
    copy.push(extension);
    Ok(fs::write(copy, content)?)
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    // As hosts compress static files: quality 11, a window of 4 MiB.
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
    fn texts_get_copies_that_decompress_to_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        fs::create_dir_all(folder.join("en")).expect("a folder");
        let text = "zażółć gęślą jaźń ".repeat(100);
        fs::write(folder.join("en/index.html"), &text).expect("a file");
        fs::write(folder.join("picture.png"), &text).expect("a file");
        compress(folder).expect("compressed");
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
    }
}
