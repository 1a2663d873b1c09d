//! The script that loads the later parts.

use std::collections::{BTreeMap, BTreeSet};

use super::{LOADER, Packed, needed};

/// Puts the loader of the parts and what else the script of the first part imports into it: each would be one more file to wait for,
/// and one that the page does not know of before it has the other. Of the loader that the cutting tool writes, what comes before the parts
/// stays. `read` gives the text of what is imported.
pub fn join(glue: &str, loader: &str, files: &[Packed], read: impl Fn(&str) -> Option<String>) -> Option<String> {
    let imports = Imports::of(glue);
    let (_, loader) = loader.split_once('\n').filter(|(import, _)| import.starts_with("import { initSync }"))?;
    let parts =
        ["\n/* ", "\nconst __chunk_", "\nexport const "].into_iter().filter_map(|start| loader.find(start)).min()?;
    let known = ["function getSharedImports()", "function wrapAsyncCb(", "function makeLoad("];
    if !imports.0.contains_key(LOADER) || known.iter().any(|name| !loader[..parts].contains(name)) {
        return None;
    }
    // Each function at which was cut has its file, and each file its function.
    let cut = loader.split("export const ").skip(1).filter_map(|text| text.split_whitespace().next());
    let cut: BTreeSet<String> = cut.map(str::to_owned).collect();
    if cut != files.iter().map(|file| entry(&file.name)).collect() {
        return None;
    }
    // What others need comes before them.
    let mut ordered: Vec<&Packed> = files.iter().collect();
    ordered.sort_by_key(|file| needed(&file.name).len());
    let loads: String = ordered.into_iter().map(load).collect();
    let parts = format!("{}\n{}\n{PART}{loads}", imports.without(glue), &loader[..parts]);
    let offers = imports.0.iter().map(|(path, importer)| {
        if path == LOADER {
            let names: Vec<String> = files.iter().map(|file| entry(&file.name)).collect();
            return Some(format!("const {importer} = {{ {} }};\n", names.join(", ")));
        }
        Some(format!("const {importer} = (() => {{\n{}}})();\n", offered(&read(path)?)?))
    });
    let offers: Option<String> = offers.collect();
    offers.map(|offers| parts + &offers)
}

/// What a script imports: from where, and under what name. wasm-bindgen imports a file again for each function, and calls what it
/// offers by another name each time; the first will do.
struct Imports(BTreeMap<String, String>);

impl Imports {
    fn of(glue: &str) -> Self {
        let mut all = BTreeMap::new();
        for (name, path) in glue.lines().filter_map(import) {
            all.entry(path.to_owned()).or_insert_with(|| name.to_owned());
        }
        Self(all)
    }

    /// The script without its imports, and with one name for each file.
    fn without(&self, glue: &str) -> String {
        let is_other = |line: &str| {
            let given = line.trim().trim_end_matches(',').split_once(": ");
            given.is_some_and(|(path, name)| self.0.get(path.trim_matches('"')).is_some_and(|first| first != name))
        };
        let lines = glue.lines().filter(|line| import(line).is_none() && !is_other(line));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Under what name a line imports what file.
fn import(line: &str) -> Option<(&str, &str)> {
    let (name, path) = line.strip_prefix("import * as ")?.split_once(" from \"")?;
    Some((name, path.trim_end_matches(';').strip_suffix('"')?))
}

/// What a function has to do to give what a script offers. In a function its names are its own: one of them may be that of
/// something else here. None where it offers anything but constants.
fn offered(script: &str) -> Option<String> {
    let (mut text, mut names) = (String::new(), Vec::new());
    for line in script.lines() {
        let offered = line.strip_prefix("export ");
        if let Some(offered) = offered {
            names.push(offered.strip_prefix("const ")?.split_whitespace().next()?);
        }
        text += offered.unwrap_or(line);
        text.push('\n');
    }
    Some(format!("{text}return {{ {} }};\n", names.join(", ")))
}

/// A script without its comments, without the space before its lines, and without the classes for what the program does not offer any
/// more (`names.rs`): a fifth of it, after Brotli.
pub fn slim(script: &str) -> String {
    // A text over several lines keeps its space.
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut slim = String::with_capacity(script.len());
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("export class IntoUnderlying") {
            // Its methods are indented.
            lines.find(|line| *line == "}");
        } else if line.starts_with("const IntoUnderlying") {
            lines.find(|line| line.ends_with(';'));
        } else {
            let line = line.trim();
            let comment = ["//", "/*", "* ", "*/"].iter().any(|start| line.starts_with(start)) || line == "*";
            if !line.is_empty() && !comment && !line.contains("IntoUnderlying") {
                slim.push_str(line);
                slim.push('\n');
            }
        }
    }
    slim
}

/// What the program calls to have a part loaded.
fn entry(name: &str) -> String {
    format!("__wasm_split_load_{name}")
}

fn load(file: &Packed) -> String {
    let name = &file.name;
    let needed: Vec<String> = needed(name).iter().map(|part| format!("load_{part}")).collect();
    let needed = needed.join(", ");
    format!(
        "const load_{name} = load(\"{name}\", {:?}, [{needed}]);\nconst {} = wrapAsyncCb(load_{name});\n",
        file.lengths,
        entry(name)
    )
}

/// Where a part comes from: a file beside the script, unless Duet is in one file, which has it in itself (`src/pages/single.rs`).
/// What came from the browser's memory or from a worker's and is no good is asked of the host at once, past both: a page that a host or
/// a network answered with for a while may be kept there. All modules of a part are compiled before one of them does anything: a part
/// that is damaged changes nothing.
const PART: &str = "\
const part = (name, cache) =>
    globalThis.duetPart?.(name) ?? fetch(import.meta.url.replace(/\\.js$/, `_${name}.wasm`), { cache });
const compiled = async (asked, lengths) => {
    const file = await asked;
    const bytes = await file.arrayBuffer();
    let end = 0;
    const modules = lengths.map((length) => new Uint8Array(bytes, (end += length) - length, length));
    if (!file.ok || end !== bytes.byteLength) throw new Error(`${file.url}: ${file.status}, ${bytes.byteLength} bytes`);
    return Promise.all(modules.map((module) => WebAssembly.compile(module)));
};
const load = (name, lengths, needed) => makeLoad(() => {
    const modules = compiled(part(name, \"default\"), lengths).catch(() => compiled(part(name, \"reload\"), lengths));
    modules.catch(() => {});
    return async (imports) => {
        for (const module of await modules) await WebAssembly.instantiate(module, imports);
    };
}, needed);
";

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./own.js\"\nimport * as import2 from \"./own.js\"\n\
                        import * as import3 from \"./split.js\"\nimport * as import4 from \"./split.js\"\n\
                        function imports() {\nreturn {\n    \"./duet_bg.js\": import0,\n    \"./own.js\": import1,\n    \"./own.js\": import2,\n\
                        \"./split.js\": import3,\n    \"./split.js\": import4,\n};\n}\n";
    const SPLIT: &str = "import { initSync } from \"./main.js\";\n\
                         function getSharedImports() {}\nfunction wrapAsyncCb(callee) {}\nfunction makeLoad(fetcher, deps) {}\n\
                         /* rest, results */\nconst __chunk_3 = makeLoad(() => {});\n\
                         export const __wasm_split_load_handing = load(() => {});\n\
                         export const __wasm_split_load_rest = load(() => {});\n\
                         export const __wasm_split_load_results = load(() => {});\n";

    fn files() -> Vec<Packed> {
        let file = |name: &str, lengths: &[usize]| Packed {
            name: name.to_owned(),
            lengths: lengths.to_vec(),
            code: Vec::new(),
        };
        vec![file("handing", &[4]), file("rest", &[7]), file("results", &[3, 5])]
    }

    fn own(path: &str) -> Option<String> {
        (path == "./own.js")
            .then(|| "const call = 1;\nexport const first = call;\nexport const second = call;\n".to_owned())
    }

    #[test]
    fn the_loader_becomes_a_part_of_the_script() {
        let joined = join(GLUE, SPLIT, &files(), own).expect("they fit");
        let given =
            "return {\n    \"./duet_bg.js\": import0,\n    \"./own.js\": import1,\n\"./split.js\": import3,\n};";
        assert!(joined.starts_with("function imports() {\n") && joined.contains(given), "{joined}");
        assert!(!joined.contains("import *") && !joined.contains("__chunk_") && !joined.contains("export"), "{joined}");
        assert!(
            joined.ends_with(
                "const load_results = load(\"results\", [3, 5], []);\n\
                 const __wasm_split_load_results = wrapAsyncCb(load_results);\n\
                 const load_handing = load(\"handing\", [4], [load_results]);\n\
                 const __wasm_split_load_handing = wrapAsyncCb(load_handing);\n\
                 const load_rest = load(\"rest\", [7], [load_results, load_handing]);\n\
                 const __wasm_split_load_rest = wrapAsyncCb(load_rest);\n\
                 const import1 = (() => {\nconst call = 1;\nconst first = call;\nconst second = call;\n\
                 return { first, second };\n})();\n\
                 const import3 = { __wasm_split_load_handing, __wasm_split_load_rest, __wasm_split_load_results };\n"
            ),
            "{joined}"
        );
    }

    #[test]
    fn what_nobody_runs_is_left_out() {
        let script = "\n\nexport class IntoUnderlyingSink {\n    close() {\n        return 1;\n    }\n}\n\
                      if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\n\
                      const IntoUnderlyingSinkFinalization = (a)\n    ? b\n    : new C(1);\n\
                      /**\n * @returns {number}\n */\nfunction f() {\n    // Why.\n    return `//`;\n}\n";
        assert_eq!(slim(script), "function f() {\nreturn `//`;\n}\n");
        let text = "f(`a\n    b`);\n";
        assert_eq!(slim(text), text);
    }

    #[test]
    fn a_script_of_another_form_is_not_taken() {
        assert_eq!(join("", SPLIT, &files(), own), None);
        assert_eq!(join(GLUE, "", &files(), own), None);
        assert_eq!(join(GLUE, &SPLIT.replace("makeLoad(f", "load(f"), &files(), own), None);
        assert_eq!(join(GLUE, SPLIT, &files()[1..], own), None);
        assert_eq!(join(GLUE, SPLIT, &files(), |_| None), None);
        assert_eq!(join(GLUE, SPLIT, &files(), |_| Some("export function call() {}\n".to_owned())), None);
    }
}
