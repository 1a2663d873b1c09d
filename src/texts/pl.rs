//! Polish.

pub mod document;
pub mod frame;
pub mod invitation;
pub mod meeting;
pub mod more;
pub mod planning;
pub mod result;
pub mod run;
pub mod summary;
pub mod team;
pub mod transfer;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn no_one_letter_word_ends_a_line() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts/pl");
        for file in fs::read_dir(folder).expect("the folder") {
            let file = file.expect("a file").path();
            let source = fs::read_to_string(&file).expect("a text");
            let words = source.split("#[cfg(test)]").next().unwrap_or_default();
            check(&file, words);
        }
    }

    fn check(file: &Path, words: &str) {
        for (line, text) in words.lines().enumerate() {
            // Only what people read: comments are not.
            if text.trim_start().starts_with("//") {
                continue;
            }
            let lower = text.to_lowercase();
            for word in ["a", "i", "o", "u", "w", "z"] {
                for before in [" ", "\u{a0}", "„", "(", "\""] {
                    // Also at the end of a source line, where the next line goes on after a space.
                    for after in [" ", " \\"] {
                        let loose = format!("{before}{word}{after}");
                        assert!(!lower.contains(&loose), "{}, line {}: {loose:?} in {text}", file.display(), line + 1);
                    }
                }
            }
        }
    }
}
