//! At addresses where nothing is: links that somebody else has changed on the way.

use duet_browser::{Options, Person, Reply};

use crate::{at, site};

const CODE: &str = "8Z89-TXXZ-XCCF-NGGS";

#[tokio::test]
async fn who_opens_a_link_whose_hash_was_made_a_file_of_sees_the_result() {
    for site in [site(), site().under("/teams/duet")] {
        let person = Person::new().await;
        for path in [
            "%23r=CODE",
            "en/%23r=CODE",
            "%2523r=CODE",
            "en/%252523r=CODE",
            "%23r%3DCODE",
            "index.html%23r=CODE",
            "%23r=CODE?utm_source=mail",
            "no/such/folder/%23r=CODE",
            "no/such/folder#r=CODE",
            "r=CODE",
        ] {
            person.open(site.url(&path.replace("CODE", CODE))).await;
            person.sees("html[data-boot=done] [data-score='64']").await;
            let address = person.url().await;
            assert!(address.contains(&format!("/#r={CODE}")) || address.contains("?utm_source=mail#r="), "{address}");
        }
        person.open(site.url("%23t=8Z89TXXZXCCFNGGS%2C8ZA9TY16MJRSQSDP")).await;
        person.sees("main[data-view=team] [data-respondents-sales='1']").await;
    }
}

#[tokio::test]
async fn a_wrong_address_leads_to_the_view_it_names_in_its_language_or_to_the_start() {
    let site = site().under("/teams/duet");
    let person = Person::new().await;
    for (path, shown, ends) in [
        ("team", "html[lang=pl] main[data-view=team]", "/teams/duet/#team"),
        ("en/history/", "html[lang=en] main[data-view=history]", "/teams/duet/en/#history"),
        ("en/q7", "html[lang=en] main[data-item='7']", "/teams/duet/en/#q7"),
        ("old/page.html?side=sales", "html[lang=pl] main[data-view=start]", "/teams/duet/?side=sales"),
        // Two slashes begin an address of another host.
        ("/other.example/%23about", "html[lang=pl] main[data-view=about]", "/teams/duet/#about"),
    ] {
        person.open(site.url(path)).await;
        person.sees(&format!("html[data-boot=done]{}", shown.trim_start_matches("html"))).await;
        assert!(person.url().await.ends_with(ends), "{}", person.url().await);
    }
}

#[tokio::test]
async fn without_scripts_the_page_for_wrong_addresses_has_the_way_to_the_start_in_both_languages() {
    let site = site().under("/teams/duet");
    let person = Options::new().no_script().start().await;
    person.open(site.url("nothing")).await;
    person.reads("Pod tym adresem nic nie ma").await;
    person.reads("There is nothing at this address").await;
    person.click("[lang=pl] .button").await;
    person.reads("Jak zgrane są u\u{a0}Was sprzedaż i\u{a0}marketing?").await;
    person.open(site.url("en/nothing")).await;
    person.click("[lang=en] .button").await;
    person.reads("How well do your").await;
    person.open(site.url("no/nothing")).await;
    person.click("[lang=en] .button").await;
    person.reads("There is nothing at this address").await;
    person.click("[lang=en] [href='../']").await;
    person.reads("Jak zgrane są u\u{a0}Was sprzedaż i\u{a0}marketing?").await;
}

#[tokio::test]
async fn the_worker_leads_too_where_the_host_has_no_such_page_or_there_is_no_network() {
    let mut site = site().under("/teams/duet");
    let person = at(&site, "").await;
    person.sees("html[data-offline=ready]").await;
    let link = format!("%23r={CODE}");
    site.replace(&link, Reply::not_found());
    person.open(site.url(&link)).await;
    person.sees("html[data-boot=done] [data-score='64']").await;
    // What the host has there is shown.
    site.replace("notes", Reply::new("text/html", "<h1>Notes of the team</h1>"));
    person.open(site.url("notes")).await;
    person.reads("Notes of the team").await;
    site.stop();
    person.open(site.url(&format!("en/{link}"))).await;
    person.sees("html[data-boot=done] [data-score='64']").await;
    person.open(site.url("gone/for/good")).await;
    person.sees("html[data-boot=done] main[data-view=start]").await;
}
