//! The files that WordPress reads of a .po file: an .mo for PHP, and a .json for the script of the editor.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use polib::catalog::Catalog;
use polib::message::MessageView;
use serde_json::{Map, Value, json};

/// The handle of the script whose texts are in the .json, and the file that it is.
const SCRIPT: (&str, &str) = ("duet-self-check-editor", "block/editor.js");

/// The two files, named beside the .po file `name`.
pub fn compile(name: &str, path: &Path) -> Result<[(String, Vec<u8>); 2]> {
    let catalogue = polib::po_file::parse(path).map_err(|error| anyhow!("{name} cannot be read: {error}."))?;
    let missing = catalogue.messages().find(|message| !message.is_translated() || message.is_plural());
    ensure!(missing.is_none(), "{name} has no single translation of {:?}.", missing.map(MessageView::msgid));
    let beside = name.trim_end_matches(".po");
    Ok([
        (format!("{beside}.mo"), mo(&catalogue)?),
        (format!("{beside}-{}.json", SCRIPT.0), serde_json::to_vec(&script_texts(&catalogue))?),
    ])
}

/// The format of GNU gettext: a header, where the originals and the translations are, the texts, each ended by a zero.
///
/// Not by polib, which says that a table of hashes begins at 0 where there is none: WordPress then takes the file for a broken one.
fn mo(catalogue: &Catalog) -> Result<Vec<u8>> {
    const MAGIC: u32 = 0x9504_12de;
    const HEADER: usize = 28;
    let of = |message: &dyn MessageView| [key(message), translation(message)];
    let mut texts: Vec<[String; 2]> = catalogue.messages().map(of).collect();
    texts.push([String::new(), catalogue.metadata.export_for_mo()]);
    // Readers may search by halves.
    texts.sort();
    let count = texts.len();
    let end = HEADER + 16 * count;
    let mut numbers = vec![0, count, HEADER, HEADER + 8 * count, 0, end];
    let mut content = Vec::new();
    for text in [0, 1].into_iter().flat_map(|column| texts.iter().map(move |pair| &pair[column])) {
        numbers.extend([text.len(), end + content.len()]);
        content.extend_from_slice(text.as_bytes());
        content.push(0);
    }
    let mut file = MAGIC.to_le_bytes().to_vec();
    for number in numbers {
        file.extend(u32::try_from(number)?.to_le_bytes());
    }
    file.append(&mut content);
    Ok(file)
}

/// The format of Jed, with the texts of the script alone.
fn script_texts(catalogue: &Catalog) -> Value {
    let mut texts = Map::new();
    texts.insert(String::new(), json!({ "domain": "messages", "lang": catalogue.metadata.language }));
    for message in catalogue.messages().filter(|message| message.source().contains(SCRIPT.1)) {
        texts.insert(key(message), json!([translation(message)]));
    }
    json!({ "domain": "messages", "locale_data": { "messages": texts } })
}

/// The original as both formats have it, after what tells it from others that read the same.
fn key(message: &dyn MessageView) -> String {
    message.msgctxt().map(|context| format!("{context}\u{4}")).unwrap_or_default() + message.msgid()
}

fn translation(message: &dyn MessageView) -> String {
    message.msgstr().unwrap_or_default().to_owned()
}
