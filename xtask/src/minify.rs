//! Minifies scripts and style sheets: comments and white space go, nothing is renamed or moved.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use fs_err as fs;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// Minifies the scripts and style sheets directly in a folder, and writes them to another folder, or the same.
pub fn minify(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        let minify = match file.extension().and_then(|ending| ending.to_str()) {
            Some("js") => script,
            Some("css") => sheet,
            _ => continue,
        };
        let text = minify(&fs::read_to_string(&file)?)
            .with_context(|| format!("{} could not be minified.", file.display()))?;
        fs::write(to.join(file.file_name().unwrap_or_default()), text)?;
    }
    Ok(())
}

fn script(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::unambiguous()).parse();
    match parsed.errors.first() {
        Some(error) => Err(anyhow!("{error}")),
        None => Ok(Codegen::new().with_options(CodegenOptions::minify()).build(&parsed.program).code),
    }
}

fn sheet(text: &str) -> Result<String> {
    // The first with cascade layers. With no browsers named, lightningcss drops the fallbacks for all but the newest.
    let oldest = Browsers {
        chrome: Some(99 << 16),
        firefox: Some(97 << 16),
        safari: Some(15 << 16 | 4 << 8),
        ..Browsers::default()
    };
    let targets = Targets::from(oldest);
    let mut sheet = StyleSheet::parse(text, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() })?;
    Ok(sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_and_a_sheet_keep_what_they_do() {
        let text = "// Why.\nexport const answer = (value) => {\n  return `a  ${value} // b`; // here\n};\n";
        assert_eq!(script(text).expect("a script"), "export const answer=value=>{return`a  ${value} // b`};");
        let text = "/* Why. */\n@media (min-width: 40rem) {\n  a {\n    height: 100vh;\n    height: 100dvh;\n  }\n}\n\nb { }\n";
        let sheet = sheet(text).expect("a sheet");
        assert_eq!(sheet, "@media (min-width:40rem){a{height:100vh;height:100dvh}}");
    }

    #[test]
    fn what_is_damaged_is_refused() {
        assert!(script("const = 1;").is_err());
        assert!(sheet("a { color: red; } }").is_err());
    }
}
