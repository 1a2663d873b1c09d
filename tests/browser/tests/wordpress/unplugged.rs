//! Without the plugin, by the recipes of docs/embedding.md: a box where the site has the script, and an address alone. Duet is on another
//! host.

use std::fs;
use std::path::Path;

use duet_browser::{Folder, Person, Site};
use serde_json::json;

use crate::blog::Blog;
use crate::people::{answers_all, enter, fits, reader};

/// Duet as it is built for an address (`DUET_URL`), and the folder with it.
fn duet() -> (Site, Folder) {
    let folder = Folder::new();
    let built = std::env::var("DUET_SITE").expect("DUET_SITE names the folder of the built site");
    copy(Path::new(&built), &folder, "");
    let site = Site::serve(folder.path()).with_header("Access-Control-Allow-Origin", "*");
    let address = site.url("");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a text");
    let response =
        read("en/oembed.json").replace("\"./", &format!("\"{address}")).replace("\\\"./", &format!("\\\"{address}"));
    folder.write("en/oembed.json", response);
    let link =
        format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}en/oembed.json\"></head>");
    folder.write("en/index.html", read("en/index.html").replace("</head>", &link));
    (site, folder)
}

/// The packed copies are left out, which would be those of the files before they are changed.
fn copy(from: &Path, to: &Folder, under: &str) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{under}{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            copy(&path, to, &format!("{name}/"));
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            to.write(&name, fs::read(&path).expect("readable"));
        }
    }
}

#[tokio::test]
async fn a_box_that_an_author_writes_is_the_check_where_the_site_has_the_script() {
    let (blog, (duet, _folder)) = (Blog::start().await, duet());
    let script = format!(
        "<?php add_action( 'wp_enqueue_scripts', function () {{
            wp_enqueue_script( 'duet', '{}', array(), null, true );
        }} );",
        duet.url("embed.js")
    );
    blog.write("wp-content/mu-plugins/duet.php", &script);
    let link = format!("<a href=\"{}\">Open the self-check</a>", duet.url("en/"));
    let url = blog.post(&format!("<div class=\"duet-check\" data-lang=\"en\" data-side=\"sales\">{link}</div>"));
    let person = reader(&url).await;
    person.sees("duet-check[lang=en][side=sales] iframe[src*='side=sales']").await;
    fits(&person).await;
    answers_all(&person).await;
    fits(&person).await;
}

/// The frame that WordPress has made of an address.
const FRAME: &str = "iframe.wp-embedded-content[sandbox]";

/// It is as high as what is in it, as far as WordPress allows, and the article is not scrolled sideways.
async fn follows(person: &Person) {
    enter(person, FRAME).await;
    let wanted = person.script("return Math.ceil(document.documentElement.getBoundingClientRect().height)", []).await;
    person.leave_frame().await;
    let wanted = wanted.as_u64().expect("a height").clamp(200, 1000);
    let height = format!("return document.querySelector('{FRAME}').clientHeight");
    person.sees_script(&height, json!(wanted)).await;
    person.sees_script("return document.documentElement.scrollWidth <= innerWidth", json!(true)).await;
}

#[tokio::test]
async fn an_address_that_an_author_writes_becomes_a_frame_whose_height_follows() {
    let (blog, (duet, _folder)) = (Blog::start().await, duet());
    blog.write("wp-content/mu-plugins/loopback.php", include_str!("php/loopback.php"));
    let url = blog.post(&format!("<p>Before</p>\n\n{}\n\n<p>After</p>", duet.url("en/")));
    for theme in ["twentytwentyone", "twentytwentythree"] {
        blog.php("require 'wp-load.php'; switch_theme( $argv[1] );", &[theme]);
        let person = reader(&url).await;
        person.sees(FRAME).await;
        follows(&person).await;
        enter(&person, FRAME).await;
        person.act("start").await;
        person.sees_item(1).await;
        person.answer(1, 4).await;
        person.sees_item(2).await;
        person.leave_frame().await;
        follows(&person).await;
        // The quotation, which is for readers without the frame, is hidden.
        person.sees_no("blockquote.wp-embedded-content").await;
    }
}
