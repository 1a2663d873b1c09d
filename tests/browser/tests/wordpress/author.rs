//! Authors: the editors, and what later saves do. WordPress takes scripts and unknown elements out of what they write.

use duet_browser::Person;
use serde_json::json;

use crate::blog;
use crate::blog::Blog;
use crate::people::{answers_all, enter, fits, height, reader, signed_in};

/// The block in the editor, and the preview in it.
const BLOCK: &str = "[data-type='duet/check']";
const PREVIEW: &str = "[data-type='duet/check'] iframe";

/// Where newer versions of WordPress have what is written.
const CANVAS: &str = "iframe[name=editor-canvas]";

/// Into what is written, wherever the editor has it.
async fn enter_canvas(person: &Person) {
    let there = format!("return document.querySelector(\"{CANVAS}, {BLOCK}\") !== null");
    person.sees_script(&there, json!(true)).await;
    let framed = format!("return document.querySelector('{CANVAS}') !== null");
    if person.script(&framed, []).await == true {
        person.enter_frame(CANVAS).await;
    }
}

/// Into the preview, with the program running.
async fn enter_preview(person: &Person) {
    enter_canvas(person).await;
    enter(person, PREVIEW).await;
}

/// An author in the block editor, with the block in a new post.
async fn with_block(blog: &Blog) -> Person {
    let person = signed_in(blog, "author", "wp-admin/post-new.php").await;
    person.sees_script("return Boolean(window.wp?.data?.select('core/editor')?.getCurrentPostId())", json!(true)).await;
    let insert = "const { dispatch } = wp.data;
        dispatch('core/editor').editPost({ title: 'Czyja to wina?' });
        dispatch('core/block-editor').insertBlocks([
          wp.blocks.createBlock('core/paragraph', { content: 'Przed' }),
          wp.blocks.createBlock('duet/check'),
          wp.blocks.createBlock('core/paragraph', { content: 'Po' }),
        ]);";
    person.script(insert, []).await;
    person
}

/// Publishes the post; its number and address.
async fn publish(person: &Person) -> (u64, String) {
    person.click(".editor-post-publish-panel__toggle").await;
    person.click(".editor-post-publish-panel .editor-post-publish-button").await;
    person.sees(".post-publish-panel__postpublish").await;
    let post =
        "const editor = wp.data.select('core/editor'); return [editor.getCurrentPostId(), editor.getPermalink()]";
    let post = person.script(post, []).await;
    serde_json::from_value(post).expect("a post")
}

#[tokio::test]
async fn an_author_places_the_check_and_a_reader_answers_all_of_it_in_the_post() {
    let blog = blog().await;
    let person = with_block(blog).await;
    enter_preview(&person).await;
    person.reads("play together").await;
    person.leave_frame().await;
    let (_, url) = publish(&person).await;
    let reader = reader(&url).await;
    enter(&reader, "duet-check iframe").await;
    reader.reads("play together").await;
    reader.leave_frame().await;
    fits(&reader).await;
    let start = height(&reader).await;
    answers_all(&reader).await;
    fits(&reader).await;
    assert!(height(&reader).await > start);
    assert_eq!(blog.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn an_author_selects_the_block_by_a_click_on_the_preview_and_sets_it_up() {
    let person = with_block(blog().await).await;
    enter_preview(&person).await;
    person.leave_frame().await;
    enter_canvas(&person).await;
    person.click(BLOCK).await;
    person.leave_frame().await;
    for choice in ["pl", "dark", "sales"] {
        person.click(&format!(".block-editor-block-inspector option[value={choice}]")).await;
    }
    enter_canvas(&person).await;
    enter(&person, &format!("{PREVIEW}[src*='theme=dark'][src*='side=sales']")).await;
    person.reads("Jak zgrane").await;
    person.sees_script("return getComputedStyle(document.body).backgroundColor", json!("rgb(21, 24, 27)")).await;
    // The whole of it is seen.
    person.sees_script("return document.documentElement.scrollHeight <= innerHeight", json!(true)).await;
    person.leave_frame().await;
    let (_, url) = publish(&person).await;
    let reader = reader(&url).await;
    let check = reader.sees("duet-check").await;
    for (name, value) in [("lang", "pl"), ("theme", "dark"), ("side", "sales")] {
        assert_eq!(check.attr(name).await.expect("an element").as_deref(), Some(value));
    }
}

#[tokio::test]
async fn the_preview_is_alive_where_the_canvas_is_a_frame() {
    let person = with_block(blog().await).await;
    enter_preview(&person).await;
    person.leave_frame().await;
    let tablet = "const { setDeviceType, __experimentalSetPreviewDeviceType } =
          { ...wp.data.dispatch('core/edit-post'), ...wp.data.dispatch('core/editor') };
        (setDeviceType ?? __experimentalSetPreviewDeviceType)('Tablet')";
    person.script(tablet, []).await;
    person.sees(CANVAS).await;
    enter_preview(&person).await;
    person.reads("play together").await;
}

#[tokio::test]
async fn later_saves_by_the_author_leave_the_check_in_the_post() {
    let blog = blog().await;
    let person = with_block(blog).await;
    let (post, url) = publish(&person).await;
    let rename =
        "return wp.apiFetch({ path: `/wp/v2/posts/${arguments[0]}`, method: 'POST', data: { title: 'Przez REST' } })
        .then(({ title }) => title.raw)";
    assert_eq!(person.script(rename, [post.into()]).await, json!("Przez REST"));
    reader(&url).await.sees("duet-check iframe").await;
    person.open(blog.url("wp-admin/edit.php")).await;
    // The button is shown under the pointer only.
    let row = format!("tr#post-{post}");
    person.script("document.querySelector(`${arguments[0]} button.editinline`).click()", [row.into()]).await;
    person.script("document.querySelector('.inline-edit-row [name=post_title]').value = 'Szybko'", []).await;
    person.click(".inline-edit-row .save").await;
    let title = format!("return document.querySelector('tr#post-{post} .row-title')?.textContent");
    person.sees_script(&title, json!("Szybko")).await;
    let reader = reader(&url).await;
    reader.reads("Szybko").await;
    enter(&reader, "duet-check iframe").await;
}

#[tokio::test]
async fn in_the_classic_editor_an_author_writes_the_shortcode() {
    let person = signed_in(blog().await, "classic", "wp-admin/post-new.php").await;
    person.type_into("#title", "Krótki kod").await;
    person.click("#content-html").await;
    person.type_into("#content", "[duet lang=\"pl\" side=\"marketing\"]").await;
    // WordPress saves a draft when the title loses the focus, and takes no press of the button meanwhile.
    person.reads("Draft saved at").await;
    person.sees("#publish:not(.disabled)").await;
    person.click("#publish").await;
    let url = person.attribute("#sample-permalink a, #message a", "href").await;
    let reader = reader(&url).await;
    enter(&reader, "duet-check[side=marketing] iframe").await;
    reader.reads("Jak zgrane").await;
}
