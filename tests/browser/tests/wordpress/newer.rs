//! A newer version of the plugin, as a later build would make it.

use std::io::{Cursor, Read, Seek, Write};
use std::path::PathBuf;
use std::string::FromUtf8Error;

use duet_browser::Folder;
use fs_err as fs;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Writes the plugin with another version and with the program in a folder of another name.
pub fn write(folder: &Folder, version: &str, program: &str) -> PathBuf {
    let mut former = ZipArchive::new(fs::File::open(crate::plugin()).expect("a file")).expect("a ZIP file");
    let mut newer = ZipWriter::new(Cursor::new(Vec::new()));
    let former_program = program_of(&former);
    for index in 0..former.len() {
        let mut file = former.by_index(index).expect("a file");
        let name = file.name().expect("a name").replace(&former_program, program);
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("a content");
        // What is no text has no such name in it.
        let content = String::from_utf8(content).map_or_else(FromUtf8Error::into_bytes, |text| {
            set_version(&text.replace(&former_program, program), version).into_bytes()
        });
        newer.start_file(name, SimpleFileOptions::default()).expect("a file can be added");
        newer.write_all(&content).expect("a file can be written");
    }
    folder.write(&format!("{version}.zip"), newer.finish().expect("a ZIP file").into_inner())
}

/// The name of the folder with the program.
fn program_of<R: Read + Seek>(zip: &ZipArchive<R>) -> String {
    let part =
        |name: &str| name.split('/').find(|part| part.len() == 21 && part.starts_with("duet-")).map(str::to_owned);
    let names: Vec<String> = zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    names.iter().find_map(|name| part(name)).expect("a program")
}

fn set_version(text: &str, version: &str) -> String {
    let line = |line: &str| match line.split_once("Version: ") {
        Some((before, _)) if before.ends_with("* ") => format!("{before}Version: {version}"),
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
