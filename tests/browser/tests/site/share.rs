//! Where it may be put.

use crate::{SAMPLE, at, whole_run};

#[tokio::test]
async fn it_works_at_any_path() {
    let site = crate::site().under("/teams/duet");
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.act("language").await;
    person.reads("Aligned relationship").await;
    assert!(person.url().await.ends_with("/teams/duet/en/#result"), "{}", person.url().await);
    person.reload().await;
    person.reads("Aligned relationship").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn it_asks_nobody_but_its_own_folder_and_only_for_what_is_there() {
    let site = crate::site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    let asked = person.script("return performance.getEntriesByType('resource').map((entry) => entry.name)", []).await;
    let origin = site.origin();
    for address in asked.as_array().expect("a list") {
        let address = address.as_str().expect("an address");
        assert!(address.starts_with(&origin), "{address}");
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
    assert_eq!(person.script("return document.cookie", []).await, "");
}
