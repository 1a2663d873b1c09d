//! Administrators: installing, updating, a network of sites.

use std::path::Path;

use duet_browser::{Folder, Person};
use serde_json::json;

use crate::blog::Blog;
use crate::people::{enter, reader, signed_in, upload};
use crate::{blog, newer};

#[tokio::test]
async fn an_administrator_uploads_the_plugin_and_activates_it_and_it_stores_nothing() {
    let blog = blog().await;
    let person = signed_in(blog, "administrator", "wp-admin/plugins.php").await;
    person.sees("tr.active[data-slug=duet-self-check]").await;
    person.reads("Duet Self-Check").await;
    person.reads("play together").await;
    let options = "require 'wp-load.php'; global $wpdb;
        echo $wpdb->get_var( \"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%duet%'\" );";
    assert_eq!(blog.php(options, &[]), "0");
    assert_eq!(blog.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn a_polish_administrator_reads_polish_where_the_blog_is_english() {
    let blog = blog().await;
    let person = signed_in(blog, "polish", "wp-admin/plugins.php").await;
    person.reads("Samoocena Duet").await;
    person.reads("jak zgrane są u\u{a0}nich sprzedaż i\u{a0}marketing").await;
    person.open(blog.url("wp-admin/post-new.php")).await;
    let title = "return window.wp?.blocks?.getBlockType('duet/check')?.title";
    person.sees_script(title, json!("Samoocena Duet")).await;
    let language = "return wp.i18n.__('Which side the reader is on', 'duet-self-check')";
    person.sees_script(language, json!("Po której stronie jest czytelnik")).await;
}

/// Sends a newer version and replaces the installed one with it.
async fn update(person: &Person, blog: &Blog, file: &Path) {
    person.open(blog.url("wp-admin/plugin-install.php?tab=upload")).await;
    upload(person, &file.display().to_string()).await;
    person.click("a.update-from-upload-overwrite").await;
    person.reads("Plugin updated successfully").await;
}

/// Updates as the button in the list of plugins does, where WordPress has found the newer version on a server.
fn update_from_list(blog: &Blog, file: &Path) {
    let script = "require 'wp-load.php';
        require ABSPATH . 'wp-admin/includes/admin.php';
        require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
        $plugin = 'duet-self-check/duet-self-check.php';
        $newer = (object) array( 'slug' => 'duet-self-check', 'new_version' => '9.9.9', 'package' => $argv[1] );
        set_site_transient( 'update_plugins', (object) array( 'response' => array( $plugin => $newer ) ) );
        $updated = ( new Plugin_Upgrader( new Automatic_Upgrader_Skin() ) )->bulk_upgrade( array( $plugin ) );
        echo is_array( $updated[ $plugin ] ) ? 'updated' : 'failed';";
    let said = blog.php(script, &[&file.display().to_string()]);
    assert!(said.ends_with("updated"), "{said}");
}

/// The folders with programs that an installed plugin has.
fn programs(blog: &Blog) -> Vec<String> {
    let folder = fs_err::read_dir(blog.site()).expect("a folder");
    let names = folder.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut programs: Vec<String> = names.filter(|name| name.starts_with("duet-")).collect();
    programs.sort();
    programs
}

#[tokio::test]
async fn an_update_keeps_the_program_of_the_version_before_and_no_older_one() {
    let (blog, folder) = (Blog::with_plugin().await, Folder::new());
    let [first] = &programs(&blog)[..] else { panic!("one program, not {:?}", programs(&blog)) };
    let post = blog.post("[duet]");
    let someone = reader(&post).await;
    enter(&someone, "duet-check iframe").await;
    someone.act("start").await;
    let person = signed_in(&blog, "administrator", "wp-admin/").await;
    let [second, third] = ["duet-0000000000000002", "duet-0000000000000003"];
    update(&person, &blog, &newer::write(&folder, "9.0.2", second)).await;
    assert_eq!(programs(&blog), [second, first]);
    assert!(blog.site().join(first).join("duet_bg.wasm").exists());
    // Who was in the middle of it goes on to the result, with the rest of the former program.
    for item in 1..=20 {
        someone.sees_item(item).await;
        someone.answer(item, 3).await;
    }
    someone.act("finish").await;
    someone.sees_view("result").await;
    update_from_list(&blog, &newer::write(&folder, "9.0.3", third));
    assert_eq!(programs(&blog), [second, third]);
    person.open(blog.url("wp-admin/plugins.php")).await;
    person.sees("tr.active[data-slug=duet-self-check]").await;
    person.reads("9.0.3").await;
    // Nothing is kept of what has the same program.
    update(&person, &blog, &newer::write(&folder, "9.0.3", third)).await;
    assert_eq!(programs(&blog), [third]);
    enter(&reader(&post).await, "duet-check iframe").await;
    assert_eq!(blog.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn in_a_network_of_sites_each_has_the_check_in_its_own_language() {
    let blog = Blog::network().await;
    let person = signed_in(&blog, "administrator", "wp-admin/network/plugin-install.php?tab=upload").await;
    upload(&person, &crate::plugin()).await;
    person.click("a[href*='networkwide=1']").await;
    person.sees("tr.active[data-slug=duet-self-check]").await;
    for (site, heading) in [("", "Sales and Marketing"), ("second/", "sprzedaż i\u{a0}marketing")] {
        let post = "require 'wp-load.php';
            $site = get_blog_id_from_url( getenv( 'BLOG_HOST' ), parse_url( $argv[1], PHP_URL_PATH ) );
            switch_to_blog( $site );
            $post = array( 'post_title' => 'Duet', 'post_content' => '<!-- wp:duet/check /-->', 'post_status' => 'publish' );
            echo home_url( '/?p=' . wp_insert_post( $post ) );";
        let url = blog.php(post, &[&blog.url(site)]);
        assert!(url.starts_with(&blog.url(site)), "{url}");
        let person = reader(&url).await;
        enter(&person, "duet-check iframe").await;
        person.reads(heading).await;
        let address = person.script("return location.href", []).await;
        assert!(address.as_str().is_some_and(|address| address.starts_with(&blog.url(site))), "{address}");
    }
    assert_eq!(blog.complaints(), Vec::<String>::new());
}
