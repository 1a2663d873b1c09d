//! What the WebAssembly consists of, by the names that the compiler gives to functions. The names are taken out of the program that is
//! handed out, so this reads the one before wasm-bindgen and wasm-opt have been over it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

const LARGEST: usize = 20;

/// The functions of a program and the bytes of their code, and the bytes of its data.
#[derive(Debug, Default, PartialEq, Eq)]
struct Program {
    functions: Vec<(String, u64)>,
    data: u64,
}

/// The tables, in Markdown.
pub fn tables(file: &Path) -> String {
    let Ok(bytes) = fs::read(file) else {
        return "The program with names is not there; it is left by a build of the site.\n".to_owned();
    };
    match read(&bytes) {
        Ok(program) => program.tables(),
        Err(error) => format!("The program cannot be read: {error}\n"),
    }
}

fn read(bytes: &[u8]) -> wasmparser::Result<Program> {
    let (mut imported, mut names, mut sizes, mut data) = (0, BTreeMap::new(), Vec::new(), 0);
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(length(&body.range())),
            Payload::DataSection(section) => data = length(&section.range()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(section) = custom.as_known() {
                    names = function_names(section)?;
                }
            }
            _ => {}
        }
    }
    let functions = (imported..).zip(sizes).map(|(index, size)| (names.remove(&index).unwrap_or_default(), size));
    // What only tells wasm-bindgen about the program goes with it.
    let functions = functions.filter(|(name, _)| !name.contains("describe")).collect();
    Ok(Program { functions, data })
}

fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}

/// The names of functions by their number, as they are written in Rust.
fn function_names(section: NameSectionReader) -> wasmparser::Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for name in section {
        let Name::Function(functions) = name? else { continue };
        for function in functions {
            let function = function?;
            names.insert(function.index, format!("{:#}", demangle(function.name)));
        }
    }
    Ok(names)
}

impl Program {
    fn tables(&self) -> String {
        let mut groups: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for (name, size) in &self.functions {
            let group = groups.entry(group(name)).or_default();
            *group = (group.0 + size, group.1 + 1);
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(name, (size, _))| (std::cmp::Reverse(*size), *name));
        let code: u64 = self.functions.iter().map(|(_, size)| size).sum();
        let mut text = format!(
            "Code: {} KB in {} functions; data: {} KB.\n\n| part | code | functions |\n|---|---:|---:|\n",
            code / 1000,
            self.functions.len(),
            self.data / 1000
        );
        // Writing to a string cannot fail.
        for (name, (size, count)) in groups.iter().take(LARGEST) {
            let _ = writeln!(text, "| {name} | {:.1} KB | {count} |", kilobytes(*size));
        }
        let rest: u64 = groups.iter().skip(LARGEST).map(|(_, (size, _))| size).sum();
        let _ = writeln!(text, "| everything else | {:.1} KB | |", kilobytes(rest));
        text.push_str(&self.largest());
        text
    }

    fn largest(&self) -> String {
        let mut functions: Vec<_> = self.functions.iter().collect();
        functions.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), name));
        let mut text = "\n| function | code |\n|---|---:|\n".to_owned();
        for (name, size) in functions.into_iter().take(LARGEST) {
            let _ = writeln!(text, "| `{}` | {:.1} KB |", shortened(name).replace('|', "\\|"), kilobytes(*size));
        }
        text
    }
}

fn kilobytes(bytes: u64) -> f64 {
    crate::figures::whole(bytes) / 1e3
}

/// The crate that a function belongs to, of ours also the module. What throws a value away belongs to the value; what any type has,
/// to the trait.
fn group(name: &str) -> &str {
    let name = name.strip_prefix("core::ptr::drop_in_place").unwrap_or(name);
    let path = path(name);
    let path = match name.split_once(" as ") {
        Some((_, of_trait)) if !path.contains("::") => self::path(of_trait),
        _ => path,
    };
    let mut ends = path.match_indices("::").map(|(at, _)| at);
    let (first, second) = (ends.next(), ends.next());
    let krate = first.map_or(path, |end| &path[..end]);
    match (krate, second) {
        ("duet", Some(end)) => &path[..end],
        ("", _) => "without a name",
        _ => krate,
    }
}

/// The first path in a name, as `core::fmt::Display`.
fn path(name: &str) -> &str {
    let mut path = name.trim_start_matches(['<', '&', '*', '[', '(']);
    for word in ["mut ", "const ", "dyn ", "impl "] {
        path = path.strip_prefix(word).unwrap_or(path);
    }
    let end = path.find(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == ':'));
    end.map_or(path, |end| &path[..end])
}

fn shortened(name: &str) -> String {
    const LONGEST: usize = 110;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_grouped_by_crate_and_ours_by_module() {
        for (name, expected) in [
            ("duet::views::result::why", "duet::views"),
            ("duet::main", "duet"),
            ("<duet_domain::code::Code as core::fmt::Display>::fmt", "duet_domain"),
            ("core::ptr::drop_in_place<leptos::Owner>", "leptos"),
            ("<&mut dyn tachys::view::Render as core::fmt::Debug>::fmt", "tachys"),
            ("<T as tachys::view::any_view::IntoAny>::into_any", "tachys"),
            ("<[T] as core::fmt::Debug>::fmt", "core"),
            ("dlmalloc::dlmalloc::Dlmalloc<A>::malloc", "dlmalloc"),
            ("memcpy", "memcpy"),
            ("", "without a name"),
        ] {
            assert_eq!(group(name), expected, "{name}");
        }
    }

    #[test]
    fn functions_have_their_names_and_sizes() {
        #[rustfmt::skip]
        let program = [
            0, b'a', b's', b'm', 1, 0, 0, 0,
            // A type without arguments, an imported function of it, two of its own.
            1, 4, 1, 0x60, 0, 0,
            2, 7, 1, 1, b'm', 1, b'f', 0, 0,
            3, 3, 2, 0, 0,
            // The bodies: one of two bytes, one of three.
            10, 8, 2, 2, 0, 0x0b, 3, 0, 1, 0x0b,
            // The names of all three.
            0, 19, 4, b'n', b'a', b'm', b'e', 1, 12, 3, 0, 1, b'i', 1, 1, b'a', 2, 3, b'b', b':', b':',
        ];
        let read = read(&program).expect("a program");
        let functions = vec![("a".to_owned(), 2), ("b::".to_owned(), 3)];
        assert_eq!(read, Program { functions, data: 0 });
        assert!(read.tables().contains("| b | 0.0 KB | 1 |"), "{}", read.tables());
    }
}
