use std::io::{Cursor, Read};

use polib::message::MessageView;
use tempfile::TempDir;
use zip::ZipArchive;

use super::*;

const WORKER: &str = r#"const FILES = { "": "1", "en/": "2", "boot.js": "3", "article/": "4", "duet-2/a.js": "5" };"#;

/// The checkout.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn site(worker: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["index.html", "en/index.html", "boot.js", "article/index.html", "article/en.html", "en/oembed.json"];
    let others = [
        "boot.js.br",
        "boot.js.gz",
        "duet-pl.html",
        "duet-1/a.js",
        "duet-2/a.js",
        "images/card-pl.png",
        "images/icon-192.png",
    ];
    for name in names.into_iter().chain(others) {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, name).expect("a file");
    }
    fs::write(folder.path().join("sw.js"), worker).expect("a file");
    folder
}

fn packed() -> Vec<u8> {
    let (site, to) = (site(WORKER), tempfile::tempdir().expect("a folder"));
    let file = to.path().join("new/plugin.zip");
    package(root(), site.path(), &file).expect("a plugin");
    fs::read(file).expect("a file")
}

fn text(name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(packed())).expect("a ZIP file");
    let mut text = String::new();
    zip.by_name(&format!("{FOLDER}/{name}")).expect(name).read_to_string(&mut text).expect("a text");
    text
}

#[test]
fn it_has_the_site_without_what_is_of_no_use_there() {
    let zip = ZipArchive::new(Cursor::new(packed())).expect("a ZIP file");
    let names: Vec<_> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let names: Vec<_> = names.iter().filter_map(|name| name.strip_prefix("duet-self-check/site/")).collect();
    // Of the article only the page that the worker stores.
    let wanted = [
        "article/index.html",
        "boot.js",
        "duet-2/a.js",
        "en/index.html",
        "en/index.php",
        "images/icon-192.png",
        "index.html",
    ];
    assert_eq!(names, [&wanted[..], &["index.php", "sw.js"]].concat());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(packed(), packed());
}

#[test]
fn it_has_the_version_of_the_package() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a file");
    let version = release::version(&manifest).expect("a version");
    assert!(text("duet-self-check.php").contains(&format!(" * Version: {version}\n")));
    assert!(text("readme.txt").contains(&format!("\nStable tag: {version}\n")));
    assert!(!text("duet-self-check.php").contains("%version%"));
}

#[test]
fn a_file_that_the_worker_stores_and_the_site_lacks_is_an_error() {
    let site = site(&WORKER.replace("boot.js", "gone.js"));
    let error = package(root(), site.path(), &site.path().join("plugin.zip")).expect_err("an error");
    assert_eq!(error.to_string(), "The service worker stores gone.js, which is not in the site.");
}

#[test]
fn the_script_of_the_editor_gets_its_texts_and_no_others() {
    let texts: Value =
        serde_json::from_str(&text("languages/duet-self-check-pl_PL-duet-self-check-editor.json")).expect("JSON");
    let texts = &texts["locale_data"]["messages"];
    assert_eq!(texts["Language"], serde_json::json!(["Język"]));
    assert_eq!(texts["block title\u{4}Duet self-check"], Value::Null);
}

/// Polish takes a non-breaking space after a word of one letter.
#[test]
fn all_words_that_the_plugin_shows_are_translated_in_good_typography() {
    let catalogue =
        polib::po_file::parse(&root().join("wordpress/languages/duet-self-check-pl_PL.po")).expect("a list");
    let translated: BTreeSet<&str> = catalogue.messages().map(MessageView::msgid).collect();
    let script = text("block/editor.js");
    let block: Value = serde_json::from_str(&text("block/block.json")).expect("JSON");
    let mut shown: BTreeSet<&str> = script.split("__(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    shown.extend(
        block["keywords"]
            .as_array()
            .expect("a list")
            .iter()
            .chain([&block["title"], &block["description"]])
            .filter_map(Value::as_str),
    );
    let header = text("duet-self-check.php");
    let link = header.split("$text         = '").nth(1).and_then(|rest| rest.split('\'').next());
    shown.extend(link);
    let fields = ["Plugin Name", "Description", "Author"];
    shown.extend(fields.iter().filter_map(|field| header.split(&format!(" * {field}: ")).nth(1)?.lines().next()));
    assert_eq!(translated, shown);
    for message in catalogue.messages() {
        let polish = message.msgstr().expect("a text");
        let bound =
            polish.split(' ').all(|word| !["a", "i", "o", "u", "w", "z"].contains(&word.to_lowercase().as_str()));
        assert!(bound, "{polish}");
    }
}
