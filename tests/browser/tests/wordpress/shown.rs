//! What is shown where.

use serde_json::json;

use crate::blog;
use crate::people::{enter, reader};

const BLOCK: &str = "<!-- wp:duet/check {\"side\":\"sales\"} /-->";

/// The text of the link.
const LINK: &str = "See how well your Sales and Marketing play together";

#[tokio::test]
async fn a_shortcode_takes_what_it_knows_and_ignores_the_rest() {
    let blog = blog().await;
    let page = blog.get(&blog.post("[duet lang=\"pl\" theme=\"dark\" side=\"sales\" onclick=\"x\" y]"));
    let site = blog.url("wp-content/plugins/duet-self-check/site/");
    let polish = "Sprawdź, jak zgrane są u\u{a0}Was sprzedaż i\u{a0}marketing";
    let check = format!(
        "<duet-check style=\"display:block\" lang=\"pl\" theme=\"dark\" side=\"sales\" src=\"{site}\"><a href=\"{site}?side=sales\">{polish}</a></duet-check>"
    );
    assert!(page.contains(&check), "{page}");
    let page = blog.get(&blog.post("[duet lang=\"de\" theme='pink\"><script>' side=\"both\"]"));
    assert!(
        page.contains(&format!(
            "<duet-check style=\"display:block\" lang=\"en\" src=\"{site}\"><a href=\"{site}en/\">"
        )),
        "{page}"
    );
}

#[tokio::test]
async fn a_feed_has_the_link_an_excerpt_nothing_and_rest_the_element() {
    let blog = blog().await;
    for content in [format!("<p>Przed</p>{BLOCK}<p>Po</p>"), "Przed\n\n[duet]\n\nPo".to_owned()] {
        let url = blog.post(&content);
        let (_, number) = url.split_once("?p=").expect("a number");
        let feed = blog.get(&blog.url("?feed=rss2"));
        let item = feed.split("<item>").find(|item| item.contains(&url)).expect("an item");
        let (_, full) = item.split_once("<content:encoded>").expect("a content");
        assert!(full.contains(LINK) && !full.contains("duet-check>") && !full.contains("<script"), "{full}");
        let post = blog.get(&blog.url(&format!("?rest_route=/wp/v2/posts/{number}")));
        let post: serde_json::Value = serde_json::from_str(&post).expect("JSON");
        let excerpt = post["excerpt"]["rendered"].as_str().expect("a text");
        assert_eq!(excerpt.split_whitespace().collect::<Vec<_>>().join(" "), "<p>Przed Po</p>");
        let rendered = post["content"]["rendered"].as_str().expect("a text");
        assert!(
            rendered.contains("<duet-check") && rendered.contains(&format!(">{LINK}</a></duet-check>")),
            "{rendered}"
        );
    }
}

#[tokio::test]
async fn a_reader_without_scripts_gets_the_link_and_it_leads_to_the_check() {
    let url = blog().await.post(BLOCK);
    let person = duet_browser::Options::new().no_script().start().await;
    person.open(url).await;
    let display = "return getComputedStyle(document.querySelector('duet-check')).display";
    assert_eq!(person.script(display, []).await, json!("block"));
    person.click("duet-check a").await;
    person.reads("How well do your Sales and Marketing play together?").await;
}

#[tokio::test]
async fn a_page_with_several_checks_loads_the_script_once_and_one_without_loads_nothing() {
    let blog = blog().await;
    let url = blog.post(&format!("{BLOCK}<!-- wp:shortcode -->[duet lang=\"pl\"]<!-- /wp:shortcode -->{BLOCK}"));
    let page = blog.get(&url);
    let scripts = page.split("<script").filter_map(|script| script.split('>').next());
    let scripts: Vec<&str> = scripts.filter(|script| script.contains("duet-self-check")).collect();
    let [script] = scripts[..] else { panic!("{scripts:?}") };
    for mark in ["embed.js", " defer ", "data-no-optimize=\"1\"", "data-cfasync=\"false\""] {
        assert!(script.contains(mark), "{script}");
    }
    let person = reader(&url).await;
    person.sees_script("return document.querySelectorAll('duet-check iframe').length", json!(3)).await;
    enter(&person, "duet-check[lang=pl] iframe").await;
    person.reads("Jak zgrane").await;
    let page = blog.get(&blog.post("<p>Bez niej</p>"));
    assert!(page.contains("Bez niej") && !page.contains("duet"), "{page}");
}

#[tokio::test]
async fn in_widgets_the_block_and_the_shortcode_show_the_check() {
    let blog = blog().await;
    // Not in the sidebar, which the posts of the other tests have too.
    let widgets = "require 'wp-load.php';
        foreach ( array( 'WP_Widget_Block' => '<!-- wp:duet/check /-->', 'WP_Widget_Text' => '[duet]' ) as $widget => $content ) {
            the_widget( $widget, array( 'content' => $content, 'text' => $content ) );
        }
        wp_print_footer_scripts();";
    let page = blog.php(widgets, &[]);
    assert_eq!(page.matches("</duet-check>").count(), 2, "{page}");
    assert_eq!(page.matches("embed.js").count(), 1, "{page}");
}

#[tokio::test]
async fn optimisers_are_told_to_leave_the_script_alone() {
    let filtered = "require 'wp-load.php';
        foreach ( array( 'rocket_exclude_js', 'rocket_delay_js_exclusions', 'sgo_javascript_combine_exclude' ) as $filter ) {
            echo implode( ',', apply_filters( $filter, array( 'other' ) ) ), \"\\n\";
        }
        echo apply_filters( 'autoptimize_filter_js_exclude', 'other' );";
    let file = "duet-self-check/site/embed.js";
    let expected = format!("other,/{file}\nother,/{file}\nother,duet-self-check\nother, {file}");
    assert_eq!(blog().await.php(filtered, &[]), expected);
}
