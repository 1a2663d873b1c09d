//! The files of hosting/ on the servers they are for. Each test is a sentence about one of them.
//!
//! `DUET_SITE=dist cargo test --package=duet-browser --test hosts`, in Chromium. The programs are those of Debian: apache2, nginx,
//! libnginx-mod-http-brotli-static, caddy, lighttpd, lighttpd-mod-deflate and python3.

mod client;
mod files;
mod host;
mod run;
mod servers;
mod wrong;

use host::{Host, Place, Server};
use servers::{apache, caddy, lighttpd, nginx, python};

/// A server that does everything with its file; the tests name what one does not do.
const FULL: Host = Host {
    command: |place| apache(place, "headers rewrite", ""),
    bases: &["/", "/a/b/"],
    copies: &["br", "gzip"],
    headers: true,
    types: true,
    page: true,
    redirects: true,
    renews_packed: true,
    heeds_refusals: true,
};

/// Apache with everything.
const APACHE: Host = Host { renews_packed: false, ..FULL };

/// Apache without the copies.
const NOT_PACKED: Host = Host { copies: &[], redirects: false, ..APACHE };

async fn holds(host: Host) {
    let person = run::watching().await;
    for base in host.bases {
        let server = Server::start(&host, base);
        files::hold(&host, &server);
        wrong::hold(&host, &server);
        run::holds(&host, &server, &person).await;
    }
}

#[tokio::test]
async fn apache_as_debian_installs_it_serves_the_site_without_the_headers() {
    holds(Host { command: |place| apache(place, "", ""), headers: false, ..NOT_PACKED }).await;
}

#[tokio::test]
async fn apache_with_headers_alone_serves_the_plain_files_with_them() {
    holds(Host { command: |place| apache(place, "headers", ""), ..NOT_PACKED }).await;
}

#[tokio::test]
async fn apache_with_rewrite_alone_serves_the_copies() {
    holds(Host { command: |place| apache(place, "rewrite", ""), headers: false, ..APACHE }).await;
}

#[tokio::test]
async fn apache_with_headers_and_rewrite_does_everything() {
    holds(APACHE).await;
}

#[tokio::test]
async fn apache_that_packs_everything_with_brotli_does_not_pack_the_copies_again() {
    const PACKS: &str = "SetOutputFilter BROTLI_COMPRESS;DEFLATE";
    holds(Host { command: |place| apache(place, "brotli headers rewrite", PACKS), ..APACHE }).await;
}

#[tokio::test]
async fn apache_with_a_policy_and_dates_for_the_whole_site_has_those_of_duet_in_its_folder() {
    const WHOLE_SITE: &str = "Header always set Content-Security-Policy \"default-src 'none'\"\n\
                              Header set Content-Security-Policy \"default-src 'none'\"\n\
                              Header always set X-Frame-Options DENY\n\
                              Header set X-Frame-Options DENY\n\
                              Header always set Access-Control-Allow-Origin https://blog.example\n\
                              Header always set Cache-Control max-age=600\n\
                              ExpiresActive On\n\
                              ExpiresDefault \"access plus 1 month\"";
    holds(Host { command: |place| apache(place, "headers rewrite expires", WHOLE_SITE), ..APACHE }).await;
}

#[tokio::test]
async fn apache_that_guesses_names_serves_the_same() {
    fn command(place: &Place) -> std::process::Command {
        let guesses = format!("<Directory {}>\nOptions +MultiViews\n</Directory>", place.root().display());
        apache(place, "headers rewrite", &guesses)
    }
    holds(Host { command, ..APACHE }).await;
}

#[tokio::test]
async fn apache_serves_a_folder_that_lies_elsewhere_and_has_an_alias() {
    fn command(place: &Place) -> std::process::Command {
        let command = apache(place, "headers rewrite", "");
        let elsewhere = place.path("elsewhere");
        fs_err::rename(place.site(), &elsewhere).expect("the folder can be moved");
        let allowed = "Options FollowSymLinks\nAllowOverride FileInfo\nRequire all granted";
        let lines = format!(
            "Include {}\nAlias /a/b {elsewhere}\n<Directory {elsewhere}>\n{allowed}\n</Directory>\n",
            place.path("apache.conf").display(),
            elsewhere = elsewhere.display(),
        );
        // For the tests, which look for the files there.
        fs_err::os::unix::fs::symlink(&elsewhere, place.site()).expect("a link can be made");
        let mut command_line = std::process::Command::new(command.get_program());
        command_line.arg("-f").arg(place.write("alias.conf", &lines)).arg("-DFOREGROUND");
        command_line
    }
    holds(Host { command, bases: &["/a/b/"], ..APACHE }).await;
}

#[tokio::test]
async fn apache_below_wordpress_answers_for_its_folder_itself() {
    // What WordPress writes into the folder it lies in, and what plugins for speed add.
    const RULES: &str = "RewriteEngine On\nRewriteBase /\nRewriteRule ^index\\.php$ - [L]\n\
                         RewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\n\
                         RewriteRule . /index.php [L]\n\
                         FileETag None\nHeader unset ETag\n\
                         <FilesMatch \"\\.(css|js|svg|png|wasm)$\">\n\
                         Header set Cache-Control \"max-age=31536000\"\nHeader set X-Frame-Options SAMEORIGIN\n\
                         </FilesMatch>\n\
                         <FilesMatch \"\\.html$\">\nHeader append Cache-Control \"public\"\n\
                         </FilesMatch>\n";
    fn command(place: &Place) -> std::process::Command {
        place.write("www/.htaccess", RULES);
        place.write("www/index.php", "WordPress");
        apache(place, "headers rewrite", "")
    }
    let host = Host { command, bases: &["/a/b/"], ..APACHE };
    let server = Server::start(&host, "/a/b/");
    let outside = client::ask(server.place.port, "GET", "/a/nothing", &[]);
    assert_eq!((outside.status, outside.content()), (200, b"WordPress".to_vec()));
    drop(server);
    holds(host).await;
}

#[tokio::test]
async fn nginx_with_the_module_for_brotli_does_everything() {
    holds(Host { command: |place| nginx(place, true), ..FULL }).await;
}

#[tokio::test]
async fn nginx_without_that_module_serves_the_other_copies() {
    holds(Host { command: |place| nginx(place, false), copies: &["gzip"], ..FULL }).await;
}

#[tokio::test]
async fn caddy_does_everything() {
    holds(Host { command: caddy, ..FULL }).await;
}

#[tokio::test]
async fn lighttpd_packs_by_itself_and_does_everything_else() {
    holds(Host { command: lighttpd, copies: &[], heeds_refusals: false, ..FULL }).await;
}

#[tokio::test]
async fn a_host_without_any_settings_serves_the_site_and_the_worker_leads_from_wrong_addresses() {
    const NONE: Host = Host { headers: false, types: false, page: false, ..NOT_PACKED };
    holds(Host { command: python, ..NONE }).await;
}
