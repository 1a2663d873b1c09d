//! The names by which the program and its script call each other.
//!
//! wasm-bindgen makes them long and ends them with a hash, which no compression makes smaller: of a program this size they are
//! four percent. Nobody else calls either by them, so they become short.

use anyhow::{Result, anyhow, bail};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// A function of the script's that the program calls.
fn is_import(name: &str) -> bool {
    name.starts_with("__wbg_") || name.starts_with("__wbindgen_")
}

/// A function of the program's that the script calls when something happens.
fn is_export(name: &str) -> bool {
    name.starts_with("wasm_bindgen__convert__closures")
}

/// What a library offers to scripts and no script of ours calls: streams of a server, which Duet has none of.
fn is_unused(name: &str) -> bool {
    name.contains("intounderlying")
}

/// A module that does not offer it. Before it is cut: what nothing leads to any more does not get into the parts.
pub fn without_unused(module: &[u8]) -> Result<Vec<u8>> {
    let mut smaller = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ExportSection(exports) => {
                let mut kept = ExportSection::new();
                for export in exports {
                    let export = export?;
                    if !is_unused(export.name) {
                        RoundtripReencoder.parse_export(&mut kept, export).map_err(|error| anyhow!("{error}"))?;
                    }
                }
                smaller.section(&kept);
            }
            other => copy(&other, module, &mut smaller)?,
        }
    }
    Ok(smaller.finish())
}

/// Takes a section over as it is.
fn copy(payload: &Payload, from: &[u8], to: &mut Module) -> Result<()> {
    if let Some((id, range)) = payload.as_section() {
        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
        to.section(&RawSection { id, data: &from[range] });
    }
    Ok(())
}

/// Script and module with short names.
pub fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let names = Names::of(module)?;
    let mut shorter = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match payload {
            Payload::ImportSection(imports) => {
                let mut kept = ImportSection::new();
                for import in imports.into_imports() {
                    let mut import = import?;
                    let short = names.short(import.name);
                    import.name = short.as_deref().unwrap_or(import.name);
                    RoundtripReencoder.parse_import(&mut kept, import).map_err(|error| anyhow!("{error}"))?;
                }
                shorter.section(&kept);
            }
            Payload::ExportSection(exports) => {
                let mut kept = ExportSection::new();
                for export in exports {
                    let mut export = export?;
                    let short = names.short(export.name);
                    export.name = short.as_deref().unwrap_or(export.name);
                    RoundtripReencoder.parse_export(&mut kept, export).map_err(|error| anyhow!("{error}"))?;
                }
                shorter.section(&kept);
            }
            other => copy(&other, module, &mut shorter)?,
        }
    }
    Ok((names.shorten(script), shorter.finish()))
}

/// The long names, the longest first: where one begins like another, the longer one is meant.
struct Names(Vec<String>);

impl Names {
    fn of(module: &[u8]) -> Result<Self> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        names.push(import?.name.to_owned());
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        names.push(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        if names.is_empty() {
            bail!("nothing goes in or out of it");
        }
        names.retain(|name| is_import(name) || is_export(name));
        names.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
        names.dedup();
        Ok(Self(names))
    }

    fn short(&self, name: &str) -> Option<String> {
        self.0.iter().position(|long| long == name).map(|place| format!("f{place}"))
    }

    fn shorten(&self, script: &str) -> String {
        let mut script = script.to_owned();
        for (place, long) in self.0.iter().enumerate() {
            script = script.replace(long, &format!("f{place}"));
        }
        script
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection};

    fn module(import: &str, exports: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./duet_bg.js", import, EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut section = ExportSection::new();
        for export in exports {
            section.export(export, ExportKind::Func, 1);
        }
        let mut nothing = Function::new([]);
        nothing.instructions().end();
        let mut code = CodeSection::new();
        code.function(&nothing);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&section).section(&code);
        module.finish()
    }

    #[test]
    fn script_and_program_agree_on_short_names() {
        let (import, export) =
            ("__wbg_new_0123456789abcdef", "wasm_bindgen__convert__closures_____invoke__h0123456789abcdef");
        let long = module(import, &["memory", export]);
        let script = format!("{{ {import}: () => wasm.{export}(wasm.memory) }}");
        let (script, short) = shorten(&script, &long).expect("a module");
        assert_eq!(script, "{ f1: () => wasm.f0(wasm.memory) }");
        assert_eq!(short, module("f1", &["memory", "f0"]));
    }

    #[test]
    fn what_nobody_calls_is_not_offered() {
        let unused = ["__wbindgen_describe_intounderlyingsource_pull", "intounderlyingsource_pull", "memory"];
        assert_eq!(without_unused(&module("f", &unused)).expect("a module"), module("f", &["memory"]));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(shorten("", b"text").is_err());
        assert!(shorten("", &Module::new().finish()).is_err());
    }
}
